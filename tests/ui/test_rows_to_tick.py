"""Rows with a tick box: all of the row is the target, and clicking twice is no accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from secondopinion_desktop.ui.widgets import CheckRow
from tests.helpers.hands import double_click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


def shown_row(qtbot: QtBot) -> CheckRow:
    row = CheckRow("Ask for the pathology report")
    qtbot.addWidget(row)
    row.resize(400, row.sizeHint().height())
    row.show()
    return row


def test_a_click_on_the_words_ticks(qtbot: QtBot) -> None:
    row = shown_row(qtbot)
    QTest.mouseClick(row, LEFT, Qt.KeyboardModifier.NoModifier, row.words.geometry().center())
    assert row.is_ticked()


def test_a_double_click_on_the_box_ticks_once(qtbot: QtBot) -> None:
    row = shown_row(qtbot)
    heard: list[bool] = []
    row.ticked.connect(heard.append)
    double_click(row.box, QPoint(9, row.box.height() // 2))
    assert heard == [True]
    assert row.is_ticked()


def test_a_double_click_on_the_words_ticks_once(qtbot: QtBot) -> None:
    row = shown_row(qtbot)
    double_click(row, row.words.geometry().center())
    assert row.is_ticked()


def test_two_separate_clicks_tick_and_untick(qtbot: QtBot) -> None:
    row = shown_row(qtbot)
    QTest.mouseClick(row.box, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(9, row.box.height() // 2), 2000)
    QTest.mouseClick(row.box, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(9, row.box.height() // 2), 2000)
    assert not row.is_ticked()
