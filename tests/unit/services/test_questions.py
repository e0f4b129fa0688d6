"""Questions: five first, some brought to each visit, answered there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.choices import AnswerStatus

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


def ask_some(file: OpenFile, count: int) -> list[str]:
    return [file.questions.ask(f"Question {number}?").id for number in range(1, count + 1)]


def texts(file: OpenFile) -> tuple[list[str], list[str]]:
    return [q.text for q in file.questions.top()], [q.text for q in file.questions.more()]


def test_the_first_five_questions_are_the_top_five(file: OpenFile) -> None:
    ask_some(file, 7)
    assert texts(file) == ([f"Question {n}?" for n in range(1, 6)], ["Question 6?", "Question 7?"])


def test_moving_one_to_the_top_lets_the_fifth_drop_first_among_the_others(file: OpenFile) -> None:
    ids = ask_some(file, 7)
    file.questions.raise_to_top(ids[6])
    assert texts(file) == (
        ["Question 1?", "Question 2?", "Question 3?", "Question 4?", "Question 7?"],
        ["Question 5?", "Question 6?"],
    )
    file.history.undo()
    assert texts(file)[1] == ["Question 6?", "Question 7?"]


def test_the_order_of_the_top_five_follows_the_arrows(file: OpenFile) -> None:
    ids = ask_some(file, 3)
    file.questions.move(ids[2], -1)
    file.questions.move(ids[0], -1)
    assert texts(file)[0] == ["Question 1?", "Question 3?", "Question 2?"]


def test_a_new_appointment_brings_the_top_questions_along(file: OpenFile) -> None:
    ask_some(file, 6)
    visit = file.appointments.book(bring_questions=True, day="2026-03-12")
    assert [asked.text for asked in file.questions.of_visit(visit.id)] == [f"Question {n}?" for n in range(1, 6)]


def test_a_ticked_question_goes_to_the_visit_and_an_unticked_one_stays_at_home(file: OpenFile) -> None:
    (one,) = ask_some(file, 1)
    visit = file.appointments.book(day="2026-03-12")
    file.questions.bring(one, visit.id, ticked=True)
    file.questions.bring(one, visit.id, ticked=True)
    assert len(file.questions.of_visit(visit.id)) == 1
    file.questions.bring(one, visit.id, ticked=False)
    assert file.questions.of_visit(visit.id) == []


def test_the_first_word_of_an_answer_marks_the_question_answered(file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-03-12")
    asked = file.questions.ask_at(visit.id, "What is the stage?")
    file.questions.answer(asked.asking_id, "Stage II")
    assert file.questions.of_visit(visit.id)[0].status is AnswerStatus.ANSWERED
    file.questions.answer(asked.asking_id, "")
    assert file.questions.of_visit(visit.id)[0].status is AnswerStatus.OPEN


def test_the_same_question_keeps_each_doctors_answer(file: OpenFile) -> None:
    (one,) = ask_some(file, 1)
    answers = {"2026-02-17": "Surgery first", "2026-03-12": "Medicine first"}
    for day, words in answers.items():
        visit = file.appointments.book(day=day)
        file.questions.bring(one, visit.id, ticked=True)
        file.questions.answer(file.questions.of_visit(visit.id)[0].asking_id, words)
    assert {asking.answer for asking in file.questions.answers_to(one)} == set(answers.values())


def test_a_removed_question_leaves_the_visit_and_undo_brings_both_back(file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-03-12")
    asked = file.questions.ask_at(visit.id, "What is the stage?")
    file.questions.remove(asked.question_id)
    assert file.questions.of_visit(visit.id) == []
    file.history.undo()
    assert [a.text for a in file.questions.of_visit(visit.id)] == ["What is the stage?"]
