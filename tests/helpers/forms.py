"""A form as a person uses it: look, type, go on to the next field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from secondopinion_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NASTY = {
    "long": "a word and another " * 105,  # 2,000 letters
    "endless": "W" * 2000,
    "markup": "<b>bold</b> & <img src='x'> &amp;",
    "scripts": "Ελληνικά, кириллица, العربية, 漢字, Tiếng Việt, ไทย",
    "accents": "e\u0301 \U0001f468\u200d\U0001f469\u200d\U0001f467 naïve",
    "quotes": '"O\'Brien" -- 100% \\ %s {name}',
}


def shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    """Show a widget as a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def field(root: QWidget, label: str) -> QWidget:
    """Return the editor under the visible label that reads `label`."""
    for found in root.findChildren(QLabel):
        buddy = found.buddy()
        words = found.text() if isinstance(found, PlainLabel) else ""
        if buddy is not None and found.isVisible() and words in {label, f"{label} (needed)"}:
            return buddy
    raise LookupError(label)


def text_of(editor: QWidget) -> str:
    """Return what a person reads in an editor."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    assert isinstance(editor, QLineEdit)
    return editor.text()


class FormPage:
    """Fields by their labels. Everything is done with the keyboard."""

    def __init__(self, root: QWidget, qtbot: QtBot) -> None:
        self.root, self.qtbot = root, qtbot

    def editor(self, label: str) -> QWidget:
        return field(self.root, label)

    def shows(self, label: str) -> str:
        return text_of(self.editor(label))

    def type(self, label: str, text: str) -> None:
        """Go to a field, take out what is there, and type; stay in it. Long texts are pasted."""
        editor = self.editor(label)
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(target, Qt.Key.Key_Delete)
        if text.isascii() and len(text) < 100:
            QTest.keyClicks(target, text)
        else:
            QApplication.clipboard().setText(text)
            QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def leave(self) -> None:
        """Press Tab; a list of suggestions that is open gets it first."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, Qt.Key.Key_Tab)

    def fill(self, label: str, text: str) -> None:
        """Type into a field and go on to the next."""
        self.type(label, text)
        self.leave()

    def choose(self, label: str, words: str) -> None:
        """Choose from a list with the arrow keys."""
        editor = self.editor(label)
        assert isinstance(editor, QComboBox)
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(editor, Qt.Key.Key_Home)
        while editor.currentText() != words:
            before = editor.currentIndex()
            QTest.keyClick(editor, Qt.Key.Key_Down)
            assert editor.currentIndex() != before, f"no {words} in {label}"

    def tick(self, words: str) -> None:
        """Tick or untick with the space bar."""
        box = next(box for box in self.root.findChildren(QCheckBox) if box.accessibleName() == words)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(box, Qt.Key.Key_Space)

    def words(self) -> str:
        """Return all words a person can read now, line by line."""
        return visible_words(self.root)


def visible_words(root: QWidget) -> str:
    """Return the words of all labels that show, line by line."""
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible() and label.text())
