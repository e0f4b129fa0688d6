"""A narrow window and large text hide what can wait, and lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitterHandle, QWidget

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.ui.theme import Colors, Look
from secondopinion_desktop.ui.widgets import ElidedLabel
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from tests.helpers.hands import click, focused, press
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme
    from tests.helpers.window import Window


def test_a_wide_window_has_all_three_areas(window: Window) -> None:
    assert window.view.sidebar.isVisible()
    assert window.pane.isVisible()
    assert not window.view.topbar.people.isVisible()
    assert not window.view.topbar.steps.isVisible()


def test_a_narrow_window_hides_the_pane_behind_a_button(window: Window) -> None:
    window.resize(1100)
    assert not window.sees_pane()
    width = window.page.width()
    click(window.view.topbar.people)
    assert window.pane.isVisible()
    assert window.area() == "pane"
    assert window.page.width() == width
    press(Qt.Key.Key_Escape)
    assert not window.sees_pane()
    assert focused() is window.view.topbar.people or window.area() == "page"


def test_a_very_narrow_window_has_the_steps_in_a_drawer(window: Window) -> None:
    window.resize(820)
    assert not window.sees_steps()
    click(window.view.topbar.steps)
    assert window.sees_steps()
    assert window.area() == "sidebar"
    for _turn in range(6):
        press(Qt.Key.Key_Tab)
        assert window.area() == "sidebar"
    window.press_section("questions")
    assert window.title == "Questions"
    assert not window.sees_steps()


def test_a_press_beside_the_drawer_closes_it_and_presses_nothing(window: Window) -> None:
    window.resize(820)
    window.keys(Qt.Key.Key_F8)
    assert window.sees_steps()
    under = window.view.childAt(window.view.width() - 10, window.view.height() // 2)
    assert under is not None
    click(under)
    assert not window.sees_steps()


def test_large_text_makes_a_wide_window_narrow(window: Window, look: Theme) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=150))
    assert window.sees_steps()
    assert not window.sees_pane()
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    assert not window.sees_steps()
    look.set_look(Look(Colors.LIGHT))
    assert window.sees_steps()
    assert window.sees_pane()


def test_f9_hides_the_pane_and_brings_it_back(window: Window) -> None:
    window.keys(Qt.Key.Key_F9)
    assert not window.sees_pane()
    assert window.view.topbar.people.isVisible()
    assert not window.widget.actions_["pane"].isChecked()
    window.keys(Qt.Key.Key_F9)
    assert window.pane.isVisible()
    click(window.pane.hide_button)
    assert not window.sees_pane()


@pytest.mark.parametrize("height", [480, 600, 692, 900])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_sections_never_scroll_away(window: Window, look: Theme, height: int, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    window.resize(1600, height if percent == 100 else max(height, 600))
    sections = window.view.sidebar.sections
    last = sections.mapTo(window.view.sidebar, sections.rect().bottomLeft())
    assert last.y() <= window.view.sidebar.height()
    assert sections.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_no_name_in_the_sidebar_is_shortened(window: Window, look: Theme, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    window.resize(1800, 768)
    for part in (window.view.sidebar.steps, window.view.sidebar.sections):
        assert part.natural_width() <= part.width() + 4


def test_no_name_of_a_step_is_shortened_when_the_window_becomes_low(window: Window, look: Theme, qtbot: QtBot) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=125))
    window.resize(1800, 1200)
    QApplication.processEvents()
    steps = window.view.sidebar.steps
    wide = window.view.sidebar.width()
    window.resize(1800, 640)
    qtbot.waitUntil(lambda: window.view.sidebar.width() > wide)  # by the scroll bar
    assert steps.natural_width() <= steps.width() + 4


def test_next_time_the_file_opens_where_it_was_left(window: Window) -> None:
    window.press_section("records")
    window.page.field.setText("record-7")
    window.keys(Qt.Key.Key_F9)
    window.widget.close_file()
    window.open_file()
    assert window.title == "Records"
    assert window.page.opened == [("", "record-7")]
    assert not window.sees_pane()


def test_usual_layout_brings_everything_back(window: Window) -> None:
    window.keys(Qt.Key.Key_F9)
    window.view.set_widths(400, 350)
    assert window.view.sidebar.width() >= 390
    window.choose("usual_layout")
    assert window.view.sidebar.width() < 300
    assert window.sees_pane()


def test_closing_the_window_saves_what_was_typed(window: Window, qtbot: QtBot) -> None:
    page = window.page
    before = page.flushed
    with qtbot.waitSignal(window.widget.closed):
        window.widget.close()
    assert page.flushed > before


def test_looking_away_saves_what_was_typed(window: Window, qtbot: QtBot) -> None:
    before = window.page.flushed
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    assert window.page.flushed > before


def test_a_full_screen_takes_the_place_of_everything(window: Window, show: Callable[..., QWidget]) -> None:
    lock = QWidget()
    window.widget.show_entrance(lock)
    assert lock.isVisible()
    assert not window.widget.menuBar().isVisible()
    assert window.widget.windowTitle() == "Second Opinion"
    assert not window.widget.actions_["print"].isEnabled()


def _line_beside_steps(window: Window) -> QSplitterHandle:
    seen = [line for line in window.view.findChildren(QSplitterHandle) if line.isVisible()]
    return min(seen, key=lambda line: line.mapTo(window.view, QPoint()).x())


def test_the_line_beside_the_steps_can_be_dragged_and_a_double_press_puts_it_back(window: Window) -> None:
    handle = _line_beside_steps(window)
    usual = window.view.sidebar.width()
    assert handle.width() >= 8
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    wide = window.view.sidebar.width()
    assert wide > usual + 30
    window.widget.close_file()
    window.open_file()
    assert abs(window.view.sidebar.width() - wide) <= 2
    QTest.mouseDClick(_line_beside_steps(window), Qt.MouseButton.LeftButton)
    assert window.view.sidebar.width() == usual


def test_larger_and_smaller_again_leaves_the_pane_as_wide_as_it_was(
    qtbot: QtBot, look: Theme, file: OpenFile, tmp_path: Path
) -> None:
    messages = FakeMessages()
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), messages)
    qtbot.addWidget(window)
    window.show_file(file, page_factories(file, messages), lambda: make_pane(file, messages))
    window.resize(1366, 728)
    window.show()
    window.grab()
    assert window.shell is not None
    view = window.shell.view
    before = view.pane.width()
    for percent in (110, 100):
        look.set_look(Look(Colors.LIGHT, text_percent=percent))
        window.grab()

    def as_before() -> bool:
        return bool(view.pane.width() == before)

    qtbot.waitUntil(as_before)


def test_a_message_in_the_largest_text_can_be_read_whole(window: Window, look: Theme, qtbot: QtBot) -> None:
    window.resize(1326, 728)
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    window.widget.messages.toast("This is the largest text.")
    slot = window.view.topbar.slot
    label = next(one for one in slot.findChildren(ElidedLabel) if one.isVisible())

    def is_whole() -> bool:
        return label.shown_text() == label.text()

    qtbot.waitUntil(is_whole)


def test_the_drawer_shows_the_names_of_all_steps_whole(window: Window, look: Theme) -> None:
    window.resize(1326, 728)
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    click(window.view.topbar.steps)
    window.widget.grab()
    assert not window.view.sidebar.steps.shortens("Schedule the appointment")


def test_the_row_under_the_pointer_is_marked_until_the_pointer_leaves(window: Window) -> None:
    rows = window.view.sidebar.sections
    places = [rows.row_rect(key) for key in ("questions", "records")]

    def grounds() -> list[str]:
        picture = rows.grab().toImage()
        return [picture.pixelColor(place.right() - 8, place.center().y()).name() for place in places]

    plain = grounds()
    QTest.mouseMove(rows.viewport(), places[0].center())
    assert grounds()[0] != plain[0]
    QTest.mouseMove(rows.viewport(), places[1].center())
    assert grounds()[0] == plain[0]
    assert grounds()[1] != plain[1]
    QApplication.sendEvent(rows.viewport(), QEvent(QEvent.Type.Leave))
    assert grounds() == plain
