"""One visit's own list: three first, moved by keys or dragged, open questions carried over, answers compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.choices import AnswerStatus, AppointmentKind, ContactRole
from secondopinion_desktop.ui.dialogs.answers import AnswersDialog
from secondopinion_desktop.ui.widgets import IconButton
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import visible_words
from tests.helpers.hands import CTRL, SHIFT, click, press, write
from tests.helpers.questions import QuestionsDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.questions.row import QuestionRow


@pytest.fixture
def visit(file: OpenFile) -> str:
    doctor = file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR)
    made = file.appointments.book(day="2026-03-12", contact_id=doctor.id).id
    for number in range(1, 6):
        file.questions.ask_at(made, f"Question {number}?")
    return made


@pytest.fixture
def desk(file: OpenFile, visit: str, qtbot: QtBot) -> QuestionsDesk:
    desk = QuestionsDesk(file, qtbot)
    desk.show_one_visit()
    return desk


def order(file: OpenFile, visit: str) -> list[str]:
    return [asked.text for asked in file.questions.of_visit(visit)]


def test_three_come_first_and_the_others_if_there_is_time(desk: QuestionsDesk) -> None:
    assert desk.first == ["Question 1?", "Question 2?", "Question 3?"]
    assert desk.rest == ["Question 4?", "Question 5?"]
    assert [row.number.text() for row in desk.rows] == ["1", "2", "3", "4", "5"]


def test_keys_move_a_question_into_the_first_three_and_stay_with_it(
    desk: QuestionsDesk, file: OpenFile, visit: str
) -> None:
    desk.focus("Question 4?")
    press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert desk.first == ["Question 1?", "Question 2?", "Question 4?"]
    assert desk.has_keyboard == "Question 4?"
    assert order(file, visit)[2] == "Question 4?"
    assert [question.text for question in file.questions.top()][2] == "Question 3?"


def test_buttons_move_a_question(desk: QuestionsDesk) -> None:
    click(desk.row("Question 3?").down)
    assert desk.rest[0] == "Question 3?"
    click(desk.row("Question 3?").up)
    assert desk.first[2] == "Question 3?"


def drag(row: QuestionRow, to: QuestionRow) -> None:
    start = row.number.rect().center()
    end = row.number.mapFromGlobal(to.mapToGlobal(QPoint(to.width() // 2, to.height() - 4)))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(row.number, left, pos=start)
    QTest.mouseMove(row.number, (start + end) / 2)
    QTest.mouseMove(row.number, end)
    QTest.mouseRelease(row.number, left, pos=end)


def test_a_question_can_be_dragged_from_one_list_into_the_other(
    desk: QuestionsDesk, file: OpenFile, visit: str
) -> None:
    assert desk.rest == ["Question 4?", "Question 5?"]
    drag(desk.row("Question 1?"), desk.row("Question 4?"))
    assert order(file, visit) == [f"Question {n}?" for n in (2, 3, 4, 1, 5)]
    assert desk.rest == ["Question 1?", "Question 5?"]
    file.history.undo()
    assert order(file, visit) == [f"Question {n}?" for n in range(1, 6)]


def test_the_list_of_all_can_be_dragged_too(file: OpenFile, visit: str, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    drag(desk.row("Question 1?"), desk.row("Question 3?"))
    assert desk.top[:3] == ["Question 2?", "Question 3?", "Question 1?"]
    assert order(file, visit)[0] == "Question 1?"


def test_a_press_that_hardly_moves_is_no_drag(desk: QuestionsDesk, file: OpenFile, visit: str) -> None:
    number = desk.row("Question 1?").number
    QTest.mousePress(number, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseRelease(number, Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    assert order(file, visit)[0] == "Question 1?"


def test_unticking_leaves_a_question_at_home_and_undo_brings_it(
    desk: QuestionsDesk, file: OpenFile, visit: str
) -> None:
    desk.tick("Question 2?")
    assert "Question 2?" not in order(file, visit)
    assert "Question 2?" in [question.text for question in file.questions.all()]
    assert desk.has_keyboard == "Question 3?"
    desk.take_back()
    assert order(file, visit)[1] == "Question 2?"


def test_a_question_written_here_is_brought_to_this_visit(desk: QuestionsDesk, file: OpenFile, visit: str) -> None:
    desk.add("May I fly?")
    assert order(file, visit)[-1] == "May I fly?"


def test_a_long_list_is_kindly_said_to_be_long(desk: QuestionsDesk, file: OpenFile, visit: str) -> None:
    for number in range(6, 11):
        file.questions.ask_at(visit, f"Question {number}?")
    assert "That is a long list" not in visible_words(desk.page)
    file.questions.ask_at(visit, "Question 11?")
    assert "That is a long list for one visit." in visible_words(desk.page)


def left_open(file: OpenFile) -> None:
    rao = file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR)
    before = file.appointments.book(day="2026-02-17", contact_id=rao.id, kind=AppointmentKind.OWN_DOCTOR).id
    file.questions.answer(file.questions.ask_at(before, "What stage?").asking_id, "Stage II")
    for words, status in (("A trial?", AnswerStatus.ASK_LATER), ("How soon?", AnswerStatus.PARTLY)):
        file.questions.mark(file.questions.ask_at(before, words).asking_id, status)


def test_what_an_earlier_visit_left_open_is_carried_over_with_one_press(
    desk: QuestionsDesk, file: OpenFile, visit: str
) -> None:
    left_open(file)
    words = visible_words(desk.page)
    assert "2 questions from earlier visits are still open" in words
    assert "A trial? (Ask later)" in words
    assert "How soon? (Partly answered)" in words
    assert "What stage?" not in words
    assert desk.page.visit_lists.carry is not None
    click(desk.page.visit_lists.carry.buttons[0])
    assert order(file, visit)[-2:] == ["A trial?", "How soon?"]
    assert "still open" not in visible_words(desk.page)


def test_carrying_over_can_wait(desk: QuestionsDesk, file: OpenFile, visit: str) -> None:
    left_open(file)
    assert desk.page.visit_lists.carry is not None
    click(next(b for b in desk.page.visit_lists.carry.findChildren(IconButton)))
    assert "still open" not in visible_words(desk.page)
    assert len(order(file, visit)) == 5


def test_the_answers_of_two_doctors_stand_side_by_side(desk: QuestionsDesk, file: OpenFile, visit: str) -> None:
    left_open(file)
    before = file.appointments.in_order()[0]
    same = next(asked for asked in file.questions.of_visit(before.id) if asked.text == "What stage?")
    file.questions.bring(same.question_id, visit, ticked=True)
    file.questions.answer(file.questions.of_visit(visit)[-1].asking_id, "Stage I, he thinks")
    seen: list[tuple[str, str]] = []

    def look(dialog: object) -> None:
        assert isinstance(dialog, AnswersDialog)
        assert does_not_fit(dialog) == []
        seen.extend(dialog.answers)
        dialog.accept()

    desk.messages.will_meet(look)
    desk.choose_in_menu("What stage?", "Answers side by side")
    assert seen == [("Dr. Rao, Feb 17", "Stage II"), ("Dr. Okafor, Mar 12", "Stage I, he thinks")]


def test_visit_mode_starts_from_here(desk: QuestionsDesk, visit: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.open_requested) as asked:
        click(desk.page.visit_lists.start)
    assert asked.args == ["visit_mode", visit]


def test_words_can_be_changed_here_too(desk: QuestionsDesk, file: OpenFile, visit: str) -> None:
    desk.open_editor("Question 4?")
    press(Qt.Key.Key_A, CTRL)
    write("When do I start?")
    press(Qt.Key.Key_Return)
    assert order(file, visit)[3] == "When do I start?"
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize("width", [480, 815, 1100])
def test_the_list_of_a_visit_fits(file: OpenFile, visit: str, qtbot: QtBot, width: int) -> None:
    left_open(file)
    desk = QuestionsDesk(file, qtbot, width=width)
    desk.show_one_visit()
    assert does_not_fit(desk.page) == []
