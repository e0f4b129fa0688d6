"""The eight steps: what the guidance says of each, how far each is, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model import progress
from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.model.task import StepState, Task
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from secondopinion_desktop.services.tasks import Tasks
    from secondopinion_desktop.storage.store import Store


@dataclass(frozen=True)
class StepView:
    """One line of the step tracker. `number` counts from 1; `by_hand` says the person set the status."""

    key: str
    number: int
    name: str
    status: StepStatus
    by_hand: bool
    done: int
    total: int


@dataclass(frozen=True)
class NextTask:
    """The one suggested next action."""

    task_id: str
    step: str
    title: str


class Steps:
    def __init__(self, store: Store, tasks: Tasks) -> None:
        self._store = store
        self._tasks = tasks

    def all(self) -> list[StepView]:
        """Return the eight steps in their order, read in one go."""
        with self._store.database.reading() as session:
            tasks = rows(session, Task, "position")
            states = {state.id: state.status for state in rows(session, StepState)}
        return [self._view(number, step, tasks, states) for number, step in enumerate(guidance.steps(), start=1)]

    def one(self, key: str) -> StepView:
        """Return one step."""
        return next(step for step in self.all() if step.key == key)

    def set_status(self, key: str, status: StepStatus | None) -> None:
        """Say how far a step is; None lets it follow its tasks again."""
        with self._store.writing(_("Change step")) as unit:
            if unit.session.get(StepState, key) is None:
                unit.add(StepState(id=key, status=status or ""))
            else:
                unit.change(StepState, key, status=status or "")

    def next_task(self) -> NextTask | None:
        """Return the open task with the nearest date, else the first open task of the first open step, or None."""
        open_steps = [step.key for step in self.all() if not progress.is_finished(step.status)]
        found = progress.next_task(self._tasks.all(), open_steps)
        return NextTask(found.id, found.step, found.title) if found else None

    def do_next(self, limit: int = 3) -> list[Task]:
        """Return the open tasks to do next, the nearest date first, then by step and place."""
        open_steps = [step.key for step in self.all() if not progress.is_finished(step.status)]
        return progress.in_turn(self._tasks.all(), open_steps)[:limit]

    @staticmethod
    def _view(number: int, step: guidance.Step, tasks: list[Task], states: dict[str, str]) -> StepView:
        mine = [task.status for task in tasks if task.step == step.key]
        by_hand = states.get(step.key, "")
        status = progress.step_status(mine, StepStatus(by_hand) if by_hand else None)
        done, total = progress.count(mine)
        return StepView(step.key, number, step.name, status, bool(by_hand), done, total)
