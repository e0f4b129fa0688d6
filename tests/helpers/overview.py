"""Overview as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.ui.pages.overview import OverviewPage
from tests.helpers.hands import click, press
from tests.helpers.stage import Stage, button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.checklist import TaskLine
    from secondopinion_desktop.ui.keydates.point import PointView


class OverviewHands(Stage):
    def __init__(self, qtbot: QtBot, file: OpenFile, width: int = 815, height: int = 700) -> None:
        super().__init__(qtbot, width, height)
        self.page = OverviewPage(file, self.messages)
        self.put(self.page)

    # Do next

    def tasks(self) -> list[str]:
        """Return the titles under "Do next"."""
        return [line.words.text() for line in self.page.do_next.lines if line.isVisible()]

    def task(self, title: str) -> TaskLine:
        """Return the row of a task."""
        return next(line for line in self.page.do_next.lines if line.words.text() == title)

    def tick(self, title: str) -> None:
        """Tick a task with the keyboard."""
        self.task(title).box.setFocus()
        press(Qt.Key.Key_Space)

    # Key dates

    def points(self) -> list[PointView]:
        """Return the points of the line of dates."""
        return [view for view in self.page.dates.strip.views if view.isVisible()]

    def dates(self) -> list[tuple[str, str]]:
        """Return date and words of each point."""
        return [(view.point.when, view.point.what) for view in self.points()]

    def gaps(self) -> list[str]:
        """Return the days that are written between the points."""
        return [view.point.gap for view in self.points() if view.point.gap]

    def press_button(self, words: str) -> None:
        """Click the button that says `words`."""
        click(button(self.page, words))
