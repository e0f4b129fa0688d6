"""The insurance tab: the card at hand, where the plan's answers stand, and what was said on the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from secondopinion_desktop.ui.dialogs.call import CallDialog
from tests.helpers.forms import FormPage
from tests.helpers.hands import press
from tests.helpers.pane import PanePage, button

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def pane(file: OpenFile, qtbot: QtBot, a_tuesday: datetime) -> PanePage:
    return PanePage(file, qtbot)


@pytest.fixture
def insured(file: OpenFile, qtbot: QtBot, a_tuesday: datetime) -> PanePage:
    file.insurance.save_plan(1, carrier="Blue Ridge Health", plan_name="Choice PPO", member_id="BR 4410 0872 01")
    file.insurance.save_plan(1, group_number="77-1203", phone="555-0142")
    return PanePage(file, qtbot)


def meet_call(pane: PanePage, *visit: Callable[[FormPage], object]) -> None:
    """Say what to do in the next call card, before it is opened."""

    def use(dialog: QDialog) -> None:
        dialog.activateWindow()
        pane.qtbot.waitUntil(dialog.isActiveWindow)
        for step in visit:
            step(FormPage(dialog, pane.qtbot))

    pane.messages.will_meet(use)


def press_escape(page: FormPage) -> None:
    press(Qt.Key.Key_Escape, on=page.root)


# The plan


def test_an_empty_pane_says_what_to_begin_with(pane: PanePage) -> None:
    assert pane.words().splitlines() == [
        "No insurance added",
        "Add the plan name and member number from your card. We will keep them here for phone calls.",
    ]
    pane.press("Add insurance")
    pane.fill("Insurance company", "Blue Ridge Health")
    pane.fill("Plan", "Choice PPO")
    pane.type("Member number", "BR 4410 0872 01")
    pane.press("Done")
    words = pane.words()
    assert "Blue Ridge Health" in words
    assert "BR 4410 0872 01" in words
    assert "Referral" in words
    assert "No insurance added" not in words
    assert pane.focused_name() == "Change Blue Ridge Health"


def test_a_form_left_empty_adds_nothing(pane: PanePage) -> None:
    pane.press("Add insurance")
    pane.press("Done")
    assert pane.file.insurance.plans.all() == []
    assert pane.focused_name() == "Add insurance"


def test_what_is_typed_is_in_the_file_before_done(pane: PanePage, qtbot: QtBot) -> None:
    pane.press("Add insurance")
    pane.type("Insurance company", "Blue")
    qtbot.waitUntil(lambda: [plan.carrier for plan in pane.file.insurance.plans.all()] == ["Blue"])
    assert QApplication.focusWidget() is pane.editor("Insurance company")


def test_escape_closes_the_form_and_keeps_the_words(insured: PanePage) -> None:
    insured.press("Change Blue Ridge Health")
    insured.type("Group number", "99")
    press(Qt.Key.Key_Escape)
    assert "99" in insured.words().splitlines()
    assert insured.focused_name() == "Change Blue Ridge Health"


@pytest.mark.parametrize(
    ("name", "copied", "said"),
    [
        ("Copy member number", "BR 4410 0872 01", "Member number copied"),
        ("Copy group number", "77-1203", "Group number copied"),
        ("Copy phone number", "555-0142", "Phone number copied"),
    ],
)
def test_a_number_is_copied_whole_and_that_is_said(insured: PanePage, name: str, copied: str, said: str) -> None:
    insured.click(name)
    assert QApplication.clipboard().text() == copied
    assert insured.messages.toasts == [said]
    assert button(insured.root, name).toolTip() == name


def test_filled_details_can_be_seen_without_changing_anything(insured: PanePage) -> None:
    assert not insured.has("Show all details")
    insured.file.insurance.save_plan(1, copay="$40 for the visit", plan_type="ppo", plan_year_ends="2026-12-31")
    insured.press("Show all details")
    words = insured.words().splitlines()
    assert words[words.index("Copay") + 1] == "$40 for the visit"
    assert words[words.index("Kind of plan") + 1] == "PPO"
    assert words[words.index("Plan year ends") + 1] == "Dec 31"
    insured.press("Show less")
    assert "Copay" not in insured.words()


def test_words_of_insurance_are_explained_where_they_stand(insured: PanePage) -> None:
    insured.press("Change Blue Ridge Health")
    insured.press("More details")
    assert "A nurse or other person at the plan who helps you." in insured.words()


def test_a_second_plan_stands_under_the_first(insured: PanePage) -> None:
    insured.press("Add a second plan")
    insured.fill("Insurance company", "Lakeshore")
    insured.press("Done")
    assert [plan.carrier for plan in insured.file.insurance.plans.all()] == ["Blue Ridge Health", "Lakeshore"]
    assert "Lakeshore" in insured.words()
    assert not insured.has("Add a second plan")


def test_removing_a_plan_can_be_taken_back(insured: PanePage) -> None:
    insured.press("Change Blue Ridge Health")
    insured.press("Remove")
    assert "No insurance added" in insured.words()
    assert insured.focused_name() == "Add insurance"
    assert insured.messages.toasts == ["Insurance removed"]
    assert insured.messages.undo is not None
    insured.messages.undo()
    assert "Blue Ridge Health" in insured.words()


def test_a_change_from_elsewhere_shows_but_never_under_the_hand(insured: PanePage) -> None:
    insured.file.insurance.save_plan(1, group_number="88")
    assert "88" in insured.words().splitlines()
    insured.press("Change Blue Ridge Health")
    insured.type("Group number", "12")
    insured.file.insurance.save_plan(1, group_number="77", phone="555-9999")
    assert insured.shows("Group number") == "12"
    assert insured.shows("Phone number on the card") == "555-9999"


def test_a_hidden_pane_catches_up_when_it_is_shown(insured: PanePage) -> None:
    insured.pane.hide()
    insured.file.insurance.save_plan(1, carrier="Lakeshore")
    insured.pane.show()
    assert "Lakeshore" in insured.words()


def test_hiding_the_pane_keeps_what_is_typed(insured: PanePage) -> None:
    insured.press("Change Blue Ridge Health")
    insured.type("Group number", "12")
    insured.pane.hide()
    assert insured.file.insurance.plans.all()[0].group_number == "12"


# Referral and prior authorization


def test_an_approval_nobody_asked_for_yet_is_explained(insured: PanePage) -> None:
    words = insured.words()
    assert words.count("Not asked yet") == 2
    assert "A note from your doctor that sends you to another doctor." in words


def test_a_referral_is_written_down_with_who_sends_it_and_its_dates(insured: PanePage) -> None:
    insured.press("Change Referral")
    insured.choose("Is one needed?", "Not sure")
    insured.choose("Where it stands", "Sent")
    insured.fill("From which doctor", "Dr. Rao")
    insured.fill("Sent on", "Mar 2")
    insured.fill("Referral number", "RF-118")
    insured.fill("Good from", "Mar 2")
    insured.type("Good until", "June 2")
    insured.press("Done")
    referral = insured.file.insurance.referral()
    assert referral is not None
    assert (referral.needed, referral.status, referral.number) == ("not_sure", "sent", "RF-118")
    assert (referral.sent_on, referral.valid_from, referral.valid_to) == ("2026-03-02", "2026-03-02", "2026-06-02")
    assert insured.file.contacts.name_of(referral.from_id) == "Dr. Rao"
    assert "RF-118" in insured.words()


def test_where_an_approval_stands_is_told_in_facts(insured: PanePage) -> None:
    insured.press("Change Prior authorization")
    insured.choose("Where it stands", "Waiting")
    insured.tick("The visit")
    insured.fill("Asked on", "feb 26")
    insured.fill("Reference number", "48-2217")
    insured.type("Note", "Usually 5 to 10 days.")
    insured.press("Done")
    assert "Asked Feb 26. Reference 48-2217. Usually 5 to 10 days." in insured.words()
    assert "Waiting" in insured.words().splitlines()
    approval = insured.file.insurance.authorization()
    assert approval is not None
    assert approval.for_what == ["visit"]
    assert insured.focused_name() == "Change Prior authorization"


def test_not_needed_is_one_answer(insured: PanePage) -> None:
    insured.press("Change Referral")
    insured.choose("Is one needed?", "No")
    insured.press("Done")
    assert "Not needed" in insured.words().splitlines()


def test_a_form_opens_where_it_can_be_seen(insured: PanePage, qtbot: QtBot) -> None:
    insured.pane.resize(insured.pane.width(), 360)
    insured.press("Change Prior authorization")
    qtbot.waitUntil(lambda: not insured.editor("Is one needed?").visibleRegion().isEmpty())
    insured.type("Approval number", "12")
    qtbot.waitUntil(lambda: not insured.editor("Approval number").visibleRegion().isEmpty())


def test_an_unclear_date_keeps_the_form_open(insured: PanePage) -> None:
    insured.press("Change Referral")
    insured.type("Good until", "13/12/2026")
    insured.press("Done")
    assert "Is that December 13?" in insured.words()
    assert QApplication.focusWidget() is insured.editor("Good until")
    insured.type("Good until", "dec 13")
    insured.press("Done")
    assert "Good until Dec 13." in insured.words()


# Phone calls


def test_a_call_is_kept_while_it_is_written_down(insured: PanePage) -> None:
    def see_start(page: FormPage) -> None:
        assert page.shows("Date") == "Tue, Mar 3, 2026"
        assert page.shows("Time") == "10:42 AM"
        assert page.shows("Number you called") == "555-0142"
        assert QApplication.focusWidget() is page.editor("Who did you speak to?")
        assert "BR 4410 0872 01" in page.words()
        assert "May I have your name and a number for this call?" in page.words()

    def write_down(page: FormPage) -> None:
        page.fill("Who did you speak to?", "Renee")
        page.fill("Reference number for this call", "48-2217")
        page.fill("What did they promise?", "A letter")
        page.fill("Call back on", "thursday week")
        page.fill("Call back on", "Mar 12")
        page.type("What did they say?", "It is covered.")

    meet_call(insured, see_start, write_down, press_escape)
    insured.press("Add a phone call")
    words = insured.words()
    for told in ("Mar 3", "spoke to Renee", "It is covered.", "Reference 48-2217", "Promised: A letter"):
        assert told in words
    assert "Call back Mar 12" in words


def test_a_call_card_that_stays_empty_adds_no_call(insured: PanePage) -> None:
    meet_call(insured, press_escape)
    insured.press("Add a phone call")
    assert insured.file.insurance.calls.all() == []


def test_an_unclear_date_keeps_the_call_card_open(insured: PanePage) -> None:
    def write_down(page: FormPage) -> None:
        page.type("Call back on", "13/12/2026")
        press_escape(page)
        assert page.root.isVisible()
        assert "Is that December 13?" in page.words()
        page.fill("Call back on", "Dec 13")
        press_escape(page)
        assert not page.root.isVisible()

    meet_call(insured, write_down)
    insured.press("Add a phone call")
    assert insured.file.insurance.calls.all()[0].follow_up_on == "2026-12-13"


def test_the_next_call_opens_with_the_last_promise(insured: PanePage) -> None:
    insured.file.insurance.calls.add(day="2026-02-26", person="Renee", promised="A letter within 10 days")

    def see(page: FormPage) -> None:
        assert "On Feb 26, Renee promised: A letter within 10 days" in page.words()

    meet_call(insured, see, press_escape)
    insured.press("Add a phone call")


def test_the_script_can_be_put_away_and_called_back(insured: PanePage) -> None:
    def turn(page: FormPage) -> None:
        assert isinstance(page.root, CallDialog)
        turner = button(page.root, "Hide what to say")
        press(Qt.Key.Key_Space, on=turner)
        assert "May I have your name" not in page.words()
        press(Qt.Key.Key_Space, on=turner)
        assert "May I have your name" in page.words()

    meet_call(insured, turn, press_escape)
    insured.press("Add a phone call")


def three_calls(pane: PanePage) -> None:
    for day, person in (("2026-02-19", "Tom"), ("2026-02-26", "Renee"), ("2026-02-27", "Ana")):
        pane.file.insurance.calls.add(day=day, person=person)


def test_calls_stand_newest_first(insured: PanePage) -> None:
    three_calls(insured)
    assert insured.names() == ["Feb 27", "Feb 26", "Feb 19"]


def test_a_call_can_be_changed(insured: PanePage) -> None:
    three_calls(insured)

    def change(page: FormPage) -> None:
        assert page.shows("Who did you speak to?") == "Renee"
        page.fill("Who did you speak to?", "Renate")

    meet_call(insured, change, press_escape)
    insured.choose_more("Feb 26", "Edit")
    assert "spoke to Renate" in insured.words()


def test_removing_calls_moves_on_and_can_be_taken_back(insured: PanePage) -> None:
    three_calls(insured)
    insured.choose_more("Feb 26", "Remove")
    assert insured.messages.toasts == ["Phone call removed"]
    undo = insured.messages.undo
    assert undo is not None
    assert insured.focused_name() == "More for Feb 19"
    insured.choose_more("Feb 19", "Remove")
    assert insured.focused_name() == "More for Feb 27"
    insured.choose_more("Feb 27", "Remove")
    assert insured.focused_name() == "Add a phone call"
    undo()
    assert insured.names() == ["Feb 26"]


def test_a_call_back_is_ticked_in_place(insured: PanePage) -> None:
    call = insured.file.insurance.calls.add(day="2026-02-26", promised="A letter", follow_up_on="2026-03-05")
    insured.tick("Call back Mar 5")
    assert insured.file.insurance.calls.get(call.id).follow_up_done

    def see(page: FormPage) -> None:
        assert "promised" not in page.words()

    meet_call(insured, see, press_escape)
    insured.press("Add a phone call")


def test_old_calls_are_shown_when_asked_for(insured: PanePage) -> None:
    for day in range(1, 21):
        insured.file.insurance.calls.add(day=f"2026-02-{day:02}")
    assert len(insured.names()) == 8
    insured.press("Show all 20 calls")
    assert len(insured.names()) == 20
    assert insured.focused_name() == "More for Feb 12"


def test_a_long_answer_is_folded_until_asked_for(insured: PanePage) -> None:
    insured.file.insurance.calls.add(day="2026-02-26", answer="They said a lot. " * 100)
    assert len(insured.words()) < 1000
    insured.press("Show all")
    assert len(insured.words()) > 1700
    insured.press("Show less")
    assert len(insured.words()) < 1000


def test_a_call_found_by_the_search_is_shown(insured: PanePage) -> None:
    for day in range(1, 21):
        call = insured.file.insurance.calls.add(day=f"2026-02-{21 - day:02}")
    insured.turn_to_contacts()
    insured.pane.open_item("call", call.id)
    assert insured.focused_name() == "More for Feb 1"
    insured.pane.open_item("referral", "")
    assert insured.focused_name() == "Change Referral"
