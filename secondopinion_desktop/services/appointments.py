"""Visits, calls and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.model.choices import AppointmentKind, ContactRole, Yes3
from secondopinion_desktop.model.dates import PartialDate, partial_date_entry
from secondopinion_desktop.model.handles import Appointment, Asking, Contact, KeyPoint, Question
from secondopinion_desktop.model.timing import SET_ASIDE
from secondopinion_desktop.services.rows import Placed, Rows
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from secondopinion_desktop.model.handles import Situation
    from secondopinion_desktop.storage.unit import Unit


BACKGROUND_THINGS: Final = (
    ("summary", N_("My summary for the doctor")),
    ("reports", N_("Reports and test results")),
    ("medicines", N_("My list of medicines and allergies")),
    ("first_doctor", N_("Name and phone number of my own doctor")),
    ("card", N_("Facts from my insurance card")),
    ("questions", N_("My questions")),
)
"""What a clinic may want to see before a visit: the keys a file keeps, and their words."""


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
            _say_what_they_are(unit, appointment)
            return appointment

    def change(self, row_id: str, *, origin: object | None = None, undoable: bool = True, **values: Any) -> bool:
        with self.store.writing(_(self.changing), origin=origin, undoable=undoable) as unit:
            changed = unit.change(Appointment, row_id, **values)
            if "contact_id" in values or "kind" in values:
                _say_what_they_are(unit, unit.get_one(Appointment, row_id))
            return changed

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
            and appointment.status not in SET_ASIDE
            and PartialDate.from_text(appointment.day).latest >= first
        ]

    def next(self) -> Appointment | None:
        """Return the next appointment, or None."""
        return next(iter(self.upcoming()), None)

    def next_second_opinion(self) -> Appointment | None:
        """Return the next second-opinion visit, or None."""
        return next((a for a in self.upcoming() if a.kind is AppointmentKind.SECOND_OPINION), None)

    def second_opinions(self) -> list[Appointment]:
        """Return the second-opinion visits that took place or will, earliest first."""
        return [
            visit
            for visit in self.in_order()
            if visit.kind is AppointmentKind.SECOND_OPINION and visit.status not in SET_ASIDE
        ]

    def second_opinion(self) -> Appointment | None:
        """Return the second-opinion visit one is working on: the next, else one without a date, else the last."""
        visits = self.second_opinions()
        undated = next((visit for visit in visits if not visit.day), None)
        return self.next_second_opinion() or undated or (visits[-1] if visits else None)


def start_of_treatment(visits: Iterable[Appointment]) -> Appointment | None:
    """Return the visit that is the start of treatment, one with a date before one without; None if all are set aside.

    Where there is one, the day treatment starts is kept there, in one place only.
    """
    found = [
        visit for visit in visits if visit.kind is AppointmentKind.TREATMENT_START and visit.status not in SET_ASIDE
    ]
    return next((visit for visit in found if visit.day), next(iter(found), None))


def treatment_start(visits: Iterable[Appointment], situation: Situation) -> str:
    """Return the stored day on which treatment starts: that of its visit, else the one written among the dates."""
    visit = start_of_treatment(visits)
    return (visit.day if visit is not None else "") or situation.treatment_start


class KeyPoints(Placed[KeyPoint]):
    table = KeyPoint
    adding = N_("Add key point")
    changing = N_("Change key point")
    removing = N_("Remove key point")

    def add_to(self, appointment_id: str, text: str) -> KeyPoint:
        """Add a key point at the end of a visit's list. Raises FieldError if the text is empty."""
        position = self._last_position(appointment_id=appointment_id) + 1
        return self.add(appointment_id=appointment_id, text=text, position=position)


def _say_what_they_are(unit: Unit, visit: Appointment) -> None:
    """Let whom one sees for a second opinion be one who gives it, unless something else is said of them already.

    Doctors whom one's own doctor suggested begin as mere names; whom to call, and who listened, is asked by what they
    are.
    """
    contact = unit.get(Contact, visit.contact_id) if visit.contact_id else None
    if visit.kind != AppointmentKind.SECOND_OPINION or contact is None:
        return
    if contact.role is not ContactRole.OTHER or contact.role_note:
        return
    taken = rows(unit.session, Contact, role=ContactRole.SECOND_DOCTOR)
    unit.change(Contact, contact.id, role=ContactRole.THIRD_DOCTOR if taken else ContactRole.SECOND_DOCTOR)


def _when(appointment: Appointment) -> tuple[bool, str, str]:
    return (not appointment.day, appointment.day.lstrip("~"), appointment.time)


def visit_facts(visit: Appointment, name_of: Callable[[str | None], str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what is known of a visit as (label, words), and in words what is not."""
    minutes = visit.length_minutes
    length = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes) if minutes else ""
    day = partial_date_entry(PartialDate.from_text(visit.day)) if visit.day else ""
    needed = partial_date_entry(PartialDate.from_text(visit.records_needed_by)) if visit.records_needed_by else ""
    time = formats.clock_time(visit.time) if visit.time else ""
    facts = (
        (_("When"), ", ".join(part for part in (day, time) if part), _("the date")),
        (_("With"), name_of(visit.contact_id), _("the doctor")),
        (_("Where"), visit.place, _("the place")),
        (_("How"), visit.how.words if visit.how else "", _("in person or by video")),
        (_("Be there at"), visit.arrive_by, ""),
        (_("How long"), length, ""),
        (_("Early openings"), _("On the list") if visit.cancel_list is Yes3.YES else "", ""),
        (_("Interpreter"), visit.interpreter.words if visit.interpreter else "", ""),
        (_("They want"), visit.records_wanted, _("what they want to see")),
        (_("Records there by"), needed, _("the day for records")),
        (_("Call there"), visit.intake_contact, _("who to call there")),
        (_("Who comes along"), name_of(visit.companion_id), ""),
        (_("Getting there"), visit.travel_note, ""),
        (_("Bring"), visit.bring, ""),
        (_("Price if I pay myself"), visit.self_pay_quote, ""),
    )
    known = [(label, words) for label, words, _missing in facts if words]
    return known, [missing for _label, words, missing in facts if missing and not words]
