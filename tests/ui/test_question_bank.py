"""Questions out of the bank: suggested with a reason, found, put away, and whole sets with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop import guidance
from secondopinion_desktop.model.choices import AppointmentKind, InfoPreference
from secondopinion_desktop.ui.dialogs.question_bank import BankRow, QuestionBankDialog
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import shown, visible_words
from tests.helpers.hands import click, focused, press, write
from tests.helpers.questions import QuestionsDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

OUTLOOK = "This page talks about outlook. Do you want to see it now?"
HOW_FAST = "How fast might this kind of cancer grow in someone like me?"


class BankDesk:
    """The dialog as a person uses it."""

    def __init__(self, file: OpenFile, qtbot: QtBot, visit: str = "") -> None:
        self.dialog = QuestionBankDialog(file, visit)
        self.dialog.resize(760, 600)
        shown(self.dialog, qtbot)

    @property
    def rows(self) -> list[BankRow]:
        return [row for row in self.dialog.list.rows.values() if row.isVisible()]

    @property
    def texts(self) -> list[str]:
        return [row.words.text() for row in self.rows]

    def row(self, words: str) -> BankRow:
        return next(row for row in self.rows if row.words.text() == words)

    def choose(self, words: str) -> None:
        combo = self.dialog.which
        combo.setFocus()
        press(Qt.Key.Key_Home)
        for _step in range(combo.count()):
            if combo.currentText() == words:
                return
            press(Qt.Key.Key_Down)
        raise AssertionError(f"{words} is not offered")


@pytest.fixture
def bank(file: OpenFile, qtbot: QtBot) -> BankDesk:
    return BankDesk(file, qtbot)


def taken(file: OpenFile) -> list[tuple[str, str]]:
    return [(question.bank_id, question.text) for question in file.questions.top()]


def test_every_question_is_found_under_its_topic(file: OpenFile, qtbot: QtBot) -> None:
    file.people.change_person(info_preference=InfoPreference.ALL)
    desk = BankDesk(file, qtbot)
    seen: list[str] = []
    for group in guidance.question_bank().groups:
        desk.choose(group.name)
        seen += desk.texts
    assert seen == [question.text for question in guidance.questions()]
    assert len(seen) == 99


def test_words_find_a_question_in_any_topic(bank: BankDesk) -> None:
    focused()
    write("network treats")
    assert bank.texts == ["If no one in my network treats this, may I go outside it at the same cost?"]
    press(Qt.Key.Key_Escape)
    assert len(bank.texts) > 5


def test_choosing_copies_the_words_and_remembers_where_they_came_from(bank: BankDesk, file: OpenFile) -> None:
    first = bank.texts[0]
    click(bank.row(first).add)
    assert taken(file) == [("Q-D1", first)]
    assert bank.row(first).taken.isVisible()
    assert not bank.row(first).add.isVisible()
    assert focused() is bank.rows[1].add
    file.questions.change(file.questions.top()[0].id, text="In my own words?")
    assert guidance.question("Q-D1").text == first


def test_the_reasons_a_person_gave_come_first(file: OpenFile, qtbot: QtBot) -> None:
    file.people.change_situation(reasons=["insurer_asks"])
    desk = BankDesk(file, qtbot)
    desk.dialog.tabs.setCurrentIndex(1)
    assert desk.dialog.which.currentText() == "You said: My insurer asks for it"
    assert desk.texts == [guidance.question(name).text for name in ("Q-I9", "Q-I1", "Q-I2")]


def test_questions_can_be_browsed_by_talk(bank: BankDesk) -> None:
    bank.dialog.tabs.setCurrentIndex(2)
    bank.choose("Call to the insurer")
    wanted = {q.text for q in guidance.questions() if guidance.Visit.INSURER in q.visits}
    assert set(bank.texts) == wanted
    assert len(wanted) == 14


def test_not_for_me_puts_a_question_away_until_it_is_brought_back(bank: BankDesk, file: OpenFile) -> None:
    first = bank.texts[0]
    click(bank.row(first).away)
    assert first not in bank.texts
    assert file.bank.hidden() == {"Q-D1"}
    bank.dialog.tabs.setCurrentIndex(3)
    assert bank.texts == [first]
    click(bank.row(first).back)
    assert bank.texts == []
    assert "can be brought back here" in visible_words(bank.dialog)
    bank.dialog.tabs.setCurrentIndex(0)
    assert first in bank.texts


def test_outlook_is_asked_about_first(bank: BankDesk) -> None:
    assert OUTLOOK in visible_words(bank.dialog)
    assert HOW_FAST not in bank.texts
    assert bank.dialog.outlook is not None
    click(bank.dialog.outlook.buttons[1])
    assert HOW_FAST in bank.texts
    assert OUTLOOK not in visible_words(bank.dialog)


def test_not_now_is_heard(bank: BankDesk) -> None:
    assert bank.dialog.outlook is not None
    click(bank.dialog.outlook.buttons[0])
    assert HOW_FAST not in bank.texts
    assert OUTLOOK not in visible_words(bank.dialog)
    write("how fast might", on=bank.dialog.search)
    assert bank.texts == []


def test_those_who_want_all_details_are_not_asked(file: OpenFile, qtbot: QtBot) -> None:
    file.people.change_person(info_preference=InfoPreference.ALL)
    desk = BankDesk(file, qtbot)
    assert OUTLOOK not in visible_words(desk.dialog)
    assert HOW_FAST in desk.texts


@pytest.mark.parametrize("tab", range(4))
def test_it_fits(bank: BankDesk, tab: int) -> None:
    bank.dialog.tabs.setCurrentIndex(tab)
    assert does_not_fit(bank.dialog) == []


# On the page


def test_an_idea_says_why_it_may_fit(file: OpenFile, qtbot: QtBot) -> None:
    file.people.change_situation(reasons=["peace_of_mind"])
    desk = QuestionsDesk(file, qtbot)
    assert len(desk.ideas) == 5
    assert "Because you said: I want peace of mind" in visible_words(desk.page)
    assert desk.ideas[0] == guidance.question("Q-D1").text


def test_an_idea_that_is_not_for_me_never_comes_again(file: OpenFile, qtbot: QtBot) -> None:
    desk = QuestionsDesk(file, qtbot)
    first = desk.ideas[0]
    click(desk.page.ideas.ideas[0].away)
    assert first not in desk.ideas
    assert first not in QuestionsDesk(file, qtbot).ideas
    desk.take_back()
    assert first in desk.ideas


def test_a_whole_set_comes_with_one_press_and_goes_to_its_kind_of_talk(file: OpenFile, qtbot: QtBot) -> None:
    talk = file.appointments.book(day="2026-03-05", kind=AppointmentKind.OWN_DOCTOR).id
    desk = QuestionsDesk(file, qtbot)
    click(next(one for one in desk.page.quick.sets if one.key == "first_talk"))
    assert [question.bank_id for question in file.questions.all()] == [
        *("Q-Q1", "Q-Q2", "Q-Q3"),
        *("Q-Q4", "Q-Q5", "Q-Q7"),
    ]
    assert len(file.questions.of_visit(talk)) == 6
    assert desk.messages.toasts[-1] == "6 questions added"
    assert not next(one for one in desk.page.quick.sets if one.key == "first_talk").isEnabled()
    desk.take_back()
    assert file.questions.all() == []


def test_the_bank_opens_from_the_page_and_brings_to_the_visit_that_is_shown(file: OpenFile, qtbot: QtBot) -> None:
    visit = file.appointments.book(day="2026-03-12").id
    desk = QuestionsDesk(file, qtbot)
    desk.show_one_visit()

    def choose(dialog: object) -> None:
        assert isinstance(dialog, QuestionBankDialog)
        dialog.list.rows["Q-D4"].chosen.emit("Q-D4")
        dialog.accept()

    desk.messages.will_meet(choose)
    click(desk.page.ideas.all)
    assert [asked.bank_id for asked in file.questions.of_visit(visit)] == ["Q-D4"]
