"""All open tasks on one page, by step, to be ticked right there."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop import guidance
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.checklist import TaskLine
from secondopinion_desktop.ui.widgets import Dialog, Line, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile


class OpenTasksDialog(Dialog):
    """`wanted` is the id of the task that the person wants to see in its step, or "". A ticked task stays in sight."""

    def __init__(self, file: OpenFile, parent: QWidget | None = None) -> None:
        super().__init__(_("Open tasks"), width=680, parent=parent)
        self._file = file
        self.wanted = ""
        self.lines: list[TaskLine] = []
        self.error = PlainLabel("", "body", "error")
        self.error.hide()
        self.add(self.error)
        order = {key: number for number, key in enumerate(guidance.STEP_KEYS)}
        tasks = sorted(file.steps.open_tasks(), key=lambda task: (order[task.step], task.position))
        for step, group in groupby(tasks, key=attrgetter("step")):
            self.add(PlainLabel(guidance.step(step).name, "card-title"))
            for number, task in enumerate(group):
                if number:
                    self.add(Line())
                line = TaskLine(task)
                line.toggled.connect(self._tick)
                line.wanted.connect(self._go)
                self.lines.append(line)
                self.add(line)
        self.body.addStretch(1)
        close = self.add_button(_("Close"), "secondary", default=True)
        close.clicked.connect(self.accept)
        if self.lines:
            self.lines[0].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, task_id: str, done: bool) -> None:  # noqa: FBT001 - Qt's slot
        line = next(line for line in self.lines if line.task_id == task_id)
        try:
            self._file.tasks.tick(task_id, done=done)
        except UserError as error:
            line.set_ticked(ticked=not done)
            self.error.setText(str(error))
            self.error.show()
        else:
            self.error.hide()

    def _go(self, task_id: str) -> None:
        self.wanted = task_id
        self.accept()
