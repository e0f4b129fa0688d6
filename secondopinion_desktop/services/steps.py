"""The eight steps: what the guidance says of each, how far each is, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import StepStatus, TaskStatus
from secondopinion_desktop.model.handles import StepState, Task
from secondopinion_desktop.model.progress import FINISHED, Progress, StepProgress, progress, step_progress
from secondopinion_desktop.storage.begun import KINDS, steps_begun
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store
    from secondopinion_desktop.storage.unit import Unit

SHOWN: Final = KINDS | {"task", "step_state"}
"""A change of one of these can change where a step stands."""


@dataclass(frozen=True)
class StepView:
    """One line of the step tracker. `number` counts from 1; `by_hand` says the person set the status.

    `words` say the status with the count of tasks; `can_be_done` says that no task is left to do. `reason` is why it
    is not needed, in the person's words.
    """

    key: str
    number: int
    name: str
    status: StepStatus
    by_hand: bool
    done: int
    total: int
    words: str
    can_be_done: bool
    reason: str = ""

    @property
    def is_finished(self) -> bool:
        """Return whether the step counts as done: done, or not needed."""
        return self.status in FINISHED


@dataclass(frozen=True)
class Tracker:
    """Everything the step tracker shows, read in one go. `next_task` is the one suggested action, or None."""

    steps: list[StepView]
    finished: int
    next_task: Task | None


class Steps:
    def __init__(self, store: Store) -> None:
        self._store = store

    @staticmethod
    def names() -> list[tuple[str, str]]:
        """Return key and name of the eight steps in their order, without reading how far each is."""
        return [(step.key, step.name) for step in guidance.steps()]

    def tracker(self) -> Tracker:
        """Return the steps, how many are finished, and the task to do next."""
        found = self._progress()
        return Tracker([_view(step) for step in found.steps], found.finished, found.next_task)

    def one(self, key: str) -> StepView:
        """Return one step."""
        with self._store.database.reading() as session:
            tasks = rows(session, Task, step=key)
            state = next(iter(rows(session, StepState, id=key)), None)
            begun = key in steps_begun(session)
        if state is None:
            return _view(step_progress(key, tasks, begun=begun))
        return replace(_view(step_progress(key, tasks, state.status, begun=begun)), reason=state.reason)

    def are_begun(self) -> bool:
        """Return whether a task was ticked, or somebody said how far a step is."""
        by_hand = tuple(status.value for status in StepStatus)
        with self._store.database.reading() as session:
            return session.are_any(Task, status=TaskStatus.DONE) or session.are_any(StepState, status=by_hand)

    def next_task(self) -> Task | None:
        """Return the open task with the nearest date, else the first open task of the first open step, or None."""
        return self._progress().next_task

    def open_tasks(self) -> list[Task]:
        """Return the open tasks of the steps that are not finished, the one to do next first."""
        return list(self._progress().open_tasks)

    def set_status(self, key: str, status: StepStatus | None) -> None:
        """Say how far a step is; None lets it follow its tasks again."""
        with self._store.writing(_("Change step")) as unit:
            say_of_step(unit, key, status=status or "", before=None)

    def say_why(self, key: str, reason: str) -> None:
        """Say why a step is not needed; kept for the day when it is not needed again."""
        with self._store.writing(_("Change step")) as unit:
            say_of_step(unit, key, reason=reason)

    def _progress(self) -> Progress[Task]:
        with self._store.database.reading() as session:
            tasks = rows(session, Task, "position")
            by_hand = {state.id: state.status for state in rows(session, StepState)}
            begun = steps_begun(session)
        return progress(guidance.STEP_KEYS, tasks, by_hand, begun)


def say_of_step(unit: Unit, key: str, **values: Any) -> None:
    """Keep what the person says of a step. Undo takes the first word by removing the row: a later one begins anew."""
    state = unit.get(StepState, key)
    if state is None:
        unit.add(StepState(id=key, **values))
        return
    if state.removed_at is not None:
        unit.restore(StepState, key)
        values = {"status": "", "before": None, "reason": ""} | values
    unit.change(StepState, key, **values)


def _view(step: StepProgress) -> StepView:
    told = guidance.step(step.key)
    return StepView(
        step.key,
        told.number,
        told.name,
        step.status,
        step.by_hand,
        step.done,
        step.total,
        step.words,
        step.can_be_done,
    )
