"""What a person can do in a note by button, menu or keys: one QAction each, for all three."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.richtext import Kind, Mark

if TYPE_CHECKING:
    from secondopinion_desktop.ui.editor.editor import NoteEditor


@dataclass(frozen=True)
class Command:
    """One tool. `does` is the kind of block or the mark it gives; None for undo and redo."""

    name: str
    words: str
    icon: str
    keys: str | QKeySequence.StandardKey
    does: Kind | Mark | None = None


COMMANDS = (
    Command("heading", N_("Heading"), "heading", "Ctrl+Alt+1", Kind.HEADING),
    Command("bold", N_("Bold"), "bold", "Ctrl+B", Mark.STRONG),
    Command("italic", N_("Italic"), "italic", "Ctrl+I", Mark.EM),
    Command("bullets", N_("Bullets"), "bullets", "Ctrl+Shift+8", Kind.BULLET),
    Command("numbers", N_("Numbers"), "numbers", "Ctrl+Shift+7", Kind.NUMBER),
    Command("ticks", N_("Items to tick"), "ticks", "Ctrl+Shift+9", Kind.TICK),
    Command("highlight", N_("Highlight as important"), "highlight", "Ctrl+Shift+H", Mark.HIGHLIGHT),
    Command("undo", N_("Undo"), "undo", QKeySequence.StandardKey.Undo),
    Command("redo", N_("Redo"), "redo", QKeySequence.StandardKey.Redo),
)


class FormatAction(QAction):
    """Gives one format to the text, and shows whether the text at the cursor has it."""

    def __init__(self, editor: NoteEditor, command: Command) -> None:
        super().__init__(_(command.words), editor)
        self._editor, self._does = editor, command.does
        self.setCheckable(True)
        self.triggered.connect(self._give)

    def _give(self) -> None:
        if isinstance(self._does, Kind):
            self._editor.toggle_kind(self._does)
        elif self._does is not None:
            self._editor.toggle_mark(self._does)
        self.follow()

    def follow(self) -> None:
        """Show what is so at the cursor."""
        on = self._editor.kind() is self._does if isinstance(self._does, Kind) else self._has_mark()
        if on != self.isChecked():
            self.setChecked(on)

    def _has_mark(self) -> bool:
        return isinstance(self._does, Mark) and self._editor.has_mark(self._does)


class Commands(QObject):
    """The actions of one editor, by name; their keys work while it has the focus."""

    def __init__(self, editor: NoteEditor) -> None:
        super().__init__(editor)
        self.actions: dict[str, QAction] = {}
        self._formats: list[FormatAction] = []
        for command in COMMANDS:
            self.actions[command.name] = self._made(editor, command)
        editor.format_changed.connect(self._follow)
        history = editor.document()
        for name, available in (("undo", history.undoAvailable), ("redo", history.redoAvailable)):
            available.connect(self.actions[name].setEnabled)
            self.actions[name].setEnabled(False)
        self.actions["undo"].triggered.connect(editor.undo)
        self.actions["redo"].triggered.connect(editor.redo)

    def _made(self, editor: NoteEditor, command: Command) -> QAction:
        if command.does is None:
            action = QAction(_(command.words), editor)
        else:
            action = FormatAction(editor, command)
            self._formats.append(action)
        keys = [QKeySequence(command.keys)] if isinstance(command.keys, str) else QKeySequence.keyBindings(command.keys)
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        editor.addAction(action)
        return action

    def _follow(self) -> None:
        for action in self._formats:
            action.follow()
