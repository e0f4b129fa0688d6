"""The page of a step: what belongs to it, where Tab goes, and how it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.files import new_file
from tests.helpers.hands import click, focused, press
from tests.helpers.margaret import RECORDS_TASKS, margarets_file
from tests.helpers.stage import cut_words
from tests.helpers.step import StepHands

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("a_tuesday")

TITLES = [title for title, _who, _due, _done in RECORDS_TASKS]
SLIDES, CALL = TITLES[3], TITLES[4]


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    return margarets_file(tmp_path)


@pytest.fixture
def step(qtbot: QtBot, file: OpenFile) -> StepHands:
    return StepHands(qtbot, file, "records")


# What belongs to it


def test_related_places_have_counts_of_now(step: StepHands, file: OpenFile) -> None:
    assert step.reads("Your records list: 4 of 6")
    file.records.mark_next(file.records.all()[-1].id)
    file.records.add(name="Scan of the liver")
    assert step.reads("Your records list: 4 of 7")
    click(step.page.side.links[0])
    assert step.opened == [("page", "records")]


def test_the_one_to_call_is_a_link(step: StepHands, file: OpenFile) -> None:
    desk = next(contact for contact in file.contacts.all() if contact.role is ContactRole.RECORDS_DESK)
    link = next(link for link in step.page.side.links if link.accessibleName() == "Call Nadia Bell")
    link.setFocus()
    press(Qt.Key.Key_Return)
    assert step.opened == [("contact", desk.id)]


def test_the_steps_beside_are_one_press_away(step: StepHands) -> None:
    step.press_button("Schedule the appointment")
    step.press_button("Consider the timing")
    assert step.opened == [("step", "schedule"), ("step", "timing")]


@pytest.mark.parametrize(("key", "missing"), [("get_started", "before"), ("weigh", "after")])
def test_the_ends_have_one_way_only(qtbot: QtBot, file: OpenFile, key: str, missing: str) -> None:
    nav = StepHands(qtbot, file, key).page.nav
    assert nav.before.isVisible() == (missing != "before")
    assert nav.after.isVisible() == (missing != "after")


def test_a_task_asked_for_has_the_keyboard(step: StepHands, file: OpenFile) -> None:
    task = file.tasks.of_step("records")[2]
    step.page.open_item("task", task.id)
    assert focused().accessibleName() == task.title


# How it fits


def test_side_cards_stand_beside_the_list_or_under_it(qtbot: QtBot, file: OpenFile) -> None:
    wide = StepHands(qtbot, file, "records", width=815).page
    narrow = StepHands(qtbot, file, "records", width=600).page
    for page in (wide, narrow):
        page.grab()
    assert wide.side.x() > wide.checklist.x() + wide.checklist.width()
    assert narrow.side.y() > narrow.nav.y() + narrow.nav.height()


def test_with_little_room_who_and_when_stand_under_the_words(qtbot: QtBot, file: OpenFile) -> None:
    row = StepHands(qtbot, file, "records", width=450).row(SLIDES)
    assert not row.who.isVisible()
    assert row.meta.text() == "Claire  ·  by Mar 5"


@pytest.mark.parametrize("key", ["records", "timing", "insurance"])
@pytest.mark.parametrize(("percent", "width"), [(100, 815), (100, 420), (150, 1005), (200, 1366), (200, 800)])
def test_no_word_is_cut(qtbot: QtBot, look: Theme, file: OpenFile, percent: int, width: int, key: str) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    step = StepHands(qtbot, file, key, width)
    step.settle()
    assert cut_words(step.page) == []


@pytest.mark.parametrize("title", ["a word and another " * 105, "W" * 2000, "<b>bold</b> & <img src='x'>"])
def test_any_task_is_shown_whole(qtbot: QtBot, tmp_path: Path, title: str) -> None:
    file = new_file(tmp_path)
    file.tasks.add_to("records", title, "the records office of the hospital in Riverside", "2026-03-05")
    step = StepHands(qtbot, file, "records", height=3000)
    step.settle()
    assert step.tasks()[-1].strip() == title.strip()
    assert cut_words(step.page) == []


def test_the_check_for_cut_words_sees_a_cut_word(step: StepHands) -> None:
    step.row(SLIDES).words.setFixedSize(40, 12)
    assert SLIDES in cut_words(step.page)


def test_tab_goes_through_the_page_as_one_reads_it(step: StepHands, file: OpenFile) -> None:
    file.tasks.add_to("records", "Pack the disc")
    step.go_to(CALL)
    heard = []
    for _stop in range(13):
        press(Qt.Key.Key_Tab)
        heard.append(focused().accessibleName())
    assert heard == [
        f"More for {CALL}",
        "Pack the disc",
        "More for Pack the disc",
        "Add a task",
        "Add these 5 to my list",
        "Open the visit",
        "Open my records",
        "Print a request letter",
        "Step before: Schedule the appointment",
        "Next step: Consider the timing",
        "Your records list: 4 of 6",
        "Who holds your records",
        "Call Nadia Bell",
    ]
    step.page.focus_start()
    press(Qt.Key.Key_Tab)
    assert focused() is step.page.status
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == TITLES[0]
