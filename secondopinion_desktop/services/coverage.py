"""Who pays, and which tasks fit it. Nothing that was ticked or written goes when the answer changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.model.handles import Task
from secondopinion_desktop.model.ids import stable_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.storage.unit import Unit


def guide_tasks(coverage: str) -> Iterator[Task]:
    """Give a new task for each of the guidance that fits `coverage`, with its place in its step."""
    for step in guidance.steps():
        for position, task in enumerate(step.tasks, start=1):
            if task.fits(coverage):
                yield Task(
                    id=stable_id("task", task.id),
                    step=step.key,
                    title=task.text,
                    who="" if task.owner is guidance.Owner.ME else task.owner.words,
                    position=float(position),
                    guidance_id=task.id,
                )


def room_for_guide(step: str) -> float:
    """Return the last place in a step that a task of the guidance may have, whoever pays."""
    return float(len(guidance.step(step).tasks))


def fit_tasks(unit: Unit, before: str, after: str) -> None:
    """Add tasks that fit only now, put open ones aside that fit no longer, and bring back what was put aside.

    Tasks that are done, tasks of the person's own and tasks that fit before and now stay as they are.
    """
    fitted = {task.id for task in guide_tasks(before)}
    fits = {task.id: task for task in guide_tasks(after)}
    for task_id, task in fits.items():
        there = unit.get(Task, task_id)
        if there is None and task_id not in fitted:
            unit.add(task)
        elif there is not None:
            _bring_back(unit, there, came=task_id not in fitted)
    for task_id in fitted - fits.keys():
        there = unit.get(Task, task_id)
        if there is not None and there.removed_at is None and there.status in {TaskStatus.OPEN, TaskStatus.WAITING}:
            unit.change(Task, task_id, status=TaskStatus.SKIPPED, put_aside=there.status)


def _bring_back(unit: Unit, task: Task, *, came: bool) -> None:
    """Undo takes an added task away by removing it, so one that fits only now comes back from there too."""
    if task.removed_at is not None and came:
        unit.restore(Task, task.id)
    if task.put_aside and (came or task.removed_at is None):
        unit.change(Task, task.id, status=TaskStatus(task.put_aside), put_aside="")
