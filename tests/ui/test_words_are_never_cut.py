"""Words wrap or are shortened with an ellipsis; markup in them is shown, not obeyed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.ui.theme import Colors, Look
from secondopinion_desktop.ui.widgets import (
    Banner,
    BannerAction,
    Button,
    Card,
    CheckRow,
    ElidedLabel,
    IconButton,
    LineField,
    PlainLabel,
)
from tests.helpers.hands import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.theme import Theme

LONG = (
    "Ask the records desk whether the biopsy slides, the pathology report and the scans on disc have reached Lakeside"
)
MARKUP = "<b>Bold</b> & <img src='file:///etc/passwd'>"


def _nothing() -> None:
    """Stand in for what a button would do."""


Show = Callable[..., QWidget]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "made",
    [
        lambda: PlainLabel(LONG),
        lambda: PlainLabel(LONG, "page-title"),
        lambda: CheckRow(LONG, LONG),
        lambda: Banner("caution", LONG, LONG, (BannerAction("Change dates", _nothing),)),
        lambda: Card(LONG),
        lambda: LineField(LONG, help_text=LONG),
    ],
)
def test_long_words_wrap_and_get_the_height_they_need(look: Theme, show: Show, made: object, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    assert callable(made)
    holder = show(made(), width=352 * percent // 100)
    labels = [label for label in holder.findChildren(PlainLabel) if label.isVisible()]
    assert labels
    for label in labels:
        needed = label.fontMetrics().boundingRect(
            0, 0, label.contentsRect().width(), 10_000, Qt.TextFlag.TextWordWrap.value, label.text()
        )
        assert needed.height() <= label.height()
        assert needed.width() <= label.width()
        assert label.mapTo(holder, label.rect().bottomRight()).x() <= holder.width()


def test_markup_is_shown_as_typed(qtbot: QtBot) -> None:
    for label in (PlainLabel(MARKUP), ElidedLabel(MARKUP)):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == MARKUP


def test_a_shortened_line_tells_all_of_it_elsewhere(show: Show) -> None:
    label = ElidedLabel("records.department@lakeside-cancer-center.example", middle=True)
    holder = show(label, width=172)
    assert "…" in label.shown_text()
    assert label.toolTip() == label.accessibleName() == label.text()
    holder.resize(900, 100)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_a_tooltip_shows_markup_as_typed(show: Show) -> None:
    label = ElidedLabel(MARKUP * 5)
    show(label, width=172)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()


def test_an_ampersand_in_a_button_is_an_ampersand(qtbot: QtBot) -> None:
    for words in ("People & insurance", "People && insurance"):
        button = Button(words, icon_name="people")
        qtbot.addWidget(button)
        assert button.accessibleName() == "People & insurance"
        assert button.text().strip() == "People && insurance"


def test_a_short_button_keeps_its_name(qtbot: QtBot) -> None:
    button = Button("Lock", icon_name="lock")
    qtbot.addWidget(button)
    button.set_short(short=True)
    assert button.text() == ""
    assert button.toolTip() == button.accessibleName() == "Lock"
    button.set_short(short=False)
    assert button.text().strip() == "Lock"


def test_an_icon_button_says_what_it_does(qtbot: QtBot) -> None:
    button = IconButton("more", "More for this task")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "More for this task"
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("percent", [100, 200])
def test_what_one_presses_is_large_enough(look: Theme, show: Show, qtbot: QtBot, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    field = LineField("Name")
    for widget in (Button("Add"), Button("Add", "quiet"), IconButton("more", "More"), field.editor):
        qtbot.addWidget(widget.window())
        widget.window().show()
        assert widget.sizeHint().height() >= 34
        assert widget.sizeHint().width() >= 34


def test_pressing_the_words_ticks_and_says_so_once(show: Show) -> None:
    row = CheckRow("Sign the release form", "Margaret, Feb 20", fade_when_done=True)
    show(row, width=400)
    heard: list[bool] = []
    row.ticked.connect(heard.append)
    click(row.words)
    assert row.is_ticked()
    click(row.box)
    assert not row.is_ticked()
    press(Qt.Key.Key_Space, on=row.box)
    assert heard == [True, False, True]
    row.set_ticked(ticked=False)
    assert heard == [True, False, True]
    assert row.box.accessibleName() == "Sign the release form"
    assert row.box.accessibleDescription() == "Margaret, Feb 20"
