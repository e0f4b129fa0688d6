"""How far a step is, and which task comes next. Pure rules: they count what the person ticked and judge nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from secondopinion_desktop.model.choices import StepStatus, TaskStatus
from secondopinion_desktop.model.dates.partial import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_FINISHED_TASK = (TaskStatus.DONE, TaskStatus.SKIPPED)
_FINISHED_STEP = (StepStatus.DONE, StepStatus.NOT_NEEDED)


class TaskLike(Protocol):
    """What these rules need to know of a task. `due` is the text form of a PartialDate, or empty."""

    step: str
    due: str
    status: TaskStatus
    position: float


T = TypeVar("T", bound=TaskLike)


def step_status(tasks: Sequence[TaskStatus], by_hand: StepStatus | None = None) -> StepStatus:
    """Return how far a step is: what the person said, else what the tasks say.

    The last tick never finishes a step by itself; the program only offers that.
    """
    if by_hand is not None:
        return by_hand
    begun = [status for status in tasks if status is not TaskStatus.OPEN]
    if not begun:
        return StepStatus.NOT_STARTED
    unfinished = [status for status in tasks if status not in _FINISHED_TASK]
    if unfinished and all(status is TaskStatus.WAITING for status in unfinished):
        return StepStatus.WAITING
    return StepStatus.IN_PROGRESS


def is_finished(status: StepStatus) -> bool:
    """Return whether a step counts as done: done, or not needed."""
    return status in _FINISHED_STEP


def count(tasks: Sequence[TaskStatus]) -> tuple[int, int]:
    """Return how many tasks are finished, and how many there are."""
    return sum(status in _FINISHED_TASK for status in tasks), len(tasks)


def in_turn(tasks: Iterable[T], open_steps: Sequence[str]) -> list[T]:
    """Return the open tasks of the open steps: those with the nearest date first, then by step and place."""
    step_order = {step: number for number, step in enumerate(open_steps)}
    waiting = [task for task in tasks if task.status is TaskStatus.OPEN and task.step in step_order]
    return sorted(waiting, key=lambda task: (_due(task), step_order[task.step], task.position))


def next_task(tasks: Iterable[T], open_steps: Sequence[str]) -> T | None:
    """Return the one task to suggest, or None when nothing is open."""
    return next(iter(in_turn(tasks, open_steps)), None)


def _due(task: TaskLike) -> tuple[bool, date | None]:
    # A task without a date comes after all that have one; None is never compared with a date.
    day = PartialDate.from_text(task.due).latest if task.due else None
    return (day is None, day)
