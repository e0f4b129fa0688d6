"""A task in a list that goes across steps: tick, words, who, by when, which step, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.ui.checklist.words import meta_words, when_words
from secondopinion_desktop.ui.widgets import CheckRow, IconButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.task import Task


class TaskLine(CheckRow):
    """`toggled` carries the task's id and whether it is ticked now; `wanted` the id of a task to be shown."""

    toggled = Signal(str, bool)
    wanted = Signal(str)

    def __init__(self, task: Task, step_name: str = "", parent: QWidget | None = None) -> None:
        done = task.status is TaskStatus.DONE
        super().__init__(
            task.title,
            meta_words(task, step_name),
            checked=done,
            fade_when_done=True,
            meta_tone="prog" if when_words(task).late else "muted",
            parent=parent,
        )
        self.setFocusProxy(None)  # type: ignore[arg-type]  # or Tab would stop at the row and at its box
        self.task_id = task.id
        place = _("Go to this task in {step}").format(step=step_name) if step_name else _("Go to this task")
        self.opener = IconButton("chevron-right", place, ink="muted")
        self.opener.clicked.connect(self._want)
        self.trailing.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignVCenter)
        self.ticked.connect(self._tell_task)

    def _tell_task(self, checked: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.toggled.emit(self.task_id, checked)

    def _want(self) -> None:
        self.wanted.emit(self.task_id)
