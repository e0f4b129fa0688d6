"""The card with the line of key dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.keydates import KeyDateStrip, missing, nearest, points
from secondopinion_desktop.ui.pages.overview.listing import OverviewCard
from secondopinion_desktop.ui.widgets import Button, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.services.timeline import KeyDate

# Where a point leads; what is not here is opened by its own kind.
_KEY_DATES = ("command", "key_dates")
_SHOWN_AT = {"situation": _KEY_DATES}


class KeyDatesCard(OverviewCard):
    """`opened` carries kind and id of what to open."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Key dates"))
        self.changer = Button(_("Change dates"), "quiet", "pencil")
        self.changer.clicked.connect(self._change)
        self.all_dates = Button("", "quiet")
        self.all_dates.clicked.connect(self._unfold)
        self.add_action(self.all_dates)
        self.add_action(self.changer)
        self._explanation = PlainLabel(
            _("When you add a visit or the date treatment is planned to start, they will appear here in order."),
            "body",
            "muted",
        )
        inside = self.indented()
        inside.addWidget(self._explanation)
        self.strip = KeyDateStrip()
        self.strip.opened.connect(self._open)
        inside.addWidget(self.strip)
        self.adder = Button("", "secondary", "plus")
        self.adder.clicked.connect(self._add_missing)
        inside.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignLeft)
        self._dates: Sequence[KeyDate] = ()
        self._opens = _KEY_DATES
        self._all = False

    def show_dates(self, dates: Sequence[KeyDate]) -> None:
        """Show `dates` in order, today among them."""
        self._dates = dates
        today = clock.today()
        found = points(dates, today)
        few = nearest(found)
        lacking = missing(dates, today)
        known = len(found) > 1
        self._explanation.setVisible(not known)
        self.strip.setVisible(known)
        self.strip.show_points(found if self._all else few, upright=self._all and len(found) > len(few))
        self.all_dates.setVisible(len(found) > len(few))
        self.all_dates.set_words(_("See fewer dates") if self._all else _("See all dates"))
        self.changer.setVisible(known)
        self.adder.setVisible(lacking is not None)
        if lacking is not None:
            self._opens = lacking.opens if known else _KEY_DATES
            self.adder.set_words(lacking.words if known else _("Add a date"))

    def _unfold(self) -> None:
        self._all = not self._all
        self.show_dates(self._dates)

    def _change(self) -> None:
        self.opened.emit(*_KEY_DATES)

    def _add_missing(self) -> None:
        self.opened.emit(*self._opens)

    def _open(self, table: str, row_id: str) -> None:
        self.opened.emit(*_SHOWN_AT.get(table, (table, row_id)))
