"""Questions: the most important first, brought to the right visit, removed and brought back, and ideas for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import AppointmentKind, ContactRole
from tests.helpers.hands import CTRL, SHIFT, click, focused, press
from tests.helpers.keyboard import read_through
from tests.helpers.questions import QuestionsDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def seven(file: OpenFile, qtbot: QtBot) -> QuestionsDesk:
    for number in range(1, 8):
        file.questions.ask(f"Question {number}?", "Treatment")
    return QuestionsDesk(file, qtbot)


def texts(file: OpenFile) -> list[str]:
    return [question.text for question in (*file.questions.top(), *file.questions.more())]


# Order


def test_the_arrow_buttons_move_a_question(seven: QuestionsDesk) -> None:
    click(seven.row("Question 3?").up)
    assert seven.top[:3] == ["Question 1?", "Question 3?", "Question 2?"]
    assert seven.row("Question 3?").number.text() == "2"
    click(seven.row("Question 3?").down)
    assert seven.top[:3] == ["Question 1?", "Question 2?", "Question 3?"]


def test_keys_move_a_question_and_stay_with_it(seven: QuestionsDesk) -> None:
    seven.focus("Question 4?")
    press(Qt.Key.Key_Up, CTRL | SHIFT)
    press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert seven.top[1] == "Question 4?"
    assert seven.has_keyboard == "Question 4?"
    press(Qt.Key.Key_Down, CTRL | SHIFT)
    assert seven.top[2] == "Question 4?"
    assert texts(seven.file)[2] == "Question 4?"


def test_tab_goes_through_the_page_from_top_to_bottom(seven: QuestionsDesk) -> None:
    click(seven.row("Question 3?").up)
    seven.page.new.setFocus()
    passed: list[str] = []
    for _stop in range(60):
        press(Qt.Key.Key_Tab)
        if seven.has_keyboard and (not passed or passed[-1] != seven.has_keyboard):
            passed.append(seven.has_keyboard)
    assert passed[:7] == [*seven.top, *seven.more]


def test_arrows_go_from_question_to_question(seven: QuestionsDesk) -> None:
    seven.focus("Question 5?")
    press(Qt.Key.Key_Down)
    assert seven.has_keyboard == "Question 6?"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert seven.has_keyboard == "Question 4?"


def test_number_five_drops_to_more_questions_and_comes_back_with_undo(seven: QuestionsDesk) -> None:
    click(seven.row("Question 7?").to_top)
    assert seven.top[-1] == "Question 7?"
    assert seven.more == ["Question 5?", "Question 6?"]
    assert seven.messages.toasts == ["Moved to top 5"]
    assert seven.messages.undo is not None
    seven.messages.undo()
    assert seven.more == ["Question 6?", "Question 7?"]
    assert seven.top[-1] == "Question 5?"


def test_several_questions_can_be_moved_up_one_after_the_other(seven: QuestionsDesk) -> None:
    seven.row("Question 6?").to_top.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert seven.has_keyboard == "Question 7?"
    press(Qt.Key.Key_Space)
    assert seven.top[-1] == "Question 7?"


def test_the_menu_moves_a_question_down_to_more(seven: QuestionsDesk) -> None:
    seven.choose_in_menu("Question 2?", "Move to more questions")
    assert "Question 2?" not in seven.top
    assert seven.more[0] == "Question 2?"


# Removing


def test_delete_removes_a_question_and_undo_brings_it_back(seven: QuestionsDesk) -> None:
    seven.focus("Question 2?")
    press(Qt.Key.Key_Delete)
    assert "Question 2?" not in texts(seven.file)
    assert seven.messages.toasts == ["Question removed"]
    assert seven.has_keyboard == "Question 3?"
    seven.file.questions.ask("Something else meanwhile?")
    assert seven.messages.undo is not None
    seven.messages.undo()
    assert "Question 2?" in seven.top
    assert "Something else meanwhile?" in texts(seven.file)


def test_the_menu_removes_a_question(seven: QuestionsDesk) -> None:
    seven.choose_in_menu("Question 7?", "Remove")
    assert seven.more == ["Question 6?"]


def test_after_the_last_question_the_keyboard_goes_where_one_can_add(file: OpenFile, qtbot: QtBot) -> None:
    file.questions.ask("Only one?")
    desk = QuestionsDesk(file, qtbot)
    desk.focus("Only one?")
    press(Qt.Key.Key_Delete)
    assert focused() is desk.page.new


# Bringing


def book(file: OpenFile, name: str, day: str, kind: AppointmentKind = AppointmentKind.SECOND_OPINION) -> str:
    doctor = file.contacts.add(name=name, role=ContactRole.SECOND_DOCTOR)
    return file.appointments.book(day=day, contact_id=doctor.id, kind=kind).id


def test_ticked_questions_go_to_the_next_second_opinion_visit(file: OpenFile, qtbot: QtBot) -> None:
    file.questions.ask("Is it safe to wait?")
    visit = book(file, "Dr. Okafor", "2026-03-12")
    book(file, "Dr. Lin", "2026-03-05", AppointmentKind.OWN_DOCTOR)
    desk = QuestionsDesk(file, qtbot)
    assert desk.page.top.visits.currentText() == "Dr. Okafor, Mar 12"
    desk.tick("Is it safe to wait?")
    assert [asked.text for asked in file.questions.of_visit(visit)] == ["Is it safe to wait?"]
    assert desk.ticked == {"Is it safe to wait?"}
    desk.tick("Is it safe to wait?")
    assert file.questions.of_visit(visit) == []


def test_without_a_visit_the_wish_is_kept_for_the_next_one(file: OpenFile, qtbot: QtBot) -> None:
    file.questions.ask("Is it safe to wait?")
    desk = QuestionsDesk(file, qtbot)
    assert desk.page.top.visits.currentText() == "the next visit I make"
    desk.focus("Is it safe to wait?")
    press(Qt.Key.Key_Space)
    visit = file.appointments.book(bring_questions=True, day="2026-03-12")
    assert len(file.questions.of_visit(visit.id)) == 1
    assert desk.ticked == {"Is it safe to wait?"}


def test_each_visit_has_its_own_ticks(file: OpenFile, qtbot: QtBot) -> None:
    question = file.questions.ask("Is it safe to wait?")
    okafor = book(file, "Dr. Okafor", "2026-03-12")
    lin = book(file, "Dr. Lin", "2026-03-15")
    file.questions.bring(question.id, okafor, ticked=True)
    desk = QuestionsDesk(file, qtbot)
    combo = desk.page.top.visits
    combo.setFocus()
    press(Qt.Key.Key_Down)
    assert combo.currentText() == "Dr. Lin, Mar 15"
    assert desk.ticked == set()
    desk.tick("Is it safe to wait?")
    assert file.questions.brought_to(lin) == {question.id}
    press(Qt.Key.Key_Up, on=combo)
    assert desk.ticked == {"Is it safe to wait?"}


def test_what_was_answered_shows_under_the_question(file: OpenFile, qtbot: QtBot) -> None:
    question = file.questions.ask("Is it safe to wait?")
    visit = book(file, "Dr. Rao", "2026-02-17")
    file.questions.bring(question.id, visit, ticked=True)
    file.questions.answer(file.questions.of_visit(visit)[0].asking_id, "Yes, two weeks.")
    desk = QuestionsDesk(file, qtbot)
    answer = desk.rows[0].answer
    assert answer is not None
    assert answer.text() == "Dr. Rao, Feb 17: Yes, two weeks."
    file.questions.change(question.id, group="Treatment")
    read = read_through(desk.rows[0])
    assert read.index("Treatment") + 1 == read.index(answer.text()) < read.index("More for this question")
    wanted: list[tuple[str, str]] = []
    desk.page.open_requested.connect(lambda kind, row_id: wanted.append((kind, row_id)))
    desk.choose_in_menu("Is it safe to wait?", "Open the visit with the answer")
    assert wanted == [("appointment", visit)]


# Ideas


def test_an_idea_becomes_a_question_and_remembers_where_it_came_from(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    first, second = desk.ideas[:2]
    click(desk.page.ideas.ideas[0])
    assert desk.top == [first]
    assert file.questions.top()[0].bank_id
    assert file.questions.top()[0].group
    assert desk.ideas[0] == second
    assert desk.messages.toasts == ["Question added"]
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert desk.ideas[0] == first


def test_ideas_can_be_taken_by_keys_one_after_the_other(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    first, second = desk.ideas[:2]
    desk.page.ideas.ideas[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    assert desk.top == [first, second]


def test_hard_questions_are_not_offered_unasked(file: OpenFile, qtbot: QtBot) -> None:
    from secondopinion_desktop import guidance  # noqa: PLC0415 - what is asked first about is known there

    hard = {question.text for question in guidance.questions() if question.ask_first}
    file.people.change_situation(reasons=[reason.key for reason in guidance.reasons()])
    desk = QuestionsDesk(file, qtbot)
    seen = set(desk.ideas)
    while desk.ideas:
        seen.update(desk.ideas)
        file.questions.ask(desk.ideas[0], bank_id=desk.page.ideas.ideas[0].bank_id)
    assert len(seen) > 5
    assert not seen & hard
