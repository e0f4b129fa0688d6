"""One line of a card that opens something: a day, two lines of words, and who or how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics

from secondopinion_desktop.ui.pages.overview.listing import INSET
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Column, ElidedLabel, PlainLabel, Row, RowButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DAY = "Sep 30"
_WIDEST_DAY = 110  # at 100 % text; a longer one ("about March 2027") wraps
_WIDEST_ASIDE = 130


class Entry(RowButton):
    """Opens what it names. `chosen` carries `target` (kind, id); the second line is shortened, the first wraps."""

    chosen = Signal(str, str)

    def __init__(
        self,
        day: str,
        title: str,
        line: str,
        aside: str,
        target: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.target = target
        row = Row(self, gap=10, margins=(INSET, 5, INSET, 5))
        self._day = PlainLabel(day, "small-strong")
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=0)
        words.addWidget(PlainLabel(title))
        if line:
            words.addWidget(ElidedLabel(line, "small", "muted"))
        row.addLayout(words, 1)
        self._aside = PlainLabel(aside, "small", "muted")
        self._aside.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        row.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignVCenter)
        self._aside.setVisible(bool(aside))  # once it has a place: without one it would be a window for a moment
        self.setAccessibleName(", ".join(part for part in (title, day, aside) if part))
        self.setAccessibleDescription(line)
        self.clicked.connect(self._choose)
        theme().changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        self._aside.setMaximumWidth(theme().text_px(_WIDEST_ASIDE))
        self.set_day_width(self.day_width())

    def day_width(self) -> int:
        """Return how wide the day wants to be, in pixels."""
        metrics = QFontMetrics(theme().font("small-strong"))
        needed = max(metrics.horizontalAdvance(self._day.text()) + 2, metrics.horizontalAdvance(_DAY))
        return min(needed, theme().text_px(_WIDEST_DAY))

    def set_day_width(self, width: int) -> None:
        """Make the day this wide, so that all titles of a list begin on one line."""
        self._day.setFixedWidth(width)

    def _choose(self) -> None:
        self.chosen.emit(*self.target)
