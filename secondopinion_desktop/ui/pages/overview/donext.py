"""Do next: at most three tasks, the nearest date first, ticked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.checklist import TaskLine
from secondopinion_desktop.ui.pages.overview.listing import ListCard
from secondopinion_desktop.ui.widgets import Button, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secondopinion_desktop.model.task import Task

SHOWN = 3


class DoNextCard(ListCard):
    """`ticked` carries a task's id and whether it is done; `wanted` the id of a task to be shown in its step."""

    ticked = Signal(str, bool)
    wanted = Signal(str)
    add_requested = Signal()
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Do next"), inset=True)
        self.adder = Button(_("Add"), "quiet", "plus")
        self.adder.setAccessibleName(_("Add a task"))
        self.adder.clicked.connect(self.add_requested)
        self.add_action(self.adder)
        self._nothing = PlainLabel(_("No open tasks."), "body", "muted")
        self.indented().addWidget(self._nothing)
        self.body.addStretch(1)
        self.see_all = Button("", "quiet")
        self.see_all.clicked.connect(self.all_requested)
        self.body.addWidget(self.see_all, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines: list[TaskLine] = []

    def show_tasks(self, tasks: Sequence[Task], step_names: Mapping[str, str]) -> None:
        """Show the first of `tasks`, all that are open, in the order to do them."""
        had_keyboard = next((number for number, line in enumerate(self.lines) if line.box.hasFocus()), None)
        self.lines = [TaskLine(task, step_names.get(task.step, "")) for task in tasks[:SHOWN]]
        for line in self.lines:
            line.toggled.connect(self.ticked)
            line.wanted.connect(self.wanted)
        self.fill(self.lines)
        self._nothing.setVisible(not tasks)
        words = ngettext("See the {count} open task", "See all {count} open tasks", len(tasks))
        self.see_all.set_words(words.format(count=len(tasks)))
        self.see_all.setVisible(bool(tasks))
        if had_keyboard is not None:
            self._give_keyboard(had_keyboard)

    def _give_keyboard(self, number: int) -> None:
        if self.lines:
            self.lines[min(number, len(self.lines) - 1)].box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.adder.setFocus(Qt.FocusReason.OtherFocusReason)
