"""Tasks of the steps."""

from __future__ import annotations

from typing import Any

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.model.handles import Task
from secondopinion_desktop.services.coverage import room_for_guide
from secondopinion_desktop.services.rows import Placed


class Tasks(Placed[Task]):
    table = Task
    adding = N_("Add task")
    changing = N_("Change task")
    removing = N_("Remove task")
    moving = N_("Move task")

    def of_step(self, step: str) -> list[Task]:
        """Return the tasks of one step, in their order, without those that were put aside because of who pays."""
        return [task for task in self.all(step=step) if not (task.put_aside and task.status is TaskStatus.SKIPPED)]

    def add_to(self, step: str, title: str, who: str = "", due: str = "", note: str = "") -> Task:
        """Add a task at the end of a step. Raises FieldError if the title is empty."""
        position = self._last_position(step=step) + 1
        return self.add(step=step, title=title, who=who, due=due, note=note, position=position)

    def _last_position(self, **equal: Any) -> float:
        """Leave room for all tasks of the guidance: some of them come only when it is said who pays."""
        return max(super()._last_position(**equal), room_for_guide(equal["step"]))

    def tick(self, task_id: str, *, done: bool, origin: object | None = None) -> None:
        """Mark a task done today, or open again."""
        label = _("Tick task") if done else _("Open task again")
        with self.store.writing(label, origin=origin) as unit:
            unit.change(
                Task,
                task_id,
                status=TaskStatus.DONE if done else TaskStatus.OPEN,
                done_on=clock.today().isoformat() if done else "",
            )

    def move(self, task_id: str, offset: int) -> None:
        """Move a task up (-1) or down (+1) in its step."""
        self._move(task_id, offset, self.of_step(self.get(task_id).step))

    def move_to_step(self, task_id: str, step: str, **values: Any) -> None:
        """Put a task at the end of another step, and set `values` with it. Raises FieldError."""
        last = self._last_position(step=step)
        with self.store.writing(_(self.moving)) as unit:
            unit.change(Task, task_id, step=step, position=last + 1, **values)

    def set_status(self, task_id: str, status: TaskStatus) -> None:
        """Say that a task waits for somebody, is not needed, or is open again."""
        with self.store.writing(_(self.changing)) as unit:
            unit.change(Task, task_id, status=status, done_on="", put_aside="")
