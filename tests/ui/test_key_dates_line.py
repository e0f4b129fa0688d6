"""The line of key dates: what it shows, what a screen reader says, and how the keyboard goes along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.files import new_file
from tests.helpers.hands import click, focused, press
from tests.helpers.margaret import margarets_file
from tests.helpers.overview import OverviewHands

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("a_tuesday")


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    return margarets_file(tmp_path)


@pytest.fixture
def overview(qtbot: QtBot, file: OpenFile) -> OverviewHands:
    return OverviewHands(qtbot, file)


def second_visits(file: OpenFile, *days: str) -> None:
    for day in days:
        file.appointments.book(day=day, kind=AppointmentKind.SECOND_OPINION)


def test_dates_stand_in_order_with_today_among_them(overview: OverviewHands) -> None:
    assert overview.dates() == [
        ("Feb 17", "First opinion"),
        ("Today", "Tuesday, Mar 3"),
        ("Mar 12", "Second opinion"),
        ("Mar 18", "Decide by"),
        ("Mar 23", "Treatment planned"),
    ]
    lefts = [view.geometry().center().x() for view in overview.points()]
    assert lefts == sorted(lefts)


def test_the_days_between_dates_ahead_are_written_out(overview: OverviewHands) -> None:
    assert overview.gaps() == ["9 days", "6 days", "5 days"]


def test_a_screen_reader_hears_each_date_whole(overview: OverviewHands) -> None:
    assert [view.accessibleName() for view in overview.points()] == [
        "First opinion, Feb 17, 14 days ago",
        "Today, Tuesday, March 3, 2026",
        "Second opinion, Mar 12, in 9 days",
        "Decide by, Mar 18, in 15 days",
        "Treatment planned, Mar 23, in 20 days",
    ]
    assert overview.points()[2].accessibleDescription() == "date 3 of 5"


def test_a_date_that_is_not_sure_is_said_so_and_not_counted_to_the_day(overview: OverviewHands, file: OpenFile) -> None:
    file.people.change_situation(decide_by="~2026-03-18", treatment_start="~2026-04")
    assert ("about Mar 18", "Decide by") in overview.dates()
    assert ("about April", "Treatment planned") in overview.dates()
    assert overview.gaps() == ["9 days", "about 6 days"]


def test_two_dates_on_one_day_say_so(overview: OverviewHands, file: OpenFile) -> None:
    file.people.change_situation(decide_by="2026-03-12")
    assert "same day" in overview.gaps()


def test_arrows_go_along_the_line_and_enter_opens(overview: OverviewHands, file: OpenFile) -> None:
    start = overview.points()[2]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    assert start.focusPolicy() == Qt.FocusPolicy.StrongFocus
    press(Qt.Key.Key_Right)
    assert focused().accessibleName().startswith("Decide by")
    press(Qt.Key.Key_Return)
    assert overview.opened == [("command", "key_dates")]
    press(Qt.Key.Key_Home)
    assert focused().accessibleName().startswith("First opinion")
    press(Qt.Key.Key_Left)
    assert focused().accessibleName().startswith("First opinion")
    press(Qt.Key.Key_End)
    assert focused().accessibleName().startswith("Treatment planned")


def test_a_click_on_the_visit_opens_it(overview: OverviewHands, file: OpenFile) -> None:
    click(overview.points()[2])
    visit = file.appointments.next_second_opinion()
    assert visit is not None
    assert overview.opened == [("appointment", visit.id)]


def test_today_opens_nothing(overview: OverviewHands) -> None:
    click(overview.points()[1])
    assert overview.opened == []


def test_the_line_is_one_stop_for_tab(overview: OverviewHands) -> None:
    overview.page.dates.changer.setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() in overview.points()
    press(Qt.Key.Key_Tab)
    assert focused() not in overview.points()


def test_dates_are_changed_in_their_dialog(overview: OverviewHands) -> None:
    overview.press_button("Change dates")
    assert overview.opened == [("command", "key_dates")]


def test_with_many_dates_the_nearest_six_stand_there_and_all_can_be_seen(
    overview: OverviewHands, file: OpenFile
) -> None:
    second_visits(file, "2026-01-05", "2026-01-20", "2026-04-02", "2026-04-20", "2026-05-05")
    shown = overview.dates()
    assert [when for when, _what in shown] == ["Feb 17", "Today", "Mar 12", "Mar 18", "Mar 23", "Apr 2"]
    overview.press_button("See all dates")
    assert len(overview.dates()) == 10
    assert overview.page.dates.strip.is_upright
    overview.press_button("See fewer dates")
    assert overview.dates() == shown


def test_a_visit_that_was_canceled_is_no_key_date(overview: OverviewHands, file: OpenFile) -> None:
    visit = file.appointments.next_second_opinion()
    assert visit is not None
    file.appointments.change(visit.id, status=AppointmentStatus.CANCELED)
    assert "Second opinion" not in [what for _when, what in overview.dates()]


@pytest.mark.parametrize(
    ("known", "words", "opens"),
    [
        ({"treatment_start": "2026-03-23"}, "Add the visit date", "new_appointment"),
        ({"ok_until": "2026-03-23"}, "Add the visit date", "new_appointment"),
    ],
)
def test_what_is_missing_is_offered(
    qtbot: QtBot, tmp_path: Path, known: dict[str, str], words: str, opens: str
) -> None:
    file = new_file(tmp_path)
    file.people.change_situation(**known)
    overview = OverviewHands(qtbot, file)
    overview.press_button(words)
    assert overview.opened == [("command", opens)]


def test_with_a_visit_the_start_of_treatment_is_what_is_missing(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    second_visits(file, "2026-03-12")
    overview = OverviewHands(qtbot, file)
    overview.press_button("Add the date treatment is planned to start")
    assert overview.opened == [("command", "key_dates")]


@pytest.mark.parametrize(("percent", "width"), [(100, 340), (200, 800)])
def test_with_little_room_the_dates_stand_below_each_other(
    qtbot: QtBot, look: Theme, file: OpenFile, percent: int, width: int
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    overview = OverviewHands(qtbot, file, width)
    overview.settle()
    strip = overview.page.dates.strip
    assert strip.is_upright
    tops = [view.geometry().top() for view in overview.points()]
    assert tops == sorted(set(tops))
    assert overview.points()[-1].geometry().bottom() <= strip.height()


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_the_line_is_as_high_as_its_words(qtbot: QtBot, look: Theme, file: OpenFile, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    overview = OverviewHands(qtbot, file, width=815 * percent // 100)
    overview.settle()
    strip = overview.page.dates.strip
    for view in overview.points():
        assert view.geometry().bottom() <= strip.height()
        assert view.height() >= view.height_below(view.width())
        assert view.room() <= view.width()
