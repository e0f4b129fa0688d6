"""A daughter keeps notes for her mother, who is in a public health system and asks for no second opinion now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.services.packets import MadeFor
from secondopinion_desktop.ui.pages.notes import NotesPage
from secondopinion_desktop.ui.pages.questions import QuestionsPage
from secondopinion_desktop.ui.pages.step import StepPage
from tests.helpers.hands import CTRL, SHIFT, click, focused, press
from tests.helpers.questions import QuestionsHands

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.person import Person, Place

MOTHER, DAUGHTER, BERG = "Edith Vogel", "Claire", "Dr. Ida Berg"
QUESTIONS = ("How long may she wait?", "What would change if she asks later?")
WANTED = "Do you want a second opinion?"
KIND_NO = "You chose not to do this, and that is fine."


def test_a_daughter_keeps_it_all_while_her_mother_decides_not_now(person: Person, tmp_path: Path) -> None:
    begin_a_file_for_mother(person)
    say_who_pays(person)
    write_down_the_family_doctor(person)
    write_down_the_talk(person)
    take_notes(person)
    ask_two_questions(person)
    say_not_now(person)
    say_no(person)
    take_it_up_again_and_put_it_back(person)
    everything_is_still_there(person)
    paper = person.save_summary(MadeFor.EVERYTHING, tmp_path / "all of it.pdf")
    assert [words for words in person.told if words not in paper] == []
    assert f"written by {DAUGHTER}" in paper
    assert "A public health system" in paper
    assert "Do I want one? No" in paper
    assert paper.count("Not needed") == len(person.steps())
    assert "Add the birth date and phone number" not in paper  # no pages of boxes nobody wants to tick


def begin_a_file_for_mother(claire: Person) -> None:
    click(claire.running.welcome.start)
    form = claire.window
    form.press("For someone I help")
    form.fill("Their name", MOTHER)
    form.fill("Your own name (if you like)", DAUGHTER)
    form.fill("You are their", "daughter")
    form.tick("Protect it with a passphrase (you can do this later)")
    form.press("Create file")
    claire.running.rest()
    assert claire.running.window.windowTitle() == f"{MOTHER} - Second Opinion"


def say_who_pays(claire: Person) -> None:
    page = claire.go_to_step(2)
    before = tasks(page)
    page.pick("Who pays for the second opinion?", "A public health system")
    assert claire.message == "The checklist fits this answer now."
    assert page.says("Being referred")
    assert page.does_not_say("What your plan says")
    assert page.does_not_say("If the plan says no")
    assert tasks(page) != before
    assert [words for words in tasks(page) if " plan" in words] == []


def tasks(page: Place) -> list[str]:
    """Return the titles of the checklist."""
    assert isinstance(page.root, StepPage)
    return [row.words.text() for row in page.root.checklist.rows.values() if row.isVisible()]


def write_down_the_family_doctor(claire: Person) -> None:
    pane = claire.contacts()
    pane.press("Add a person or place")
    pane.tell("Name", BERG)
    pane.pick("Who is this for you?", "Family doctor")
    pane.tell("Phone", "0161 496 0121")
    pane.press("Done")
    assert pane.says(BERG, "Family doctor")


def write_down_the_talk(claire: Person) -> None:
    talk = claire.go_to_step(1).card("Talk with your doctor")
    talk.fill("When you talked", "Mar 2")
    talk.pick("How", "At a visit")
    talk.fill("With whom", BERG)
    talk.pick("Are they fine with it?", "Yes")
    talk.tell("What they said", "She may ask at any time")


def take_notes(claire: Person) -> None:
    claire.press_keys(Qt.Key.Key_N, CTRL)
    root = claire.page.root
    assert isinstance(root, NotesPage)
    title = root.sheet.frame.title
    title.setFocus()
    title.selectAll()
    claire.write("At Dr. Berg's office")
    press(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Note"
    claire.write("Mother was calm and wants to rest first")
    press(Qt.Key.Key_Return)
    claire.write("The next scan is in May")


def ask_two_questions(claire: Person) -> None:
    claire.press_keys(Qt.Key.Key_A, CTRL | SHIFT)
    assert focused().accessibleName() == "New question"
    claire.page.enter("New question", *QUESTIONS)
    assert questions(claire) == [*QUESTIONS]


def questions(claire: Person) -> list[str]:
    root = claire.page.root
    assert isinstance(root, QuestionsPage)
    return QuestionsHands(root, claire.qtbot).top


def say_not_now(claire: Person) -> None:
    card = claire.go_to_step(1).card("Is this for me?")
    card.pick(WANTED, "Not now")
    assert card.says("Not now is an answer")
    assert not any("not needed" in step for step in claire.steps())


def say_no(claire: Person) -> None:
    page = claire.go_to_step(1)
    page.card("Is this for me?").pick(WANTED, "No")
    assert page.says(KIND_NO)
    assert claire.message == "The steps are put away. Nothing was taken out."
    assert [step for step in claire.steps() if "not needed" not in step] == []
    overview = claire.go("overview")
    assert overview.says(KIND_NO, "Take it up again", "At Dr. Berg's office")
    assert overview.does_not_say("Add the birth date and phone number")


def take_it_up_again_and_put_it_back(claire: Person) -> None:
    overview = claire.go("overview")
    overview.press("Take it up again")
    assert overview.does_not_say(KIND_NO)
    assert not any("not needed" in step for step in claire.steps())
    card = claire.go_to_step(1).card("Is this for me?")
    assert card.shows(WANTED) == "Still thinking"
    card.pick(WANTED, "No")
    assert all("not needed" in step for step in claire.steps())


def everything_is_still_there(claire: Person) -> None:
    claire.go("questions")
    assert questions(claire) == [*QUESTIONS]
    talk = claire.go_to_step(1).card("Talk with your doctor")
    assert talk.shows("What they said") == "She may ask at any time"
    assert claire.pane.says(BERG)
