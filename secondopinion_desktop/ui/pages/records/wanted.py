"""What the second clinic itself asks for: its list comes before every other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.widgets import Button, Card, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment


class WantedCard(Card):
    """Hidden while there is no second-opinion visit. `opened` carries the visit."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(" ", soft=True)
        self._visit_id = ""
        self.words = PlainLabel()
        self.add(self.words)
        self.by = PlainLabel("", "small-strong")
        self.add(self.by)
        self.button = Button(_("Open the visit"), "quiet", "calendar")
        self.button.set_flush()
        self.button.clicked.connect(self._open)
        row = Row()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_visit(self, visit: Appointment | None, place: str) -> None:
        """Show the list of this visit."""
        self.setVisible(visit is not None)
        if visit is None:
            return
        self._visit_id = visit.id
        title = _("What {place} asks for").format(place=place or _("the second clinic"))
        self.title.setText(title)
        self.setAccessibleName(title)
        missing = _("Not known yet. Ask the clinic which records it wants, in what form, and by what day.")
        self.words.setText(visit.records_wanted.strip() or missing)
        day = partial_date_words(PartialDate.from_text(visit.records_needed_by)) if visit.records_needed_by else ""
        who = _("Ask for {who}").format(who=visit.intake_contact) if visit.intake_contact else ""
        needed = _("Needed by {day}").format(day=day) if day else ""
        words = ". ".join(part for part in (needed, who) if part)
        self.by.setText(words)
        self.by.setVisible(bool(words))

    def _open(self) -> None:
        self.opened.emit(self._visit_id)
