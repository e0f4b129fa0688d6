"""Questions: added, changed and read by keys or by clicks, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop.model.choices import AppointmentKind, ContactRole
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import NASTY, visible_words
from tests.helpers.hands import CTRL, click, focused, press, write
from tests.helpers.questions import QuestionsDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme


@pytest.fixture
def seven(file: OpenFile, qtbot: QtBot) -> QuestionsDesk:
    for number in range(1, 8):
        file.questions.ask(f"Question {number}?", "Treatment")
    return QuestionsDesk(file, qtbot)


def texts(file: OpenFile) -> list[str]:
    return [question.text for question in (*file.questions.top(), *file.questions.more())]


def book(file: OpenFile, name: str, day: str, kind: AppointmentKind = AppointmentKind.SECOND_OPINION) -> str:
    doctor = file.contacts.add(name=name, role=ContactRole.SECOND_DOCTOR)
    return file.appointments.book(day=day, contact_id=doctor.id, kind=kind).id


# Adding


def test_an_empty_page_says_what_many_people_start_with(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    assert "No questions yet. You could start with: What are all my options?" in visible_words(desk.page)
    click(desk.page.top.starter)
    assert desk.top == ["What are all my options?"]
    assert [question.bank_id for question in file.questions.top()] == ["Q-T3"]  # and the bank does not offer it again
    assert "No questions yet" not in visible_words(desk.page)


def test_the_page_opens_with_the_keyboard_where_a_question_is_written(seven: QuestionsDesk) -> None:
    seven.page.focus_start()
    assert focused() is seven.page.new


def test_enter_adds_a_question_and_one_can_go_on_writing(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    desk.add("Is it safe to wait?")
    write("What will it cost?")
    press(Qt.Key.Key_Return)
    assert desk.top == ["Is it safe to wait?", "What will it cost?"]
    assert focused() is desk.page.new
    assert desk.page.new.text() == ""


def test_the_add_button_adds_too(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    write("Is it safe to wait?", on=desk.page.new)
    click(desk.page.add_button)
    assert desk.top == ["Is it safe to wait?"]
    assert focused() is desk.page.new


def test_nothing_but_spaces_is_no_question(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    desk.add("   ")
    assert texts(file) == []


def test_the_sixth_question_goes_to_more_questions(seven: QuestionsDesk) -> None:
    assert seven.top == [f"Question {n}?" for n in range(1, 6)]
    assert seven.more == ["Question 6?", "Question 7?"]
    seven.add("What will it cost?")
    assert seven.messages.toasts == ["Added to More questions"]


def test_a_question_not_yet_added_waits_where_it_was_typed(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    write("Half a thou", on=desk.page.new)
    assert desk.page.flush()
    assert texts(file) == []
    again = QuestionsDesk(file, qtbot)
    assert again.page.new.text() == "Half a thou"
    again.page.focus_start()
    press(Qt.Key.Key_Return)
    assert texts(file) == ["Half a thou"]
    assert QuestionsDesk(file, qtbot).page.new.text() == ""


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
def test_any_words_are_kept_and_shown_as_they_are(file: OpenFile, qtbot: QtBot, words: str) -> None:
    desk = QuestionsDesk(file, qtbot)
    QApplication.clipboard().setText(words)
    desk.page.new.setFocus()
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Return)
    assert texts(file) == [words.strip()]
    row = desk.rows[0]
    assert row.text.shown.accessibleName() == words.strip()
    assert does_not_fit(desk.page) == []
    desk.focus(words.strip())
    assert "".join(row.text.shown.shown_text().split()) == "".join(words.split())


def test_a_long_question_shows_three_lines_until_the_keyboard_comes_to_it(file: OpenFile, qtbot: QtBot) -> None:
    file.questions.ask("Could you say that in other words, please? " * 20)
    file.questions.ask("Short?")
    desk = QuestionsDesk(file, qtbot)
    words = desk.rows[0].text.shown
    folded = words.height()
    assert len(words.shown_text().splitlines()) == 3
    assert words.shown_text().endswith("…")
    words.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: words.height() > folded * 2)
    assert not words.shown_text().endswith("…")
    assert "Short?" in desk.top


# Changing


def test_a_click_on_the_words_lets_one_change_them(seven: QuestionsDesk) -> None:
    seven.open_editor("Question 2?")
    press(Qt.Key.Key_A, CTRL)
    write("When do I start?")
    press(Qt.Key.Key_Return)
    assert texts(seven.file)[1] == "When do I start?"
    assert seven.has_keyboard == "When do I start?"


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_keys_let_one_change_the_words(seven: QuestionsDesk, key: Qt.Key) -> None:
    seven.focus("Question 3?")
    press(key)
    write(" And why?")
    press(Qt.Key.Key_Return)
    assert texts(seven.file)[2] == "Question 3? And why?"


def test_the_menu_lets_one_change_the_words(seven: QuestionsDesk) -> None:
    seven.choose_in_menu("Question 3?", "Change the words")
    write(" And why?")
    press(Qt.Key.Key_Return)
    assert texts(seven.file)[2] == "Question 3? And why?"


def test_escape_takes_back_what_was_typed(seven: QuestionsDesk, qtbot: QtBot) -> None:
    seven.open_editor("Question 2?")
    write(" No, wait")
    qtbot.waitUntil(lambda: texts(seven.file)[1] == "Question 2? No, wait", timeout=3000)
    press(Qt.Key.Key_Escape)
    assert texts(seven.file)[1] == "Question 2?"
    assert seven.has_keyboard == "Question 2?"


def test_what_is_typed_saves_itself_and_leaving_ends_it(seven: QuestionsDesk, qtbot: QtBot) -> None:
    seven.open_editor("Question 2?")
    write(" More")
    qtbot.waitUntil(lambda: "Question 2? More" in texts(seven.file), timeout=3000)
    write(" and more")
    seven.page.new.setFocus()
    assert "Question 2? More and more" in seven.top
    assert "Question 2? More and more" in texts(seven.file)


def test_a_question_cannot_be_emptied_by_a_slip(seven: QuestionsDesk) -> None:
    seven.open_editor("Question 2?")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert seven.top[1] == "Question 2?"
    assert texts(seven.file)[1] == "Question 2?"


def test_what_is_being_typed_stays_when_somebody_else_changes_the_list(seven: QuestionsDesk) -> None:
    seven.open_editor("Question 2?")
    write(" Still typing")
    seven.file.questions.ask("From elsewhere?")
    seven.file.questions.move(seven.file.questions.top()[0].id, 3)
    write(" here")
    press(Qt.Key.Key_Return)
    assert "Question 2? Still typing here" in texts(seven.file)
    assert "From elsewhere?" in seven.more


# The page itself


def test_print_list_asks_the_window(seven: QuestionsDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(seven.page.open_requested, check_params_cb=_wants_the_list_on_paper):
        click(seven.page.print_button)


def test_a_search_result_is_brought_into_sight(file: OpenFile, qtbot: QtBot) -> None:
    ids = [file.questions.ask(f"Question {n}?").id for n in range(1, 201)]
    desk = QuestionsDesk(file, qtbot)
    desk.page.open_item("question", ids[-1])
    assert desk.has_keyboard == "Question 200?"


def test_a_long_list_is_folded_until_asked_for(file: OpenFile, qtbot: QtBot) -> None:
    for number in range(1, 201):
        file.questions.ask(f"Question {number}?")
    desk = QuestionsDesk(file, qtbot)
    assert len(desk.rows) < 60
    button = next(b for b in desk.page.findChildren(type(desk.page.print_button)) if b.words == "Show all 195")
    button.setFocus()
    press(Qt.Key.Key_Space)
    assert len(desk.rows) == 200
    assert desk.has_keyboard == "Question 18?"


def test_a_hidden_page_reads_again_when_it_is_shown(seven: QuestionsDesk) -> None:
    seven.page.hide()
    seven.file.questions.remove(seven.file.questions.top()[0].id)
    seven.page.show()
    assert "Question 1?" not in seven.top


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (100, 1032), (150, 1040), (200, 1366), (200, 960)])
def test_nothing_is_cut_at_any_size(look: Theme, file: OpenFile, qtbot: QtBot, percent: int, width: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    book(file, "Dr. Maximiliana Featherstonehaugh-Cholmondeley the third", "2026-03-12")
    for words in (*NASTY.values(), "a?", "b?"):
        file.questions.ask(words, "Side effects and daily life")
    desk = QuestionsDesk(file, qtbot, width=width)
    assert does_not_fit(desk.page) == []


def test_ideas_stand_beside_the_lists_where_there_is_room(seven: QuestionsDesk, qtbot: QtBot) -> None:
    def place(card: QWidget) -> QRect:
        return QRect(card.mapTo(seven.page, QPoint()), card.size())

    ideas, top = seven.page.ideas, seven.page.top
    assert place(ideas).top() > place(top).bottom()
    seven.page.resize(1032, 700)
    qtbot.waitUntil(lambda: place(ideas).top() == place(top).top())
    assert place(ideas).left() > place(top).right()


def _wants_the_list_on_paper(kind: str, item: str) -> bool:
    return (kind, item) == ("command", "print_questions")
