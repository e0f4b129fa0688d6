"""The page of a step: its checklist, its status, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import StepStatus, TaskStatus
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from tests.helpers.forms import FormPage
from tests.helpers.hands import CTRL, SHIFT, click, focused, press, write
from tests.helpers.keyboard import read_through
from tests.helpers.margaret import RECORDS_TASKS, margarets_file
from tests.helpers.stage import button
from tests.helpers.step import StepHands

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

pytestmark = pytest.mark.usefixtures("a_tuesday")

TITLES = [title for title, _who, _due, _done in RECORDS_TASKS]
SLIDES, CALL = TITLES[3], TITLES[4]


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    return margarets_file(tmp_path)


@pytest.fixture
def step(qtbot: QtBot, file: OpenFile) -> StepHands:
    return StepHands(qtbot, file, "records")


# What stands there


def test_the_page_says_which_step_it_is_and_what_for(step: StepHands) -> None:
    for words in ("Step 4 of 8", "Send medical records", "The second doctor needs your reports", "3 of 5 done"):
        assert step.reads(words)
    assert step.status == "In progress"


def test_who_and_when_stand_beside_each_task(step: StepHands) -> None:
    row = step.row(SLIDES)
    assert (row.who.text(), row.when.text()) == ("Claire", "by Mar 5")
    assert row.who.isVisible()
    assert row.box.accessibleDescription() == "Claire, by Mar 5"
    assert step.row(TITLES[0]).when.text() == "Feb 20"


def test_a_task_whose_day_has_passed_says_so(step: StepHands, file: OpenFile) -> None:
    file.tasks.change(step.row(SLIDES).task.id, due="2026-03-02")
    assert step.row(SLIDES).when.text() == "was due Mar 2"


def test_the_safety_line_stands_under_the_timing_step_only(step: StepHands) -> None:
    words = "call your care team's urgent number"
    assert not step.reads(words)
    step.page.show_step("timing")
    assert step.reads(words)


# Ticking


def test_a_ticked_task_stays_where_it_is_and_can_be_undone(step: StepHands, file: OpenFile) -> None:
    step.tick(SLIDES)
    assert step.tasks() == TITLES
    assert step.row(SLIDES).is_ticked()
    assert step.row(SLIDES).when.text() == "Mar 3"
    assert step.reads("4 of 5 done")
    step.press_message_button("Undo")
    assert not step.row(SLIDES).is_ticked()
    assert file.steps.one("records").done == 3


def test_the_last_tick_offers_to_finish_the_step_in_two_places(step: StepHands, file: OpenFile) -> None:
    step.tick(SLIDES)
    assert not step.reads("All tasks done")
    step.tick(CALL)
    assert step.reads("All tasks done")
    assert button(step.slot, "Mark this step done")
    assert step.status == "In progress"
    click(button(step.page, "Mark this step done"))
    assert step.status == "Done"
    assert not step.reads("All tasks done")
    assert file.steps.one("records").status is StepStatus.DONE


# Status


def test_the_hand_wins_until_the_tasks_are_followed_again(step: StepHands) -> None:
    assert "Follow the tasks" not in step.statuses()
    step.set_status("Waiting")
    assert step.status == "Waiting"
    assert step.statuses()[-1] == "Follow the tasks"
    step.tick(SLIDES)
    assert step.status == "Waiting"
    step.set_status("Follow the tasks")
    assert step.status == "In progress"
    assert "Follow the tasks" not in step.statuses()


def test_a_status_change_can_be_undone(step: StepHands) -> None:
    step.set_status("Done")
    step.press_message_button("Undo")
    assert step.status == "In progress"


def test_a_step_not_needed_folds_its_list_to_one_line(step: StepHands) -> None:
    step.set_status("Not needed")
    assert step.reads("You marked this step not needed.")
    assert step.tasks() == []
    click(step.page.checklist.bring_back)
    assert step.tasks() == TITLES
    assert step.status == "In progress"


def test_why_a_step_is_not_needed_can_be_said_and_stays_for_another_time(
    step: StepHands, file: OpenFile, qtbot: QtBot
) -> None:
    label = "Why it is not needed (if you like)"
    assert not step.reads(label)
    step.set_status("Not needed")
    form = FormPage(step.page.checklist, qtbot)
    form.type(label, "The clinic gets them itse")
    assert step.page.flush()
    assert file.steps.one("records").reason == "The clinic gets them itse"
    step.page.show_step("timing")
    assert not step.reads(label)
    step.page.show_step("records")
    assert form.shows(label) == "The clinic gets them itse"
    step.set_status("In progress")
    assert not step.reads(label)
    step.set_status("Not needed")
    assert form.shows(label) == "The clinic gets them itse"


# Adding


def test_enter_adds_and_waits_for_the_next(step: StepHands) -> None:
    step.add("Pack the disc", "Buy stamps")
    assert step.tasks() == [*TITLES, "Pack the disc", "Buy stamps"]
    assert focused() is step.page.checklist.adder.line
    press(Qt.Key.Key_Escape)
    assert focused().accessibleName() == "Add a task"


def test_enter_with_nothing_typed_adds_nothing(step: StepHands) -> None:
    step.add("   ", "")
    assert step.tasks() == TITLES


def test_words_left_in_the_line_are_not_lost(step: StepHands, file: OpenFile) -> None:
    step.add()
    write("Pack the disc")
    step.page.show_step("timing")
    assert [task.title for task in file.tasks.of_step("records")] == [*TITLES, "Pack the disc"]
    assert "Pack the disc" not in step.tasks()


def test_going_elsewhere_keeps_what_was_typed(step: StepHands) -> None:
    step.add()
    write("Pack the disc")
    step.row(SLIDES).box.setFocus(Qt.FocusReason.TabFocusReason)
    assert step.tasks()[-1] == "Pack the disc"


def test_an_added_task_can_be_undone(step: StepHands) -> None:
    step.add("Pack the disc")
    step.press_message_button("Undo")
    assert step.tasks() == TITLES


# Moving and removing


def test_tasks_move_by_keys_and_by_menu(step: StepHands) -> None:
    step.go_to(CALL)
    press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert step.tasks()[3:] == [CALL, SLIDES]
    assert focused().accessibleName() == CALL
    step.choose(CALL, "Move down")
    assert step.tasks() == TITLES
    assert focused().accessibleName() == CALL


def test_the_first_task_cannot_move_up(step: StepHands) -> None:
    assert "Move up" not in step.offers(TITLES[0])
    assert "Move down" in step.offers(TITLES[0])
    assert "Move down" not in step.offers(CALL)


def test_a_task_moves_to_another_step(step: StepHands, file: OpenFile) -> None:
    step.choose(SLIDES, "Move to another step", "Consider the timing")
    assert SLIDES not in step.tasks()
    assert file.tasks.of_step("timing")[-1].title == SLIDES
    assert step.message == "Task moved to Consider the timing"
    step.press_message_button("Undo")
    assert step.tasks() == TITLES


def test_delete_removes_with_a_way_back_and_goes_on_to_the_next(step: StepHands) -> None:
    step.go_to(TITLES[1])
    press(Qt.Key.Key_Delete)
    assert TITLES[1] not in step.tasks()
    assert focused().accessibleName() == TITLES[2]
    step.press_message_button("Undo")
    assert step.tasks() == TITLES


def test_removing_all_leaves_the_keyboard_on_add(step: StepHands) -> None:
    for title in reversed(TITLES):
        step.choose(title, "Remove")
    assert step.tasks() == []
    assert focused().accessibleName() == "Add a task"


def test_undo_in_the_message_takes_back_what_the_message_says(step: StepHands, file: OpenFile) -> None:
    step.choose(SLIDES, "Remove")
    step.choose(CALL, "Move up")
    step.press_message_button("Undo")
    assert SLIDES in step.tasks()
    assert step.tasks().index(CALL) == 2


def test_arrows_go_from_task_to_task(step: StepHands) -> None:
    step.go_to(TITLES[0])
    press(Qt.Key.Key_Down)
    assert focused().accessibleName() == TITLES[1]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert focused().accessibleName() == TITLES[0]


# Other states


def test_a_task_that_waits_says_so(step: StepHands, file: OpenFile) -> None:
    step.choose(SLIDES, "Waiting for someone")
    assert step.row(SLIDES).meta.text() == "Waiting"
    assert [waiting.what for waiting in file.timeline.waiting()][-1] == SLIDES
    step.choose(SLIDES, "Open again")
    assert not step.row(SLIDES).meta.isVisible()


def test_a_task_is_read_aloud_as_it_stands_there_whatever_came_to_it_later(qtbot: QtBot, file: OpenFile) -> None:
    step = StepHands(qtbot, file, "insurance")
    title = step.tasks()[0]
    for row in step.rows()[:3]:
        file.tasks.change(row.task.id, who="Claire", due="2026-03-05")
    file.tasks.change(step.row(title).task.id, status=TaskStatus.WAITING)
    step.settle()
    way, more = f"Go to Insurance, for {title}", f"More for {title}"
    assert read_through(step.row(title)) == [title, title, "Waiting", "Claire", "by Mar 5", way, more]


def test_a_task_not_needed_is_not_counted(step: StepHands) -> None:
    step.choose(SLIDES, "Not needed")
    assert step.row(SLIDES).when.text() == "Not needed"
    assert step.reads("3 of 4 done")


def test_a_shipped_task_leads_to_where_it_is_done(qtbot: QtBot, file: OpenFile) -> None:
    step = StepHands(qtbot, file, "insurance")
    first = step.tasks()[0]
    step.choose(first, "Go to Insurance")
    assert step.opened == [("command", "insurance")]
    way = step.row(first).go
    assert way.accessibleName() == f"Go to Insurance, for {first}"
    click(way)
    assert step.opened == [("command", "insurance")] * 2
    step.tick(first)
    assert not way.isVisible()  # what is done needs no way to it


def test_a_task_of_ones_own_leads_nowhere(step: StepHands) -> None:
    step.add("Ask Claire")
    assert not step.row("Ask Claire").go.isVisible()


def test_the_words_of_the_tasks_have_the_columns_room_until_they_are_needed(qtbot: QtBot, file: OpenFile) -> None:
    step = StepHands(qtbot, file, "get_started")
    assert not step.reads("Who")
    for task in file.tasks.of_step("get_started")[:3]:
        file.tasks.change(task.id, who="Claire")
    step.settle()
    assert step.reads("Who")
    assert not step.reads("When")


def test_a_task_is_changed_in_its_dialog(step: StepHands, qtbot: QtBot, file: OpenFile) -> None:
    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, TaskDialog)
        form = FormPage(dialog, qtbot)
        assert form.shows("By when") == "Thu, Mar 5, 2026"
        form.type("What is to be done?", "Call Lakeside")
        form.type("By when", "Mar 6")
        form.choose("Step", "Consider the timing")
        click(dialog.save_button)

    step.messages.will_meet(change)
    step.go_to(SLIDES)
    press(Qt.Key.Key_Return)
    moved = file.tasks.of_step("timing")[-1]
    assert (moved.title, moved.who, moved.due) == ("Call Lakeside", "Claire", "2026-03-06")
    step.press_message_button("Undo")
    assert SLIDES in step.tasks()


def test_saving_without_a_change_says_nothing(step: StepHands) -> None:
    def save(dialog: QDialog) -> None:
        assert isinstance(dialog, TaskDialog)
        click(dialog.save_button)

    step.messages.will_meet(save)
    step.choose(SLIDES, "Change this task")
    assert step.message == ""


def test_setting_who_and_when_begins_at_who(step: StepHands, qtbot: QtBot) -> None:
    def see(dialog: QDialog) -> None:
        assert isinstance(dialog, TaskDialog)
        assert focused() is FormPage(dialog, qtbot).editor("Who")
        press(Qt.Key.Key_Escape)

    step.messages.will_meet(see)
    step.choose(SLIDES, "Set who and when")
    assert step.message == ""


def test_a_task_needs_words(step: StepHands, qtbot: QtBot) -> None:
    def empty(dialog: QDialog) -> None:
        assert isinstance(dialog, TaskDialog)
        form = FormPage(dialog, qtbot)
        form.type("What is to be done?", "")
        click(dialog.save_button)
        assert "This is needed." in form.words()
        dialog.reject()

    step.messages.will_meet(empty)
    step.choose(SLIDES, "Change this task")
    assert SLIDES in step.tasks()


def test_many_done_tasks_are_folded_away(qtbot: QtBot, file: OpenFile) -> None:
    for number in range(9):
        task = file.tasks.add_to("records", f"Task {number}")
        file.tasks.change(task.id, status=TaskStatus.DONE, done_on="2026-03-01")
    step = StepHands(qtbot, file, "records")
    assert step.tasks() == [SLIDES, CALL]
    step.press_button("Show 12 done")
    assert len(step.tasks()) == 14
    step.press_button("Hide 12 done")
    step.tick(SLIDES)
    assert step.tasks() == [SLIDES, CALL]
