"""Dialogs fit the screen and keep their buttons; pages open on their title and follow the width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from secondopinion_desktop.ui.theme import Colors, Look
from secondopinion_desktop.ui.widgets import (
    Banner,
    Box,
    Breakpoints,
    Button,
    Card,
    Dialog,
    IconButton,
    LineField,
    PageFrame,
)
from tests.helpers.hands import click, focused, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.theme import Theme


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("fields", [1, 40])
def test_a_dialog_fits_the_screen_and_keeps_its_buttons(look: Theme, qtbot: QtBot, fields: int, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    dialog = Dialog("New appointment")
    for number in range(fields):
        dialog.add(LineField(f"Field {number}"))
    dialog.add_cancel()
    save = dialog.add_button("Save appointment", "primary", default=True)
    qtbot.addWidget(dialog)
    dialog.show()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert dialog.width() <= screen.width() - 48
    assert dialog.height() <= screen.height() - 48
    corner = save.mapTo(dialog, save.rect().bottomRight())
    assert dialog.rect().contains(corner)
    assert save.isVisible()


def test_a_small_dialog_shows_all_of_its_body(qtbot: QtBot) -> None:
    dialog = Dialog("New appointment")
    fields = [LineField(f"Field {number}", help_text="Help stands here.") for number in range(4)]
    for field in fields:
        dialog.add(field)
    dialog.add_cancel()
    qtbot.addWidget(dialog)
    dialog.show()
    foot = next(button for button in dialog.findChildren(Button) if button.words == "Cancel")
    last = fields[-1].mapTo(dialog, fields[-1].rect().bottomLeft()).y()
    assert last < foot.mapTo(dialog, QPoint()).y()


def test_escape_is_cancel_and_enter_is_the_main_button(qtbot: QtBot) -> None:
    for key, result in ((Qt.Key.Key_Escape, 0), (Qt.Key.Key_Return, 1)):
        dialog = Dialog("New appointment")
        field = LineField("Where")
        dialog.add(field)
        dialog.add_cancel()
        dialog.add_button("Save", "primary", default=True).clicked.connect(dialog.accept)
        qtbot.addWidget(dialog)
        dialog.show()
        press(key, on=field.editor)
        assert not dialog.isVisible()
        assert dialog.result() == result


def _page(qtbot: QtBot, width: int = 1000) -> PageFrame:
    page = PageFrame("Questions", "Many visits leave time for only a few questions.")
    page.add_action(Button("Print list", icon_name="printer"))
    page.body.addWidget(Card("Top 5 to ask first"))
    page.body.addStretch(1)
    page.resize(width, 600)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    return page


def test_a_page_opens_on_its_title(qtbot: QtBot) -> None:
    page = _page(qtbot)
    page.focus_start()
    assert focused() is page.title
    press(Qt.Key.Key_Tab)
    button = page.findChild(Button)
    assert focused() is button


def test_a_wide_page_stays_readable_and_on_the_left(qtbot: QtBot) -> None:
    page = _page(qtbot, 1800)
    card = page.findChild(Card)
    assert card is not None
    assert card.mapTo(page, QPoint()).x() == 24
    assert card.width() <= 1180


def test_a_narrow_page_puts_its_buttons_under_the_title(look: Theme, qtbot: QtBot) -> None:
    page = _page(qtbot, 1000)
    button = page.findChild(Button)
    assert button is not None
    assert button.mapTo(page, QPoint()).x() > 700
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    qtbot.waitUntil(lambda: button.mapTo(page, QPoint()).y() > page.sentence.mapTo(page, QPoint()).y())
    assert button.mapTo(page, QPoint()).x() < 100


def test_one_banner_at_a_time_until_it_is_hidden(qtbot: QtBot) -> None:
    page = _page(qtbot)
    page.show_banner(Banner("info", "You are looking at sample data"))
    second = Banner("caution", "The visit is after treatment starts")
    page.show_banner(second)
    assert page.banner is second
    assert second.mapTo(page, QPoint()).y() > page.title.mapTo(page, QPoint()).y()
    with qtbot.waitSignal(second.closed):
        click(second.findChildren(IconButton)[0])
    assert page.banner is None


def test_breakpoints_tell_each_edge_once(look: Theme, qtbot: QtBot) -> None:
    box = Box()
    box.resize(1000, 500)
    qtbot.addWidget(box)
    box.show()
    points = Breakpoints(box, (860, 1180))
    told: list[int] = []
    points.changed.connect(told.append)
    box.resize(1100, 500)
    assert told == []
    box.resize(1300, 500)
    assert told == [2]
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    assert told == [2, 0]
    assert points.width == 650
