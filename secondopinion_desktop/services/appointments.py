"""Visits, calls and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.handles import Appointment, Asking, KeyPoint, Question, ReportRequest
from secondopinion_desktop.services.rows import Placed, Rows
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from datetime import date

_NOT_TAKING_PLACE = (AppointmentStatus.CANCELED, AppointmentStatus.ON_HOLD)


class Appointments(Rows[Appointment]):
    table = Appointment
    adding = N_("Add appointment")
    changing = N_("Change appointment")
    removing = N_("Remove appointment")

    def book(self, *, bring_questions: bool = False, **values: Any) -> Appointment:
        """Add an appointment; `bring_questions` brings the top questions and all that are ticked to it."""
        with self.store.writing(_(self.adding)) as unit:
            appointment = unit.add(Appointment(**values))
            if bring_questions:
                wanted = [q for q in rows(unit.session, Question, "position") if q.top or q.bring]
                for number, question in enumerate(wanted, start=1):
                    unit.add(Asking(question_id=question.id, appointment_id=appointment.id, position=float(number)))
            return appointment

    def in_order(self) -> list[Appointment]:
        """Return all appointments, earliest first; those without a date last."""
        return sorted(self.all(), key=_when)

    def upcoming(self, today: date | None = None) -> list[Appointment]:
        """Return the appointments that take place today or later, earliest first."""
        first = today or clock.today()
        return [
            appointment
            for appointment in self.in_order()
            if appointment.day
            and appointment.status not in _NOT_TAKING_PLACE
            and PartialDate.from_text(appointment.day).latest >= first
        ]

    def next(self) -> Appointment | None:
        """Return the next appointment, or None."""
        return next(iter(self.upcoming()), None)

    def next_second_opinion(self) -> Appointment | None:
        """Return the next second-opinion visit, or None."""
        return next((a for a in self.upcoming() if a.kind is AppointmentKind.SECOND_OPINION), None)


class KeyPoints(Placed[KeyPoint]):
    table = KeyPoint
    adding = N_("Add key point")
    changing = N_("Change key point")
    removing = N_("Remove key point")


class Reports(Rows[ReportRequest]):
    """Reports asked of a second doctor."""

    table = ReportRequest
    order = ("asked_on",)
    adding = N_("Ask for a report")
    changing = N_("Change report")
    removing = N_("Remove report")


def _when(appointment: Appointment) -> tuple[bool, str, str]:
    return (not appointment.day, appointment.day.lstrip("~"), appointment.time)
