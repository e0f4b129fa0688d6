"""Ask for a report: who gets it, where it is, whether the doctors talk, and the words to ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, ContactRole, DoctorsTalk
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.cards import CardHands
from tests.helpers.files import new_file
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import NASTY
from tests.helpers.hands import click
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

CARD = "Report from Dr. Okafor"
TODAY = "2026-03-03"


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR, organization="Riverside", fax="555-0122")
    okafor = file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR, organization="Lakeside")
    file.appointments.book(kind=AppointmentKind.SECOND_OPINION, day="2026-03-02", contact_id=okafor.id)
    yield file
    file.close()


@pytest.fixture
def hands(file: OpenFile, qtbot: QtBot) -> CardHands:
    return CardHands(qtbot, file, "report")


def test_first_doctor_and_person_are_offered_and_one_press_says_that_it_was_asked(hands: CardHands) -> None:
    assert "Dr. Rao\nNot asked for yet" in hands.says(CARD)
    hands.press_in(CARD, "Mark as asked today")
    hands.press_in(CARD, "Mark as asked today")
    asked = hands.file.reports.all()
    assert [(report.to_me, report.asked_on) for report in asked] == [(False, TODAY), (True, TODAY)]
    assert "Not asked for yet" not in hands.says(CARD)
    assert "0 of 2 arrived" in hands.line(CARD)


def test_a_report_arrives_and_is_read_with_one_press_each_and_can_be_taken_back(hands: CardHands) -> None:
    hands.press_in(CARD, "Mark as asked today")
    hands.press_in(CARD, "Mark as arrived today")
    assert hands.file.reports.all()[0].arrived_on == TODAY
    assert "1 of 1 arrived" in hands.line(CARD)
    hands.press_in(CARD, "Mark as read today")
    assert hands.file.reports.all()[0].read_on == TODAY
    hands.press_message_button()
    assert hands.file.reports.all()[0].read_on == ""
    assert "arrived Mar\N{NO-BREAK SPACE}3" in hands.says(CARD)


def test_everything_about_a_report_can_be_written_down(hands: CardHands) -> None:
    hands.press_in(CARD, "Add someone who gets it")
    form = hands.open(CARD)
    form.fill("To whom", "Dr. Rao")
    form.fill("Promised for", "March 16")
    form.fill("How it is sent", "Fax")
    form.fill("Note", "Ask Nadia")
    hands.press_in(CARD, "Done")
    report = hands.file.reports.all()[0]
    assert (report.due, report.sent_how, report.note) == ("2026-03-16", "Fax", "Ask Nadia")
    assert "promised for Mar\N{NO-BREAK SPACE}16" in hands.says(CARD)


def test_a_report_is_removed_and_brought_back(hands: CardHands) -> None:
    hands.press_in(CARD, "Mark as asked today")
    hands.press_in(CARD, "Change Dr. Rao")
    hands.press_in(CARD, "Remove this")
    assert hands.file.reports.all() == []
    hands.press_message_button()
    assert len(hands.file.reports.all()) == 1


def test_whether_the_two_doctors_talk_is_kept_with_the_visit(hands: CardHands) -> None:
    form = hands.open(CARD)
    form.choose("Will the two doctors talk?", "They have talked")
    form.fill("On which day", "yesterday")
    form.fill("What came of it", "They agree on the stage")
    form.fill("Slides and discs came back on", "today")
    visit = hands.file.appointments.second_opinions()[0]
    assert visit.doctors_talk is DoctorsTalk.DONE
    assert (visit.doctors_talk_on, visit.doctors_talk_note) == ("2026-03-02", "They agree on the stage")
    assert visit.slides_back_on == TODAY


def test_the_words_to_ask_for_it_name_everyone_and_can_be_copied_and_saved(hands: CardHands, tmp_path: Path) -> None:
    hands.file.people.change_person(phone="555-0110")
    assert "Please send" not in hands.says(CARD)
    hands.press_in(CARD, "Read the words")
    words = hands.says(CARD)
    assert "my second-opinion visit on Monday, March 2, 2026." in words
    assert "- Dr. Rao, Riverside, fax 555-0122" in words
    hands.press_in(CARD, "Copy these words")
    assert "Margaret Doyle, 555-0110" in QApplication.clipboard().text()
    hands.messages.will_choose(tmp_path / "request.pdf")
    hands.press_in(CARD, "Save as PDF")
    assert "Please send them to: - Dr. Rao, Riverside, fax 555-0122" in words_of(
        (tmp_path / "request.pdf").read_bytes()
    )


def test_words_typed_last_are_kept_when_the_window_closes(hands: CardHands) -> None:
    hands.open(CARD).type("What came of it", "They will write")
    assert hands.page.flush()
    assert hands.file.appointments.second_opinions()[0].doctors_talk_note == "They will write"


def test_each_visit_has_its_own_card_and_the_last_is_open(hands: CardHands) -> None:
    hands.file.appointments.book(kind=AppointmentKind.SECOND_OPINION, day="2026-03-20", place="Hilltop")
    assert not hands.card("Report from Hilltop").is_open
    visit = hands.file.appointments.second_opinions()[1]
    hands.file.appointments.change(visit.id, status=AppointmentStatus.CANCELED)
    assert CARD in hands.says(CARD)
    with pytest.raises(StopIteration):
        hands.card("Report from Hilltop")


def test_without_a_visit_it_says_where_to_begin(hands: CardHands) -> None:
    hands.file.appointments.remove(hands.file.appointments.second_opinions()[0].id)
    assert hands.reads("No second-opinion visit yet")
    hands.press_button("Add an appointment")
    assert hands.opened == [("command", "new_appointment")]


def test_a_found_report_gets_the_keyboard(hands: CardHands) -> None:
    report = hands.file.reports.ask_today(hands.file.appointments.second_opinions()[0].id, None)
    hands.fold(CARD)
    hands.page.open_item("report_request", report.id)
    assert "A copy for me" in hands.says(CARD)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Change A copy for me"


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (200, 900)])
def test_nothing_is_cut_at_any_size(look: Theme, file: OpenFile, qtbot: QtBot, percent: int, width: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    visit = file.appointments.second_opinions()[0]
    for words in NASTY.values():
        contact = file.contacts.add(name=words)
        file.reports.add(appointment_id=visit.id, to_contact_id=contact.id, sent_how=words, note=words)
    hands = CardHands(qtbot, file, "report", width)
    assert does_not_fit(hands.page) == []
    click(hands.card(CARD).list.add_button)
    assert does_not_fit(hands.page) == []
