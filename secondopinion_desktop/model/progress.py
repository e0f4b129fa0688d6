"""Where the steps stand and what comes next. Status follows what is done and written; the person's word wins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, Protocol, TypeVar

from secondopinion_desktop.base.i18n import ngettext
from secondopinion_desktop.model.choices import StepStatus, TaskStatus
from secondopinion_desktop.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

FINISHED: Final = frozenset((StepStatus.DONE, StepStatus.NOT_NEEDED))
_SETTLED: Final = frozenset((TaskStatus.DONE, TaskStatus.SKIPPED))
_NO_DATE: Final = (date.max, 0)


class TaskState(Protocol):
    """What counts of a task; the rows of the file are like this."""

    @property
    def step(self) -> str:
        """The key of its step."""

    @property
    def status(self) -> TaskStatus: ...

    @property
    def due(self) -> str:
        """The stored text of a `PartialDate`, "" where there is none."""

    @property
    def position(self) -> float:
        """Its place in its step."""


_Task = TypeVar("_Task", bound=TaskState)


class StepProgress(NamedTuple):
    """One step: `done` of `total` tasks, not counting those that are not needed.

    `by_hand`: the person set the status. `can_be_done`: no task is left, so "Mark this step done" can be offered.
    """

    key: str
    status: StepStatus
    by_hand: bool
    done: int
    total: int
    can_be_done: bool

    @property
    def words(self) -> str:
        """Return "In progress, 3 of 5 tasks", or only the status where counting says no more."""
        begun = self.status == StepStatus.IN_PROGRESS and self.done
        if self.total and (begun or self.status == StepStatus.WAITING):
            tasks = ngettext("{done} of {count} task", "{done} of {count} tasks", self.total)
            return f"{self.status.words}, {tasks.format(done=self.done, count=self.total)}"
        return self.status.words


class Progress(NamedTuple, Generic[_Task]):
    """All steps in their order, how many are finished, and the open tasks, the one to do next first."""

    steps: tuple[StepProgress, ...]
    finished: int
    open_tasks: tuple[_Task, ...]

    @property
    def next_task(self) -> _Task | None:
        """The one suggested action, None where nothing is open."""
        return self.open_tasks[0] if self.open_tasks else None


def step_progress(key: str, tasks: Iterable[TaskState], by_hand: str = "", *, begun: bool = False) -> StepProgress:
    """Return where a step stands. `by_hand` is a StepStatus or ""; tasks of other steps are left out.

    A step that something was written for has `begun`, before any task is ticked. Ticking the last task does not finish
    a step: that is offered, and the person decides.
    """
    states = [task.status for task in tasks if task.step == key]
    counted = [status for status in states if status != TaskStatus.SKIPPED]
    status = StepStatus(by_hand) if by_hand else _by_tasks(counted)
    if begun and status == StepStatus.NOT_STARTED and not by_hand:
        status = StepStatus.IN_PROGRESS
    all_settled = bool(states) and all(status in _SETTLED for status in states)
    return StepProgress(
        key=key,
        status=status,
        by_hand=bool(by_hand),
        done=counted.count(TaskStatus.DONE),
        total=len(counted),
        can_be_done=all_settled and status not in FINISHED,
    )


def _by_tasks(counted: Sequence[TaskStatus]) -> StepStatus:
    if TaskStatus.WAITING in counted and TaskStatus.OPEN not in counted:
        return StepStatus.WAITING
    if TaskStatus.DONE in counted or TaskStatus.WAITING in counted:
        return StepStatus.IN_PROGRESS
    return StepStatus.NOT_STARTED


def progress(
    step_keys: Sequence[str],
    tasks: Iterable[_Task],
    by_hand: Mapping[str, str],
    begun: Collection[str] = (),
) -> Progress[_Task]:
    """Return where everything stands; `by_hand` maps step keys to the status a person set, "" or missing for none.

    `begun` are the steps that something was written for.
    """
    listed = list(tasks)
    steps = tuple(step_progress(key, listed, by_hand.get(key, ""), begun=key in begun) for key in step_keys)
    return Progress(steps, sum(step.status in FINISHED for step in steps), _open_tasks(steps, listed))


def _open_tasks(steps: Sequence[StepProgress], tasks: list[_Task]) -> tuple[_Task, ...]:
    """Return open tasks of unfinished steps: dated ones by date, then the others in the order of the steps.

    Steps that wait for someone come after those where the person can act.
    """
    place = {step.key: number for number, step in enumerate(steps) if step.status not in FINISHED}
    waiting = {step.key for step in steps if step.status == StepStatus.WAITING}
    still_open = [task for task in tasks if task.status == TaskStatus.OPEN and task.step in place]

    def order(task: _Task) -> tuple[tuple[date, int], bool, int, float]:
        due = PartialDate.from_optional_text(task.due)
        return (
            due.sort_key if due else _NO_DATE,
            not due and task.step in waiting,
            place[task.step],
            task.position,
        )

    return tuple(sorted(still_open, key=order))
