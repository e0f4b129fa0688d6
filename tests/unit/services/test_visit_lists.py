"""Each visit's own list of questions, what is carried over, and questions out of the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop import guidance
from secondopinion_desktop.guidance import Visit
from secondopinion_desktop.model.choices import AnswerStatus, AppointmentKind, AppointmentStatus, InfoPreference, Yes3

if TYPE_CHECKING:
    from datetime import datetime

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture(autouse=True)
def on_a_tuesday(a_tuesday: datetime) -> datetime:
    """March 3: what lies before it is over."""
    return a_tuesday


def visit_on(file: OpenFile, day: str, kind: AppointmentKind = AppointmentKind.SECOND_OPINION) -> str:
    return file.appointments.book(day=day, kind=kind).id


def order(file: OpenFile, visit: str) -> list[str]:
    return [asked.text for asked in file.questions.of_visit(visit)]


def ids(file: OpenFile, visit: str) -> list[str]:
    return [asked.asking_id for asked in file.questions.of_visit(visit)]


def three_at(file: OpenFile, visit: str) -> list[str]:
    return [file.questions.ask_at(visit, f"{name}?").asking_id for name in "ABC"]


def test_each_visit_keeps_an_order_of_its_own(file: OpenFile) -> None:
    one, two = visit_on(file, "2026-03-12"), visit_on(file, "2026-03-20")
    three_at(file, one)
    for asked in file.questions.of_visit(one):
        file.questions.bring(asked.question_id, two, ticked=True)
    file.askings.move(ids(file, one)[2], -1)
    file.askings.place(ids(file, one)[0], 2)
    assert order(file, one) == ["C?", "B?", "A?"]
    assert order(file, two) == ["A?", "B?", "C?"]
    assert [q.text for q in file.questions.top()] == ["A?", "B?", "C?"]
    file.history.undo()
    assert order(file, one) == ["A?", "C?", "B?"]


def test_at_the_ends_of_the_list_a_question_stays(file: OpenFile) -> None:
    visit = visit_on(file, "2026-03-12")
    first, _second, last = three_at(file, visit)
    file.askings.move(first, -1)
    file.askings.move(last, 1)
    file.askings.place(last, 99)
    assert order(file, visit) == ["A?", "B?", "C?"]


@pytest.mark.parametrize("status", [AnswerStatus.PARTLY, AnswerStatus.NOT_ASKED, AnswerStatus.ASK_LATER])
def test_what_got_no_whole_answer_is_offered_to_the_next_visit(file: OpenFile, status: AnswerStatus) -> None:
    before, after = visit_on(file, "2026-02-17"), visit_on(file, "2026-03-12")
    one, two, _three = three_at(file, before)
    file.questions.answer(one, "Stage II")
    file.questions.answer(two, "More or less")
    file.questions.mark(two, status)
    assert [(left.text, left.status) for left in file.askings.left_open(after)] == [
        ("B?", status),
        ("C?", AnswerStatus.OPEN),
    ]
    file.askings.carry([left.question_id for left in file.askings.left_open(after)], after)
    assert order(file, after) == ["B?", "C?"]
    assert file.askings.left_open(after) == []
    assert file.questions.of_visit(before)[1].answer == "More or less"
    file.history.undo()
    assert order(file, after) == []


def test_only_earlier_visits_that_took_place_leave_questions_open(file: OpenFile) -> None:
    here = visit_on(file, "2026-03-12")
    later, canceled, ahead = visit_on(file, "2026-04-01"), visit_on(file, "2026-02-01"), visit_on(file, "2026-03-10")
    for visit in (later, canceled):
        file.questions.mark(file.questions.ask_at(visit, f"{visit}?").asking_id, AnswerStatus.ASK_LATER)
    file.appointments.change(canceled, status=AppointmentStatus.CANCELED)
    file.questions.ask_at(ahead, "Nobody could ask this yet?")
    assert file.askings.left_open(here) == []


def test_a_later_answer_closes_what_an_earlier_visit_left_open(file: OpenFile) -> None:
    first, second, here = (visit_on(file, day) for day in ("2026-02-01", "2026-02-17", "2026-03-12"))
    asked = file.questions.ask_at(first, "Stage?")
    file.questions.mark(asked.asking_id, AnswerStatus.NOT_ASKED)
    file.questions.bring(asked.question_id, second, ticked=True)
    file.questions.answer(ids(file, second)[0], "II")
    assert file.askings.left_open(here) == []
    assert [heard.answer for heard in file.askings.heard(asked.question_id)] == ["", "II"]


# The bank


def test_a_set_is_taken_over_in_one_step_and_brought_to_its_kind_of_talk(file: OpenFile) -> None:
    call = visit_on(file, "2026-03-05", AppointmentKind.CALL)
    calling = next(each for each in guidance.question_bank().sets if each.key == "insurer_call")
    assert file.bank.take(calling.questions, calling.visit, call) == 6
    assert order(file, call) == [guidance.question(name).text for name in calling.questions]
    assert {question.bank_id for question in file.questions.all()} == set(calling.questions)
    assert file.bank.take(calling.questions, calling.visit, call) == 0
    file.history.undo()
    assert order(file, call) == []
    assert file.questions.all() == []


def test_a_set_for_another_talk_is_not_brought_to_this_one(file: OpenFile) -> None:
    visit = visit_on(file, "2026-03-12")
    file.bank.take(["Q-I1"], Visit.INSURER, visit)
    assert order(file, visit) == []
    assert [question.text for question in file.questions.top()] == [guidance.question("Q-I1").text]


def test_a_question_that_is_not_for_me_stays_away_until_it_is_brought_back(file: OpenFile) -> None:
    file.people.change_situation(reasons=["rare"])
    assert "Q-X1" in {one.question.id for one in file.bank.suggestions()}
    file.bank.hide("Q-X1")
    file.bank.hide("Q-X1")
    assert file.bank.hidden() == {"Q-X1"}
    assert "Q-X1" not in {one.question.id for one in file.bank.suggestions()}
    assert file.questions.top() == file.questions.more() == []
    file.bank.bring_back("Q-X1")
    assert file.bank.hidden() == frozenset()
    assert "Q-X1" in {one.question.id for one in file.bank.suggestions()}
    assert file.removed.all() == []


def test_choosing_a_hidden_question_after_all_brings_it_back(file: OpenFile) -> None:
    file.bank.hide("Q-X1")
    file.bank.take(["Q-X1"])
    assert file.bank.hidden() == frozenset()
    assert file.bank.taken() == {"Q-X1"}


@pytest.mark.parametrize(
    ("reason", "fitting"),
    [
        ("learn_more", ["Q-D1", "Q-D4", "Q-D10", "Q-D6"]),
        ("other_treatment", ["Q-T3", "Q-C1", "Q-C2", "Q-C9", "Q-Q2"]),
        ("expert", ["Q-X1", "Q-X4", "Q-H1", "Q-H7"]),
        ("peace_of_mind", ["Q-D1", "Q-T2", "Q-A3"]),
    ],
)
def test_the_reason_a_person_gives_brings_its_questions_first(file: OpenFile, reason: str, fitting: list[str]) -> None:
    file.people.change_situation(reasons=[reason])
    found = file.bank.suggestions()
    assert [one.question.id for one in found[: len(fitting)]] == fitting
    assert {one.reason for one in found[: len(fitting)]} == {reason}
    assert len(found) == 8


def test_care_that_is_not_offered_here_and_a_rare_cancer_are_reasons_too(file: OpenFile) -> None:
    file.people.change_situation(told_it_is_rare=Yes3.YES, care_not_offered_here=["trial"])
    assert file.bank.reasons() == ("rare", "not_offered")
    assert {"Q-X1", "Q-H1"} <= {one.question.id for one in file.bank.suggestions()}


def test_the_step_brings_its_own_starred_questions_forward(file: OpenFile) -> None:
    assert all("report" in one.question.steps for one in file.bank.suggestions(step="report")[:2])


def test_outlook_is_shown_unasked_only_to_those_who_want_all_details(file: OpenFile) -> None:
    assert not file.bank.shows_outlook
    file.people.change_person(info_preference=InfoPreference.ALL)
    assert file.bank.shows_outlook
