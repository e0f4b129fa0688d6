"""The cards of Overview: headings of one height, and lists that can be filled anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Card, Column, Line, let_be_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

INSET = 8
"""How far a row reaches into the padding of its card; its own margins put the words back under the heading."""


class OverviewCard(Card):
    """A card whose heading is as high as one with a button, so that headings side by side stand on one line."""

    def __init__(self, title: str) -> None:
        super().__init__(title, bleed=INSET)
        theme().changed.connect(self._even_out)
        self._even_out()

    def _even_out(self) -> None:
        button = QFontMetrics(theme().font("body")).height() + 2 * theme().px(5) + 2
        self.title.setMinimumHeight(max(button, theme().px(24) + 2 * theme().px(5) + 2))

    def indented(self, *, gap: int = 8) -> Column:
        """Add a column whose contents stand under the heading, and return it."""
        holder = Box()
        self.body.addWidget(holder)
        return Column(holder, gap=gap, margins=(INSET, 0, INSET, 0))


class ListCard(OverviewCard):
    """`fill` replaces what is listed. `inset` puts the rows under the heading; rows with own margins do without."""

    def __init__(self, title: str, *, inset: bool = False) -> None:
        super().__init__(title)
        self._holder = Box()
        side = INSET if inset else 0
        self._column = Column(self._holder, gap=4, margins=(side, 0, side, 0))
        self.body.addWidget(self._holder)

    def fill(self, widgets: Sequence[QWidget]) -> None:
        """Show `widgets`, with a line between each two."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, widget in enumerate(widgets):
            if number:
                self._column.addWidget(Line())
            self._column.addWidget(widget)
            let_be_seen(widget, seen=True)  # a layout does so only later, and the keyboard may be wanted there now
