"""Hands at the notes editor: they type, press keys and select as a person does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.ui.editor.editor import NoteEditor

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.model.richtext import Document

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_editor(qtbot: QtBot, note: Document | None = None) -> NoteEditor:
    """Show an editor with `note` in it and the cursor at its end."""
    editor = NoteEditor()
    qtbot.addWidget(editor)
    editor.resize(500, 400)
    with qtbot.waitActive(editor):
        editor.show()
    editor.setFocus()
    if note is not None:
        editor.load(note)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    return editor


def write(editor: NoteEditor, text: str) -> None:
    """Type any text, the way an input method hands it over; line ends are Enter."""
    for index, line in enumerate(text.split("\n")):
        if index:
            press(editor, Qt.Key.Key_Return)
        if line:
            event = QInputMethodEvent()
            event.setCommitString(line)
            QApplication.sendEvent(editor, event)


def type_letters(editor: NoteEditor, text: str) -> None:
    """Type key by key."""
    QTest.keyClicks(editor, text)


def press(editor: NoteEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key `times` times."""
    for _ in range(times):
        QTest.keyClick(editor, key, modifiers)


def select(editor: NoteEditor, words: str) -> None:
    """Select `words`, as by dragging over them."""
    found = editor.document().find(words, 0, editor.document().FindFlag.FindCaseSensitively)
    assert not found.isNull(), f"{words!r} is not there"
    editor.setTextCursor(found)


def put_cursor(editor: NoteEditor, before: str) -> None:
    """Put the cursor before `before`."""
    select(editor, before)
    cursor = editor.textCursor()
    cursor.setPosition(cursor.selectionStart())
    editor.setTextCursor(cursor)


def paste(editor: NoteEditor, source: QMimeData) -> None:
    """Put `source` on the clipboard and paste it by its keys."""
    QGuiApplication.clipboard().setMimeData(source)
    press(editor, Qt.Key.Key_V, CONTROL)


def click_beside(editor: NoteEditor, words: str) -> None:
    """Click on the box to the left of `words`."""
    put_cursor(editor, words)
    spot = editor.cursorRect().center()
    away = editor.fontMetrics().averageCharWidth() * 2
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(spot.x() - away, spot.y()))
