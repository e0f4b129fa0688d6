"""The pane shows everything at every text size, in every letter, whatever people typed; and the dialogs of its data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from secondopinion_desktop.model.choices import AppointmentKind, ContactRole
from secondopinion_desktop.ui.dialogs.call import CallDialog
from secondopinion_desktop.ui.dialogs.contact import ContactDialog
from secondopinion_desktop.ui.dialogs.key_dates import KeyDatesDialog
from secondopinion_desktop.ui.messages import Messages
from secondopinion_desktop.ui.panewidth import usual_width
from secondopinion_desktop.ui.theme import Colors, Letters, Look
from tests.helpers.forms import NASTY, FormPage, shown
from tests.helpers.hands import press
from tests.helpers.messages import FakeMessages
from tests.helpers.pane import PanePage, button, cut_off

if TYPE_CHECKING:
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme


def fits(root: QWidget) -> bool:
    return not cut_off(root)


def fill_with(file: OpenFile, text: str) -> None:
    """Put `text` into everything the pane shows."""
    insurance = file.insurance
    contact = file.contacts.add(
        name=text, organization=text, phone=text, email=text, address=text, note=text, role_note=text, starred=True
    )
    plan = dict.fromkeys(("carrier", "plan_name", "member_id", "group_number", "phone", "copay", "note"), text)
    insurance.save_plan(1, case_manager_id=contact.id, **plan)
    insurance.save_referral(number=text, note=text, from_id=contact.id)
    insurance.save_authorization(reference=text, status="ended", asked_on="2026-02-26", asked_by_id=contact.id)
    call = dict.fromkeys(("person", "answer", "promised", "reference", "called"), text)
    insurance.calls.add(day="2026-02-26", follow_up_on="2026-03-05", **call)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("letters", list(Letters))
def test_nothing_is_cut_off(file: OpenFile, qtbot: QtBot, look: Theme, letters: Letters, percent: int) -> None:
    for text in NASTY.values():
        fill_with(file, text)
    fill_with(file, NASTY["endless"])
    look.set_look(Look(Colors.LIGHT, letters, percent))
    pane = PanePage(file, qtbot)
    pane.press("Show all details")
    qtbot.waitUntil(lambda: not cut_off(pane.root))
    pane.turn_to_contacts()
    qtbot.waitUntil(lambda: not cut_off(pane.root))


@pytest.mark.parametrize("percent", [100, 200])
def test_no_form_of_the_pane_is_cut_off(file: OpenFile, qtbot: QtBot, look: Theme, percent: int) -> None:
    fill_with(file, "Lakeside Cancer Center")
    look.set_look(Look(Colors.LIGHT, Letters.CLEAR, percent))
    pane = PanePage(file, qtbot)
    for name in ("Change Lakeside Cancer Center", "Change Referral", "Change Prior authorization"):
        pane.press(name)
    qtbot.waitUntil(lambda: not cut_off(pane.root))
    pane.turn_to_contacts()
    pane.choose_more("Lakeside Cancer Center", "Edit")
    qtbot.waitUntil(lambda: not cut_off(pane.root))


def test_words_that_look_like_markup_are_shown_as_typed(file: OpenFile, qtbot: QtBot) -> None:
    fill_with(file, NASTY["markup"])
    pane = PanePage(file, qtbot)
    assert NASTY["markup"] in pane.words()
    pane.turn_to_contacts()
    assert NASTY["markup"] in pane.names()


def test_the_pane_is_wider_for_wider_letters_and_larger_text(look: Theme) -> None:
    assert 278 <= usual_width() <= 286
    assert 294 <= usual_width(roomy=True) <= 302
    look.set_look(Look(Colors.LIGHT, Letters.CLEAR))
    assert usual_width() > 286
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    assert usual_width() >= 560


def test_every_button_says_what_it_does(file: OpenFile, qtbot: QtBot) -> None:
    fill_with(file, "Lakeside")
    pane = PanePage(file, qtbot)
    pane.turn_to_contacts()
    assert pane.has("Hide people and insurance")
    shown = [b for b in pane.root.findChildren(QAbstractButton) if b.isVisible()]
    buttons = [b for b in shown if b.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(buttons) > 5
    assert all(b.accessibleName() for b in buttons)


def test_hiding_is_left_to_the_window(file: OpenFile, qtbot: QtBot) -> None:
    pane = PanePage(file, qtbot)
    with qtbot.waitSignal(pane.pane.hide_requested):
        pane.press("Hide people and insurance")


# Dialogs


@pytest.mark.parametrize("percent", [100, 200])
def test_no_dialog_is_cut_off(file: OpenFile, qtbot: QtBot, look: Theme, percent: int) -> None:
    fill_with(file, NASTY["endless"])
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    for dialog in (CallDialog(file, FakeMessages()), ContactDialog(file), KeyDatesDialog(file)):
        shown(dialog, qtbot)
        qtbot.waitUntil(partial(fits, dialog))
        dialog.close()


def test_dates_are_kept_with_who_gave_them(file: OpenFile, qtbot: QtBot, a_tuesday: datetime) -> None:
    dialog = KeyDatesDialog(file)
    page = FormPage(shown(dialog, qtbot), qtbot)
    page.fill("First opinion", "feb 17")
    page.fill("Treatment is planned to start", "mar 23")
    page.choose("Is that day firm?", "Yes")
    page.fill("Doctor said waiting is okay until", "about april")
    page.fill("Who said so", "Dr. Rao")
    page.fill("In what words", "A few weeks are fine")
    page.fill("Decide by", "mar 18")
    page.type("Who gave you this date, and why", "The surgery desk")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    situation = file.people.situation()
    assert situation.treatment_start == "2026-03-23"
    assert situation.treatment_start_firm == "yes"
    assert situation.ok_until == "~2026-04"
    assert (situation.ok_until_by, situation.ok_until_words) == ("Dr. Rao", "A few weeks are fine")
    assert (situation.decide_by, situation.decide_by_source) == ("2026-03-18", "The surgery desk")
    assert [opinion.day for opinion in file.opinions.rows.all()] == ["2026-02-17"]


def test_an_unclear_date_keeps_the_dialog_open(file: OpenFile, qtbot: QtBot, a_tuesday: datetime) -> None:
    dialog = KeyDatesDialog(file, start_at="decide_by")
    page = FormPage(shown(dialog, qtbot), qtbot)
    assert QApplication.focusWidget() is page.editor("Decide by")
    page.fill("Decide by", "13/12/2026")
    press(Qt.Key.Key_Space, on=button(dialog, "Save dates"))
    assert dialog.isVisible()
    assert "Is that December 13?" in page.words()
    assert QApplication.focusWidget() is page.editor("Decide by")
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(Qt.Key.Key_Space, on=button(dialog, "Cancel"))
    assert not dialog.isVisible()
    assert file.people.situation().decide_by == ""


def test_the_start_of_treatment_is_one_day_wherever_it_is_changed(
    file: OpenFile, qtbot: QtBot, a_tuesday: datetime
) -> None:
    start = file.appointments.add(kind=AppointmentKind.TREATMENT_START, day="2026-03-23")
    dialog = KeyDatesDialog(file)
    page = FormPage(shown(dialog, qtbot), qtbot)
    assert page.shows("Treatment is planned to start") == "Mon, Mar 23, 2026"
    page.fill("Treatment is planned to start", "mar 30")
    press(Qt.Key.Key_Space, on=button(dialog, "Save dates"))
    assert file.appointments.get(start.id).day == "2026-03-30"


def test_locking_closes_dialogs_and_keeps_their_words(file: OpenFile, qtbot: QtBot, a_tuesday: datetime) -> None:
    window = shown(QWidget(), qtbot)
    messages = Messages(window)
    for dialog, label, text in (
        (KeyDatesDialog(file), "Decide by", "mar 18"),
        (CallDialog(file, FakeMessages()), "What did they say?", "It is covered."),
        (ContactDialog(file), "Name", "Dr. Lee"),
    ):
        visit = partial(type_and_lock, dialog, label, text, messages, qtbot)
        QTimer.singleShot(0, dialog, visit)
        assert not messages.run(dialog)
    assert file.people.situation().decide_by == "2026-03-18"
    assert [call.answer for call in file.insurance.calls.all()] == ["It is covered."]
    assert [contact.name for contact in file.contacts.all()] == ["Dr. Lee"]


def type_and_lock(dialog: QDialog, label: str, text: str, messages: Messages, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    FormPage(dialog, qtbot).type(label, text)
    messages.close_all()


def test_a_new_contact_can_be_made_from_any_page(file: OpenFile, qtbot: QtBot) -> None:
    dialog = ContactDialog(file, role=ContactRole.SECOND_DOCTOR)
    page = FormPage(shown(dialog, qtbot), qtbot)
    press(Qt.Key.Key_Space, on=button(dialog, "Save contact"))
    assert "This is needed." in page.words()
    page.fill("Name", "Dr. Lee")
    press(Qt.Key.Key_Space, on=button(dialog, "Save contact"))
    assert not dialog.isVisible()
    contact = file.contacts.get(dialog.contact_id)
    assert (contact.name, contact.role) == ("Dr. Lee", ContactRole.SECOND_DOCTOR)
