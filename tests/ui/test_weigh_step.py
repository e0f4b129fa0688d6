"""Weigh your options: thoughts, the choice, the check without a score, the decision, and what was learned."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.choices import ContactRole, DecideStyle, NoteKind, StageOfChoice, Yes3
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.cards import CardHands, pick
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import NASTY
from tests.helpers.hands import click
from tests.helpers.stage import button, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

BREATH, CHOICE, CLEAR, SURE, DECISION = (
    "Take a breath", "The choice I face", "What is clear to me", "How sure I feel", "My decision",
)  # fmt: skip
MOVES, GUT, LEARNED, HELPLINES = (
    "If your care moves to another place", "What my gut says", "What I learned", "Helplines",
)  # fmt: skip


@pytest.fixture
def hands(file: OpenFile, qtbot: QtBot) -> CardHands:
    return CardHands(qtbot, file, "weigh")


def test_every_part_is_folded_and_says_what_it_is_for_until_it_holds_something(hands: CardHands) -> None:
    for title in (BREATH, CHOICE, CLEAR, SURE, DECISION):
        assert not hands.card(title).is_open
        assert hands.card(title).head.line.text()
    assert hands.card(DECISION).head.line.text() == "In your own words, or the day to look again."
    hands.file.opinions.decisions.save(text="Surgery in May")
    assert hands.card(DECISION).head.line.text() == "Surgery in May"


def test_first_thoughts_and_things_for_later_are_kept(hands: CardHands) -> None:
    form = hands.open(BREATH)
    form.fill("First thoughts", "Two kind doctors")
    form.fill("For later", "The garden")
    decision = hands.file.opinions.decisions.one()
    assert (decision.first_thoughts, decision.parked) == ("Two kind doctors", "The garden")
    hands.fold(BREATH)
    assert hands.line(BREATH) == "Two kind doctors"


def test_the_choice_each_fact_where_it_lives(hands: CardHands) -> None:
    form = hands.open(CHOICE)
    form.fill("The choice I face", "Surgery or medicine first?")
    form.fill("Decide by", "March 18")
    form.fill("Who gave you this date, and why", "Dr. Rao")
    form.choose("Where I am with it", "I lean one way")
    form.choose("How I like to decide", "We decide together")
    form.fill("Who helps me, and what they prefer", "Claire, surgery")
    form.choose("Do I feel pushed by anyone?", "Not sure")
    situation, decision = hands.file.people.situation(), hands.file.opinions.decisions.one()
    assert (situation.decision_text, situation.decide_by) == ("Surgery or medicine first?", "2026-03-18")
    assert hands.file.people.person().decide_style is DecideStyle.TOGETHER
    assert decision.stage is StageOfChoice.LEANING
    assert decision.helpers == "Claire, surgery"
    assert decision.pressure_felt is Yes3.NOT_SURE
    assert "inspired by the Ottawa decision guides" in hands.says(CHOICE)
    hands.press_in(CHOICE, "Open my choices, with good and hard points")
    assert hands.opened == [("page", "opinions")]


def test_the_clear_check_keeps_both_answers_with_their_days_and_shows_no_number(hands: CardHands) -> None:
    hands.open(CLEAR)
    row = hands.card(CLEAR).rows["clear_settled"]
    pick(row.fields["before"].editor, "No")
    assert "What would help you feel more settled?" in hands.says(CLEAR)
    answers = hands.file.opinions.self_checks.answers()
    assert answers["clear_settled", "before"].day == "2026-03-03"
    pick(row.fields["now"].editor, "Yes")
    assert "What would help you feel more settled?" not in hands.says(CLEAR)
    assert "Before: Mar\N{NO-BREAK SPACE}3. Now: Mar\N{NO-BREAK SPACE}3." in hands.says(CLEAR)
    assert [check.answer for check in hands.file.opinions.self_checks.all()] == ["no", "yes"]
    assert not any(
        part.isdecimal() for words in texts(row) for part in words.replace("Mar\N{NO-BREAK SPACE}3.", "").split()
    )


def test_where_something_is_not_clear_the_next_helpful_thing_is_offered(hands: CardHands) -> None:
    hands.open(CLEAR)
    row = hands.card(CLEAR).rows["clear_sides"]
    pick(row.fields["before"].editor, "Not sure")
    click(button(row, "Add two questions to my list"))
    assert {question.bank_id for question in hands.file.questions.all()} == {"Q-T4", "Q-T5"}
    assert hands.messages.toasts[-1] == "Questions added"
    click(button(hands.window, "Undo"))
    assert hands.file.questions.all() == []
    click(button(row, "Add two questions to my list"))
    click(button(row, "Add two questions to my list"))
    assert len(hands.file.questions.all()) == 2
    click(button(row, "Look at the opinions"))
    assert hands.opened == [("page", "opinions")]
    support = hands.card(CLEAR).rows["clear_support"]
    pick(support.fields["now"].editor, "No")
    click(button(support, "Look at my contacts"))
    assert hands.opened[-1] == ("command", "contacts")


def test_how_sure_is_kept_before_and_now_in_words(hands: CardHands) -> None:
    form = hands.open(SURE)
    form.choose("How sure I felt before", "A little unsure")
    form.choose("How sure I feel now", "Fairly sure")
    form.choose("How I felt before", "Worried")
    form.choose("How I feel today", "Calm")
    found = hands.file.opinions.self_checks.answers()
    assert found["confidence", "before"].answer == "2"
    assert found["confidence", "now"].answer == "4"
    assert (found["feeling", "before"].answer, found["feeling", "now"].answer) == ("worried", "calm")
    assert hands.line(SURE) == "Fairly sure"


def test_i_felt_heard_is_asked_for_each_doctor(file: OpenFile, qtbot: QtBot) -> None:
    rao = file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR)
    hands = CardHands(qtbot, file, "weigh")
    hands.open(SURE).choose("Did you feel heard by Dr. Rao?", "Yes")
    assert file.contacts.get(rao.id).felt_heard is Yes3.YES


def test_the_decision_is_in_ones_own_words_with_day_and_who(hands: CardHands) -> None:
    surgery = hands.file.opinions.options.add(name="Surgery first", position=1.0)
    form = hands.open(DECISION)
    form.choose("I lean toward", "Surgery first")
    form.fill("My decision, in my own words", "Surgery, near home")
    form.fill("Decided on", "today")
    form.fill("Who decided", "Claire and I")
    form.fill("Where", "Riverside")
    decision = hands.file.opinions.decisions.one()
    assert decision.leaning_id == surgery.id
    assert (decision.text, decision.decided_on) == ("Surgery, near home", "2026-03-03")
    assert (decision.decided_by, decision.care_where) == ("Claire and I", "Riverside")
    assert len(hands.file.opinions.decisions.all()) == 1


def test_not_yet_is_a_decision_with_a_day_to_look_again(hands: CardHands) -> None:
    hands.open(DECISION).fill("Not yet? Look at it again on", "March 9")
    assert hands.file.opinions.decisions.one().next_check == "2026-03-09"
    assert hands.line(DECISION) == "Not yet. Look again on Mar\N{NO-BREAK SPACE}9."


def test_what_comes_next_becomes_a_task_with_who_and_when(hands: CardHands) -> None:
    def fill(dialog: Any) -> None:
        form = dialog.form
        form.fields["title"].editor.setPlainText("Tell Dr. Rao's office")
        form.fields["who"].editor.setText("Claire")
        form.fields["due"].editor.setText("Mar 5")
        click(dialog.save_button)

    hands.open(DECISION)
    hands.messages.will_meet(fill)
    hands.press_in(DECISION, "Add what comes next")
    task = hands.file.tasks.of_step("weigh")[-1]
    assert (task.title, task.who, task.due) == ("Tell Dr. Rao's office", "Claire", "2026-03-05")
    assert "Tell Dr. Rao's office" in hands.tasks()


def test_when_care_moves_there_is_a_list_to_tick(hands: CardHands) -> None:
    hands.open(MOVES).tick("Both offices know about the move")
    assert hands.file.opinions.decisions.one().handover == ["told_both"]
    assert hands.line(MOVES) == "1 of 9 ticked"


def test_what_the_gut_says_does_not_show_while_it_is_folded(hands: CardHands) -> None:
    hands.open(GUT).fill("What my gut says", "I trust the second more")
    hands.fold(GUT)
    assert hands.line(GUT) == "Private. Something is written here."
    assert not hands.reads("I trust the second more")
    assert hands.file.people.situation().gut_note == "I trust the second more"


def test_words_learned_are_kept_with_meaning_and_source(hands: CardHands) -> None:
    form = hands.open(LEARNED)
    hands.press_in(LEARNED, "Add a word")
    form.fill("Word", "Margin")
    form.fill("What it means", "The edge of what was taken out")
    form.fill("Who or what explained it", "Dr. Rao")
    hands.press_in(LEARNED, "Done")
    term = hands.file.terms.all()[0]
    assert (term.word, term.meaning, term.source) == ("Margin", "The edge of what was taken out", "Dr. Rao")
    assert "From Dr. Rao" in hands.says(LEARNED)
    assert hands.line(LEARNED) == "1 word"
    hands.fold(LEARNED)
    hands.page.open_item("term", term.id)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Change Margin"


def test_a_meaning_without_its_word_is_kept(hands: CardHands) -> None:
    form = hands.open(LEARNED)
    hands.press_in(LEARNED, "Add a word")
    form.type("What it means", "Nobody told me the word")
    assert hands.page.flush()
    assert hands.file.terms.all()[0].meaning == "Nobody told me the word"


def test_what_i_learned_is_a_note_that_opens_where_notes_are(hands: CardHands) -> None:
    hands.open(LEARNED)
    hands.press_in(LEARNED, "Write what I learned")
    note = hands.file.notes.all(kind=NoteKind.LEARNED)[0]
    assert hands.opened == [("note", note.id)]
    hands.file.notes.change(note.id, title="About slides", source="A leaflet")
    assert "About slides, from A leaflet" in hands.says(LEARNED)


def test_each_helpline_says_whose_page_its_number_is_from(hands: CardHands) -> None:
    hands.open(HELPLINES)
    words = hands.says(HELPLINES)
    assert words.count("Source: ") == 4
    assert "we have not called these. Please check one before you call." in words
    assert "1-800-227-2345" in words
    assert "more than a year ago" not in words


def test_helplines_say_when_their_numbers_are_old(file: OpenFile, qtbot: QtBot) -> None:
    with clock.standing_at(datetime(2028, 3, 3, 12, tzinfo=UTC)):
        hands = CardHands(qtbot, file, "weigh")
        hands.open(HELPLINES)
        assert "This was read at its source more than a year ago. Please ask if it still holds." in hands.says(
            HELPLINES
        )


def test_folding_a_card_saves_what_was_typed_last(hands: CardHands) -> None:
    hands.open(BREATH).type("First thoughts", "Half a sent")
    click(hands.card(BREATH).head)
    assert hands.file.opinions.decisions.one().first_thoughts == "Half a sent"


def test_a_day_that_is_not_clear_is_asked_about_and_the_old_one_stays(hands: CardHands) -> None:
    form = hands.open(DECISION)
    form.fill("Decided on", "13/12/2025")
    assert "Is that Dec 13, 2025?" in hands.says(DECISION)
    assert form.shows("Decided on") == "13/12/2025"
    assert hands.file.opinions.decisions.one().decided_on == ""


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (200, 900)])
def test_nothing_is_cut_at_any_size(look: Theme, file: OpenFile, qtbot: QtBot, percent: int, width: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    words = NASTY["long"] + NASTY["endless"] + NASTY["scripts"]
    file.people.change_situation(decision_text=words, gut_note=words)
    file.opinions.decisions.save(text=words, first_thoughts=words, helpers=words)
    file.opinions.options.add(name=words)
    file.terms.add(word=words, meaning=words, source=words)
    file.contacts.add(name=NASTY["endless"][:300], role=ContactRole.SECOND_DOCTOR)
    hands = CardHands(qtbot, file, "weigh", width)
    for title in (BREATH, CHOICE, CLEAR, SURE, DECISION, MOVES, GUT, LEARNED, HELPLINES):
        hands.open(title)
    for row in hands.card(CLEAR).rows.values():
        pick(row.fields["now"].editor, "Not sure")
    for _round in range(6):
        hands.settle()
    assert does_not_fit(hands.page) == []
