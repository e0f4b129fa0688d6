"""The next appointment: when, with whom, where, and what is ready for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import AppointmentKind, VisitHow
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.keydates import DateTile
from secondopinion_desktop.ui.pages.overview.listing import INSET, OverviewCard
from secondopinion_desktop.ui.widgets import Box, Button, Column, IconLabel, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment


@dataclass(frozen=True)
class Visit:
    """What the card says about `appointment`; `questions` is how many are ready to bring."""

    appointment: Appointment
    who: str
    place: str
    questions: int


class _Fact(Box):
    """An icon and a few words."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        row = Row(self, gap=8)
        row.addWidget(IconLabel(icon_name, "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.words = PlainLabel()
        row.addWidget(self.words, 1)

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))


class NextVisitCard(OverviewCard):
    """`opened` and `visit_mode_wanted` carry the id of the appointment; `add_requested` asks for a new one."""

    opened = Signal(str)
    visit_mode_wanted = Signal(str)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("Next appointment"))
        self._id = ""
        self._known = Box()
        column = Column(self._known, gap=6, margins=(INSET, 0, INSET, 0))
        head = Row(gap=12)
        self.tile = DateTile()
        head.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=2)
        self.when = PlainLabel("", "strong")
        self.distance = PlainLabel("", "body", "muted")
        words.addStretch(1)
        words.addWidget(self.when)
        words.addWidget(self.distance)
        words.addStretch(1)
        head.addLayout(words, 1)
        column.addLayout(head)
        self.what = PlainLabel("", "body", "muted")
        column.addWidget(self.what)
        self.facts = {name: _Fact(name) for name in ("person", "pin", "phone", "question")}
        for fact in self.facts.values():
            column.addWidget(fact)
        self.opener = Button(_("Open this visit"), "secondary", "note")
        self.opener.clicked.connect(self._open)
        self.starter = Button(_("Start visit mode"), "quiet", "pencil")
        self.starter.clicked.connect(self._start)
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.starter, 0, Qt.AlignmentFlag.AlignLeft)
        self._none = Box()
        empty = Column(self._none, gap=10, margins=(INSET, 0, INSET, 0))
        self._nothing = PlainLabel("", "body", "muted")
        empty.addWidget(self._nothing)
        self.adder = Button(_("Add an appointment"), "secondary", "plus")
        self.adder.clicked.connect(self.add_requested)
        empty.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._known)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def show_visit(self, visit: Visit | None, *, invites: bool = True) -> None:
        """Show `visit`, or that there is none; somebody who wants none is not invited to add one."""
        asks, says = _("No appointment is planned. Even a rough date helps."), _("No appointment is planned.")
        self._nothing.setText(asks if invites else says)
        self._known.setVisible(visit is not None)
        self._none.setVisible(visit is None)
        if visit is None:
            return
        appointment = visit.appointment
        self._id = appointment.id
        day = PartialDate.from_optional_text(appointment.day)
        firm = day is not None and day.is_firm
        self.tile.setVisible(firm)
        if day is not None and firm:
            self.tile.show_day(day.day)
        self.when.setText(_when(day, appointment.time))
        self.distance.setText(formats.day_from_today(day.day, clock.today()) if day is not None and firm else "")
        self.distance.setVisible(firm)
        self.what.setText(_what(appointment))
        self.what.setVisible(bool(self.what.text()))
        self.facts["person"].say(visit.who)
        self.facts["pin"].say(visit.place)
        self.facts["phone"].say(appointment.how.words if appointment.how in _FROM_AFAR else "")
        self.facts["question"].say(_ready(visit.questions))

    def _open(self) -> None:
        self.opened.emit(self._id)

    def _start(self) -> None:
        self.visit_mode_wanted.emit(self._id)


_FROM_AFAR = (VisitHow.VIDEO, VisitHow.PHONE, VisitHow.RECORDS_ONLY)


def _when(day: PartialDate | None, time: str) -> str:
    if day is None:
        return _("Date not known yet")
    words = formats.weekday_name(day.day) if day.is_firm else partial_date_words(day)
    return _("{day}, {time}").format(day=words, time=formats.clock_time(time)) if time else words


def _what(appointment: Appointment) -> str:
    """Return what it is, where that is not what everyone expects: a second opinion."""
    expected = "" if appointment.kind is AppointmentKind.SECOND_OPINION else appointment.kind.words
    return appointment.title or expected


def _ready(count: int) -> str:
    if not count:
        return _("No questions chosen yet")
    return ngettext("{count} question ready to bring", "{count} questions ready to bring", count).format(count=count)
