"""The contacts tab: found by typing, reached with one press, and never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.choices import ContactRole
from tests.helpers.hands import SHIFT, press
from tests.helpers.pane import PanePage, button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

LONG_ADDRESS = "records.department.second.opinions@lakeside-cancer-center.example"


@pytest.fixture
def empty(file: OpenFile, qtbot: QtBot) -> PanePage:
    page = PanePage(file, qtbot)
    page.turn_to_contacts()
    return page


@pytest.fixture
def pane(file: OpenFile, qtbot: QtBot) -> PanePage:
    add = file.contacts.add
    add(name="Dr. Anita Rao", role=ContactRole.FIRST_DOCTOR, specialty="oncologist", phone="555-0121")
    add(name="Dr. James Okafor", organization="Lakeside Cancer Center", address="20 Shore Rd, Bldg C", starred=True)
    add(name="Nadia Bell", role_note="Records desk", organization="Lakeside", email=LONG_ADDRESS)
    page = PanePage(file, qtbot)
    page.turn_to_contacts()
    return page


def test_the_first_person_is_added(empty: PanePage) -> None:
    assert "No people yet" in empty.words()
    empty.press("Add a person")
    empty.fill("Name (needed)", "Dr. Rao")
    empty.choose("Who is this for you?", "First opinion")
    empty.type("Phone", "555-0121")
    empty.press("Done")
    assert empty.names() == ["Dr. Rao"]
    assert "First opinion" in empty.words()
    assert empty.focused_name() == "More for Dr. Rao"
    assert "No people yet" not in empty.words()


def test_a_form_left_empty_adds_nobody(empty: PanePage) -> None:
    empty.press("Add a person or place")
    press(Qt.Key.Key_Escape)
    assert empty.file.contacts.all() == []
    assert empty.focused_name() == "Add a person or place"


def test_a_name_is_asked_for_beside_the_field(empty: PanePage) -> None:
    empty.press("Add a person or place")
    empty.type("Phone", "555-0121")
    empty.press("Done")
    assert "This is needed. One word is enough." in empty.words()
    assert QApplication.focusWidget() is empty.editor("Name")
    empty.type("Name", "Rao")
    empty.press("Done")
    assert [(c.name, c.phone) for c in empty.file.contacts.all()] == [("Rao", "555-0121")]


def test_a_number_without_a_name_is_not_lost(empty: PanePage) -> None:
    empty.press("Add a person or place")
    empty.type("Phone", "555-0121")
    assert empty.pane.flush()
    assert [(c.name, c.phone) for c in empty.file.contacts.all()] == [("No name yet", "555-0121")]
    assert empty.shows("Name") == "No name yet"


def test_cards_tell_who_and_how_to_reach_them(pane: PanePage) -> None:
    assert pane.names() == ["Dr. James Okafor", "Dr. Anita Rao", "Nadia Bell"]
    words = pane.words()
    assert "First opinion, oncologist" in words
    assert "Records desk, Lakeside" in words
    assert "20 Shore Rd, Bldg C" in words


def test_a_long_address_is_shortened_but_copied_whole(pane: PanePage) -> None:
    pane.click("Copy e-mail address")
    assert QApplication.clipboard().text() == LONG_ADDRESS
    assert pane.messages.toasts == ["E-mail address copied"]


def test_people_are_found_by_any_word_about_them(pane: PanePage) -> None:
    pane.find("lakeside")
    assert pane.names() == ["Dr. James Okafor", "Nadia Bell"]
    pane.find("oncologist rao")
    assert pane.names() == ["Dr. Anita Rao"]
    press(Qt.Key.Key_Escape)
    assert len(pane.names()) == 3


def test_somebody_not_found_can_be_added_at_once(pane: PanePage) -> None:
    pane.find("Dr. Mei Lin")
    assert "Nobody found for these words" in pane.words()
    pane.press("Add Dr. Mei Lin")
    assert pane.shows("Name") == "Dr. Mei Lin"
    press(Qt.Key.Key_Escape)
    assert "Dr. Mei Lin" in pane.names()
    assert pane.focused_name() == "More for Dr. Mei Lin"


def test_a_contact_is_changed_where_it_stands(pane: PanePage) -> None:
    pane.choose_more("Dr. Anita Rao", "Edit")
    assert pane.names() == ["Dr. James Okafor", "Nadia Bell"]
    pane.fill("Phone", "555-0999")
    pane.type("Name", "Dr. Anita Rao-Smith")
    press(Qt.Key.Key_Escape)
    assert "555-0999" in pane.words()
    assert pane.focused_name() == "More for Dr. Anita Rao-Smith"


def test_a_name_cannot_be_emptied_and_the_old_one_stays(pane: PanePage) -> None:
    pane.choose_more("Dr. Anita Rao", "Edit")
    pane.fill("Name", "")
    assert "This is needed. One word is enough." in pane.words()
    assert "Dr. Anita Rao" in {c.name for c in pane.file.contacts.all()}


def test_a_star_keeps_somebody_on_top(pane: PanePage) -> None:
    pane.choose_more("Nadia Bell", "Keep on top")
    assert pane.names() == ["Dr. James Okafor", "Nadia Bell", "Dr. Anita Rao"]
    assert pane.focused_name() == "More for Nadia Bell"
    pane.press("Do not keep on top")
    assert pane.names() == ["Nadia Bell", "Dr. Anita Rao", "Dr. James Okafor"]
    assert pane.focused_name() == "More for Dr. James Okafor"


def test_removing_moves_on_and_can_be_taken_back(pane: PanePage) -> None:
    pane.choose_more("Dr. Anita Rao", "Remove")
    assert pane.messages.toasts == ["Contact removed"]
    undo = pane.messages.undo
    assert undo is not None
    assert pane.focused_name() == "More for Nadia Bell"
    pane.choose_more("Nadia Bell", "Remove")
    assert pane.focused_name() == "More for Dr. James Okafor"
    pane.choose_more("Dr. James Okafor", "Remove")
    assert pane.focused_name() == "Add a person or place"
    undo()
    assert pane.names() == ["Dr. Anita Rao"]


def test_the_form_closes_when_its_contact_is_removed_elsewhere(pane: PanePage) -> None:
    pane.choose_more("Dr. Anita Rao", "Edit")
    rao = next(c for c in pane.file.contacts.all() if c.name == "Dr. Anita Rao")
    pane.file.contacts.remove(rao.id)
    assert not pane.has("Done")
    assert pane.names() == ["Dr. James Okafor", "Nadia Bell"]


def crowd(file: OpenFile, qtbot: QtBot, count: int) -> PanePage:
    """Return the pane of a file with three people we know and `count` others."""
    file.contacts.add(name="Dr. Anita Rao")
    file.contacts.add(name="Dr. James Okafor", organization="Clinic 2", starred=True)
    for number in range(count):
        file.contacts.add(name=f"Person {number:03}", organization=f"Clinic {number % 5}", phone=f"555-{number:04}")
    page = PanePage(file, qtbot)
    page.turn_to_contacts()
    return page


def scroll_to_the_end(pane: PanePage) -> None:
    """Pull the scroll bar down until nothing more comes."""
    bar = pane.pane.contacts.scroller.verticalScrollBar()
    before = -1
    while bar.maximum() != before:
        before = bar.maximum()
        bar.setValue(before)
        QApplication.sendPostedEvents()


def test_a_few_people_stand_by_name(file: OpenFile, qtbot: QtBot) -> None:
    pane = crowd(file, qtbot, 8)
    assert pane.names()[:3] == ["Dr. James Okafor", "Dr. Anita Rao", "Person 000"]
    assert "Other people" not in pane.words()


def test_many_people_stand_by_place(file: OpenFile, qtbot: QtBot) -> None:
    pane = crowd(file, qtbot, 18)
    assert pane.names()[:5] == ["Dr. James Okafor", "Person 000", "Person 005", "Person 010", "Person 015"]
    scroll_to_the_end(pane)
    assert pane.names()[-1] == "Dr. Anita Rao"
    assert "Other people" in pane.words()


def test_all_of_many_people_are_reached_by_scrolling(file: OpenFile, qtbot: QtBot) -> None:
    pane = crowd(file, qtbot, 200)
    assert len(pane.names()) < 100
    scroll_to_the_end(pane)
    assert len(pane.names()) == 202


def test_tab_follows_the_eye_also_after_cards_changed_places(pane: PanePage) -> None:
    pane.choose_more("Nadia Bell", "Keep on top")
    pane.file.contacts.add(name="Ana")
    button(pane.root, "Add a person or place").setFocus(Qt.FocusReason.TabFocusReason)
    visited = []
    while "More for Ana" not in visited:
        press(Qt.Key.Key_Tab)
        visited.append(pane.focused_name())
    assert [name for name in visited if name.startswith("More for")] == [
        "More for Dr. James Okafor",
        "More for Nadia Bell",
        "More for Ana",
    ]
    assert visited[:2] == ["Do not keep on top", "More for Dr. James Okafor"]
    press(Qt.Key.Key_Tab, SHIFT)
    assert pane.focused_name() == "Copy e-mail address"


def test_somebody_found_by_the_search_is_shown(file: OpenFile, qtbot: QtBot) -> None:
    pane = crowd(file, qtbot, 60)
    pane.find("rao")
    last = next(c for c in file.contacts.all() if c.name == "Person 059")
    pane.pane.show_insurance()
    pane.pane.open_item("contact", last.id)
    assert pane.focused_name() == "More for Person 059"
    assert not button(pane.root, "More for Person 059").visibleRegion().isEmpty()


def test_pages_can_ask_for_a_new_contact(pane: PanePage) -> None:
    pane.pane.show_insurance()
    assert pane.pane.do_command("add_contact")
    assert not pane.pane.do_command("print")
    assert QApplication.focusWidget() is pane.editor("Name")
