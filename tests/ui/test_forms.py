"""Forms: what a person fills in is kept, what is unclear is asked about, and looking at a form changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from secondopinion_desktop.base.errors import FieldError, UserError
from secondopinion_desktop.services.insurance import APPROVED_THINGS
from secondopinion_desktop.ui.forms import FieldSpec, RecordForm, specs
from tests.helpers.forms import NASTY, FormPage, shown
from tests.helpers.hands import focused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

TABLES = [specs.PLAN, specs.REFERRAL, specs.AUTHORIZATION, specs.CALL, specs.CONTACT, specs.KEY_DATES]


class Desk:
    """One call of the file, open in a live form."""

    def __init__(self, file: OpenFile, qtbot: QtBot) -> None:
        self.file = file
        self.id = file.insurance.calls.add(day="2026-02-26", person="Renee", answer="It is covered.").id
        self.saves: list[dict[str, Any]] = []
        self.form = RecordForm(specs.CALL, save=self.save, contacts=file.contacts)
        self.form.resize(500, 900)
        self.form.load(self.row)
        shown(self.form, qtbot)
        self.page = FormPage(self.form, qtbot)

    @property
    def row(self) -> Any:
        return self.file.insurance.calls.get(self.id)

    def save(self, **values: Any) -> None:
        self.saves.append(values)
        self.file.insurance.calls.change(self.id, origin=self.form, **values)


@pytest.fixture
def desk(file: OpenFile, qtbot: QtBot, a_tuesday: datetime) -> Desk:
    return Desk(file, qtbot)


def test_leaving_a_field_saves_it(desk: Desk) -> None:
    desk.page.fill("Reference number for this call", "48-2217")
    assert desk.row.reference == "48-2217"


def test_a_pause_while_typing_saves(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.form.saved):
        desk.page.type("What did they say?", "They need")
    assert desk.row.answer == "They need"
    assert QApplication.focusWidget() is desk.page.editor("What did they say?")


def test_a_form_that_is_gone_from_the_screen_saves_no_more(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondopinion_desktop.ui.forms.form.PAUSE_MS", 1)
    saves: list[dict[str, Any]] = []

    def refuse(**values: Any) -> None:
        saves.append(values)
        raise FieldError("name", "This is needed.")

    form = RecordForm(specs.CONTACT, save=refuse)
    shown(form, qtbot)
    FormPage(form, qtbot).type("Name", "Rao")
    form.hide()
    tried = len(saves)
    assert tried
    over = QTimer(form, singleShot=True)
    with qtbot.waitSignal(over.timeout):
        over.start(30)
    assert len(saves) == tried  # the file may be closed by now


def test_looking_at_a_form_saves_nothing(desk: Desk) -> None:
    desk.form.focus_first()
    for _field in desk.form.fields:
        desk.page.leave()
    desk.form.load(desk.row)
    desk.form.hide()
    assert desk.form.flush()
    assert desk.saves == []


@pytest.mark.parametrize("table", TABLES)
def test_no_field_of_any_form_saves_by_being_shown(table: tuple[FieldSpec, ...], file: OpenFile, qtbot: QtBot) -> None:
    saves: list[dict[str, Any]] = []
    form = RecordForm(table, save=lambda **values: saves.append(values), contacts=file.contacts)
    qtbot.addWidget(form)
    form.load({})
    form.show()
    assert form.is_empty
    form.load({"note": "x", "name": "Dr. Rao", "day": "2026-03-12", "urgent": True, "for_what": ["visit", "new"]})
    form.hide()
    assert form.flush()
    assert saves == []


def test_every_field_has_its_name_for_a_screen_reader(file: OpenFile, qtbot: QtBot) -> None:
    for table in TABLES:
        form = RecordForm(table, contacts=file.contacts)
        qtbot.addWidget(form)
        for field in form.fields.values():
            target = field.widget
            while (proxy := target.focusProxy()) is not None:
                target = proxy
            assert target.accessibleName(), field.spec.name


def test_a_date_is_typed_freely_and_shown_back_in_full(desk: Desk) -> None:
    desk.page.fill("Call back on", "mar 12")
    assert desk.page.shows("Call back on") == "Thu, Mar 12, 2026"
    assert desk.row.follow_up_on == "2026-03-12"
    desk.page.fill("Call back on", "about may")
    assert desk.page.shows("Call back on") == "about May 2026"
    assert desk.row.follow_up_on == "~2026-05"


def test_an_unclear_date_is_asked_about_and_stays_as_typed(desk: Desk) -> None:
    desk.page.fill("Call back on", "13/12/2026")
    assert desk.page.shows("Call back on") == "13/12/2026"
    assert "Is that December 13? Please write the month as a word, like Dec 13." in desk.page.words()
    assert desk.row.follow_up_on == ""
    desk.page.fill("Call back on", "Dec 13")
    assert "Is that December 13?" not in desk.page.words()
    assert desk.row.follow_up_on == "2026-12-13"


def test_a_date_can_be_taken_out_again(desk: Desk) -> None:
    desk.page.fill("Date", "")
    assert desk.row.day == ""


def test_a_time_is_shown_back_as_people_here_write_it(desk: Desk) -> None:
    desk.page.fill("Time", "14:05")
    assert desk.page.shows("Time") == "2:05 PM"
    assert desk.row.time == "14:05"
    desk.page.fill("Time", "2")
    assert "Is that 2:00 AM or 2:00 PM?" in desk.page.words()
    assert desk.row.time == "14:05"


def test_closing_saves_what_the_keyboard_is_still_in(desk: Desk) -> None:
    desk.page.type("Call back on", "tomorrow")
    desk.page.type("What did they promise?", "A letter")
    assert desk.form.flush()
    assert (desk.row.follow_up_on, desk.row.promised) == ("2026-03-04", "A letter")


def test_being_done_says_so_when_something_is_not_clear(desk: Desk) -> None:
    desk.page.type("Who did you speak to?", "Tom")
    desk.page.type("Call back on", "some day")
    assert desk.form.flush()  # nothing is left that could not be written
    assert not desk.form.finish()
    assert focused() is desk.page.editor("Call back on")
    assert desk.row.person == "Tom"


def test_hiding_a_form_saves_it(desk: Desk) -> None:
    desk.page.type("Who did you speak to?", "Tom")
    desk.form.hide()
    assert desk.row.person == "Tom"


def test_words_that_are_no_date_are_kept_when_the_form_goes_away(desk: Desk) -> None:
    desk.page.type("Call back on", "13/12/2026")
    desk.form.hide()
    assert desk.row.answer == "It is covered.\nCall back on: 13/12/2026"
    desk.form.show()
    assert desk.page.shows("Call back on") == ""
    assert desk.page.shows("What did they say?") == desk.row.answer
    assert len(desk.saves) == 1


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("label", ["Who did you speak to?", "What did they say?"])
def test_any_words_are_kept_and_shown_as_they_are(desk: Desk, label: str, text: str) -> None:
    desk.page.fill(label, text)
    assert text in {desk.row.person, desk.row.answer}
    desk.form.load({})
    desk.form.load(desk.row)
    assert desk.page.shows(label) == text


def test_a_change_from_elsewhere_shows_at_once_but_never_under_the_hand(desk: Desk) -> None:
    desk.page.type("What did they say?", "I am still typ")
    desk.file.insurance.calls.change(desk.id, person="Maria", answer="From elsewhere")
    desk.form.refresh(desk.row)
    assert desk.page.shows("Who did you speak to?") == "Maria"
    assert desk.page.shows("What did they say?") == "I am still typ"


def test_what_cannot_be_saved_now_is_said_and_stays(file: OpenFile, qtbot: QtBot) -> None:
    stick = {"gone": True}
    kept: dict[str, Any] = {}

    def save(**values: Any) -> None:
        if stick["gone"]:
            raise UserError("We could not save your last change.", "Your words are still here.")
        kept.update(values)

    form = RecordForm(specs.CALL, save=save, contacts=file.contacts)
    form.load({})
    shown(form, qtbot)
    page = FormPage(form, qtbot)
    page.fill("Who did you speak to?", "Renee")
    assert "We could not save your last change. Your words are still here." in page.words()
    assert page.shows("Who did you speak to?") == "Renee"
    stick["gone"] = False
    page.fill("Which company or office?", "Blue Ridge")
    assert form.flush()
    assert kept == {"person": "Renee", "called": "Blue Ridge"}
    assert "We could not save" not in page.words()


def test_details_stay_folded_until_asked_for_or_filled(desk: Desk) -> None:
    assert "Their staff number" not in desk.page.words()
    more = next(button for button in desk.form.findChildren(QPushButton) if button.text().strip() == "More details")
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    desk.page.fill("Their staff number", "77")
    assert desk.row.their_id == "77"
    again = RecordForm(specs.CALL, contacts=desk.file.contacts)
    desk.page.qtbot.addWidget(again)
    again.load(desk.row)
    again.show()
    assert FormPage(again, desk.page.qtbot).shows("Their staff number") == "77"


# Who


def test_a_contact_is_found_by_typing_their_name(desk: Desk) -> None:
    rao = desk.file.contacts.add(name="Dr. Anita Rao")
    desk.form.focus_field("contact_id")
    desk.page.fill("Belongs to contact", "dr. anita rao")
    assert desk.row.contact_id == rao.id
    assert desk.page.shows("Belongs to contact") == "Dr. Anita Rao"
    desk.page.fill("Belongs to contact", "")
    assert desk.row.contact_id is None


def test_a_new_name_is_offered_to_be_added(desk: Desk) -> None:
    desk.form.focus_field("contact_id")
    desk.page.fill("Belongs to contact", "Dr. Lee <x>")
    assert desk.row.contact_id is None
    offer = QApplication.focusWidget()
    assert isinstance(offer, QPushButton)
    assert offer.accessibleName() == "Add Dr. Lee <x> to contacts"
    QTest.keyClick(offer, Qt.Key.Key_Space)
    assert desk.file.contacts.name_of(desk.row.contact_id) == "Dr. Lee <x>"
    assert not offer.isVisible()


def test_a_new_name_is_not_lost_when_the_form_goes_away(desk: Desk) -> None:
    desk.form.focus_field("contact_id")
    desk.page.type("Belongs to contact", "Dr. Lee")
    assert desk.form.flush()
    assert desk.file.contacts.name_of(desk.row.contact_id) == "Dr. Lee"


def test_two_people_of_one_name_are_told_apart(desk: Desk) -> None:
    first, second = (desk.file.contacts.add(name="John Smith") for _ in range(2))
    desk.form.focus_field("contact_id")
    desk.file.insurance.calls.change(desk.id, contact_id=second.id)
    desk.form.load(desk.row)
    desk.page.fill("Who did you speak to?", "Tom")
    assert desk.form.flush()
    assert desk.row.contact_id == second.id != first.id


def test_a_removed_contact_is_still_named(desk: Desk) -> None:
    rao = desk.file.contacts.add(name="Dr. Rao")
    desk.file.insurance.calls.change(desk.id, contact_id=rao.id)
    desk.file.contacts.remove(rao.id)
    desk.form.load(desk.row)
    assert desk.page.shows("Belongs to contact") == "Dr. Rao"
    assert desk.form.flush()
    assert desk.row.contact_id == rao.id


# Saved all at once


@pytest.fixture
def gathered(file: OpenFile, qtbot: QtBot, a_tuesday: datetime) -> FormPage:
    table = (
        FieldSpec("name", "Name", needed=True),
        FieldSpec("valid_to", "Good until", "date"),
        FieldSpec("visits", "Visits allowed", "number"),
        FieldSpec("for_what", "For what?", "several", choices=APPROVED_THINGS),
        FieldSpec("urgent", "Asked for as urgent", "tick"),
        FieldSpec("needed", "Is one needed?", "yes3"),
    )
    form = RecordForm(table, contacts=file.contacts)
    form.load({"for_what": ["from a later edition"]})
    shown(form, qtbot)
    return FormPage(form, qtbot)


def submitted(page: FormPage) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    save: Callable[..., None] = kept.update
    assert isinstance(page.root, RecordForm)
    return kept if page.root.submit(save) else {}


def test_save_goes_to_the_first_field_that_is_not_clear(gathered: FormPage) -> None:
    gathered.fill("Visits allowed", "two or so")
    gathered.fill("Good until", "13/12/2026")
    assert submitted(gathered) == {}
    assert QApplication.focusWidget() is gathered.editor("Name")
    words = gathered.words()
    assert "This is needed." in words
    assert "Please write it as a number, like 3." in words
    assert "Is that December 13?" in words
    gathered.fill("Name", "Visit")
    assert submitted(gathered) == {}
    assert QApplication.focusWidget() is gathered.editor("Good until")


def test_a_save_that_is_refused_adds_nobody_to_the_contacts(file: OpenFile, qtbot: QtBot) -> None:
    form = RecordForm((FieldSpec("who", "With", "contact"), FieldSpec("day", "Day", "date")), contacts=file.contacts)
    shown(form, qtbot)
    page = FormPage(form, qtbot)
    page.fill("With", "Dr. Lee")
    assert QApplication.focusWidget() is page.editor("Day")  # Tab goes on: the one button of the form adds the name
    page.fill("Day", "13/12/2026")
    assert submitted(page) == {}
    assert file.contacts.all() == []
    page.fill("With", "Dr. Leeds")
    page.fill("Day", "Dec 13, 2026")
    assert submitted(page)["who"] == file.contacts.all()[0].id
    assert [contact.name for contact in file.contacts.all()] == ["Dr. Leeds"]


def test_what_is_typed_after_tab_does_not_land_in_the_day_before(gathered: FormPage) -> None:
    gathered.fill("Good until", "June 2")
    assert QApplication.focusWidget() is gathered.editor("Visits allowed")


def test_a_date_is_said_back_before_anything_is_saved(gathered: FormPage) -> None:
    gathered.fill("Good until", "June 2")
    assert gathered.shows("Good until") == "Tue, Jun 2, 2026"
    gathered.fill("Good until", "13/12/2026")
    assert gathered.shows("Good until") == "13/12/2026"  # not clear yet: asked about when it is to be saved


def test_save_hands_over_every_answer(gathered: FormPage) -> None:
    gathered.fill("Name", "Visit")
    gathered.fill("Good until", "June 2")
    gathered.fill("Visits allowed", "3")
    gathered.tick("New tests")
    gathered.tick("Asked for as urgent")
    gathered.choose("Is one needed?", "Not sure")
    assert submitted(gathered) == {
        "name": "Visit",
        "valid_to": "2026-06-02",
        "visits": 3,
        "for_what": ["tests", "from a later edition"],
        "urgent": True,
        "needed": "not_sure",
    }


def test_halves_stand_side_by_side_only_where_there_is_room(desk: Desk) -> None:
    def heights() -> list[int]:
        return [desk.page.editor(label).mapTo(desk.form, QPoint()).y() for label in ("Date", "Time")]

    assert len(set(heights())) == 1
    desk.form.resize(260, 900)
    desk.page.qtbot.waitUntil(lambda: heights()[0] < heights()[1])
