"""What the second clinic itself asks for: its list comes before every other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.widgets import Box, Button, Card, Column, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment


class WantedCard(Card):
    """Hidden while there is no second-opinion visit. `opened` carries the visit."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(soft=True)
        self._visit_id = ""
        box = Box()
        row = Row(box, gap=12)
        words = Column(gap=0)
        self.words = PlainLabel()
        self.by = PlainLabel("", "small", "muted")
        words.addWidget(self.words)
        words.addWidget(self.by)
        row.addLayout(words, 1)
        self.button = Button(_("Open the visit"), "quiet")
        self.button.clicked.connect(self._open)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(box)

    def show_visit(self, visit: Appointment | None, place: str) -> None:
        """Show the list of this visit."""
        self.setVisible(visit is not None)
        if visit is None:
            return
        self._visit_id = visit.id
        wanted = " ".join(visit.records_wanted.split())
        asks = _("{place} asks for: {what}").format(place=place or _("The second clinic"), what=wanted)
        ask = _("Ask {place} which records they want, in what form, and by what day.")
        words = asks if wanted else ask.format(place=place or _("the second clinic"))
        self.words.setText(words)
        self.setAccessibleName(words)
        day = partial_date_words(PartialDate.from_text(visit.records_needed_by)) if visit.records_needed_by else ""
        who = _("Ask for {who}").format(who=visit.intake_contact) if visit.intake_contact else ""
        needed = _("Needed by {day}").format(day=day) if day else ""
        by = ". ".join(part for part in (needed, who) if part)
        self.by.setText(by)
        self.by.setVisible(bool(by))

    def _open(self) -> None:
        self.opened.emit(self._visit_id)
