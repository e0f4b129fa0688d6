"""Weighing in the file and on paper: nothing is lost, nothing is added up, and private things stay private."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondopinion_desktop.model.choices import Match, Side
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.opinions import question_about
from secondopinion_desktop.services.packets import MadeFor, Part, usual_choice
from secondopinion_desktop.storage import casefile
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from datetime import datetime

EVERYTHING = usual_choice(MadeFor.EVERYTHING)
COMPARISON = replace(usual_choice(MadeFor.DOCTOR), sections=frozenset({Part.ADVICE}))
CHOICES = replace(EVERYTHING, sections=frozenset({Part.CHOICES}))

# Whatever can be typed, without letters that are half of one (the file keeps their place, tested elsewhere).
TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
SETTINGS = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


def again(file: OpenFile) -> OpenFile:
    """Return the same file, opened anew."""
    file.close()
    return OpenFile(casefile.open_file(file.path))


def printed(file: OpenFile, choice: object) -> str:
    return words_of(file.packets.pages(choice).pdf)  # type: ignore[arg-type]


@given(
    st.dictionaries(st.sampled_from(["text", "decided_by", "care_where", "first_thoughts", "parked", "helpers"]), TYPED)
)
@SETTINGS
def test_every_word_of_the_decision_is_there_after_closing(file: OpenFile, words: dict[str, str]) -> None:
    if not file.is_open:
        file = OpenFile(casefile.open_file(file.path))
    file.opinions.decisions.save(**words)
    opened = again(file)
    kept = opened.opinions.decisions.one()
    assert {name: getattr(kept, name) for name in words} == words
    assert len(opened.opinions.decisions.all()) <= 1
    opened.close()


@given(
    st.lists(st.tuples(st.sampled_from(["before", "now"]), st.sampled_from(["", "yes", "no", "not_sure"])), max_size=6)
)
@SETTINGS
def test_the_last_answer_of_each_moment_counts_and_both_are_kept(file: OpenFile, said: list[tuple[str, str]]) -> None:
    for check in file.opinions.self_checks.all():
        file.opinions.self_checks.remove(check.id)
    for when, answer in said:
        file.opinions.self_checks.say("clear_sides", when, answer)
    kept = file.opinions.self_checks.answers()
    for when in ("before", "now"):
        last = [answer for moment, answer in said if moment == when]
        found = kept.get(("clear_sides", when))
        assert (found.answer if found else None) == (last[-1] if last else None)
        assert found is None or bool(found.day) == bool(found.answer)


@given(TYPED, TYPED)
@SETTINGS
def test_a_question_about_a_difference_is_kept_in_one_place(file: OpenFile, first: str, second: str) -> None:
    topic = file.opinions.topics.all()[0]
    for words in (first, second):
        file.opinions.ask_about(topic.id, words)
    assert file.opinions.topics.get(topic.id).question == second
    mine = [question.text for question in file.questions.all() if question.id == question_about(topic.id)]
    assert mine == ([second] if second.strip() else [])


def test_taking_back_a_question_takes_it_back_on_both_pages(file: OpenFile) -> None:
    topic = file.opinions.topics.all()[0]
    file.opinions.ask_about(topic.id, "Why?")
    assert file.history.undo()
    assert file.questions.all() == []
    assert file.opinions.topics.get(topic.id).question == ""


def test_a_topic_of_ones_own_wanders_from_block_to_block_and_others_stay_in_theirs(file: OpenFile) -> None:
    topics = file.opinions.topics
    own = file.opinions.add_topic("Wigs")
    topics.move(own.id, -1)
    assert topics.get(own.id).block == "how_sure"
    assert topics.in_blocks()[-1].id == own.id
    topics.move(own.id, 1)
    assert topics.get(own.id).block == ""
    first = topics.in_blocks()[0]
    topics.move(first.id, -1)
    assert topics.in_blocks()[0].id == first.id
    topics.move(topics.in_blocks()[5].id, 1)
    assert {topic.block for topic in topics.in_blocks()[:6]} == {"what_i_have"}


# Paper


@pytest.fixture
def compared(file: OpenFile, a_tuesday: datetime) -> OpenFile:
    first = file.opinions.add_opinion(doctor="Dr. Rao", specialty="surgeon", exam_done="yes")
    file.opinions.add_opinion(doctor="Dr. Okafor", specialty="oncologist", headline="agrees_with_changes")
    by_key = {topic.key: topic.id for topic in file.opinions.topics.all()}
    file.opinions.say(by_key["diagnosis"], first.id, "Stage II")
    file.opinions.say(by_key["treatment"], first.id, "Surgery first")
    file.opinions.mark(by_key["treatment"], Match.DIFFERENT)
    file.opinions.ask_about(by_key["treatment"], "What led you there?")
    file.opinions.topics.change(by_key["treatment"], ask_whom="Dr. Okafor", why_differ=["other_records"])
    file.opinions.topics.change(by_key["my_trust"], shown=True)
    file.opinions.say(by_key["my_trust"], first.id, "I like her best")
    return file


def test_the_comparison_is_one_table_that_says_gaps_and_matches_in_words(compared: OpenFile) -> None:
    text = printed(compared, COMPARISON)
    assert "Topic Dr. Rao Dr. Okafor How they stand Diagnosis Stage II Not known yet Not clear yet" in text
    assert "Not clear yet Treatment Surgery first Not known yet Differ" in text
    assert "surgeon" in text
    assert "oncologist" in text
    assert "In short Agrees, with changes" in text
    assert text.count("Examined me") == 2


def test_a_difference_is_printed_with_its_question_and_the_answer_that_is_missing(compared: OpenFile) -> None:
    text = printed(compared, COMPARISON)
    assert "Why it may be: They saw different records or newer tests" in text
    assert "Question: What led you there? (Ask Dr. Okafor) Answer: not known yet" in text


def test_a_third_opinion_keeps_to_four_columns_with_the_match_beside_the_topic(compared: OpenFile) -> None:
    compared.opinions.add_opinion(doctor="Dr. Lin")
    text = printed(compared, COMPARISON)
    assert "Topic Dr. Rao Dr. Okafor Dr. Lin Diagnosis (Not clear yet) Stage II Not known yet Not known yet" in text


def test_trust_gut_and_how_sure_are_never_printed_unless_chosen(compared: OpenFile) -> None:
    compared.people.change_situation(gut_note="My gut is quiet")
    compared.opinions.decisions.save(
        text="Surgery, near home", pressure_felt="yes", first_thoughts="Uff", parked="The garden"
    )
    compared.opinions.self_checks.say("confidence", "now", "2")
    compared.opinions.self_checks.say("feeling", "now", "worried")
    text = printed(compared, EVERYTHING)
    assert "Surgery, near home" in text
    assert "For later The garden" in text
    for private in ("I like her best", "My gut is quiet", "A little unsure", "Worried", "pushed", "Uff"):
        assert private not in text
    chosen = printed(compared, replace(EVERYTHING, confidence=True, private_answers=True))
    for private in ("I like her best", "My gut is quiet", "Now A little unsure, Mar 3, 2026", "First thoughts Uff"):
        assert private in chosen
    assert "pushed" not in chosen


def test_each_choice_gets_the_same_rows_with_new_ones_marked_in_words(file: OpenFile) -> None:
    surgery = file.opinions.options.add(name="Surgery", treatment="Surgery first", cost="$40", position=1.0)
    file.opinions.options.add(name="Medicine", place="Lakeside", new_to_me=True, raised_by="Dr. O", position=2.0)
    file.opinions.points.add_to(surgery.id, Side.GOOD, "Over sooner")
    file.opinions.points.change(file.opinions.points.all()[0].id, source="Dr. Rao", matters=4)
    text = printed(file, CHOICES)
    assert "Surgery Treatment Surgery first Place Not known yet Raised by Not known yet Cost $40" in text
    assert "Medicine New to me Treatment Not known yet Place Lakeside Raised by Dr. O Cost Not known yet" in text
    assert "Over sooner (Dr. Rao, matters a lot)" in text


def test_not_yet_is_printed_with_the_day_to_look_again(file: OpenFile) -> None:
    file.opinions.decisions.save(next_check="2026-03-09")
    assert "Not yet; next look at it Mar 9, 2026" in printed(file, CHOICES)


def test_words_learned_and_helplines_are_for_the_family_and_sources_for_who_wants_all(file: OpenFile) -> None:
    file.terms.add(word="Margin", meaning="The edge", source="Dr. Rao")
    text = printed(file, usual_choice(MadeFor.FAMILY))
    assert "Margin The edge (Dr. Rao)" in text
    assert "we have not called these. Please check one before you call." in text
    assert "United States American Cancer Society, 1-800-227-2345" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Source: cancer.org." in printed(file, EVERYTHING)
    assert "Margin" not in printed(file, usual_choice(MadeFor.DOCTOR))
