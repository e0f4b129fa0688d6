"""Whoever uses the keyboard sees where it is; whoever points is left in peace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QCheckBox, QSplitter, QWidget

from secondopinion_desktop.ui.widgets import Box, Button, Column, FocusRing, LineEdit, ScrollArea, TabBar
from tests.helpers.hands import click, focused, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.theme import Theme


class Place:
    """A window with two buttons, a field, a tick, tabs, and a long list of buttons that scrolls."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = Box(ground="page")
        column = Column(self.window, margins=(20, 20, 20, 20))
        self.first, self.second, self.field = Button("First", "primary"), Button("Second"), LineEdit()
        self.tick, self.tabs = QCheckBox("Tick"), TabBar("Panes", ("Insurance", "Contacts"))
        for widget in (self.first, self.second, self.field, self.tick, self.tabs):
            column.addWidget(widget)
        self.inside = Box()
        inner = Column(self.inside)
        self.many = [Button(f"Button {number}") for number in range(30)]
        for button in self.many:
            inner.addWidget(button)
        self.scroller = ScrollArea(self.inside)
        column.addWidget(self.scroller)
        self.ring = FocusRing(self.window)
        self.window.resize(500, 600)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.first.setFocus()

    def ring_rect_around(self, widget: QWidget) -> bool:
        """Return whether the ring stands 4 px outside `widget` on all sides."""
        return self.ring.rect.adjusted(4, 4, -4, -4) == QRect(widget.mapToGlobal(QPoint()), widget.size())


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    return Place(qtbot)


def test_tab_shows_the_ring_outside_the_button(place: Place, look: Theme) -> None:
    press(Qt.Key.Key_Tab)
    assert focused() is place.second
    assert place.ring.target is place.second
    assert place.ring_rect_around(place.second)
    picture = place.window.grab().toImage()
    corner = place.second.mapTo(place.window, QPoint(place.second.width() // 2, -3))
    assert picture.pixelColor(corner).name().upper() == look.tokens.focus


def test_a_click_shows_no_ring(place: Place) -> None:
    press(Qt.Key.Key_Tab)
    click(place.tick)
    assert place.ring.target is None


def test_a_field_shows_its_own_border_instead(place: Place) -> None:
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert focused() is place.field
    assert place.ring.target is None


def test_the_ring_follows_a_button_that_moves(place: Place) -> None:
    press(Qt.Key.Key_Tab)
    place.second.move(place.second.x(), place.second.y() + 7)
    assert place.ring_rect_around(place.second)


def test_the_ring_of_a_button_as_wide_as_its_scroll_area_is_seen_on_all_sides(place: Place) -> None:
    place.many[0].setFocus()
    press(Qt.Key.Key_Tab)
    assert place.ring.target is place.many[1]
    whole = QRect(place.inside.mapToGlobal(QPoint()), place.inside.size())
    assert place.many[1].width() == place.inside.width()
    assert whole.contains(place.ring.rect)


def test_the_ring_goes_with_its_button(place: Place, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Tab)
    place.second.hide()
    assert place.ring.target is not place.second
    with qtbot.waitSignal(place.second.destroyed):
        place.second.deleteLater()
    press(Qt.Key.Key_Tab)
    assert place.ring.target is None or place.ring.target is not place.second


def test_the_ring_survives_the_page_it_was_on(place: Place, qtbot: QtBot) -> None:
    place.many[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert place.ring.target is place.many[0]
    with qtbot.waitSignal(place.scroller.destroyed):
        place.scroller.deleteLater()
    place.second.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert place.ring.target is place.second


def test_the_keyboard_brings_a_button_fully_into_sight(place: Place) -> None:
    place.many[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
    for button in place.many[1:20]:
        press(Qt.Key.Key_Tab)
        assert focused() is button
        top = button.mapTo(place.scroller.viewport(), QPoint()).y()
        assert top >= 0
        assert top + button.height() <= place.scroller.viewport().height()


def test_tabs_show_the_ring_around_the_word(place: Place) -> None:
    place.tick.setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is place.tabs
    assert place.ring.target is place.tabs
    assert place.ring.rect.width() < place.tabs.width()
    before = place.ring.rect
    press(Qt.Key.Key_Right)
    assert place.tabs.currentIndex() == 1
    assert place.ring.rect.left() > before.left()


def test_the_ring_takes_no_room_beside_the_parts_of_a_splitter(qtbot: QtBot) -> None:
    window = Box(ground="page")
    column = Column(window)
    splitter = QSplitter()
    column.addWidget(splitter)
    sides = [Box(), Box(), Box()]
    for side in sides:
        Column(side, margins=(0, 20, 0, 20)).addWidget(Button("At the very edge"))
        splitter.addWidget(side)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert ring.target is not None
    assert splitter.count() == len(sides)
