"""What is seen of a long page is there at once; the rest comes by itself, and whoever wants to go there can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.ui.navigation import PageStack
from secondopinion_desktop.ui.pages.questions import QuestionsPage
from secondopinion_desktop.ui.pages.records import RecordsPage
from secondopinion_desktop.ui.pages.step import StepPage
from secondopinion_desktop.ui.widgets import Box, Column, PlainLabel, let_be_seen
from secondopinion_desktop.ui.wiring import page_factories
from tests.helpers.files import new_file
from tests.helpers.forms import shown
from tests.helpers.hands import focused, press
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

MANY = 40


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    for number in range(MANY):
        file.tasks.add_to("timing", f"Ask about {number}")
        file.questions.ask(f"What about {number}?")
        file.records.add(name=f"Scan {number}")
    yield file
    file.close()


@pytest.fixture
def stack(file: OpenFile, qtbot: QtBot) -> PageStack:
    messages = FakeMessages()
    qtbot.addWidget(messages._window)
    stack = PageStack(page_factories(file, messages))
    stack.resize(815, 600)
    stack.show_page("overview")
    shown(stack, qtbot)
    return stack


def _step(stack: PageStack) -> StepPage:
    page = stack.show_page("step:timing")
    assert isinstance(page, StepPage)
    return page


def _titles(page: StepPage) -> list[str]:
    return [row.words.text() for row in page.checklist.rows.values() if row.isVisible()]


def test_a_long_list_fills_the_window_at_once_and_is_whole_a_moment_later(stack: PageStack, qtbot: QtBot) -> None:
    page = _step(stack)
    for _layout_in_layout in range(4):
        QCoreApplication.sendPostedEvents()
        stack.grab()
    rows = [row for row in page.checklist.rows.values() if row.isVisible()]
    last = rows[-1]
    assert last.mapTo(page, last.rect().bottomLeft()).y() >= page.height()
    assert len(rows) < MANY
    qtbot.waitUntil(lambda: _titles(page)[-1:] == [f"Ask about {MANY - 1}"])
    qtbot.waitUntil(lambda: all(card.isVisible() for card in page.work.cards[1:]))


def test_the_keyboard_goes_to_a_task_that_is_not_built_yet(stack: PageStack, file: OpenFile) -> None:
    task = file.tasks.of_step("timing")[-1]
    page = _step(stack)
    page.open_item("task", task.id)
    assert page.checklist.rows[task.id].box.hasFocus()


def test_the_arrow_keys_go_on_below_what_is_built(stack: PageStack) -> None:
    page = _step(stack)
    built = list(page.checklist.rows.values())
    built[-1].box.setFocus()
    press(Qt.Key.Key_Down)
    rows = list(page.checklist.rows.values())
    assert rows[len(built)].box.hasFocus()


def test_a_task_that_comes_while_the_page_is_built_is_shown_too(stack: PageStack, file: OpenFile) -> None:
    page = _step(stack)
    file.tasks.add_to("timing", "One more")
    assert _titles(page)[-1] == "One more"
    assert len(set(_titles(page))) == len(_titles(page))


def test_a_page_left_half_built_is_whole_when_it_is_seen_again(stack: PageStack, qtbot: QtBot) -> None:
    page = _step(stack)
    stack.show_page("overview")
    before = len(page.checklist.rows)
    QApplication.processEvents()
    assert len(page.checklist.rows) == before
    _step(stack)
    qtbot.waitUntil(lambda: _titles(page)[-1:] == [f"Ask about {MANY - 1}"])


def test_tab_follows_the_list_when_all_is_built(stack: PageStack) -> None:
    page = _step(stack)
    page.complete()
    rows = list(page.checklist.rows.values())
    for before, after in ((rows[3], rows[4]), (rows[-2], rows[-1])):
        before.more.setFocus()
        press(Qt.Key.Key_Tab)
        assert after.box.hasFocus()


@pytest.mark.usefixtures("look")
def test_what_comes_into_a_card_that_is_folded_away_is_there_when_the_card_is(qtbot: QtBot) -> None:
    page, card, word = Box(), Box(), PlainLabel("All tasks done")
    qtbot.addWidget(page)
    Column(page).addWidget(card)
    inside = Column(card)
    page.show()
    inside.addWidget(word)
    card.hide()
    let_be_seen(word, seen=True)
    card.show()
    assert word.isVisible()
    let_be_seen(word, seen=False)
    card.hide()
    let_be_seen(word, seen=True)
    assert not word.isVisible()
    card.show()
    assert word.isVisible()


def test_a_question_that_is_not_built_yet_is_found(stack: PageStack, file: OpenFile) -> None:
    question = file.questions.more()[-1]
    page = stack.show_page("questions")
    assert isinstance(page, QuestionsPage)
    page.open_item("question", question.id)
    assert page.more.list.rows[question.id].text.shown.hasFocus()


def test_enter_in_the_table_goes_into_a_form_that_is_not_built_yet(stack: PageStack) -> None:
    page = stack.show_page("records")
    assert isinstance(page, RecordsPage)
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    assert page.card.form.isAncestorOf(focused())
