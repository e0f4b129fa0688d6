"""Overview: where things stand, what to do next, and the way to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import AppointmentKind, StepStatus, VisitHow
from secondopinion_desktop.model.richtext import Block, Document, Kind, Run
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from secondopinion_desktop.ui.dialogs.task_list import OpenTasksDialog
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.files import new_file
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, focused, press
from tests.helpers.margaret import margarets_file
from tests.helpers.overview import OverviewHands
from tests.helpers.stage import button, cut_words, texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("a_tuesday")

SLIDES = "Check that Lakeside received the slides"
RAO = "Ask Dr. Rao if starting a week later is safe"


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    return margarets_file(tmp_path)


@pytest.fixture
def overview(qtbot: QtBot, file: OpenFile) -> OverviewHands:
    return OverviewHands(qtbot, file)


# Do next


def test_the_nearest_date_comes_first(overview: OverviewHands) -> None:
    assert overview.tasks()[:2] == [SLIDES, RAO]
    assert overview.task(SLIDES).meta.text() == "Claire  ·  by Thu, Mar 5  ·  Send medical records"


def test_three_tasks_are_offered_and_the_others_one_step_away(overview: OverviewHands) -> None:
    assert len(overview.tasks()) == 3
    assert overview.reads("See all 23 open tasks")


def test_ticking_brings_the_next_task_and_undo_brings_it_back(overview: OverviewHands, file: OpenFile) -> None:
    before = overview.tasks()
    overview.tick(SLIDES)
    assert SLIDES not in overview.tasks()
    assert len(overview.tasks()) == 3
    assert file.steps.one("records").done == 4
    assert overview.message == "Task done"
    overview.press_message_button("Undo")
    assert overview.tasks() == before
    assert file.steps.one("records").done == 3


def test_after_a_tick_the_keyboard_is_on_the_task_that_took_its_place(overview: OverviewHands) -> None:
    overview.tick(SLIDES)
    assert focused().accessibleName() == RAO


def test_the_last_tick_of_a_step_offers_to_mark_it_done(overview: OverviewHands, file: OpenFile) -> None:
    for task in file.tasks.of_step("records"):
        if task.title != SLIDES:
            file.tasks.tick(task.id, done=True)
    overview.tick(SLIDES)
    assert "Send medical records" in overview.message
    overview.press_message_button("Mark this step done")
    assert file.steps.one("records").status is StepStatus.DONE


def test_a_task_leads_to_its_step(overview: OverviewHands) -> None:
    line = overview.task(RAO)
    click(line.opener)
    assert overview.opened == [("task", line.task_id)]


def test_a_date_that_has_passed_is_said_calmly(qtbot: QtBot, file: OpenFile) -> None:
    task = next(task for task in file.tasks.of_step("records") if task.title == SLIDES)
    file.tasks.change(task.id, due="2026-03-02")
    assert "was due Mon, Mar 2" in OverviewHands(qtbot, file).task(SLIDES).meta.text()


def test_a_task_is_added_with_a_name_and_a_date(overview: OverviewHands, qtbot: QtBot, file: OpenFile) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, TaskDialog)
        form = FormPage(dialog, qtbot)
        form.type("What is to be done?", "Pack the disc")
        form.type("Who", "Claire")
        form.type("By when", "tomorrow")
        click(dialog.save_button)

    overview.messages.will_meet(fill_in)
    overview.press_button("Add a task")
    assert overview.tasks()[0] == "Pack the disc"
    assert overview.task("Pack the disc").meta.text() == "Claire  ·  by Wed, Mar 4  ·  Send medical records"
    assert file.history.undo_label == "Add task"


def test_a_date_nobody_can_read_is_asked_about_beside_the_field(overview: OverviewHands, qtbot: QtBot) -> None:
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, TaskDialog)
        form = FormPage(dialog, qtbot)
        form.type("What is to be done?", "Pack the disc")
        form.type("By when", "13/12/2026")
        click(dialog.save_button)
        assert dialog.isVisible()
        assert any("Is that December 13" in text for text in texts(dialog))
        dialog.reject()

    overview.messages.will_meet(fill_in)
    overview.press_button("Add a task")
    assert "Pack the disc" not in overview.tasks()


def test_all_open_tasks_can_be_ticked_on_one_page(overview: OverviewHands, file: OpenFile) -> None:
    def tick_one(dialog: QDialog) -> None:
        assert isinstance(dialog, OpenTasksDialog)
        assert len(dialog.lines) == 23
        line = next(line for line in dialog.lines if line.words.text() == SLIDES)
        line.box.setFocus()
        press(Qt.Key.Key_Space)
        assert line.isVisible()
        click(button(dialog, "Close"))

    overview.messages.will_meet(tick_one)
    overview.press_button("See all 23 open tasks")
    assert SLIDES not in overview.tasks()
    assert overview.reads("See all 22 open tasks")


def test_the_page_of_all_tasks_leads_to_a_step(overview: OverviewHands) -> None:
    def go(dialog: QDialog) -> None:
        assert isinstance(dialog, OpenTasksDialog)
        click(dialog.lines[0].opener)

    overview.messages.will_meet(go)
    overview.press_button("See all 23 open tasks")
    assert [kind for kind, _id in overview.opened] == ["task"]


# Next appointment


def test_the_next_visit_is_told_with_day_time_place_and_questions(overview: OverviewHands, file: OpenFile) -> None:
    for words in (
        "Thursday, 10:30 AM",
        "in 9 days",
        "Dr. James Okafor, oncologist",
        "Building C, 2nd floor",
        "5 questions ready to bring",
    ):
        assert overview.reads(words)
    overview.press_button("Open this visit")
    visit = file.appointments.next_second_opinion()
    assert visit is not None
    assert overview.opened == [("appointment", visit.id)]


def test_a_visit_that_moves_is_shown_at_once(overview: OverviewHands, file: OpenFile) -> None:
    visit = file.appointments.next_second_opinion()
    assert visit is not None
    file.appointments.change(visit.id, day="2026-03-04", time="14:00", how=VisitHow.VIDEO)
    assert overview.reads("Wednesday, 2:00 PM")
    assert overview.reads("tomorrow")
    assert overview.reads("By video")


def test_a_visit_without_a_date_is_not_forgotten(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.appointments.book(kind=AppointmentKind.SECOND_OPINION)
    assert OverviewHands(qtbot, file).reads("Date not known yet")


# Notes and waiting


def test_recent_notes_show_their_first_line_and_their_writer(overview: OverviewHands, file: OpenFile) -> None:
    entries = overview.page.notes.entries
    assert [entry.accessibleName() for entry in entries] == [
        "Phone call with Lakeside intake nurse, Feb 27, Claire",
        "First opinion: treatment plan with Dr. Rao, Feb 17, Margaret Doyle",
    ]
    assert entries[0].accessibleDescription().startswith("Send slides by courier")
    entries[0].setFocus()
    press(Qt.Key.Key_Return)
    assert overview.opened == [("note", file.notes.recent()[0][0].id)]


def test_a_heading_is_not_what_was_written(qtbot: QtBot, file: OpenFile) -> None:
    note = file.notes.recent()[0][0]
    words = Block(Kind.PARAGRAPH, (Run("She sends them on Monday."),))
    heading = Block(Kind.HEADING, (Run("What we heard"),), level=1)
    file.notes.save_body(note.id, Document((heading, Block(Kind.PARAGRAPH), words)).to_json())
    assert OverviewHands(qtbot, file).page.notes.entries[0].accessibleDescription() == "She sends them on Monday."


def test_what_others_owe_is_listed_with_the_days_it_took(overview: OverviewHands) -> None:
    assert [entry.accessibleName() for entry in overview.page.waiting.entries] == [
        "MRI images on disc, Feb 24, 7 days",
        "Prior authorization decision, Feb 26, 5 days",
    ]
    overview.page.waiting.entries[0].setFocus()
    press(Qt.Key.Key_Space)
    assert overview.opened[0][0] == "record"


def test_a_long_list_of_waiting_is_folded_until_asked_for(qtbot: QtBot, file: OpenFile) -> None:
    for number in range(5):
        file.records.add(name=f"Scan {number}", asked_on="2026-03-02")
    overview = OverviewHands(qtbot, file)
    assert len(overview.page.waiting.entries) == 4
    overview.press_button("See all that is waited for")
    assert len(overview.page.waiting.entries) == 7


def test_sample_data_say_so(qtbot: QtBot, file: OpenFile) -> None:
    file.people.change_person(is_sample=True)
    overview = OverviewHands(qtbot, file)
    assert overview.reads("You are looking at sample data")
    overview.press_button("Start my own file")
    assert overview.opened == [("command", "new_file")]


# How it listens, and how it fits


def test_a_page_that_is_hidden_reads_again_when_it_is_seen(overview: OverviewHands, file: OpenFile) -> None:
    overview.page.hide()
    task = next(task for task in file.tasks.of_step("records") if task.title == SLIDES)
    file.tasks.tick(task.id, done=True)
    overview.page.show()
    assert SLIDES not in overview.tasks()


@pytest.mark.parametrize("empty", [True, False])
@pytest.mark.parametrize(("percent", "width"), [(100, 815), (100, 480), (150, 1005), (200, 1366), (200, 800)])
def test_no_word_is_cut(qtbot: QtBot, look: Theme, tmp_path: Path, percent: int, width: int, *, empty: bool) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    overview = OverviewHands(qtbot, new_file(tmp_path) if empty else margarets_file(tmp_path), width)
    overview.settle()
    assert cut_words(overview.page) == []


def test_two_thousand_letters_wrap(qtbot: QtBot, file: OpenFile) -> None:
    file.tasks.add_to("records", "W" * 2000, "Z" * 300, "2026-03-04")
    overview = OverviewHands(qtbot, file, height=3000)
    overview.settle()
    assert cut_words(overview.page) == []
    assert overview.task("W" * 2000).words.height() > 200


def test_tab_goes_through_the_page_as_one_reads_it(overview: OverviewHands, file: OpenFile) -> None:
    overview.tick(SLIDES)
    file.records.add(name="Scan of the liver", asked_on="2026-03-02")
    overview.page.focus_start()
    heard = []
    for _stop in range(22):
        press(Qt.Key.Key_Tab)
        heard.append(focused().accessibleName())
    assert heard == [
        "Add this question",
        "Answer",
        "The notice before",
        "The next notice",
        "Change dates",
        "Second opinion, Mar 12, in 9 days",
        "Add a task",
        RAO,
        "Go to this task in Consider the timing",
        "Call two days before the visit to check everything is there",
        "Go to this task in Send medical records",
        "Choose the five questions to bring",
        "Go to this task in Write everything down",
        "See all 22 open tasks",
        "Open this visit",
        "Start visit mode",
        "See all notes",
        "Phone call with Lakeside intake nurse, Feb 27, Claire",
        "First opinion: treatment plan with Dr. Rao, Feb 17, Margaret Doyle",
        "MRI images on disc, Feb 24, 7 days",
        "Prior authorization decision, Feb 26, 5 days",
        "Scan of the liver, Mar 2, 1 day",
    ]


# What is new


def _claire_after_margaret(file: OpenFile) -> str:
    """Let Margaret be the one who wrote last, then let Claire write; return Margaret's id."""
    ids = {author.name: author.id for author in file.people.authors.all()}
    file.write_as(ids["Margaret Doyle"])
    file.write_as(ids["Claire"])
    return ids["Margaret Doyle"]


def test_margaret_sees_what_claire_wrote_until_she_has_seen_it(overview: OverviewHands, file: OpenFile) -> None:
    margaret = _claire_after_margaret(file)
    file.contacts.add(name="Nadia Bell")
    assert not overview.reads("New since you last looked")
    file.write_as(margaret)
    assert overview.reads("New since you last looked")
    assert overview.reads("Contact. Added by Claire")
    overview.press_button("I have seen it")
    assert not overview.reads("New since you last looked")


def test_much_that_is_new_is_folded_and_each_line_opens_what_it_names(
    overview: OverviewHands, file: OpenFile, qtbot: QtBot
) -> None:
    margaret = _claire_after_margaret(file)
    for number in range(6):
        file.contacts.add(name=f"Nurse {number}")
    file.write_as(margaret)
    assert not overview.reads("Nurse 0")
    click(overview.page.news.see_all)
    assert overview.reads("Nurse 0")
    with qtbot.waitSignal(overview.page.open_requested) as opened:
        click(overview.page.news.entries[0])
    assert opened.args is not None
    assert opened.args[0] == "contact"
