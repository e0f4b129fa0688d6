"""Adding a task in place: a button that becomes a line to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.newline import NewLine
from secondopinion_desktop.ui.widgets import Box, Button, Column, PlainLabel, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.services.filesettings import FileSettings


class _Line(NewLine):
    """Enter keeps the keyboard, Esc gives it back."""

    entered = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class AddRow(Box):
    """`added` carries the words of a new task. Words that stand in the line when it is left are added too.

    Who hears it and cannot keep them puts them back into `line`.
    """

    added = Signal(str)

    def __init__(self, settings: FileSettings) -> None:
        super().__init__()
        column = Column(self, gap=4)
        row = Row(gap=8, margins=(0, 6, 0, 0))
        column.addLayout(row)
        self.opener = Button(_("Add a task"), "quiet", "plus")
        self.opener.clicked.connect(self.open)
        row.addWidget(self.opener)
        self.line = _Line("", _("What is to be done?"))
        self._label = PlainLabel(_("New task"), "small-strong", wrap=False)
        self._label.setBuddy(self.line)
        self.line.setAccessibleName(_("New task"))
        self.line.setAccessibleDescription(_("Enter adds it"))
        self.line.entered.connect(self.flush)
        self.line.left.connect(self._leave)
        self.line.given_up.connect(self._give_up)
        row.addWidget(self._label)
        row.addWidget(self.line, 1)
        row.addStretch(0)
        self._draft = Draft(settings, self.line, column)
        self._show_line(shown=False)

    def belong_to(self, step: str) -> None:
        """Know of which step a new task is, and show again what was typed for it and not added."""
        self._draft.belong_to(f"task_draft:{step}")
        self._show_line(shown=bool(self.line.text()))

    def open(self) -> None:
        """Put the line there and the keyboard in it."""
        self._show_line(shown=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Add what stands in the line, if there is anything; return whether nothing is left there."""
        return self._draft.leave(self._keep)

    def _keep(self, words: str) -> bool:
        self.added.emit(" ".join(words.split()))
        return not self.line.text()

    def _leave(self) -> None:
        if self.flush():
            self._show_line(shown=False)

    def _give_up(self) -> None:
        self.line.clear()
        self._show_line(shown=False)
        self.opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_line(self, *, shown: bool) -> None:
        self.opener.setVisible(not shown)
        self._label.setVisible(shown)
        self.line.setVisible(shown)
