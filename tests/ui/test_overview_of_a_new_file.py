"""Overview of a new file: what to do first, until it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import Coverage
from tests.helpers.files import new_file
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, focused, press
from tests.helpers.overview import OverviewHands
from tests.helpers.pane import PanePage
from tests.helpers.stage import button

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("a_tuesday")


def book(qtbot: QtBot, dialog: QDialog) -> None:
    form = FormPage(dialog, qtbot)
    form.type("Date", "Mar 12")
    form.type("Time (if you know it)", "10:30")
    click(button(dialog, "Save appointment"))


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("Add insurance", "add_insurance"),
        ("Add a question", "new_question"),
        ("Add a date", "key_dates"),
    ],
)
def test_an_empty_file_offers_three_things_and_a_date(qtbot: QtBot, tmp_path: Path, words: str, opens: str) -> None:
    overview = OverviewHands(qtbot, new_file(tmp_path))
    assert overview.reads("Welcome, Margaret. This is your file. Nothing here leaves this computer.")
    overview.press_button(words)
    assert overview.opened == [("command", opens)]


def test_the_first_thing_written_brings_the_whole_page_and_leaves_the_two_others(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    overview = OverviewHands(qtbot, file)
    assert not overview.reads("Do next")
    overview.messages.will_meet(partial(book, qtbot))
    overview.press_button("Add an appointment")
    assert overview.messages.toasts == ["Appointment saved"]
    assert overview.reads("Do next")
    assert overview.reads("Three things to do first")
    assert not overview.reads("Even a rough date helps.")
    assert button(overview.page, "Add insurance").property("kind") == "primary"
    file.questions.ask("What are all my options?")
    assert not overview.reads("Add a question")
    file.insurance.save_first_plan(copay="$40")  # told on the phone: the card is still to be copied
    assert overview.reads("Three things to do first")
    file.insurance.save_plan(1, carrier="Blue Ridge Health")
    assert not overview.reads("Three things to do first")


def test_who_has_no_card_is_not_asked_for_one(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    overview, pane = OverviewHands(qtbot, file), PanePage(file, qtbot)
    for coverage, says in ((Coverage.SELF_PAY, "You pay yourself"), (Coverage.PUBLIC, "A public health system pays")):
        file.people.change_situation(coverage=coverage)
        assert says in pane.words()
        assert not does_not_fit(pane.root)
    for told in ("Referral", "Phone calls"):
        assert told in pane.words()
    for untold in ("No insurance added", "Prior authorization"):
        assert untold not in pane.words()
    assert overview.reads("Say who pays")
    assert not overview.reads("Add your insurance card")
    file.insurance.save_authorization(number="48-2217")
    assert "Prior authorization" in pane.words()  # what is written stays in sight


def test_who_begins_with_the_steps_is_not_told_what_to_do_first(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.questions.ask("What are all my options?")
    overview = OverviewHands(qtbot, file)
    assert overview.reads("Three things to do first")
    overview.tick(overview.tasks()[0])
    assert not overview.reads("Three things to do first")


def test_a_file_kept_by_a_helper_greets_the_helper(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.people.change_person(kept_by_helper=True, call_me="Mum")
    assert OverviewHands(qtbot, file).reads("This is the file for Mum.")


def test_without_a_visit_one_can_be_added(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.questions.ask("What are all my options?")
    overview = OverviewHands(qtbot, file)
    overview.messages.will_meet(partial(book, qtbot))
    overview.press_button("Add an appointment")
    assert overview.opened == []
    assert overview.reads("Thursday, 10:30 AM")


def test_an_empty_page_begins_with_the_first_thing_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    overview = OverviewHands(qtbot, new_file(tmp_path))
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Add an appointment"
    assert overview.reads("Three things to do first")
