"""Everything one can do with a task besides ticking it, in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.ui.pages.step.row import Wish
from secondopinion_desktop.ui.theme import icon
from secondopinion_desktop.ui.widgets import button_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.ui.pages.step.related import Place


class TaskMenu(QMenu):
    """`wished` carries the task's id, a Wish, and for Wish.MOVE the key of the step it goes to."""

    wished = Signal(str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._task_id = ""
        self.triggered.connect(self._tell)

    def show_for(
        self, task: Task, *, first: bool, last: bool, steps: Mapping[str, str], place: Place | None = None
    ) -> None:
        """Offer what can be done with `task`; `steps` are keys and names of the others, `place` is where it is done."""
        self.clear()
        self._task_id = task.id
        if place is not None:
            self._offer(_("Go to {place}").format(place=_(place.name)), Wish.OPEN_PLACE, place.icon)
            self.addSeparator()
        self._offer(_("Change this task"), Wish.EDIT, "pencil")
        self._offer(_("Set who and when"), Wish.WHO_AND_WHEN, "calendar")
        self.addSeparator()
        self._offer(_("Move up"), Wish.UP, "arrow-up").setEnabled(not first)
        self._offer(_("Move down"), Wish.DOWN, "arrow-down").setEnabled(not last)
        elsewhere = self.addMenu(icon("arrow-right"), _("Move to another step"))
        for key, name in steps.items():
            elsewhere.addAction(button_text(name)).setData((Wish.MOVE, key))
        self.addSeparator()
        if task.status in {TaskStatus.WAITING, TaskStatus.SKIPPED}:
            self._offer(_("Open again"), Wish.REOPEN, "undo")
        if task.status is TaskStatus.OPEN:
            self._offer(_("Waiting for someone"), Wish.WAIT, "clock")
        if task.status in {TaskStatus.OPEN, TaskStatus.WAITING}:
            self._offer(_("Not needed"), Wish.SKIP, "status-not-needed")
        self._offer(_("Remove"), Wish.REMOVE, "trash")

    def _offer(self, words: str, wish: Wish, icon_name: str) -> QAction:
        action = self.addAction(icon(icon_name), button_text(words))
        action.setData((wish, ""))
        return action

    def _tell(self, action: QAction) -> None:
        wish, key = action.data()
        self.wished.emit(self._task_id, wish, key)
