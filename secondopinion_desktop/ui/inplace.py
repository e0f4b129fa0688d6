"""Words that are changed where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base.errors import KeptAside
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Column,
    GrowingText,
    PlainLabel,
    Row,
    RowButton,
    announce,
    bring_into_view,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

    from secondopinion_desktop.base.errors import UserError

PAD = 3  # around the words, where a hand shows that they can be changed


class InPlaceText(QWidget):
    """Shows words; a click, Enter or F2 puts an editor in their place, which saves itself through `save(text)`.

    Enter or leaving ends it, Esc takes back what was typed. Words with nothing in them are not saved: the old ones
    stay. `name` is what the words are, for a screen reader. `lines` is how many show before they have the keyboard.
    """

    began = Signal()
    ended = Signal()

    def __init__(
        self, name: str, save: Callable[[str], object], *, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._save_words = name, save
        self._before = ""
        self._column = Column(self, gap=2)
        self.shown = FoldedWords(lines)
        self.shown.clicked.connect(self.edit)
        self.shown.installEventFilter(self)
        self._column.addWidget(self.shown)
        self.editor: GrowingText | None = None
        self._said: _Said | None = None  # made when it is first needed
        self._autosave = Autosave(self._save, self)
        self._autosave.changed.connect(self._say_trouble)
        self.setFocusProxy(self.shown)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self.editor is not None

    @property
    def must_stay(self) -> bool:
        """Whether what is typed is not saved, or is kept with something removed, which is to be read."""
        return self.is_editing and (self._autosave.is_unsaved or self._autosave.trouble is not None)

    def show_words(self, words: str) -> None:
        """Show the words of the file; what is being typed stays."""
        self.shown.show_words(words)

    def edit(self) -> None:
        """Open the editor, with the caret at the end."""
        if self.editor is not None:
            self.editor.setFocus()
            return
        self._before = self.shown.words
        self.editor = GrowingText(self._before, lines=1)
        self.editor.setAccessibleName(self._name)
        self.editor.setAccessibleDescription(_("Enter when you are done, Escape to take it back"))
        self.editor.installEventFilter(self)
        self.editor.edited.connect(self._autosave.touch)
        self.editor.left.connect(self._leave)
        self._column.insertWidget(0, self.editor)
        QWidget.setTabOrder(self.shown, self.editor)
        self.editor.show()
        self.setFocusProxy(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.shown.hide()
        self.began.emit()

    def flush(self) -> bool:
        """Save what is typed; return whether it is on the disk."""
        return self._autosave.flush()

    def finish(self) -> None:
        """Save and show the words again. An error keeps the editor open and is said under it.

        So is, once, that the words are kept with something that was removed meanwhile.
        """
        told = self._autosave.trouble is not None
        if self.editor is not None and self._autosave.flush() and (told or self._autosave.trouble is None):
            self._close()

    def _say_trouble(self) -> None:
        trouble = self._autosave.trouble if self.editor is not None else None
        if self._said is None and trouble is not None:
            self._said = _Said()
            self._said.copy_button.clicked.connect(self._copy)
            self._said.close_button.clicked.connect(self.finish)
            self._column.addWidget(self._said)
        if self._said is not None:
            self._said.say(trouble)
        if trouble is not None and self.editor is not None and self.editor.hasFocus():
            QTimer.singleShot(0, self, self._show_trouble)  # it has its place only then

    def _show_trouble(self) -> None:
        if self._said is not None and self._said.isVisible():
            bring_into_view(self)

    def _copy(self) -> None:
        if self.editor is not None:
            QGuiApplication.clipboard().setText(self.editor.toPlainText())

    def _take_back(self) -> None:
        assert self.editor is not None
        if self.editor.toPlainText() != self._before:
            self.editor.show_text(self._before)
            self._autosave.touch()
        self.finish()

    def _save(self) -> None:
        if self.editor is None:
            return
        words = self.editor.toPlainText()
        if words.strip():
            self._save_words(words)
            self.shown.show_words(words)

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        had_keyboard = editor.hasFocus()
        self._autosave.start_anew()
        self.setFocusProxy(self.shown)
        self.shown.show()
        if had_keyboard:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        self.ended.emit()

    def _leave(self) -> None:
        # A menu or another window takes the keyboard only for a while, and the buttons below are for these words.
        now = self.window().focusWidget()
        if self.editor is not None and not self.editor.hasFocus() and not (now and self.isAncestorOf(now)):
            self.finish()
        else:
            self._autosave.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.shown and event.key() == Qt.Key.Key_F2:
                self.edit()
                return True
            if watched is self.editor and event.key() == Qt.Key.Key_Escape:
                self._take_back()
                return True
            entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if watched is self.editor and entered and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.finish()
                return True
        return super().eventFilter(watched, event)


class _Said(Box):
    """Under the editor: why the words are not saved, or that they are kept with something that was removed."""

    def __init__(self) -> None:
        super().__init__()
        column = Column(self, gap=2)
        self._words = PlainLabel("", "small-strong", "error")
        column.addWidget(self._words)
        row = Row(gap=4)
        self.copy_button = Button(_("Copy these words"), "quiet", "copy")
        self.close_button = Button(_("Close"), "quiet")
        for button in (self.copy_button, self.close_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def say(self, trouble: UserError | None) -> None:
        """Say it, with a way to take the words elsewhere; None says nothing."""
        self._words.setText(str(trouble or ""))
        self.close_button.setVisible(isinstance(trouble, KeptAside))
        self.setVisible(trouble is not None)
        if trouble is not None:
            announce(self, str(trouble))


class FoldedWords(RowButton):
    """Words to press. Only the first lines show until the keyboard comes to them."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._words = ""
        self._about: tuple[str, bool, str] | None = None
        self._cut: dict[int, list[tuple[str, float]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(_("Press Enter to change the words"))

    @property
    def words(self) -> str:
        """All the words."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def shown_text(self) -> str:
        """Return what is painted: all of it, or the first lines with "…" at the end."""
        return "\n".join(line for line, _height in self._painted(self._room(self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        count = max(1, len(self._painted(self._room(width))))
        return count * self.fontMetrics().lineSpacing() + 2 * PAD

    def sizeHint(self) -> QSize:
        widest = self.fontMetrics().averageCharWidth() * 60
        return QSize(widest, self.heightForWidth(widest))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.fontMetrics().lineSpacing() + 2 * PAD)

    def _room(self, width: int) -> int:
        return max(1, width - 2 * PAD)

    def _painted(self, width: int) -> list[tuple[str, float]]:
        """Return the lines to paint, each with its y; the last one shortened where more follow."""
        about = (self._words, self.hasFocus(), self.font().key())
        if about != self._about:
            self._about = about
            self._cut.clear()
        if width not in self._cut:
            self._cut[width] = self._cut_into_lines(width)
        return self._cut[width]

    def _cut_into_lines(self, width: int) -> list[tuple[str, float]]:
        text = self._words.replace("\n", "\N{LINE SEPARATOR}")
        layout = QTextLayout(text, self.font(), self)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeading))
        option = layout.textOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        most = 0 if self.hasFocus() else self._lines
        height = self.fontMetrics().lineSpacing()
        painted: list[tuple[str, float]] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            piece = text[start : start + length].rstrip("\N{LINE SEPARATOR}")
            if most and len(painted) + 1 == most and start + length < len(text.rstrip()):
                rest = text[start:].replace("\N{LINE SEPARATOR}", " ")[:400]
                piece = self.fontMetrics().elidedText(f"{rest.rstrip()} …", Qt.TextElideMode.ElideRight, width)
            painted.append((piece, len(painted) * height))
            if most and len(painted) == most:
                break
        layout.endLayout()
        return painted

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.updateGeometry()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme().color("text"))
        height = self.fontMetrics().lineSpacing()
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        for piece, top in self._painted(self._room(self.width())):
            painter.drawText(QRectF(PAD, PAD + top, self.width() - PAD, height), piece, option)
