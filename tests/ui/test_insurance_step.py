"""The insurance step: nobody is stuck on one that is not theirs, and what the plan said is kept in its own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from secondopinion_desktop.model.choices import Coverage, Network
from secondopinion_desktop.ui.foldcard import FoldCard
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.cards import CardHands
from tests.helpers.files import new_file
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, focused, press
from tests.helpers.pane import button as named_button
from tests.helpers.pane import choose_from_menu
from tests.helpers.stage import cut_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("a_tuesday")

WHO = "Who pays for the second opinion?"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    file.insurance.save_plan(1, carrier="Blue Ridge Health")
    yield file
    file.close()


class Page(FormPage):
    """The page of the step, and the dialogs it opens. All its cards are open to begin with."""

    def __init__(self, qtbot: QtBot, file: OpenFile, key: str = "insurance") -> None:
        self.hands = CardHands(qtbot, file, key, height=1400)
        super().__init__(self.hands.window, qtbot)
        self.open_all()

    def open_all(self) -> None:
        """Open every card that is there."""
        for card in self.hands.page.findChildren(FoldCard):
            if card.isVisible():
                self.hands.open(card.accessibleName())

    def meet(self, *steps: Callable[[FormPage], object]) -> None:
        """Say what to do in the next dialog, before it is opened."""

        def use(dialog: QDialog) -> None:
            for step in steps:
                step(FormPage(dialog, self.qtbot))

        self.hands.messages.will_meet(use)

    def press(self, name: str) -> None:
        """Click a button by its name, and give the keyboard back to the window."""
        click(named_button(self.root, name))
        self.root.activateWindow()

    def has(self, words: str) -> bool:
        return words in self.words()


@pytest.fixture
def page(qtbot: QtBot, file: OpenFile) -> Page:
    return Page(qtbot, file)


def submit(page: FormPage) -> None:
    click(named_button(page.root, "Save"))


def done(page: FormPage) -> None:
    click(named_button(page.root, "Done"))


# Who pays


def test_the_first_thing_on_the_page_is_who_pays(page: Page) -> None:
    assert page.shows(WHO) == "Not answered"
    top, checklist = page.editor(WHO), page.hands.page.checklist
    assert top.mapTo(page.root, top.rect().topLeft()).y() < checklist.mapTo(page.root, checklist.rect().topLeft()).y()


def test_paying_oneself_changes_the_list_and_the_cards_and_can_be_taken_back(page: Page, file: OpenFile) -> None:
    page.choose(WHO, "I pay myself")
    assert page.hands.tasks()[0] == "Ask the clinic for the whole price in writing"
    assert page.has("The price")
    for not_theirs in ("What your plan says", "In the network?", "If the plan says no"):
        assert not page.has(not_theirs)
    page.open_all()
    assert page.has("A price in writing, ahead of time, when you pay yourself.")
    page.type("Price if you pay yourself", "$2,000, says Ana")
    page.hands.page.flush()
    plan = file.insurance.first_plan()
    assert plan is not None
    assert plan.self_pay_quote == "$2,000, says Ana"


def test_words_that_are_not_clear_yet_keep_their_card_when_somebody_else_pays(page: Page, file: OpenFile) -> None:
    page.choose(WHO, "I pay myself")
    page.open_all()
    page.fill("Date of the written estimate", "when Ana is back")
    page.choose(WHO, "A public health system")
    assert page.shows("Date of the written estimate") == "when Ana is back"
    page.fill("Date of the written estimate", "")
    file.people.change_situation(coverage=Coverage.UNANSWERED)
    assert not page.has("The price")


def test_taking_an_answer_back_brings_the_list_back(page: Page, file: OpenFile) -> None:
    file.people.change_situation(coverage=Coverage.PUBLIC)
    before = page.hands.tasks()
    page.choose(WHO, "I pay myself")
    assert page.hands.tasks() != before
    page.hands.press_message_button()
    assert page.hands.tasks() == before
    assert page.shows(WHO) == "A public health system"


def test_in_a_public_system_there_is_a_card_about_being_referred(page: Page, file: OpenFile) -> None:
    file.people.change_situation(coverage=Coverage.PUBLIC)
    assert page.has("Being referred")
    assert not page.has("What your plan says")
    page.open_all()
    link = next(one for one in page.root.findChildren(QWidget) if one.accessibleName() == "Referral: Not asked yet")
    link.setFocus()
    press(Qt.Key.Key_Return)
    assert page.hands.opened == [("referral", "first")]


def test_the_cards_are_folded_away_and_say_what_is_in_them(qtbot: QtBot, file: OpenFile) -> None:
    hands = CardHands(qtbot, file, "insurance")
    assert not hands.card("Costs and estimates").is_open
    assert hands.line("Costs and estimates") == "What you are told that you will owe."
    file.insurance.save_first_plan(copay="$40", pays_second_opinion="yes")
    file.insurance.save_authorization(status="waiting")
    file.insurance.save_network_check("lab", status="not_sure")
    file.insurance.denials.add(what="The slides")
    file.insurance.expenses.add(what="Parking", amount="$6.50")
    file.insurance.expenses.add(what="Courier", amount="$38")
    assert hands.line("Costs and estimates") == "Copay: $40"
    assert hands.line("What your plan says") == "It pays for a second opinion: Yes. Prior authorization: Waiting"
    assert hands.line("In the network?") == "Lab: Not sure"
    assert hands.line("If the plan says no") == "The slides: Still open"
    assert hands.line("What you paid") == "2 payments. Together $44.50"


def test_a_card_that_is_folded_away_has_saved_what_was_typed(qtbot: QtBot, file: OpenFile) -> None:
    hands = CardHands(qtbot, file, "insurance")
    hands.open("Costs and estimates").type("Copay", "$40 or so")
    hands.fold("Costs and estimates")
    assert hands.line("Costs and estimates") == "Copay: $40 or so"


# What the plan says


def test_the_plans_own_answer_is_written_where_the_seed_says_ask_yours(page: Page, file: OpenFile) -> None:
    assert page.has("Many plans pay for a second opinion. Ask yours, and write down its answer.")
    assert "overed" not in page.words()
    page.choose("Does it pay for a second opinion?", "Not sure")
    page.choose("Does a video visit count?", "Yes")
    page.hands.page.flush()
    plan = file.insurance.first_plan()
    assert plan is not None
    assert (plan.pays_second_opinion.words, plan.video_counts.words) == ("Not sure", "Yes")


def test_referral_and_approval_are_linked_and_not_copied(page: Page, file: OpenFile) -> None:
    file.insurance.save_authorization(status="waiting")
    assert any(
        one.accessibleName() == "Prior authorization: Waiting" and one.isVisible()
        for one in page.root.findChildren(QWidget)
    )


def test_a_call_is_one_press_away(page: Page) -> None:
    page.press("Write down a call")
    assert page.hands.opened == [("command", "add_call")]


def test_doctor_hospital_lab_and_scans_are_answered_where_they_stand(page: Page, file: OpenFile) -> None:
    assert page.words().count("Not checked yet") == 4
    page.press("Change Lab")
    page.choose("What they said", "Outside the network")
    page.fill("Asked on", "feb 19")
    page.type("Who told you", "Tom, Blue Ridge")
    page.press("Done")
    assert page.has("Told by Tom, Blue Ridge, Feb 19.")
    assert page.has("Outside the network")
    check = file.insurance.network_check("lab")
    assert check is not None
    assert check.status is Network.OUT
    assert focused().accessibleName() == "Change Lab"


def test_a_date_that_is_not_clear_is_asked_about_beside_the_field(page: Page) -> None:
    page.press("Change Doctor")
    page.type("Asked on", "13/12/2026")
    page.press("Done")
    assert page.has("Is that December 13?")


def test_words_of_insurance_are_explained_beside_the_costs(page: Page) -> None:
    assert page.has("What you pay first each year, before the plan pays.")


# A no and its appeal


def test_a_no_is_kept_with_its_reason_and_its_last_day(page: Page, file: OpenFile) -> None:
    assert page.has("Keep the letter. It tells you how to ask again, and your last day to do it.")

    def write_down(dialog: FormPage) -> None:
        assert "Asking the plan to look again after it said no." in dialog.words()
        dialog.fill("What did the plan say no to?", "The slides")
        dialog.fill("Date of the letter", "feb 26")
        dialog.fill("Their reason, in their own words", "Not at this center")
        dialog.fill("Where the letter is", "Blue folder")
        dialog.fill("Last day to appeal", "aug 25")

    page.meet(write_down, done)
    page.press("Add what the plan said no to")
    assert page.has("Not at this center")
    assert page.has("Letter of Feb 26. Last day to appeal: Aug 25. Letter: Blue folder.")
    assert page.has("Still open")
    assert not page.has("Keep the letter.")

    def send(dialog: FormPage) -> None:
        dialog.fill("Sent on", "mar 2")
        dialog.fill("How it was sent", "by fax")

    page.meet(send, done)
    choose_from_menu(named_button(page.root, "More for The slides"), "Edit")
    assert page.has("Appeal sent")
    assert page.has("Sent Mar 2, by fax.")
    assert file.insurance.denials.all()[0].filed_on == "2026-03-02"


def test_the_letter_can_be_copied_in(page: Page, file: OpenFile, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("No.", encoding="utf-8")
    page.hands.messages.will_choose(letter)

    def attach(dialog: FormPage) -> None:
        click(named_button(dialog.root, "Attach the letter"))
        assert any("letter.txt" in one.accessibleName() + one.toolTip() for one in dialog.root.findChildren(QWidget))

    page.meet(attach, done)
    page.press("Add what the plan said no to")
    denial = file.insurance.denials.all()[0]
    assert [kept.name for kept in file.attachments.of("denial", denial.id)] == ["letter.txt"]


def test_a_no_stays_in_sight_whoever_pays_now(page: Page, file: OpenFile) -> None:
    file.insurance.denials.add(what="The visit")
    file.people.change_situation(coverage=Coverage.SELF_PAY)
    assert page.has("If the plan says no")


def test_removing_a_no_can_be_taken_back(page: Page, file: OpenFile) -> None:
    file.insurance.denials.add(what="The visit")
    choose_from_menu(named_button(page.root, "More for The visit"), "Remove")
    assert not page.has("The visit")
    page.hands.press_message_button()
    assert page.has("The visit")


# What was paid


def pay(page: Page, what: str, amount: str) -> None:
    def write(dialog: FormPage) -> None:
        dialog.fill("What was it for?", what)
        dialog.fill("Amount", amount)

    page.meet(write, submit)
    page.press("Add what you paid")


def test_what_was_paid_is_added_up_for_each_currency(page: Page) -> None:
    pay(page, "Courier", "$38.00")
    assert not page.has("Together")
    pay(page, "Parking", "$6.50")
    pay(page, "Hotel", "90 EUR")
    assert page.has("Together $44.50 and 90\N{NO-BREAK SPACE}EUR")


def test_an_amount_that_cannot_be_read_is_kept_and_no_sum_is_shown(page: Page, file: OpenFile) -> None:
    pay(page, "Courier", "$38.00")
    pay(page, "Parking", "six or so")
    assert page.has("six or so")
    assert not page.has("Together")


def test_a_cost_without_a_name_is_asked_for_it(page: Page, file: OpenFile) -> None:
    def leave_out(dialog: FormPage) -> None:
        dialog.fill("Amount", "$5")
        submit(dialog)
        assert "This is needed." in dialog.words()
        click(named_button(dialog.root, "Cancel"))

    page.meet(leave_out)
    page.press("Add what you paid")
    assert file.insurance.expenses.all() == []


# Good to know


def test_facts_name_their_source_and_whom_to_ask(page: Page, file: OpenFile) -> None:
    assert page.has("Source: Triage Cancer. Rules change. Ask your plan.")
    file.people.change_situation(coverage=Coverage.PUBLIC)
    assert page.has("Rules change. Ask your doctor's office.")

    def read(dialog: FormPage) -> None:
        assert "Source: HealthCare.gov. Rules change. Ask your plan." in dialog.words()
        assert "Explanation of benefits (EOB)" in dialog.words()
        click(named_button(dialog.root, "Close"))

    page.meet(read)
    page.press("All facts and words of insurance")


# Going there, keeping, fitting


@pytest.mark.parametrize("kind", ["costs", "network_check", "denial", "expense"])
def test_other_places_lead_to_a_card(page: Page, kind: str) -> None:
    page.hands.page.focus_start()
    before = focused()
    page.hands.page.open_item(kind, "first")
    assert focused() is not before


def test_words_being_typed_are_kept_when_the_page_is_left(page: Page, file: OpenFile) -> None:
    page.type("Copay", "$40 or so")
    assert page.hands.page.flush()
    plan = file.insurance.first_plan()
    assert plan is not None
    assert plan.copay == "$40 or so"


@pytest.mark.parametrize("coverage", [Coverage.INSURED, Coverage.SELF_PAY, Coverage.PUBLIC])
@pytest.mark.parametrize(("percent", "width"), [(100, 420), (200, 1000)])
def test_no_word_of_the_cards_is_cut(
    qtbot: QtBot, file: OpenFile, look: Theme, coverage: Coverage, percent: int, width: int
) -> None:
    file.people.change_situation(coverage=coverage)
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    hands = CardHands(qtbot, file, "insurance", width=width, height=1400)
    for card in hands.page.findChildren(FoldCard):
        if card.isVisible():
            hands.open(card.accessibleName())
    qtbot.waitUntil(partial(fits, hands))


def fits(hands: CardHands) -> bool:
    """Say whether no word is cut, once all that was opened has found its place."""
    hands.settle()
    return cut_words(hands.page) == []


def test_what_is_opened_from_a_task_is_scrolled_into_sight(qtbot: QtBot, file: OpenFile) -> None:
    hands = CardHands(qtbot, file, "insurance", height=600)
    for kind in ("costs", "expense", "network_check"):
        hands.page.open_item(kind, "first")
        qtbot.waitUntil(partial(keyboard_is_in_sight, hands))


def keyboard_is_in_sight(hands: CardHands) -> bool:
    """Say whether all of what has the keyboard shows in the window."""
    place = focused()
    top = place.mapTo(hands.window, place.rect().topLeft()).y()
    bottom = place.mapTo(hands.window, place.rect().bottomLeft()).y()
    return top >= 0 and bottom < hands.window.height()
