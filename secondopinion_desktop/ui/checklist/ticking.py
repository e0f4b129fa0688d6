"""Ticking a task, and what is said afterwards: Undo, or at the last tick of a step, whether the step is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import StepStatus

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class Ticking:
    """Ticks tasks of `file` and tells through `messages`. A list keeps one of these."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        self._file, self._messages = file, messages
        self._step = ""

    def tick(self, task_id: str, *, done: bool, origin: object | None = None) -> bool:
        """Tick or untick a task; return whether that could be saved."""
        done_so = self._messages.could(self._file.tasks.tick, task_id, done=done, origin=origin)
        if done_so:
            self._tell(task_id, done=done)
        return done_so

    def mark_done(self) -> None:
        """Mark the step done whose last task was ticked."""
        self._file.steps.set_status(self._step, StepStatus.DONE)
        self._messages.toast(_("Step marked done"), self._file.history.way_back().now)

    def _tell(self, task_id: str, *, done: bool) -> None:
        step = self._file.steps.one(self._file.tasks.get(task_id).step)
        if done and step.can_be_done:
            self._step = step.key
            words = _("All tasks of \N{LEFT DOUBLE QUOTATION MARK}{step}\N{RIGHT DOUBLE QUOTATION MARK} are done")
            self._messages.toast(words.format(step=step.name), self.mark_done, _("Mark this step done"))
        else:
            self._messages.toast(_("Task done") if done else _("Task is open again"), self._file.history.way_back().now)
