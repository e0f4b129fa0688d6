"""Does what a person wishes for a task, and says so with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.ui.pages.step.row import Wish

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_STATUSES = {Wish.WAIT: TaskStatus.WAITING, Wish.SKIP: TaskStatus.SKIPPED, Wish.REOPEN: TaskStatus.OPEN}


class Wishes:
    def __init__(self, file: OpenFile, messages: Messages) -> None:
        self._file, self._messages = file, messages

    def grant(self, task_id: str, wish: str, step: str = "") -> None:
        """Do `wish` (a Wish) to a task; `step` is where Wish.MOVE takes it."""
        before = self._file.history.last
        try:
            said = self._do(task_id, Wish(wish), step)
        except UserError as error:
            self._messages.report(error)
            return
        if said and self._file.history.last is not before:
            self._messages.toast(said, self._file.history.way_back().now)

    def _do(self, task_id: str, wish: Wish, step: str) -> str:
        """Return what to say afterwards; nothing where it is plain to see."""
        tasks = self._file.tasks
        if wish in _STATUSES:
            tasks.set_status(task_id, _STATUSES[wish])
            return _("Task marked not needed") if wish is Wish.SKIP else _("Task changed")
        if wish is Wish.REMOVE:
            tasks.remove(task_id)
            return _("Task removed")
        if wish is Wish.MOVE:
            tasks.move_to_step(task_id, step)
            name = self._file.steps.one(step).name
            return _("Task moved to {step}").format(step=name)
        if wish in {Wish.UP, Wish.DOWN}:
            tasks.move(task_id, -1 if wish is Wish.UP else 1)
            return ""
        return self._edit(task_id, who_first=wish is Wish.WHO_AND_WHEN)

    def _edit(self, task_id: str, *, who_first: bool) -> str:
        from secondopinion_desktop.ui.dialogs.task import TaskDialog  # noqa: PLC0415 - only who edits pays for it

        dialog = TaskDialog(self._file, self._file.tasks.get(task_id), start_at="who" if who_first else "")
        return _("Task changed") if self._messages.run(dialog) else ""
