"""Where opinions differ: why it may be, a question and its answer; in short; what is new; what a choice is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.choices import Match, Side, VisitResult
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.cards import pick
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import NASTY, FormPage, visible_words
from tests.helpers.hands import click, press
from tests.helpers.opinions import OpinionsDesk
from tests.helpers.stage import button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.opinions.difference import Difference
    from secondopinion_desktop.ui.theme import Theme


@pytest.fixture
def two(file: OpenFile, qtbot: QtBot) -> OpinionsDesk:
    file.opinions.add_opinion(doctor="Dr. Rao", day="2026-02-17", specialty="surgeon", how="in_person")
    file.opinions.add_opinion(doctor="Dr. Okafor", day="2026-03-12", specialty="oncologist", slides_reread="yes")
    return OpinionsDesk(file, qtbot)


def topic_id(desk: OpinionsDesk, name: str) -> str:
    return next(topic.id for topic in desk.file.opinions.topics.all() if topic.name == name)


def difference(desk: OpinionsDesk, name: str) -> Difference:
    return desk.page.card.differences[topic_id(desk, name)]


def form_of(desk: OpinionsDesk, name: str) -> FormPage:
    click(difference(desk, name).button)
    return FormPage(difference(desk, name), desk.qtbot)


# Two blocks, and what each opinion rests on


def test_topics_stand_in_their_blocks(two: OpinionsDesk) -> None:
    words = visible_words(two.page.card)
    assert "What I have" in words
    assert "What can be done" in words
    names = two.topics
    assert names.index("Stage") < names.index("Treatment") < names.index("When to start")


def test_the_heads_say_the_specialty_of_each_and_what_the_opinion_rests_on(two: OpinionsDesk) -> None:
    words = visible_words(two.page.card)
    assert "Surgeon, in person" in words
    assert "Oncologist\nSlides looked at again: yes" in words


# Differences


def test_nothing_is_asked_where_they_agree(two: OpinionsDesk) -> None:
    two.mark("Diagnosis", "Agree")
    assert two.page.card.differences == {}
    two.mark("Diagnosis", "Differ")
    assert difference(two, "Diagnosis").isVisible()
    two.mark("Diagnosis", "Agree")
    assert two.page.card.differences == {}


def test_a_difference_leads_to_a_question_that_stands_among_the_questions(two: OpinionsDesk) -> None:
    two.mark("Treatment", "Differ")
    form = form_of(two, "Treatment")
    form.tick("They saw different records or newer tests")
    form.fill("A question about it", "What led you there?")
    form.fill("Whom to ask", "Dr. Okafor")
    form.choose("How much it matters to you", "most of all")
    click(button(difference(two, "Treatment"), "Done"))
    topic = two.file.opinions.topics.get(topic_id(two, "Treatment"))
    assert topic.why_differ == ["other_records"]
    assert topic.matters == 5
    assert [question.text for question in two.file.questions.all()] == ["What led you there?"]
    words = difference(two, "Treatment").words.text()
    assert "Why: They saw different records or newer tests" in words
    assert "To ask Dr. Okafor: What led you there?" in words


def test_the_question_is_one_and_the_same_on_both_pages(two: OpinionsDesk) -> None:
    two.mark("Treatment", "Differ")
    form_of(two, "Treatment").fill("A question about it", "What led you there?")
    press(Qt.Key.Key_Escape)
    question = two.file.questions.all()[0]
    two.file.questions.change(question.id, text="Why medicine first?")
    assert "To ask: Why medicine first?" in difference(two, "Treatment").words.text()
    visit = two.file.appointments.book(day="2026-03-12")
    two.file.questions.bring(question.id, visit.id, ticked=True)
    two.file.questions.answer(two.file.questions.of_visit(visit.id)[0].asking_id, "A smaller surgery later")
    assert "Answer: A smaller surgery later" in difference(two, "Treatment").words.text()


def test_an_emptied_question_leaves_the_list(two: OpinionsDesk) -> None:
    two.mark("Treatment", "Differ")
    form = form_of(two, "Treatment")
    form.fill("A question about it", "What led you there?")
    form.fill("A question about it", "")
    assert two.file.questions.all() == []
    form.fill("A question about it", "What led you there?")
    assert len(two.file.questions.all()) == 1


def test_an_answer_can_be_written_and_the_difference_settled(two: OpinionsDesk) -> None:
    two.mark("Treatment", "Differ")
    form = form_of(two, "Treatment")
    form.type("The answer", "Both would do either")
    form.tick("Settled for me")
    assert two.page.flush()
    topic = two.file.opinions.topics.get(topic_id(two, "Treatment"))
    assert (topic.answer, topic.settled) == ("Both would do either", True)


def test_an_open_form_stays_when_the_marker_changes(two: OpinionsDesk) -> None:
    two.mark("Treatment", "Differ")
    form_of(two, "Treatment").type("The answer", "Half an ans")
    two.file.opinions.mark(topic_id(two, "Treatment"), Match.SAME)
    assert two.page.flush()
    assert two.file.opinions.topics.get(topic_id(two, "Treatment")).answer == "Half an ans"


# In short, and what people can do


def test_five_answers_say_it_in_short_and_each_is_a_useful_result(two: OpinionsDesk) -> None:
    box: Any = FormPage(two.page.in_short, two.qtbot).editor("Dr. Okafor, compared with the first opinion")
    assert [box.itemText(n) for n in range(box.count())] == [result.words for result in VisitResult]
    pick(box, "Agrees")
    assert two.file.opinions.rows.all()[1].headline is VisitResult.AGREES
    assert "Each of these answers is a useful result." in visible_words(two.page.in_short)
    assert not two.page.in_short.moves_button.isVisible()


def test_where_they_differ_neutral_moves_can_become_tasks(two: OpinionsDesk) -> None:
    two.mark("Treatment", "Differ")
    click(two.page.in_short.moves_button)
    assert "In any order. None of it has to be done." in visible_words(two.page.in_short)
    click(button(two.page.in_short, "Add to my tasks"))
    assert two.file.tasks.of_step("weigh")[-1].title == "Ask each doctor what led them there."
    assert two.messages.toasts == ["Added to your next steps"]


# What is new, and what a choice is


def test_a_choice_that_is_new_says_so_with_who_raised_it(two: OpinionsDesk) -> None:
    def name(dialog: Any) -> None:
        dialog.field.editor.setText("Medicine first")
        click(dialog.save_button)

    two.messages.will_meet(name)
    click(two.page.new.add_button)
    form = FormPage(two.cards[-1].facts, two.qtbot)
    form.fill("Treatment", "Medicine, then surgery")
    form.fill("Place", "Lakeside")
    form.fill("Who raised it", "Dr. Okafor")
    form.fill("What may be good about it", "A smaller surgery")
    form.fill("Cost", "Not known")
    assert "If I wait" not in form.words()  # about outlook: for those who look for it
    click(button(two.cards[-1].facts, "More details"))
    form.fill("If I wait, or have no treatment for now", "He did not say")
    press(Qt.Key.Key_Escape)
    option = two.file.opinions.options.all()[-1]
    assert option.new_to_me
    assert (option.treatment, option.place, option.benefits) == (
        "Medicine, then surgery",
        "Lakeside",
        "A smaller surgery",
    )
    assert option.if_nothing == "He did not say"
    assert "Medicine first: Medicine, then surgery (raised by Dr. Okafor)" in visible_words(two.page.new)
    words = two.cards[-1].facts.words.text()
    assert words.startswith("New to me\nTreatment: Medicine, then surgery\nPlace: Lakeside")


def test_what_only_the_second_said_is_new_too(two: OpinionsDesk) -> None:
    two.file.opinions.say(topic_id(two, "Clinical trials"), two.file.opinions.rows.all()[1].id, "One may fit")
    two.mark("Clinical trials", "Only the second said")
    assert "Clinical trials: One may fit" in visible_words(two.page.new)


def test_every_choice_has_the_same_rows_and_unknown_is_said(two: OpinionsDesk) -> None:
    two.file.opinions.options.add(name="Surgery", treatment="Surgery first", position=1.0)
    two.file.opinions.options.add(name="Medicine", position=2.0)
    assert [card.facts.words.text() for card in two.cards] == [
        "Treatment: Surgery first\nPlace: not known yet",
        "Treatment: not known yet\nPlace: not known yet",
    ]


def test_details_of_an_offered_choice_put_it_into_the_file_first(two: OpinionsDesk) -> None:
    assert two.file.opinions.options.all() == []
    click(two.cards[1].facts.button)
    FormPage(two.cards[1].facts, two.qtbot).type("Treatment", "Medicine first")
    assert two.page.flush()
    assert [(o.name, o.treatment) for o in two.file.opinions.options.all()] == [
        ("First opinion", ""), ("Second opinion", "Medicine first"),
    ]  # fmt: skip


def test_a_point_says_who_said_it_and_how_much_it_matters_in_words(two: OpinionsDesk) -> None:
    def fill(dialog: Any) -> None:
        dialog.activateWindow()
        two.qtbot.waitUntil(dialog.isActiveWindow)
        form = FormPage(dialog, two.qtbot)
        form.fill("Who said it", "Dr. Rao")
        form.choose("How much it matters to you", "a lot")
        click(dialog.save_button)

    option = two.file.opinions.options.add(name="Surgery", position=1.0)
    point = two.file.opinions.points.add_to(option.id, Side.GOOD, "Over sooner")
    two.messages.will_meet(fill)
    click(two.point("Over sooner").more)
    two.choose("Who said it, and more")
    kept = two.file.opinions.points.get(point.id)
    assert (kept.source, kept.matters) == ("Dr. Rao", 4)
    assert "From Dr. Rao" in visible_words(two.cards[0])


def test_the_comparison_can_be_printed_by_itself(two: OpinionsDesk) -> None:
    wished: list[tuple[str, str]] = []
    two.page.open_requested.connect(lambda kind, key: wished.append((kind, key)))
    two.type("Diagnosis", "First opinion", "Typed just now")
    click(two.page.print_button)
    assert wished == [("command", "print_opinions")]
    assert "Typed just now" in two.file.opinions.statements().values()


def test_an_option_that_was_found_gets_the_keyboard(two: OpinionsDesk) -> None:
    option = two.file.opinions.options.add(name="Surgery", position=1.0)
    two.page.open_item("option", option.id)
    assert QApplication.focusWidget() is two.cards[0].facts.button


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (200, 960)])
def test_nothing_is_cut_at_any_size(look: Theme, file: OpenFile, qtbot: QtBot, percent: int, width: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    words = NASTY["long"] + NASTY["endless"]
    for _opinion in range(2):
        file.opinions.add_opinion(doctor=NASTY["endless"][:300], specialty=NASTY["endless"][:300])
    topic = file.opinions.topics.all()[0]
    file.opinions.mark(topic.id, Match.DIFFERENT)
    file.opinions.ask_about(topic.id, words)
    file.opinions.topics.change(topic.id, answer=words, ask_whom=words, why_differ=["other_records", "misheard"])
    file.opinions.options.add(name=words, treatment=words, new_to_me=True, raised_by=words)
    desk = OpinionsDesk(file, qtbot, width=width)
    click(desk.page.in_short.moves_button)
    click(desk.page.card.differences[topic.id].button)
    assert does_not_fit(desk.page) == []
