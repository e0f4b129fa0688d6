"""What is scrolled up and down stays as wide as what is seen of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop.ui.widgets import Box, Breakpoints, Column, LineEdit, ScrollArea

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EDGE, SEEN, LEAST = 640, 375, 495


class Wide(QWidget):
    """Something that needs more room once it has some."""

    def __init__(self) -> None:
        super().__init__()
        self._watch = Breakpoints(self, (EDGE,))
        self._watch.changed.connect(self._arrange)
        self._arrange(self._watch.index)

    def _arrange(self, index: int) -> None:
        self.setMinimumWidth(EDGE if index else 0)


def test_a_part_that_needs_more_room_than_there_is_does_not_widen_the_page(qtbot: QtBot) -> None:
    content, wide, other = Box(), Wide(), QWidget()
    column = Column(content)
    column.addWidget(wide)
    column.addWidget(other)
    area = ScrollArea(content)
    qtbot.addWidget(area)
    area.resize(EDGE + 60, 200)
    area.show()
    qtbot.waitUntil(lambda: wide.minimumWidth() == EDGE)
    other.setMinimumWidth(LEAST)
    area.resize(SEEN, 200)
    qtbot.waitUntil(lambda: content.width() == area.viewport().width())


def test_a_line_stays_in_sight_when_what_is_added_with_it_comes_above_it(qtbot: QtBot) -> None:
    content, rows, line, below = Box(), QWidget(), LineEdit(), QWidget()
    rows.setMinimumHeight(250)
    below.setMinimumHeight(600)
    column = Column(content)
    for part in (rows, line, below):
        column.addWidget(part)
    area = ScrollArea(content)
    qtbot.addWidget(area)
    area.resize(SEEN, 300)
    area.show()
    with qtbot.waitActive(area):
        area.activateWindow()
    line.setFocus()

    def is_seen_below(height: int) -> bool:
        return rows.height() == height and line.visibleRegion().boundingRect() == line.rect()

    for height in (400, 700):
        rows.setMinimumHeight(height)
        qtbot.waitUntil(partial(is_seen_below, height))
    area.verticalScrollBar().setValue(0)
    rows.setMinimumHeight(800)
    qtbot.waitUntil(lambda: rows.height() == 800)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0, "the person scrolled away from it"
