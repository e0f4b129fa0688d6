"""Tasks and steps: what is ticked, what comes next, and that the hand wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.model.choices import StepStatus, TaskStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile


def test_a_new_file_has_eight_steps_none_begun(file: OpenFile) -> None:
    steps = file.steps.tracker().steps
    assert [step.number for step in steps] == list(range(1, 9))
    assert {step.status for step in steps} == {StepStatus.NOT_STARTED}
    assert all(5 <= step.total <= 10 for step in steps)


def test_the_first_tick_begins_a_step_and_the_last_does_not_finish_it(file: OpenFile) -> None:
    tasks = file.tasks.of_step("records")
    file.tasks.tick(tasks[0].id, done=True)
    assert file.steps.one("records").status is StepStatus.IN_PROGRESS
    for task in tasks:
        file.tasks.tick(task.id, done=True)
    step = file.steps.one("records")
    assert (step.status, step.done) == (StepStatus.IN_PROGRESS, step.total)


WRITTEN: dict[str, Callable[[OpenFile], object]] = {
    "get_started": lambda file: file.people.change_situation(worries="That it takes long"),
    "insurance": lambda file: file.insurance.calls.add(person="Renee"),
    "schedule": lambda file: file.started.add_candidate("Dr. Okafor"),
    "records": lambda file: file.records.add(name="Scan"),
    "timing": lambda file: file.people.change_situation(ok_until_words="A week or two is fine"),
    "write_down": lambda file: file.terms.add(word="margin"),
    "report": lambda file: file.reports.ask_today(file.appointments.book(day="2026-03-12").id, None),
    "weigh": lambda file: file.opinions.options.add(name="Wait and watch"),
}


@pytest.mark.parametrize("step", WRITTEN)
def test_writing_for_a_step_begins_it_before_any_task_is_ticked_and_taking_it_back_does_not(
    file: OpenFile, step: str
) -> None:
    WRITTEN[step](file)
    found = file.steps.one(step)
    assert (found.status, found.words) == (StepStatus.IN_PROGRESS, "In progress")
    others = {one.key for one in file.steps.tracker().steps if one.status is not StepStatus.NOT_STARTED}
    assert others <= {step, "schedule"}  # a visit that is written down is scheduled
    file.steps.set_status(step, StepStatus.NOT_STARTED)
    assert file.steps.one(step).status is StepStatus.NOT_STARTED
    file.steps.set_status(step, None)
    while file.history.undo():
        pass
    assert file.steps.one(step).status is StepStatus.NOT_STARTED


def test_nothing_but_a_name_begins_no_step(file: OpenFile) -> None:
    file.people.change_person(call_me="Peggy")
    file.contacts.add(name="Dr. Lee")
    file.notes.write_new("How I sleep")
    file.questions.ask("What stage is it?")
    assert {step.status for step in file.steps.tracker().steps} == {StepStatus.NOT_STARTED}


def test_the_hand_wins_over_the_tasks_until_it_lets_go(file: OpenFile) -> None:
    file.steps.set_status("records", StepStatus.DONE)
    assert file.steps.one("records").status is StepStatus.DONE
    file.tasks.tick(file.tasks.of_step("records")[0].id, done=True)
    assert file.steps.one("records").status is StepStatus.DONE
    file.steps.set_status("records", None)
    assert file.steps.one("records").status is StepStatus.IN_PROGRESS


def test_what_was_said_of_a_step_can_be_said_again_after_it_was_undone(file: OpenFile) -> None:
    file.steps.set_status("records", StepStatus.NOT_NEEDED)
    file.steps.say_why("records", "The clinic gets them")
    file.history.undo()
    file.history.undo()
    found = file.steps.one("records")
    assert (found.status, found.reason) == (StepStatus.NOT_STARTED, "")
    file.steps.say_why("records", "Claire does it")
    found = file.steps.one("records")
    assert (found.status, found.reason) == (StepStatus.NOT_STARTED, "Claire does it")
    file.history.undo()
    file.steps.set_status("records", StepStatus.NOT_NEEDED)
    found = file.steps.one("records")
    assert (found.status, found.reason) == (StepStatus.NOT_NEEDED, "")


def test_a_step_whose_last_tasks_wait_for_others_is_waiting(file: OpenFile) -> None:
    first, *others = file.tasks.of_step("report")
    file.tasks.change(first.id, status=TaskStatus.WAITING)
    for task in others:
        file.tasks.tick(task.id, done=True)
    assert file.steps.one("report").status is StepStatus.WAITING


def test_the_task_with_the_nearest_date_comes_next(file: OpenFile) -> None:
    file.tasks.change(file.tasks.of_step("report")[0].id, due="2026-03-20")
    near = file.tasks.of_step("weigh")[2]
    file.tasks.change(near.id, due="2026-03-05")
    found = file.steps.next_task()
    assert found is not None
    assert (found.id, found.step) == (near.id, "weigh")


def test_without_dates_the_first_open_task_of_the_first_open_step_comes_next(file: OpenFile) -> None:
    file.steps.set_status("get_started", StepStatus.NOT_NEEDED)
    first, second = file.tasks.of_step("insurance")[:2]
    file.tasks.tick(first.id, done=True)
    found = file.steps.next_task()
    assert found is not None
    assert found.id == second.id


def test_ticking_notes_the_day_and_unticking_takes_it_away(file: OpenFile, a_tuesday: object) -> None:
    task = file.tasks.of_step("records")[0]
    file.tasks.tick(task.id, done=True)
    assert file.tasks.get(task.id).done_on == "2026-03-03"
    file.tasks.tick(task.id, done=False)
    assert (file.tasks.get(task.id).status, file.tasks.get(task.id).done_on) == (TaskStatus.OPEN, "")


def test_a_task_moves_up_and_down_and_stops_at_the_ends(file: OpenFile) -> None:
    names = [task.title for task in file.tasks.of_step("records")]
    last = file.tasks.of_step("records")[-1]
    file.tasks.move(last.id, -1)
    assert [t.title for t in file.tasks.of_step("records")][-2:] == [names[-1], names[-2]]
    file.tasks.move(last.id, +5)
    file.tasks.move(last.id, +1)
    assert [t.title for t in file.tasks.of_step("records")] == names


def test_an_own_task_stands_last_and_can_go_to_another_step(file: OpenFile) -> None:
    task = file.tasks.add_to("records", "Ask Nadia about the discs", who="Claire", due="2026-03-05")
    assert file.tasks.of_step("records")[-1].id == task.id
    file.tasks.move_to_step(task.id, "report")
    assert file.tasks.of_step("report")[-1].title == "Ask Nadia about the discs"


def test_a_task_without_words_is_asked_for_some(file: OpenFile) -> None:
    with pytest.raises(FieldError, match="One word is enough"):
        file.tasks.add_to("records", "   ")


def test_every_kind_of_change_can_be_undone_and_done_again(file: OpenFile) -> None:
    task = file.tasks.add_to("records", "Call Lakeside")
    file.tasks.tick(task.id, done=True)
    file.tasks.remove(task.id)
    assert file.history.undo_label == "Remove task"
    assert file.history.undo()
    assert file.tasks.get(task.id).status is TaskStatus.DONE
    assert file.history.undo()
    assert file.tasks.get(task.id).status is TaskStatus.OPEN
    assert file.history.redo_label == "Tick task"
    assert file.history.redo()
    assert file.tasks.get(task.id).status is TaskStatus.DONE
    file.tasks.add_to("records", "Something new")
    assert not file.history.redo()


def test_there_is_nothing_to_undo_in_a_fresh_file(file: OpenFile) -> None:
    assert not file.history.undo()
    assert file.history.undo_label == ""
