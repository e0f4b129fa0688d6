from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.model.choices import StepStatus, TaskStatus
from secondopinion_desktop.model.progress import FINISHED, progress, step_progress

OPEN, WAITING, DONE, SKIPPED = TaskStatus.OPEN, TaskStatus.WAITING, TaskStatus.DONE, TaskStatus.SKIPPED
STEPS = ("first", "second", "third")


class Task(NamedTuple):
    step: str
    status: TaskStatus = OPEN
    due: str = ""
    position: float = 0.0
    title: str = ""


def tasks_of(*states: TaskStatus) -> list[Task]:
    return [Task("first", state) for state in states]


@pytest.mark.parametrize(
    ("states", "status"),
    [
        ((), StepStatus.NOT_STARTED),
        ((OPEN, OPEN), StepStatus.NOT_STARTED),
        ((DONE, OPEN), StepStatus.IN_PROGRESS),
        ((WAITING, OPEN), StepStatus.IN_PROGRESS),
        ((WAITING, DONE), StepStatus.WAITING),
        ((WAITING,), StepStatus.WAITING),
        ((WAITING, SKIPPED), StepStatus.WAITING),
        ((SKIPPED, OPEN), StepStatus.NOT_STARTED),
        ((DONE, DONE), StepStatus.IN_PROGRESS),
    ],
)
def test_the_status_of_a_step_follows_its_tasks(states: tuple[TaskStatus, ...], status: StepStatus) -> None:
    found = step_progress("first", tasks_of(*states))
    assert found.status == status
    assert not found.by_hand


@pytest.mark.parametrize("by_hand", list(StepStatus))
def test_the_hand_wins(by_hand: StepStatus) -> None:
    for states in ((), (OPEN,), (DONE, DONE), (WAITING,)):
        found = step_progress("first", tasks_of(*states), by_hand.value)
        assert found.status == by_hand
        assert found.by_hand


def test_the_last_tick_offers_to_finish_the_step() -> None:
    assert not step_progress("first", tasks_of(DONE, OPEN)).can_be_done
    assert step_progress("first", tasks_of(DONE, DONE)).can_be_done
    assert step_progress("first", tasks_of(DONE, SKIPPED)).can_be_done
    assert not step_progress("first", tasks_of(DONE, WAITING)).can_be_done


def test_nothing_is_offered_where_the_step_is_finished_or_empty() -> None:
    assert not step_progress("first", tasks_of(DONE), "done").can_be_done
    assert not step_progress("first", tasks_of(DONE), "not_needed").can_be_done
    assert not step_progress("first", []).can_be_done


def test_tasks_that_are_not_needed_are_not_counted() -> None:
    found = step_progress("first", tasks_of(DONE, OPEN, SKIPPED))
    assert (found.done, found.total) == (1, 2)


def test_progress_is_said_in_words() -> None:
    assert step_progress("first", tasks_of(DONE, DONE, DONE, OPEN, OPEN)).words == "In progress, 3 of 5 tasks"
    assert step_progress("first", tasks_of(WAITING)).words == "Waiting, 0 of 1 task"
    assert step_progress("first", tasks_of(OPEN)).words == "Not started"
    assert step_progress("first", tasks_of(DONE), "done").words == "Done"
    assert step_progress("first", [], "in_progress").words == "In progress"


def test_steps_not_needed_count_as_finished() -> None:
    found = progress(STEPS, [Task("first", DONE)], {"first": "done", "second": "not_needed", "third": ""})
    assert found.finished == 2


def test_the_next_task_is_the_one_with_the_nearest_date() -> None:
    tasks = [
        Task("first", title="no date"),
        Task("third", due="2026-03-05", title="soonest"),
        Task("second", due="2026-03-10", title="later"),
    ]
    found = progress(STEPS, tasks, {})
    assert [task.title for task in found.open_tasks] == ["soonest", "later", "no date"]
    assert found.next_task == tasks[1]


def test_a_sure_date_comes_before_a_vague_one_of_the_same_day() -> None:
    tasks = [Task("first", due="~2026-03", title="about"), Task("third", due="2026-03-01", title="sure")]
    assert [task.title for task in progress(STEPS, tasks, {}).open_tasks] == ["sure", "about"]


def test_without_dates_the_first_open_task_of_the_first_open_step_is_next() -> None:
    tasks = [
        Task("second", position=2.0, title="second of second"),
        Task("second", position=1.0, title="first of second"),
        Task("first", title="in a finished step"),
        Task("third", title="third"),
    ]
    found = progress(STEPS, tasks, {"first": "done"})
    assert found.next_task
    assert found.next_task.title == "first of second"


def test_tasks_that_wait_or_are_settled_are_not_suggested() -> None:
    tasks = [Task("first", state, due="2026-03-05") for state in (WAITING, DONE, SKIPPED)]
    assert progress(STEPS, tasks, {}).next_task is None


def test_a_dated_task_of_a_finished_step_is_not_suggested() -> None:
    assert progress(STEPS, [Task("first", due="2026-03-05")], {"first": "not_needed"}).next_task is None


def test_a_step_that_waits_for_someone_comes_later_unless_it_has_a_date() -> None:
    undated = [Task("first", title="waiting step"), Task("second", title="can act")]
    assert [task.title for task in progress(STEPS, undated, {"first": "waiting"}).open_tasks] == [
        "can act",
        "waiting step",
    ]
    dated = [Task("first", due="2026-03-05", title="waiting step"), Task("second", title="can act")]
    found = progress(STEPS, dated, {"first": "waiting"}).next_task
    assert found
    assert found.title == "waiting step"


def test_a_task_of_an_unknown_step_is_left_alone() -> None:
    found = progress(STEPS, [Task("of another version")], {})
    assert found.next_task is None
    assert all(step.total == 0 for step in found.steps)


@given(
    tasks=st.lists(
        st.builds(
            Task,
            step=st.sampled_from(STEPS),
            status=st.sampled_from(TaskStatus),
            due=st.sampled_from(["", "2026-03-05", "~2026-03", "~2026"]),
            position=st.floats(0, 9),
        )
    ),
    by_hand=st.dictionaries(st.sampled_from(STEPS), st.sampled_from(["", *StepStatus])),
)
def test_what_is_suggested_is_always_open(tasks: list[Task], by_hand: dict[str, str]) -> None:
    found = progress(STEPS, tasks, by_hand)
    status = {step.key: step.status for step in found.steps}
    assert all(task.status == OPEN and status[task.step] not in FINISHED for task in found.open_tasks)
    assert 0 <= found.finished <= len(STEPS)
    assert all(0 <= step.done <= step.total for step in found.steps)
