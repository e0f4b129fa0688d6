"""The cards of the first step, as a person uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import PlanChoice, RequestRoute, StepStatus, WhereIAm
from secondopinion_desktop.ui.pages.overview import OverviewPage
from secondopinion_desktop.ui.pages.step.work.get_started import make
from secondopinion_desktop.ui.started import saying
from secondopinion_desktop.ui.started.fold import FoldedPart
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.forms import FormPage, visible_words
from tests.helpers.hands import click, focused, press
from tests.helpers.messages import FakeMessages
from tests.helpers.stage import Stage, button, cut_words, texts
from tests.helpers.step import StepHands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

WHY, CARE, FIT = "Where you are, and why you ask", "Care you want to ask about", "Questions that fit"
FOR_ME, TALK, TIME = "Is this for me?", "Talk with your doctor", "How long you can take"
ROUTE, HELP = "How it is arranged", "Ask for help with"
HARD, ABOUT = "What may be hard about it", "About you and your health story"


class Starting(StepHands):
    """The page of the first step; a card is opened with the keyboard."""

    def __init__(self, qtbot: QtBot, file: OpenFile, width: int = 815) -> None:
        super().__init__(qtbot, file, "get_started", width, 1000)
        self.qtbot = qtbot

    def card(self, title: str) -> FoldedPart:
        return next(card for card in self.cards() if card.accessibleName() == title)

    def cards(self) -> list[FoldedPart]:
        return [card for card in self.page.work.cards if isinstance(card, FoldedPart)]

    def open(self, title: str) -> FormPage:
        card = self.card(title)
        if not card.is_open:
            card.head.setFocus(Qt.FocusReason.TabFocusReason)
            press(Qt.Key.Key_Return)
        assert card.is_open
        return FormPage(card, self.qtbot)

    def line(self, title: str) -> str:
        return str(self.card(title).head.line.text())


@pytest.fixture
def start(qtbot: QtBot, file: OpenFile) -> Starting:
    return Starting(qtbot, file)


def test_every_card_is_closed_at_first_and_says_what_is_written_in_it(start: Starting, file: OpenFile) -> None:
    assert not any(card.is_open for card in start.cards())
    assert start.line(WHY) == "The choice you face, and your reasons."
    file.started.change(where_i_am=WhereIAm.PLAN_OFFERED, decision_text="Surgery first?", reasons=["expert"])
    assert start.line(WHY) == "A plan is offered, not begun. Surgery first? 1 reason"
    assert "Press to open" in start.card(WHY).head.accessibleDescription()
    start.open(WHY)
    assert "Open." in start.card(WHY).head.accessibleDescription()


def test_where_one_is_and_why_are_saved_as_they_are_told(start: Starting, file: OpenFile) -> None:
    form = start.open(WHY)
    form.choose("Where are you now?", "Just diagnosed")
    press(Qt.Key.Key_Return)
    form.fill("The choice you face, in one sentence", "Surgery first, or medicine first?")
    form.fill("Decide by", "Mar 18")
    form.fill("Who gave you this date, and why", "Dr. Rao")
    form.tick("I want peace of mind")
    form.tick("I was told that my cancer is rare")
    form.fill("In your own words", "To be sure")
    row = file.people.situation()
    assert row.where_i_am is WhereIAm.JUST_DIAGNOSED
    assert row.decision_text == "Surgery first, or medicine first?"
    assert (row.decide_by, row.decide_by_source) == ("2026-03-18", "Dr. Rao")
    assert row.reasons == ["peace_of_mind", "rare"]
    assert row.reason_note == "To be sure"
    assert start.reads("You may want to ask how long you can take to look around.")


def test_words_not_finished_are_kept_when_the_page_is_left(start: Starting, file: OpenFile) -> None:
    form = start.open(HARD)
    form.type("In your own words", "She has been so kind to us")
    assert start.page.flush()
    assert file.people.situation().worries == "She has been so kind to us"


@pytest.mark.parametrize(
    ("reason", "lead", "opens"),
    [
        ("I want to hear about other treatments or a trial", "Keep a list of treatments and trials you hear of",
         ("page", "opinions")),
        ("I want a doctor or center that knows my cancer well", "Keep a list of doctors and centers to ask",
         ("candidate", "first")),
        ("I want peace of mind", "Mark how sure you feel now, for you alone", ("self_check", "feeling")),
    ],
)  # fmt: skip
def test_a_reason_leads_to_where_it_is_followed_up(
    start: Starting, reason: str, lead: str, opens: tuple[str, str]
) -> None:
    form = start.open(WHY)
    assert not start.reads(lead)
    form.tick(reason)
    click(button(start.page, lead))
    assert start.opened == [opens]
    form.tick(reason)
    assert not start.reads(lead)


def test_what_may_be_hard_gets_as_much_room_as_the_reasons_of_the_article(start: Starting, file: OpenFile) -> None:
    form = start.open(HARD)
    form.tick("My doctor may be hurt")
    form.tick("I may have to hear hard news again")
    assert file.people.situation().worry_kinds == ["feelings", "hard_news"]
    assert start.reads("Doctors are used to this question.")


def test_questions_that_fit_are_taken_only_when_the_person_says_so(start: Starting, file: OpenFile) -> None:
    assert not start.card(FIT).isVisible()
    form = start.open(CARE)
    form.tick("A clinical trial")
    form.fill("What it is, as you were told", "A study of medicine before surgery")
    assert start.card(FIT).isVisible()
    assert file.questions.top() == []
    fit = start.open(FIT)
    fit.tick("Is a clinical trial open here that might fit me?")
    click(button(start.page, "Add 1 question"))
    assert [question.text for question in file.questions.top()] == ["Is a clinical trial open here that might fit me?"]
    assert start.message == "Question added"
    assert not start.card(FIT).isVisible()
    start.press_message_button("Undo")
    assert file.questions.top() == []
    assert start.card(FIT).isVisible()


def test_a_no_closes_the_plan_kindly_and_leads_back(start: Starting, file: OpenFile) -> None:
    form = start.open(FOR_ME)
    form.choose("Do you want a second opinion?", "No")
    press(Qt.Key.Key_Return)
    assert start.reads("You chose not to do this, and that is fine.")
    assert {step.status for step in file.steps.tracker().steps} == {StepStatus.NOT_NEEDED}
    assert start.status == "Not needed"
    click(button(start.page, "Take it up again"))
    assert {step.status for step in file.steps.tracker().steps} == {StepStatus.NOT_STARTED}
    assert form.shows("Do you want a second opinion?") == "Still thinking"


@pytest.mark.parametrize(
    ("answer", "words"), [("Not now", "Not now is an answer"), ("Still thinking", "Still thinking is an answer")]
)
def test_no_answer_is_a_wrong_one_and_none_locks_a_step(
    start: Starting, file: OpenFile, answer: str, words: str
) -> None:
    form = start.open(FOR_ME)
    form.choose("Do you want a second opinion?", answer)
    press(Qt.Key.Key_Return)
    assert start.reads(words)
    assert {step.status for step in file.steps.tracker().steps} == {StepStatus.NOT_STARTED}


def test_overview_says_a_no_in_one_line_with_a_way_back(qtbot: QtBot, file: OpenFile) -> None:
    stage = Stage(qtbot)
    file.started.change(plan_choice=PlanChoice.NO)
    page = OverviewPage(file, stage.messages)
    stage.put(page)
    assert stage.reads("You chose not to do this, and that is fine.")
    assert "\n".join(texts(page)).count("You chose not to do this") == 1
    assert not stage.reads("Three things to do first")
    assert not stage.reads("Even a rough date helps")
    click(button(page, "Take it up again"))
    assert stage.reads("Three things to do first")
    assert not stage.reads("You chose not to do this")
    assert {step.status for step in file.steps.tracker().steps} == {StepStatus.NOT_STARTED}


def test_an_opener_is_taken_and_made_ones_own(start: Starting, file: OpenFile) -> None:
    form = start.open(TALK)
    opener = start.card(TALK).part.openers[1]  # type: ignore[union-attr]
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert form.shows("What you want to say first").startswith("This is a big choice for us.")
    assert focused() is form.editor("What you want to say first")
    form.type("What you want to say first", "May I ask you something?")
    assert start.page.flush()
    assert file.people.situation().opener == "May I ask you something?"


def test_taking_an_opener_keeps_the_words_one_wrote_oneself(start: Starting, file: OpenFile) -> None:
    form = start.open(TALK)
    form.type("What you want to say first", "I have slept badly since.")
    openers = start.card(TALK).part.openers  # type: ignore[union-attr]
    press(Qt.Key.Key_Return, on=openers[1])
    shown = form.shows("What you want to say first")
    assert shown.startswith("I have slept badly since.\nThis is a big choice for us.")
    assert file.people.situation().opener == shown


def test_another_opener_takes_the_place_of_the_one_before(start: Starting) -> None:
    form = start.open(TALK)
    openers = start.card(TALK).part.openers  # type: ignore[union-attr]
    for opener in openers[:2]:
        press(Qt.Key.Key_Return, on=opener)
    assert form.shows("What you want to say first") == openers[1].accessibleName()


def test_the_talk_is_written_down_with_whom_and_what_was_said(start: Starting, file: OpenFile) -> None:
    rao = file.contacts.add(name="Dr. Anita Rao")
    form = start.open(TALK)
    form.fill("When you talked", "Feb 17")
    form.choose("How", "By phone")
    press(Qt.Key.Key_Return)
    form.fill("With whom", "Dr. Anita Rao")
    form.choose("Are they fine with it?", "Yes")
    press(Qt.Key.Key_Return)
    form.fill("What they said", "Good idea")
    form.choose("Might a clinical trial fit you?", "Tests are needed first")
    press(Qt.Key.Key_Return)
    form.fill("Who sends the referral and the records", "Her office")
    row = file.people.situation()
    assert (row.talk_date, row.talk_how, row.talked_with_id) == ("2026-02-17", "phone", rao.id)
    assert (row.supports_it, row.talk_said, row.trial_fit) == ("yes", "Good idea", "tests_needed")
    assert row.office_sends == "Her office"
    assert start.line(TALK) == "Feb 17. Dr. Anita Rao. Good idea"


def test_how_long_one_can_take_is_kept_in_the_doctors_words(start: Starting, file: OpenFile) -> None:
    form = start.open(TIME)
    form.fill("Doctor said waiting is okay until", "Mar 20")
    form.fill("In what words", "A few weeks is fine")
    form.fill("Treatment is planned to start", "about May")
    row = file.people.situation()
    assert (row.ok_until, row.ok_until_words) == ("2026-03-20", "A few weeks is fine")
    assert row.treatment_start.startswith("~2026-05")
    assert start.line(TIME).startswith("Okay until Mar 20. A few weeks is fine")


def test_doctors_and_centers_are_said_in_a_line_that_leads_to_their_list(start: Starting, file: OpenFile) -> None:
    card = next(card for card in start.page.work.cards if card.accessibleName() == "Doctors and centers to ask")
    assert "Names your doctor or others give you." in visible_words(card)
    file.started.add_candidate("Dr. Okafor")
    assert "Dr. Okafor" in visible_words(card)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert start.opened == [("candidate", "first")]


def test_only_the_way_that_is_taken_is_asked_about(start: Starting, file: OpenFile) -> None:
    form = start.open(ROUTE)
    form.choose("Who asks for it?", "I contact them")
    press(Qt.Key.Key_Return)
    assert not start.reads("Your doctor asks")
    form.fill("Phone for new patients", "555-0179")
    form.fill("You called on", "Feb 20")
    form.choose("Who asks for it?", "Both")
    press(Qt.Key.Key_Return)
    form.fill("They sent it on", "Feb 21")
    row = file.people.situation()
    assert (row.request_route, row.intake_phone) == (RequestRoute.BOTH, "555-0179")
    assert (row.intake_called_on, row.request_sent_on) == ("2026-02-20", "2026-02-21")


def test_a_way_with_something_written_in_it_is_never_hidden(start: Starting, file: OpenFile) -> None:
    file.started.change(office_contact="Ann, 555-0121", request_route=RequestRoute.I_ASK)
    form = start.open(ROUTE)
    assert form.shows("Who in the office, and the phone number") == "Ann, 555-0121"


def test_help_is_asked_for_with_somebodys_name_on_it(start: Starting, file: OpenFile) -> None:
    start.open(HELP)
    line = start.card(HELP).part.lines["records"]  # type: ignore[union-attr]
    line.owner.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    click(line.button)
    task = file.tasks.of_step("records")[-1]
    assert (task.title, task.who) == ("Ask who sends my records, and to whom", "Helper")
    assert start.message == "Task added"
    click(line.button)
    assert start.opened == [("task", task.id)]


def test_the_ways_to_oneself_and_to_the_limits_of_the_program_are_there(start: Starting) -> None:
    start.open(ABOUT)
    for words in ("About you", "My health story", "What this program can and cannot do"):
        click(button(start.card(ABOUT), words))
    assert start.opened == [("command", "person"), ("command", "health"), ("command", "can")]


def test_a_task_leads_to_the_field_where_it_is_done(start: Starting, file: OpenFile) -> None:
    title = "Write the choice you face in one sentence"
    start.choose(title, "Go to The choice you face")
    assert start.opened == [("situation", "decision_text")]
    start.page.open_item(*start.opened[0])
    assert start.card(WHY).is_open
    assert focused().accessibleName() == "The choice you face, in one sentence"


@pytest.mark.parametrize(("width", "percent"), [(815, 100), (560, 100), (1060, 200)])
def test_nothing_is_cut_when_every_card_is_open(
    qtbot: QtBot, file: OpenFile, width: int, percent: int, look: Theme
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    file.started.change(reasons=["expert", "rare"], care_not_offered_here=["trial"], plan_choice=PlanChoice.NOT_NOW)
    start = Starting(qtbot, file, width)
    for card in start.cards():
        start.open(card.accessibleName())
    start.settle()
    assert cut_words(start.page) == []


def test_each_part_of_how_it_is_arranged_begins_as_a_sentence_does(file: OpenFile) -> None:
    file.people.change_situation(request_asked_on="2026-02-17", request_sent_on="2026-02-20")
    assert saying.route(file) == "Asked Feb 17. Sent Feb 20"


def test_each_part_of_how_long_begins_as_a_sentence_does(file: OpenFile) -> None:
    file.people.change_situation(ok_until_words="A week is fine.", treatment_start="2026-03-23")
    assert saying.time(file) == "A week is fine. Treatment starts Mar 23"


def test_a_card_made_later_says_what_was_written_meanwhile(file: OpenFile) -> None:
    cards = make(file, FakeMessages())
    made = [next(cards), next(cards)]
    file.people.change_situation(worries="What will she think of me")
    made += [*cards]
    lines = [card.head.line.text() for card in made if isinstance(card, FoldedPart)]
    assert "What will she think of me" in lines
