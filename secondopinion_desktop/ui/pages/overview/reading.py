"""What Overview reads of the open file, gathered for its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentStatus
from secondopinion_desktop.ui.pages.overview.visit import Visit

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.note import Note
    from secondopinion_desktop.services.file import OpenFile

_STILL_TO_COME = (AppointmentStatus.WANTED, AppointmentStatus.PLANNED)


def welcome(file: OpenFile) -> str:
    """Return the sentence that greets in an empty file."""
    person = file.people.person()
    name = person.call_me or person.name.split(maxsplit=1)[0]
    if person.kept_by_helper:
        return _("This is the file for {name}. Nothing here leaves this computer.").format(name=name)
    return _("Welcome, {name}. This is your file. Nothing here leaves this computer.").format(name=name)


def next_visit(file: OpenFile) -> Visit | None:
    """Return the next appointment with all that is said of it; else one that has no date yet."""
    appointment = file.appointments.next() or _without_date(file)
    if appointment is None:
        return None
    doctor = file.contacts.get(appointment.contact_id) if appointment.contact_id else None
    who = ", ".join(part for part in (doctor.name, doctor.specialty) if part) if doctor else ""
    place = appointment.place or (doctor.organization if doctor else "")
    return Visit(appointment, who, place, len(file.questions.of_visit(appointment.id)))


def recent_notes(file: OpenFile) -> list[tuple[Note, str, str]]:
    """Return the latest notes, each with a title to show and its writer's name."""
    return [(note, _title(file, note), writer) for note, writer in file.notes.recent()]


def _without_date(file: OpenFile) -> Appointment | None:
    undated = (a for a in file.appointments.all() if not a.day and a.status in _STILL_TO_COME)
    return next(undated, None)


def _title(file: OpenFile, note: Note) -> str:
    if note.title or not note.appointment_id:
        return note.title or note.kind.words
    found = file.appointments.all(id=note.appointment_id)
    return (found[0].title or found[0].kind.words) if found else note.kind.words
