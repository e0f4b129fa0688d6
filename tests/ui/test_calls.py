"""The call card: filled in while one is on the phone, with the words to say beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.choices import CallKind, ContactRole, Coverage
from secondopinion_desktop.ui.dialogs.call import CallDialog
from secondopinion_desktop.ui.dialogs.call_sheet import CallSheetDialog
from secondopinion_desktop.ui.workers import Workers
from tests.helpers.files import new_file
from tests.helpers.forms import FormPage, shown
from tests.helpers.hands import click, press
from tests.helpers.messages import FakeMessages
from tests.helpers.pane import PanePage, button

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

pytestmark = pytest.mark.usefixtures("a_tuesday")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    file.insurance.save_plan(1, carrier="Blue Ridge Health", phone="555-0142", member_id="BR 4410 0872 01")
    file.contacts.add(
        name="Dr. James Okafor", role=ContactRole.SECOND_DOCTOR, organization="Lakeside", phone="555-0178"
    )
    yield file
    file.close()


class Card(FormPage):
    """An empty call card, open."""

    def __init__(self, qtbot: QtBot, file: OpenFile, call_id: str = "") -> None:
        self.messages = FakeMessages()
        super().__init__(shown(CallDialog(file, self.messages, call_id), qtbot), qtbot)

    def press(self, name: str) -> None:
        click(button(self.root, name))


@pytest.fixture
def card(qtbot: QtBot, file: OpenFile) -> Card:
    return Card(qtbot, file)


def test_a_call_is_written_down_with_four_words_and_two_keys(card: Card, file: OpenFile) -> None:
    """Date, time, company and number stand there; the keyboard is where the name goes."""
    card.fill("Who did you speak to?", "Renee")
    card.fill("Reference number for this call", "48-2217")
    card.type("What did they say?", "Needs approval")
    press(Qt.Key.Key_Escape, on=card.root)
    call = file.insurance.calls.all()[0]
    assert (call.day, call.time, call.called, call.number_called) == (
        "2026-03-03", "10:42", "Blue Ridge Health", "555-0142",
    )  # fmt: skip
    assert (call.person, call.reference, call.answer) == ("Renee", "48-2217", "Needs approval")


def test_a_missing_name_or_number_is_said_kindly_and_keeps_nobody(card: Card, file: OpenFile) -> None:
    card.fill("What did they say?", "It is paid for.")
    assert "No name and no number for this call yet. You can still ask for them." in card.words()
    card.fill("Who did you speak to?", "Renee")
    assert "No number for this call yet. You can still ask for it." in card.words()
    card.fill("Reference number for this call", "48")
    assert "You can still ask" not in card.words()
    card.press("Done")
    assert not card.root.isVisible()


def test_the_list_of_calls_says_what_is_missing_too(qtbot: QtBot, file: OpenFile) -> None:
    pane = PanePage(file, qtbot)
    file.insurance.calls.add(day="2026-02-26", answer="It is paid for.")
    assert "No name and no number for this call yet. You can still ask for them." in pane.words()


def test_the_number_to_call_is_copied_with_one_press(card: Card) -> None:
    card.press("Copy Phone")
    assert QApplication.clipboard().text() == "555-0142"


def test_another_kind_of_call_has_other_words_and_another_number(card: Card, file: OpenFile) -> None:
    card.choose("This call is to", "The second clinic")
    assert "What is the first opening?" in card.words()
    assert card.shows("Which company or office?") == "Lakeside"
    assert card.shows("Number you called") == "555-0178"
    card.fill("Who did you speak to?", "Ana")
    assert file.insurance.calls.all()[0].kind is CallKind.CLINIC


def test_what_was_typed_is_not_changed_by_another_kind_of_call(card: Card) -> None:
    card.type("Number you called", "555-9999")
    card.choose("This call is to", "The second clinic")
    assert card.shows("Number you called") == "555-9999"


@pytest.mark.parametrize(
    ("coverage", "kind"),
    [(Coverage.SELF_PAY, "The second clinic"), (Coverage.PUBLIC, "My own doctor's office")],
)
def test_the_card_begins_with_whom_one_calls_first(qtbot: QtBot, file: OpenFile, coverage: Coverage, kind: str) -> None:
    file.people.change_situation(coverage=coverage)
    assert Card(qtbot, file).shows("This call is to") == kind


def test_a_promise_of_the_plan_is_told_only_before_a_call_to_the_plan(card: Card, qtbot: QtBot, file: OpenFile) -> None:
    file.insurance.calls.add(day="2026-02-26", person="Renee", promised="A letter")
    again = Card(qtbot, file)
    assert "On Feb 26, Renee promised: A letter" in again.words()
    again.choose("This call is to", "The second clinic")
    assert "Renee promised" not in again.words()


def test_the_words_to_say_can_be_made_ones_own_and_taken_back(card: Card, qtbot: QtBot, file: OpenFile) -> None:
    card.press("Change these words")
    assert "Words in brackets are filled in from your file." in card.words()
    card.type("What to say", "Good morning. I see [doctor] soon.")
    card.press("Keep these words")
    assert "Good morning. I see Dr. James Okafor soon." in card.words()
    again = Card(qtbot, file)
    assert "Good morning." in again.words()
    again.press("Change these words")
    again.press("Use the first words again")
    assert "May I have your name and a number for this call?" in again.words()


def test_words_being_changed_stay_with_the_call_they_were_written_for(card: Card, qtbot: QtBot, file: OpenFile) -> None:
    card.press("Change these words")
    card.type("What to say", "Good morning, dear plan.")
    card.choose("This call is to", "The second clinic")
    assert "Good morning, dear plan." not in card.words()
    assert "What is the first opening?" in card.words()
    assert "Good morning, dear plan." in Card(qtbot, file).words()


def test_an_old_call_keeps_whom_it_was_to(qtbot: QtBot, file: OpenFile) -> None:
    call = file.insurance.calls.add(kind=CallKind.DOCTOR, person="Ana")
    assert Card(qtbot, file, call.id).shows("This call is to") == "My own doctor's office"


def test_a_call_sheet_is_looked_at_and_saved(qtbot: QtBot, file: OpenFile, tmp_path: Path) -> None:
    workers, messages = Workers(), FakeMessages()
    dialog = CallSheetDialog(file, workers, messages)
    page = FormPage(shown(dialog, qtbot), qtbot)
    qtbot.waitUntil(lambda: dialog.shown_pages is not None)
    page.choose("This call is to", "The second clinic")
    qtbot.waitUntil(lambda: dialog.shown_pages is not None)
    assert dialog.shown_pages is not None
    assert "Call to the second clinic" in dialog.shown_pages.page_text(0)
    messages.will_choose(tmp_path / "sheet.pdf")
    click(button(dialog, "Save as PDF"))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert workers.finish()
