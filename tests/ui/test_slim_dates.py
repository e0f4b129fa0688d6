"""The key dates in one thin line over every page but Overview."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.ui.keydates import SlimDates
from secondopinion_desktop.ui.theme import Colors, Look
from secondopinion_desktop.ui.widgets import Box, Column
from tests.helpers.files import new_file
from tests.helpers.hands import click, focused, press
from tests.helpers.margaret import margarets_file

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("a_tuesday")  # March 3, 2026
HIGHEST = 34


class Strip:
    """The line in a window of its own; `opened` collects what it asked to open."""

    def __init__(self, qtbot: QtBot, file: OpenFile, width: int = 1104) -> None:
        self.window = Box(ground="page")
        column = Column(self.window, gap=0)
        self.line = SlimDates()
        column.addWidget(self.line)
        column.addStretch(1)
        self.opened: list[tuple[str, str]] = []
        self.line.opened.connect(self._note)
        self.file = file
        self.window.resize(width, 200)
        qtbot.addWidget(self.window)
        self.line.show_dates(file.timeline.key_dates())
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.refresh()

    def _note(self, kind: str, row: str) -> None:
        self.opened.append((kind, row))

    def refresh(self) -> None:
        self.line.show_dates(self.file.timeline.key_dates())
        self.window.grab()

    def words(self) -> list[str]:
        return [item.words for item in self.line.items]


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    return margarets_file(tmp_path)


@pytest.fixture
def strip(qtbot: QtBot, file: OpenFile) -> Strip:
    return Strip(qtbot, file)


def test_the_dates_ahead_stand_in_one_line(strip: Strip) -> None:
    assert strip.words() == ["Mar 12 Second opinion", "Mar 18 Decide by", "Mar 23 Treatment planned", "Change dates"]


def test_it_takes_no_more_height_than_a_line_needs(strip: Strip) -> None:
    assert strip.line.height() <= HIGHEST
    assert all(item.height() >= 32 for item in strip.line.items)


def test_a_new_date_and_a_moved_one_come_at_once(strip: Strip) -> None:
    strip.file.people.change_situation(ok_until="2026-03-05", report_expected="2026-03-20", decide_by="")
    strip.refresh()
    assert strip.words()[:3] == ["Mar 5 Doctor said okay until", "Mar 12 Second opinion", "Mar 20 Report expected"]


def test_each_date_opens_its_own_place(strip: Strip) -> None:
    visit = strip.file.appointments.next_second_opinion()
    assert visit is not None
    for item in strip.line.items:
        click(item)
    dates = ("command", "key_dates")
    assert strip.opened == [("appointment", visit.id), dates, dates, dates]


def test_it_is_one_stop_for_tab_and_arrows_go_along(strip: Strip) -> None:
    press(Qt.Key.Key_Tab)
    heard = [focused().accessibleName()]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        press(key)
        heard.append(focused().accessibleName())
    assert heard == [
        "Second opinion, Mar 12, in 9 days",
        "Decide by, Mar 18, in 15 days",
        "Change dates",
        "Change dates",
        "Treatment planned, Mar 23, in 20 days",
        "Second opinion, Mar 12, in 9 days",
    ]
    assert focused().accessibleDescription() == "1 of 4 in the line of dates"
    press(Qt.Key.Key_Return)
    assert strip.opened[0][0] == "appointment"
    assert sum(item.focusPolicy() == Qt.FocusPolicy.StrongFocus for item in strip.line.items) == 1


def test_what_is_missing_is_a_quiet_button(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    strip = Strip(qtbot, file)
    assert strip.words() == ["Add the visit date", "Change dates"]
    click(strip.line.items[0])
    assert strip.opened == [("command", "new_appointment")]
    file.appointments.book(day="2026-03-12")
    strip.refresh()
    assert strip.words() == ["Mar 12 Second opinion", "Add the date treatment is planned to start", "Change dates"]
    file.people.change_situation(treatment_start="2026-03-23")
    strip.refresh()
    assert strip.words() == ["Mar 12 Second opinion", "Mar 23 Treatment planned", "Change dates"]


@pytest.mark.parametrize(
    ("percent", "width"), [(100, 1104), (100, 800), (100, 480), (150, 1104), (150, 800), (200, 1104), (200, 800)]
)
def test_what_does_not_fit_is_counted_and_nothing_is_cut(
    qtbot: QtBot, file: OpenFile, look: Theme, percent: int, width: int
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    strip = Strip(qtbot, file, width)
    items = strip.line.items
    assert items[0].words == "Mar 12 Second opinion"
    left = 3 - len([item for item in items if item.when])
    counted = [item.accessibleName() for item in items if item.accessibleName().endswith(("more date", "more dates"))]
    assert counted == ([] if not left else [f"and {left} more date{'s' if left > 1 else ''}"])
    for item in items:
        assert item.width() >= item.sizeHint().width()
        assert item.geometry().right() <= strip.line.width()
    for before, after in itertools.pairwise(items):
        assert before.geometry().right() < after.geometry().left()


def test_where_all_has_passed_the_last_date_stays(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    file.people.change_situation(decide_by="2026-02-20", treatment_start="2026-02-25")
    strip = Strip(qtbot, file)
    assert strip.words()[0] == "Feb 25 Treatment planned"


def test_the_keyboard_stays_in_the_line_when_a_date_changes(strip: Strip) -> None:
    strip.line.items[1].setFocus()
    strip.file.people.change_situation(decide_by="2026-03-19")
    strip.refresh()
    assert QApplication.focusWidget() is strip.line.items[1]
    assert focused().accessibleName() == "Decide by, Mar 19, in 16 days"
