"""The line of key dates in the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.ui.navigation import SECTIONS, step_page
from tests.helpers.hands import click

if TYPE_CHECKING:
    from tests.helpers.window import Window


def words(window: Window) -> list[str]:
    return [item.words for item in window.view.dates.items]


@pytest.mark.parametrize("page", [section.key for section in SECTIONS[1:]] + [step_page("timing")])
def test_the_dates_stand_over_every_page_but_overview(window: Window, page: str) -> None:
    assert not window.view.dates.isVisible()
    assert window.widget.shell is not None
    window.widget.shell.go(page)
    assert window.view.dates.isVisible()
    assert window.view.dates.geometry().top() >= window.view.topbar.geometry().bottom()
    window.widget.shell.go("overview")
    assert not window.view.dates.isVisible()


def test_a_date_that_is_written_stands_there_at_once(window: Window) -> None:
    window.press_section("records")
    window.file.people.change_situation(decide_by="2030-03-18")
    assert any(shown.endswith("Decide by") for shown in words(window))


def test_what_is_missing_can_be_added_from_any_page(window: Window) -> None:
    window.press_section("records")
    click(window.view.dates.items[0])
    assert window.title == "Appointments & notes"
