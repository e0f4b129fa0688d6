"""What matters to the person: points and how much each matters, in words, and topics of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from secondopinion_desktop.model.choices import Side
from secondopinion_desktop.ui.pages.opinions.choicecard import NameDialog
from secondopinion_desktop.ui.pages.opinions.topics import TopicRow, TopicsDialog
from tests.helpers.files import new_file
from tests.helpers.forms import NASTY, visible_words
from tests.helpers.hands import CTRL, SHIFT, click, double_click, focused, press, write
from tests.helpers.opinions import OpinionsDesk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    file.opinions.add_opinion(doctor="Dr. Rao")
    file.opinions.add_opinion(doctor="Dr. Okafor")
    yield file
    file.close()


@pytest.fixture
def desk(file: OpenFile, qtbot: QtBot) -> OpinionsDesk:
    return OpinionsDesk(file, qtbot)


@pytest.fixture
def weighed(file: OpenFile, qtbot: QtBot) -> OpinionsDesk:
    point = file.opinions.begin_weighing(("First opinion", "Second opinion"), 0, Side.GOOD, "Over sooner")
    file.opinions.points.add_to(point.option_id, Side.GOOD, "Close to home")
    file.opinions.points.add_to(point.option_id, Side.HARD, "Larger surgery")
    return OpinionsDesk(file, qtbot)


def add(desk: OpinionsDesk, card: int, side: Side, words: str) -> None:
    block = desk.cards[card].blocks[side]
    if block.add_button.isVisible():
        click(block.add_button)
    write(words, on=focused())
    press(Qt.Key.Key_Return)


# Points


def test_points_are_added_one_after_the_other(desk: OpinionsDesk) -> None:
    add(desk, 0, Side.GOOD, "Over sooner")
    add(desk, 0, Side.GOOD, "Close to home")
    add(desk, 1, Side.HARD, "Longer treatment")
    assert desk.points(0) == [("good", "Over sooner", None), ("good", "Close to home", None)]
    assert desk.points(1) == [("hard", "Longer treatment", None)]
    assert [option.name for option in desk.file.opinions.options.all()] == ["First opinion", "Second opinion"]


def test_the_first_point_is_taken_back_as_one_change(desk: OpinionsDesk) -> None:
    add(desk, 0, Side.GOOD, "Over sooner")
    assert desk.file.history.undo()
    assert desk.file.opinions.options.all() == []
    assert desk.file.opinions.points.all() == []
    assert len(desk.cards) == 2


def test_a_point_that_was_not_entered_is_kept_on_leaving(desk: OpinionsDesk) -> None:
    click(desk.cards[0].blocks[Side.GOOD].add_button)
    write("Over sooner", on=focused())
    desk.page.topics_button.setFocus()
    assert desk.points(0) == [("good", "Over sooner", None)]


def test_escape_leaves_the_line_for_a_new_point(desk: OpinionsDesk) -> None:
    block = desk.cards[0].blocks[Side.GOOD]
    click(block.add_button)
    write("No", on=focused())
    press(Qt.Key.Key_Escape)
    assert desk.points(0) == []
    assert focused() is block.add_button


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
def test_any_words_are_a_point(desk: OpinionsDesk, words: str) -> None:
    click(desk.cards[0].blocks[Side.GOOD].add_button)
    QApplication.clipboard().setText(words)
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Return)
    assert [point.text for point in desk.file.opinions.points.all()] == [words.strip()]
    assert desk.points(0)[0][1] == words.strip()


def test_a_point_is_changed_where_it_stands(weighed: OpinionsDesk) -> None:
    click(weighed.point("Close to home").text.shown)
    write(" and family")
    press(Qt.Key.Key_Return)
    assert "Close to home and family" in [point.text for point in weighed.file.opinions.points.all()]


def test_a_point_is_moved_removed_and_brought_back(weighed: OpinionsDesk) -> None:
    weighed.point("Close to home").setFocus()
    press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert [words for _side, words, _number in weighed.points(0)][:2] == ["Close to home", "Over sooner"]
    press(Qt.Key.Key_Delete)
    assert [words for _side, words, _number in weighed.points(0)] == ["Over sooner", "Larger surgery"]
    assert weighed.point("Over sooner").isAncestorOf(focused())
    assert weighed.messages.toasts == ["Point removed"]
    assert weighed.messages.undo is not None
    weighed.messages.undo()
    assert weighed.points(0)[0][1] == "Close to home"


def test_a_point_changes_sides_through_its_menu(weighed: OpinionsDesk) -> None:
    click(weighed.point("Over sooner").more)
    weighed.choose("This is a harder point")
    assert ("hard", "Over sooner", None) in weighed.points(0)


# How much it matters


@pytest.mark.parametrize("number", range(6))
def test_keys_say_how_much_a_point_matters(weighed: OpinionsDesk, number: int) -> None:
    importance = weighed.point("Over sooner").importance
    importance.setFocus()
    press(Qt.Key(Qt.Key.Key_0 + number), on=importance)
    assert weighed.points(0)[0] == ("good", "Over sooner", number)
    assert weighed.file.opinions.points.all()[0].matters == number


def test_it_is_said_in_words_too(weighed: OpinionsDesk) -> None:
    importance = weighed.point("Over sooner").importance
    assert importance.accessibleName() == "How much Over sooner matters: not said yet"
    press(Qt.Key.Key_4, on=importance)
    assert importance.accessibleName() == "How much Over sooner matters: 4, a lot"
    assert importance.toolTip() == "4, a lot"
    assert "0 not at all, 1 a little, 2 some, 3 quite a bit, 4 a lot, 5 most of all" in visible_words(weighed.page)


def test_arrows_and_delete_change_it(weighed: OpinionsDesk) -> None:
    importance = weighed.point("Over sooner").importance
    for _press in range(7):
        press(Qt.Key.Key_Right, on=importance)
    assert importance.value == 5
    press(Qt.Key.Key_Left, on=importance)
    assert importance.value == 4
    press(Qt.Key.Key_Delete, on=importance)
    assert weighed.file.opinions.points.all()[0].matters is None
    assert weighed.point("Over sooner").isVisible()


def test_a_press_on_a_square_sets_it_and_on_the_last_one_takes_it_back(weighed: OpinionsDesk) -> None:
    importance = weighed.point("Over sooner").importance
    third = QPoint(2 * 14 + 7, importance.height() // 2)
    click(importance, third)
    assert importance.value == 3
    click(importance, third)
    assert importance.value == 2
    click(importance, QPoint(7, importance.height() // 2))
    click(importance, QPoint(7, importance.height() // 2))
    assert importance.value == 0


def test_the_menu_says_it_in_words(weighed: OpinionsDesk) -> None:
    click(weighed.point("Over sooner").more)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inner = next(action.menu() for action in menu.actions() if action.text() == "How much it matters")
    assert isinstance(inner, QMenu)
    assert inner.actions()[0].text() == "0, not at all"
    inner.actions()[5].trigger()
    menu.close()
    assert weighed.points(0)[0][2] == 5


def test_nothing_is_ever_added_up(weighed: OpinionsDesk) -> None:
    for number, point in enumerate(weighed.file.opinions.points.all(), start=3):
        weighed.file.opinions.points.change(point.id, matters=number)
    words = visible_words(weighed.page)
    assert "This page does not add up a score. It helps you talk it over." in words
    assert not re.search(r"\b(12|7|total|score:|average|best|winner)\b", words, re.IGNORECASE)


# Choices


def test_a_choice_of_ones_own_is_added_renamed_and_removed(weighed: OpinionsDesk) -> None:
    def name_it(dialog: QDialog) -> None:
        write("Wait and watch", on=cast("NameDialog", dialog).field.editor)
        press(Qt.Key.Key_Return, on=dialog)

    weighed.messages.will_meet(name_it)
    click(weighed.page.weighing.add_button)
    assert [card.chip.accessibleName() for card in weighed.cards][2:] == ["Wait and watch"]

    def rename_it(dialog: QDialog) -> None:
        editor = cast("NameDialog", dialog).field.editor
        editor.selectAll()
        write("Watch first", on=editor)
        press(Qt.Key.Key_Return, on=dialog)

    weighed.messages.will_meet(rename_it)
    click(weighed.cards[2].more)
    weighed.choose("Rename")
    assert weighed.cards[2].chip.accessibleName() == "Watch first"
    click(weighed.cards[2].more)
    weighed.choose("Remove")
    assert len(weighed.cards) == 2
    assert weighed.messages.undo is not None
    weighed.messages.undo()
    assert weighed.cards[2].chip.accessibleName() == "Watch first"


def test_a_choice_needs_a_name(weighed: OpinionsDesk, qtbot: QtBot) -> None:
    dialog = NameDialog("Add a choice", str)
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.save_button)
    assert dialog.isVisible()
    assert dialog.field.error == "One word is enough."


def test_before_there_are_points_an_own_choice_keeps_the_two_opinions(desk: OpinionsDesk) -> None:
    def name_it(dialog: QDialog) -> None:
        write("Wait and watch", on=cast("NameDialog", dialog).field.editor)
        press(Qt.Key.Key_Return, on=dialog)

    desk.messages.will_meet(name_it)
    click(desk.page.weighing.add_button)
    names = [card.chip.accessibleName() for card in desk.cards]
    assert names == ["First opinion", "Second opinion", "Wait and watch"]


def test_points_of_no_choice_are_not_lost(file: OpenFile, qtbot: QtBot) -> None:
    file.opinions.points.add_to(None, Side.GOOD, "Being near my grandchildren")
    desk = OpinionsDesk(file, qtbot)
    assert desk.cards[-1].chip.accessibleName() == "Anything else"
    assert desk.points(2) == [("good", "Being near my grandchildren", None)]
    add(desk, 0, Side.GOOD, "Over sooner")
    assert [option.name for option in file.opinions.options.all()] == ["First opinion", "Second opinion"]
    assert desk.points(0) == [("good", "Over sooner", None)]


# Topics


def topic_row(dialog: TopicsDialog, name: str) -> TopicRow:
    return next(row for row in dialog.findChildren(TopicRow) if row.text.shown.words == name)


def test_topics_are_shown_hidden_and_keep_what_was_written(desk: OpinionsDesk) -> None:
    desk.type("Stage", "First opinion", "Two")

    def hide_and_show(dialog: QDialog) -> None:
        topics = cast("TopicsDialog", dialog)
        press(Qt.Key.Key_Space, on=topic_row(topics, "Stage").box)
        press(Qt.Key.Key_Space, on=topic_row(topics, "Cost").box)
        click(topics.done_button)

    desk.messages.will_meet(hide_and_show, hide_and_show)
    click(desk.page.topics_button)
    assert "Stage" not in desk.topics
    assert "Cost" in desk.topics
    click(desk.page.topics_button)
    assert desk.says("Stage", "First opinion") == "Two"


def test_who_clicks_a_topic_twice_hides_it_once(desk: OpinionsDesk) -> None:
    def click_twice(dialog: QDialog) -> None:
        topics = cast("TopicsDialog", dialog)
        box = topic_row(topics, "Stage").box
        double_click(box, QPoint(9, box.height() // 2))
        click(topics.done_button)

    desk.messages.will_meet(click_twice)
    click(desk.page.topics_button)
    assert "Stage" not in desk.topics


def test_a_topic_of_ones_own_is_added_renamed_moved_and_removed(desk: OpinionsDesk) -> None:
    def add_and_move(dialog: QDialog) -> None:
        topics = cast("TopicsDialog", dialog)
        write("After treatment", on=topics.new)
        press(Qt.Key.Key_Return, on=topics.new)
        row = topic_row(topics, "After treatment")
        assert row.remove_button.isVisible()
        assert not topic_row(topics, "Diagnosis").remove_button.isVisible()
        click(row.text.shown)
        write("wards", on=row.text.editor)
        press(Qt.Key.Key_Return, on=row.text.editor)
        for _step in range(40):
            press(Qt.Key.Key_Up, CTRL | SHIFT, on=row.text.shown)
        click(topics.done_button)

    desk.messages.will_meet(add_and_move)
    click(desk.page.topics_button)
    assert desk.topics[0] == "After treatmentwards"

    def remove(dialog: QDialog) -> None:
        topics = cast("TopicsDialog", dialog)
        click(topic_row(topics, "After treatmentwards").remove_button)
        click(topics.done_button)

    desk.messages.will_meet(remove)
    click(desk.page.topics_button)
    assert desk.topics[0] == "Diagnosis"


def test_a_topic_that_was_typed_and_not_added_is_added_on_closing(desk: OpinionsDesk) -> None:
    def type_and_close(dialog: QDialog) -> None:
        write("After treatment", on=cast("TopicsDialog", dialog).new)
        press(Qt.Key.Key_Escape, on=dialog)

    desk.messages.will_meet(type_and_close)
    click(desk.page.topics_button)
    assert desk.topics[-1] == "After treatment"
