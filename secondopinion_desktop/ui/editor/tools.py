"""The row of tools above a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.editor.commands import COMMANDS, Command
from secondopinion_desktop.ui.widgets import Box, IconButton, Line, Row, plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.ui.editor.editor import NoteEditor


class ToolButton(IconButton):
    """One tool. A press with the mouse leaves the keyboard in the note; Tab reaches it all the same."""

    def __init__(self, editor: NoteEditor, command: Command) -> None:
        super().__init__(command.icon, command.words, checkable=command.does is not None)
        self._editor, self._command = editor, command
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(plain_tooltip(command.words_with_keys))
        self.clicked.connect(self._do)

    def _do(self) -> None:
        self._editor.do(self._command.key)
        self.follow()

    def follow(self) -> None:
        """Show whether the text at the cursor has this format."""
        if self.isCheckable():
            self.setChecked(self._editor.has(self._command.key))


class EditorTools(Box):
    """A button for each command, at most 400 pixels wide at 100 % text."""

    def __init__(self, editor: NoteEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="chrome")
        self.setAccessibleName(_("Formats"))
        row = Row(self, gap=3, margins=(8, 4, 8, 4))
        self.buttons = {command.key: ToolButton(editor, command) for command in COMMANDS}
        for key, button in self.buttons.items():
            if key == "undo":
                row.addWidget(Line(vertical=True))
            row.addWidget(button)
        row.addStretch(1)
        editor.format_changed.connect(self._follow)
        history = editor.document()
        for key, available in (("undo", history.undoAvailable), ("redo", history.redoAvailable)):
            available.connect(self.buttons[key].setEnabled)
            self.buttons[key].setEnabled(False)
        self._follow()

    def set_can_write(self, *, can_write: bool) -> None:
        """Let the tools be used, or show that this note can only be read."""
        self.setEnabled(can_write)

    def _follow(self) -> None:
        for button in self.buttons.values():
            button.follow()
