"""The schedule step: whom one may go to, what the visit is, and what was shared before it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.choices import AppointmentStatus, CallKind, CandidateStatus
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.cards import CardHands
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, focused, press, write
from tests.helpers.pane import button as named_button
from tests.helpers.pane import choose_from_menu
from tests.helpers.stage import cut_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

BACKGROUND = "Background to share"
STANDS = ": where it stands"

pytestmark = pytest.mark.usefixtures("a_tuesday")


class Page(FormPage):
    """The page of the step, and the dialogs it opens."""

    def __init__(self, qtbot: QtBot, file: OpenFile) -> None:
        self.hands = CardHands(qtbot, file, "schedule", height=1500)
        super().__init__(self.hands.window, qtbot)

    def meet(self, *steps: Callable[[FormPage], object]) -> None:
        """Say what to do in the next dialog, before it is opened."""

        def use(dialog: QDialog) -> None:
            for step in steps:
                step(FormPage(dialog, self.qtbot))

        self.hands.messages.will_meet(use)

    def name(self, *names: str) -> None:
        """Write names of doctors or centers, each ended with Enter."""
        self.hands.page.open_item("candidate", "first")
        for name in names:
            write(name)
            press(Qt.Key.Key_Return)

    def press(self, name: str) -> None:
        """Click a button by its name, and give the keyboard back to the window."""
        click(named_button(self.root, name))
        self.root.activateWindow()

    def names(self) -> list[str]:
        """Return the doctors and centers, from top to bottom."""
        self.hands.settle()
        boxes = (box for box in self.root.findChildren(QComboBox) if box.isVisible())
        found = [box for box in boxes if box.accessibleName().endswith(STANDS)]
        found.sort(key=lambda box: box.mapTo(self.root, box.rect().topLeft()).y())
        return [box.accessibleName().removesuffix(STANDS) for box in found]


@pytest.fixture
def page(qtbot: QtBot, file: OpenFile) -> Page:
    return Page(qtbot, file)


def press_in(name: str) -> Callable[[FormPage], object]:
    def press(dialog: FormPage) -> None:
        click(named_button(dialog.root, name))

    return press


def list_named(page: Page, name: str) -> QComboBox:
    return next(box for box in page.root.findChildren(QComboBox) if box.accessibleName() == name and box.isVisible())


def step_down(box: QComboBox, times: int = 1) -> None:
    """Go down in a list with the arrow key."""
    box.setFocus(Qt.FocusReason.TabFocusReason)
    for _time in range(times):
        press(Qt.Key.Key_Down, on=box)


def three(file: OpenFile) -> None:
    for minutes, (name, status) in enumerate(
        (("Valley Center", "called"), ("Dr. Okafor", "booked"), ("Dr. Marsh", "idea"))
    ):
        with clock.standing_at(clock.now() + timedelta(minutes=minutes)):
            file.contacts.add(name=name, candidate=CandidateStatus(status))


# Doctors and centers


def test_a_new_name_becomes_a_contact_on_the_list_with_facts_as_told(page: Page, file: OpenFile) -> None:
    file.people.change_situation(care_not_offered_here=["trial"])
    page.name("Dr. Marsh")
    assert "No facts yet." in page.words()

    def fill(dialog: FormPage) -> None:
        dialog.choose("Do they focus on your kind of cancer?", "Not sure")
        dialog.fill("How many they treat in a year", "About 200")
        dialog.choose("A clinical trial", "Yes")
        dialog.fill("Who told you", "Nadia")

    page.meet(fill, press_in("Save"))
    page.press("Add facts")
    contact = file.contacts.candidates()[0]
    assert (contact.name, contact.candidate) == ("Dr. Marsh", CandidateStatus.IDEA)
    assert contact.offered_checks == {"trial": "yes"}
    for told in (
        "My cancer is their focus: Not sure", "People with it a year, as told: About 200", "A clinical trial: Yes",
        "Told by: Nadia",
    ):  # fmt: skip
        assert told in page.words()


def test_names_are_written_one_after_the_other_with_the_doctor_who_gave_them(page: Page, file: OpenFile) -> None:
    file.people.change_situation(talked_with_id=file.contacts.add(name="Dr. Rao").id)
    page.name("Dr. Okafor", "Hillcrest Center")
    assert sorted(page.names()) == ["Dr. Okafor", "Hillcrest Center"]
    assert page.words().count("Told by: Dr. Rao") == 2
    write("Dr. Marsh")  # typed, and not added yet
    assert page.hands.page.flush()
    assert "Dr. Marsh" in page.names()


def test_a_contact_that_is_there_keeps_what_is_known_of_it(page: Page, file: OpenFile) -> None:
    file.contacts.add(name="Dr. Marsh", phone="555-0164", travel_time="An hour")
    page.name("dr. marsh")
    assert len(file.contacts.all()) == 1
    assert file.contacts.all()[0].phone == "555-0164"
    assert "Travel: An hour" in page.words()


def test_the_list_stands_as_it_was_written_and_is_sorted_only_by_the_person(page: Page, file: OpenFile) -> None:
    three(file)
    assert page.names() == ["Valley Center", "Dr. Okafor", "Dr. Marsh"]
    order = list_named(page, "Order of the list")
    assert [order.itemText(number) for number in range(order.count())] == [
        "As you wrote them down", "By name", "By where it stands",
    ]  # fmt: skip
    step_down(order)
    assert page.names() == ["Dr. Marsh", "Dr. Okafor", "Valley Center"]


def test_booked_offers_to_write_the_visit_down(page: Page, file: OpenFile) -> None:
    file.contacts.add(name="Dr. Okafor", candidate=CandidateStatus.CALLED, organization="Lakeside")
    status = list_named(page, "Dr. Okafor: where it stands")
    step_down(status, 2)
    assert status.currentText() == "Booked"
    assert page.hands.message == "Marked as booked"

    def book(dialog: FormPage) -> None:
        assert dialog.shows("With") == "Dr. Okafor"
        assert dialog.shows("Where") == "Lakeside"
        dialog.fill("Date", "mar 12")
        click(named_button(dialog.root, "Save appointment"))

    page.meet(book)
    page.hands.press_message_button("Write down the visit")
    assert [visit.day for visit in file.appointments.all()] == ["2026-03-12"]
    assert "Marked as booked" not in page.hands.message


def test_a_call_to_a_center_is_written_down_with_words_for_a_clinic(page: Page, file: OpenFile) -> None:
    file.contacts.add(name="Dr. Marsh", candidate=CandidateStatus.IDEA, phone="555-0164")

    def call(dialog: FormPage) -> None:
        assert "What is the first opening?" in dialog.words()
        assert dialog.shows("Number you called") == "555-0164"
        dialog.fill("Who did you speak to?", "Ana")
        click(named_button(dialog.root, "Done"))

    page.meet(call)
    choose_from_menu(named_button(page.root, "More for Dr. Marsh"), "Write down a call")
    kept = file.insurance.calls.all()[0]
    assert (kept.kind, kept.person, kept.called) == (CallKind.CLINIC, "Ana", "Dr. Marsh")


def test_a_name_that_is_on_the_list_already_is_said_so_and_shown_and_stays_in_the_line(
    page: Page, file: OpenFile
) -> None:
    three(file)
    page.name("dr.  okafor")
    assert "This name is on the list already." in page.words()
    assert focused().accessibleName() == f"Dr. Okafor{STANDS}"
    assert page.hands.page.flush()
    assert page.names() == ["Valley Center", "Dr. Okafor", "Dr. Marsh"]
    line = next(one for one in page.root.findChildren(QLineEdit) if one.text())
    assert line.text() == "dr.  okafor"
    write(" junior", line)
    assert "This name is on the list already." not in page.words()
    press(Qt.Key.Key_Return, on=line)
    assert "dr. okafor junior" in page.names()


def test_facts_can_be_changed_and_a_name_taken_off_and_put_back(page: Page, file: OpenFile) -> None:
    three(file)

    def change(dialog: FormPage) -> None:
        dialog.fill("How far it is", "25 minutes")
        click(named_button(dialog.root, "Save"))

    page.meet(change)
    choose_from_menu(named_button(page.root, "More for Valley Center"), "Change facts")
    assert "Travel: 25 minutes" in page.words()
    choose_from_menu(named_button(page.root, "More for Valley Center"), "Take off this list")
    assert page.names() == ["Dr. Okafor", "Dr. Marsh"]
    assert len(file.contacts.all()) == 3
    page.hands.press_message_button()
    assert page.names() == ["Valley Center", "Dr. Okafor", "Dr. Marsh"]


# The visit


def test_the_visit_says_what_is_known_and_what_is_not(page: Page, file: OpenFile) -> None:
    assert "Nothing is written down yet." in page.words()
    file.appointments.book(day="2026-03-12", time="10:30", arrive_by="10:00, for forms", length_minutes=60)
    words = page.words()
    for told in ("Thu, Mar 12, 2026, 10:30 AM", "10:00, for forms", "60 minutes"):
        assert told in words
    assert "Not known yet: the doctor, the place, in person or by video" in words


def test_saying_that_it_is_for_a_second_opinion_is_ticked_beside_the_words_to_say(page: Page, file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-03-12")
    assert "You could say: Hello. I am calling about a second opinion for cancer." in page.words()
    page.tick("I said that it is for a second opinion")
    assert file.appointments.get(visit.id).said_second_opinion


def test_everything_about_the_visit_can_be_written_in_its_dialog(page: Page, file: OpenFile) -> None:
    def fill(dialog: FormPage) -> None:
        dialog.fill("Date", "mar 12")
        height = dialog.root.height()
        click(named_button(dialog.root, "More details"))
        assert dialog.root.height() > height  # it grows, so that what was asked for is seen
        assert "Booking it" in dialog.words()
        dialog.choose("How", "By video")
        dialog.choose("On the list for early openings?", "Yes")
        dialog.choose("Is an interpreter booked?", "Not sure")
        dialog.fill("Who to call at the clinic", "Nadia, 555-0179")
        dialog.fill("Records there by", "mar 9")
        dialog.fill("Price if you pay yourself", "$2,000")
        dialog.fill("How long, in minutes", "60")
        dialog.fill("How you get there", "Claire drives")
        click(named_button(dialog.root, "Save appointment"))

    page.meet(fill)
    page.press("Add the visit")
    visit = file.appointments.all()[0]
    assert (visit.records_needed_by, visit.length_minutes, visit.self_pay_quote) == ("2026-03-09", 60, "$2,000")
    assert "$2,000" not in page.words()
    page.press("Show all details")
    for told in ("By video", "On the list", "Nadia, 555-0179", "Claire drives", "$2,000"):
        assert told in page.words()


def test_minutes_that_are_no_number_are_asked_about_beside_the_field(page: Page, file: OpenFile) -> None:
    def fill(dialog: FormPage) -> None:
        click(named_button(dialog.root, "More details"))
        dialog.fill("How long, in minutes", "an hour")
        click(named_button(dialog.root, "Save appointment"))
        assert "Please write it as a number, like 3." in dialog.words()
        click(named_button(dialog.root, "Cancel"))

    page.meet(fill)
    page.press("Add the visit")
    assert file.appointments.all() == []


# How it is arranged, and what is shared


def test_how_it_is_arranged_is_said_in_a_line_that_leads_there(page: Page, file: OpenFile) -> None:
    file.people.change_situation(request_route="doctor_asks", request_asked_on="2026-02-17")
    page.press("How it is arranged. My doctor asks for it. Asked Feb 17")
    assert page.hands.opened == [("situation", "request_route")]


def test_what_the_clinic_wants_and_what_was_sent_is_kept_before_there_is_a_date(page: Page, file: OpenFile) -> None:
    page.hands.open(BACKGROUND)
    page.type("What they want, and in what form", "Slides by courier")
    page.hands.page.flush()
    page.tick("My list of medicines and allergies")
    visit = file.appointments.all()[0]
    assert visit.status is AppointmentStatus.WANTED
    assert (visit.records_wanted, visit.background_sent, visit.day) == ("Slides by courier", ["medicines"], "")
    assert "Slides by courier" in page.words()


def test_background_goes_with_the_visit_that_is_there(page: Page, file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-03-12", intake_contact="Nadia", background_sent=["summary"])
    assert page.hands.line(BACKGROUND) == "1 thing sent"
    page.hands.open(BACKGROUND)
    assert page.shows("Who to call at the clinic") == "Nadia"
    page.tick("My questions")
    assert file.appointments.get(visit.id).background_sent == ["summary", "questions"]


def test_the_summary_is_one_press_away(page: Page) -> None:
    page.hands.open(BACKGROUND)
    page.press("Print or save my summary")
    assert page.hands.opened == [("command", "print")]


# Going there, fitting


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("candidate", "Name of a doctor or center"),
        ("second_visit", "Add the visit"),
        ("background", "Who to call at the clinic"),
    ],
)
def test_other_places_lead_to_a_card(page: Page, kind: str, name: str) -> None:
    page.hands.page.open_item(kind, "first")
    assert focused().accessibleName() == name


@pytest.mark.parametrize(("percent", "width"), [(100, 420), (200, 1000)])
def test_no_word_of_the_cards_is_cut(qtbot: QtBot, file: OpenFile, look: Theme, percent: int, width: int) -> None:
    three(file)
    file.appointments.book(day="2026-03-12", travel_note="W" * 60)
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    hands = CardHands(qtbot, file, "schedule", width=width, height=1400)
    hands.settle()
    assert cut_words(hands.page) == []
