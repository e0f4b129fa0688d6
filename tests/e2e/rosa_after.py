"""What Rosa does from the day of the visit on: writes answers down, gets the report, weighs, decides."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.choices import Side
from secondopinion_desktop.ui.pages.opinions import OpinionsPage
from tests.e2e.rosa_before import FROM_THE_BANK, OKAFOR, QUESTIONS, RAO
from tests.helpers.hands import CTRL, SHIFT, click, focused, press, write
from tests.helpers.opinions import OpinionsHands

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tests.helpers.person import Person, Place

FIRST, SECOND = "First opinion", "Second opinion"


def day(number: int) -> AbstractContextManager[None]:
    """Let the clock stand at noon of a day in March."""
    return clock.standing_at(datetime(2026, 3, number, 12, 0).astimezone())


def go_through_the_visit(rosa: Person) -> None:
    rosa.go("overview")
    rosa.press_keys(Qt.Key.Key_V, CTRL | SHIFT)
    visit = rosa.visit
    assert visit.says("Before you start", "I have three main questions. May I start with them?")
    visit.press("Next")
    for question, answer in (
        (FROM_THE_BANK, "One is open, he sends the sheet"),
        (QUESTIONS[0], "Yes, their own pathologist did"),
    ):
        assert visit.says(question)
        rosa.write(answer)
        visit.press("Answered")
        visit.press("Next")
    assert visit.says(QUESTIONS[1], "Question 3 of 4")
    visit.press("Ask later")
    visit.press("Next")
    rosa.write("Ask Dr. Lind in Madison")
    visit.press("Next")
    assert visit.says("Anything else")
    assert focused().accessibleName() == "Note"
    rosa.write("He drew it for us on paper")
    visit.press("Next")
    visit.enter("New key point", "Both ways can work", "The tablets take six months")
    visit.enter("New next step", "Nadia sends the report")
    visit.press("Finish")
    assert rosa.page.says("Overview")


def ask_for_the_report(rosa: Person) -> None:
    card = rosa.go_to_step(7).card(f"Report from {OKAFOR}")
    assert card.says(RAO, "Not asked for yet")
    card.press("Mark as asked today")
    card.press("Mark as asked today")
    assert card.says("0 of 2 arrived")


def get_the_report(rosa: Person) -> None:
    card = rosa.go_to_step(7).card(f"Report from {OKAFOR}")
    card.press("Mark as arrived today")
    assert card.says("1 of 2 arrived")
    card.pick("Will the two doctors talk?", "They have talked")
    card.tell("What came of it", "They agree on the stage")


def put_the_opinions_side_by_side(rosa: Person) -> None:
    page = rosa.go("opinions")
    page.press("Write down the first opinion")
    page.press("Fill it in now")
    desk = opinions(rosa)
    assert desk.doctors == [RAO, OKAFOR]
    for topic, opinion, words in (
        ("Treatment", FIRST, "Surgery at the end of March"),
        ("Treatment", SECOND, "Six months of tablets, then surgery"),
        ("Stage", FIRST, "Stage two"),
        ("Stage", SECOND, "Stage two as well"),
    ):
        desk.type(topic, opinion, words)
        press(Qt.Key.Key_Tab)
        rosa.told.append(words)
    desk.mark("Treatment", "Differ")
    desk.mark("Stage", "Agree")
    rosa.messages.give_back()
    assert page.says("They agree on 1,\ndiffer on 1")
    clear_up_the_difference(rosa)


def opinions(rosa: Person) -> OpinionsHands:
    root = rosa.page.root
    assert isinstance(root, OpinionsPage)
    return OpinionsHands(root, rosa.qtbot)


def clear_up_the_difference(rosa: Person) -> None:
    page = rosa.page
    page.press("Why, and what to ask")
    page.tick("They weigh good and harm in different ways")
    page.tell("A question about it", "Would surgery still be possible in fall?")
    page.fill("Whom to ask", RAO)
    page.press("Done")
    assert page.says(f"To ask {RAO}: Would surgery still be possible in fall?")


def weigh_the_choices(rosa: Person) -> None:
    desk = opinions(rosa)
    for card, side, words, matters in (
        (0, Side.GOOD, "Over sooner", Qt.Key.Key_3),
        (0, Side.HARD, "A larger operation", Qt.Key.Key_2),
        (1, Side.GOOD, "A smaller operation later", Qt.Key.Key_4),
        (1, Side.HARD, "Half a year of waiting", Qt.Key.Key_5),
    ):
        click(desk.cards[card].blocks[side].add_button)
        write(words)
        press(Qt.Key.Key_Return)
        rosa.told.append(words)
        press(matters, on=desk.point(words).importance)
    assert desk.points(1) == [("good", "A smaller operation later", 4), ("hard", "Half a year of waiting", 5)]


def decide(rosa: Person) -> None:
    page = rosa.go_to_step(8)
    breath = page.card("Take a breath")
    breath.keep_private("First thoughts", "Two kind doctors, one tired head")
    clear = page.card("What is clear to me")
    clear.pick("Before", "No")
    assert clear.says("What would help you feel more settled?")
    clear.pick("Now", "Yes")
    assert clear.does_not_say("What would help you feel more settled?")
    sure = page.card("How sure I feel")
    sure.pick("How sure I feel now", "Fairly sure")
    sure.pick(f"Did you feel heard by {OKAFOR}?", "Yes")
    mine = page.card("My decision")
    mine.pick("I lean toward", SECOND)
    mine.tell("My decision, in my own words", "Tablets first, and I look again in May")
    mine.fill("Decided on", "today")
    mine.tell("Who decided", "Tom and I, after a long walk")
    mine.tell("Where", "Riverside, near home")
    rosa.will_meet(add_a_next_step)
    mine.press("Add what comes next")
    assert page.says("Call both offices")
    gut = page.card("What my gut says")
    assert gut.shows("What my gut says") == "Something feels rushed"


def add_a_next_step(dialog: Place) -> None:
    dialog.tell("What is to be done?", "Call both offices")
    dialog.tell("Who", "Tom Keller")
    dialog.fill("By when", "Mar 20")
    dialog.press("Save task")
