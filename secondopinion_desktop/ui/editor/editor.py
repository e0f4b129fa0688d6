"""The editor of one note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.richtext import Kind
from secondopinion_desktop.ui.editor import changes, clipboard
from secondopinion_desktop.ui.editor.commands import BY_KEY, pressed
from secondopinion_desktop.ui.editor.formats import has_mark, kind_of
from secondopinion_desktop.ui.editor.spoken import spoken
from secondopinion_desktop.ui.editor.surface import NoteSurface
from secondopinion_desktop.ui.guarded import guarded

if TYPE_CHECKING:
    from secondopinion_desktop.model.richtext import Document, Mark

_PAUSE_MS = 2_000  # typing again after this begins a new step to undo
_STEP_LETTERS = 80  # and so does the next word after this many letters
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEditor(NoteSurface):
    """Edits one note at a time.

    Ctrl+Tab leaves the editor, Ctrl+Shift+Tab and Shift+Tab leave it backwards; Tab types a tab. Ctrl+Space or
    Ctrl+Enter ticks the tick item the cursor stands in.
    """

    format_changed = Signal()  # other tools may be on now
    characters_replaced = Signal(int)  # so many characters of a paste could not be kept as they were

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = QElapsedTimer()
        self._letters = 0
        self._line = 0
        self.setPlaceholderText(_("Write here"))
        self.setAccessibleName(_("Note"))
        self.setAccessibleDescription(
            _("Tab types a tab. Ctrl+Tab leaves the note. Ctrl+Space ticks the tick item at the cursor.")
        )
        self.viewport().setMouseTracking(True)
        self.currentCharFormatChanged.connect(self._say_format)
        self.cursorPositionChanged.connect(self._take_cursor)

    def load(self, note: Document) -> None:
        """Show `note`, with the cursor at its start and nothing to undo."""
        super().load(note)
        self._end_step()
        self.format_changed.emit()

    # Formats

    def do(self, key: str) -> bool:
        """Carry out the command with this key; return whether there is one."""
        command = BY_KEY.get(key)
        if command is None or self.isReadOnly():
            return False
        if isinstance(command.does, Kind):
            self.toggle_kind(command.does)
        elif command.does is not None:
            self.toggle_mark(command.does)
        else:
            self._end_step()
            self.undo() if key == "undo" else self.redo()
            self.format_changed.emit()
        return True

    def has(self, key: str) -> bool:
        """Return whether the text at the cursor has the format of this command."""
        does = BY_KEY[key].does
        return self.kind() is does if isinstance(does, Kind) else does is not None and self.has_mark(does)

    def has_mark(self, mark: Mark) -> bool:
        """Return whether the selection is marked so, or the next letter will be."""
        cursor = self.textCursor()
        return (
            changes.selection_has(cursor, mark) if cursor.hasSelection() else has_mark(self.currentCharFormat(), mark)
        )

    def kind(self) -> Kind:
        """Return what the block at the cursor is."""
        return kind_of(self.textCursor().blockFormat())

    def toggle_mark(self, mark: Mark) -> None:
        """Mark the selection, or what is typed next; or take the mark off."""
        self._end_step()
        self.mergeCurrentCharFormat(changes.mark_change(mark, on=not self.has_mark(mark)))
        self.format_changed.emit()

    def toggle_kind(self, kind: Kind) -> None:
        """Turn the selected lines into headings or items, or back into paragraphs."""
        self._end_step()
        changes.toggle_kind(self.textCursor(), kind)
        self.viewport().update()
        self.format_changed.emit()

    def toggle_ticks(self) -> bool:
        """Tick or untick the selected tick items; return whether there was one."""
        return self._announce_tick(changes.toggle_ticks(self.textCursor()))

    def _announce_tick(self, state: bool | None) -> bool:  # noqa: FBT001 - a state, not a switch
        if state is None:
            return False
        self._end_step()
        self._announce(_("Ticked") if state else _("Not ticked"))
        return True

    def spoken_format(self) -> str:
        """Return the format of the line at the cursor in words, as a screen reader says it."""
        return spoken(self.textCursor().block())

    def _take_cursor(self) -> None:
        line = self.textCursor().blockNumber()
        if line != self._line:
            self._line = line
            self._announce(self.spoken_format() if QAccessible.isActive() else "")
        self.format_changed.emit()

    def _announce(self, words: str) -> None:
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _say_format(self, _chars: QTextCharFormat) -> None:
        self.format_changed.emit()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Take our own keys before the menu of the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        ticks = event.modifiers() == _CONTROL and event.key() in {Qt.Key.Key_Space, *_ENTER}
        return not self.isReadOnly() and (ticks or pressed(event) is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leave(event) or (not self.isReadOnly() and self._press(event)):
            event.accept()
            return
        typed = event.text()
        if typed and typed.isprintable() and not self.textCursor().hasSelection() and not self.isReadOnly():
            self._type(event)
        else:
            self._end_step()
            super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.format_changed.emit()  # a line may be of another kind without the cursor having moved

    def _leave(self, event: QKeyEvent) -> bool:
        backwards = event.key() == Qt.Key.Key_Backtab
        if backwards or (event.key() == Qt.Key.Key_Tab and event.modifiers() & _CONTROL):
            return QWidget.focusNextPrevChild(self, not backwards)  # QTextEdit's own keeps the focus
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = pressed(event)
        if command is not None:
            return self.do(command.key)
        cursor = self.textCursor()
        if modifiers == _CONTROL and (key == Qt.Key.Key_Space or key in _ENTER):
            return self.toggle_ticks()
        if key in _ENTER and not modifiers:
            handled = changes.press_enter(cursor)
        elif key == Qt.Key.Key_Backspace and not modifiers & ~_SHIFT:
            handled = changes.press_backspace(cursor)
        else:
            return False
        if handled:
            self._end_step()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            self.format_changed.emit()
        return handled

    def _type(self, event: QKeyEvent) -> None:
        """Type, in steps to undo of a few words: Qt would make everything typed in one go a single step."""
        cursor = self.textCursor()
        pause = not self._step.isValid() or self._step.elapsed() > _PAUSE_MS
        if pause or (self._letters > _STEP_LETTERS and event.text().isspace()):
            cursor.beginEditBlock()
            self._letters = 0
        else:
            cursor.joinPreviousEditBlock()
        super().keyPressEvent(event)
        cursor.endEditBlock()
        self.ensureCursorVisible()  # only now the lines are laid out with the new letter
        self._letters += 1
        self._step.start()

    def _end_step(self) -> None:
        self._step.invalidate()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._end_step()
        if event.button() == Qt.MouseButton.LeftButton and not self.isReadOnly():
            item = self._box_at(event.position())
            if item is not None:
                self._announce_tick(changes.toggle_ticks(QTextCursor(item)))
                event.accept()
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._box_at(event.position()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            over_box = self._box_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over_box else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    @guarded
    def focusOutEvent(self, event: QEvent) -> None:
        self._end_step()
        super().focusOutEvent(event)  # type: ignore[arg-type]

    # What comes in and goes out

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return clipboard.can_paste(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly() or not clipboard.can_paste(source):
            return
        self._end_step()
        note, replaced = clipboard.paste(source)
        cursor = self.textCursor()
        changes.insert_note(cursor, note)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if replaced:
            self.characters_replaced.emit(replaced)

    def createMimeDataFromSelection(self) -> QMimeData:
        return clipboard.copy(self.textCursor())
