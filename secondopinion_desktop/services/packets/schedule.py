"""The second-opinion visit, and the doctors and centers one may go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Entry, Fields, Section, Table
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, CandidateStatus, DoctorsTalk
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.services.appointments import BACKGROUND_THINGS, visit_facts
from secondopinion_desktop.services.candidates import candidate_facts, care_asked_about
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import NOTHING_TO_SAY, day, in_one, joined, lines, short_day, yes3
from secondopinion_desktop.services.packets.words import known as known_pairs

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.appointment import Appointment, ReportRequest
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def visit(case: Case, choice: PacketChoice) -> Section | None:
    """Return all about each second-opinion visit; for the family what came of it, since the rest stands under Next."""
    blocks: list[Block] = []
    for found in case.appointments if choice.made_for is not MadeFor.DOCTOR else ():
        if found.kind is AppointmentKind.SECOND_OPINION:
            facts = _afterwards(case, found)
            if choice.made_for is MadeFor.EVERYTHING:
                facts = (*_before(case, found), *facts)
            if facts:
                blocks.append(Entry(found.title or found.kind.words, _stands(case, found), (Fields(facts),)))
    return Section("visit", _("The second-opinion visit"), tuple(blocks)) if blocks else None


def _before(case: Case, visit: Appointment) -> tuple[tuple[str, str], ...]:
    known, _missing = visit_facts(visit, case.name)
    sent = ", ".join(_(words) for key, words in BACKGROUND_THINGS if key in visit.background_sent)
    recording = joined(yes3(visit.recording_ok), visit.recording_where)
    more = (
        (_("Who takes notes"), case.name(visit.note_taker_id)),
        (_("What I sent"), joined(sent, day(visit.background_sent_on))),
        (_("Recording is fine"), recording),
    )
    return (*known, *known_pairs(more))


def _stands(case: Case, visit: Appointment) -> str:
    """Return where it stands; what was planned for a day that has passed says nothing any more."""
    past = bool(visit.day) and PartialDate.from_text(visit.day).latest < case.today
    return "" if past and visit.status is AppointmentStatus.PLANNED else visit.status.words


def _afterwards(case: Case, visit: Appointment) -> tuple[tuple[str, str], ...]:
    """Return who gets the report and where that is, and whether the two doctors talk."""
    reports = (_report(case, report) for report in case.reports if report.appointment_id == visit.id)
    talk = visit.doctors_talk.words if visit.doctors_talk is not DoctorsTalk.NOT_ASKED else ""
    return known_pairs(
        (
            (_("Report"), "\n".join(reports)),
            (_("The two doctors"), lines(joined(talk, day(visit.doctors_talk_on)), visit.doctors_talk_note)),
            (_("Slides came back"), day(visit.slides_back_on)),
        )
    )


def _report(case: Case, report: ReportRequest) -> str:
    name = _("A copy for me") if report.to_me else case.name(report.to_contact_id)
    facts = joined(
        _("asked {day}").format(day=short_day(report.asked_on)) if report.asked_on else "",
        _("promised for {day}").format(day=short_day(report.due)) if report.due and not report.arrived_on else "",
        _("arrived {day}").format(day=short_day(report.arrived_on)) if report.arrived_on else "",
        _("read {day}").format(day=short_day(report.read_on)) if report.read_on else "",
        report.sent_how,
        report.note,
    )
    return _("{name}: {facts}").format(name=name, facts=facts) if name and facts else name or facts


def centers(case: Case, choice: PacketChoice) -> Section | None:
    """Return the doctors and centers in the order they were written down, with facts as told.

    Nothing for a doctor, and nothing for the family once a visit is booked.
    """
    shown = choice.made_for is MadeFor.EVERYTHING or (choice.made_for is MadeFor.FAMILY and not case.is_booked)
    listed = [one for one in case.contacts if one.candidate is not CandidateStatus.UNANSWERED] if shown else []
    listed.sort(key=lambda contact: (contact.created_at is None, contact.created_at, contact.id))
    care = care_asked_about(case.situation, listed)
    rows = tuple(
        (
            lines(contact.name, joined(contact.specialty, contact.organization)),
            contact.candidate.words,
            in_one(candidate_facts(contact, care)) or NOTHING_TO_SAY,
        )
        for contact in listed
    )
    head = (_("Who"), _("Where it stands"), _("As I was told"))
    return Section("centers", _("Doctors and centers to ask"), (Table(head, rows, (2.6, 1.5, 4.5)),)) if rows else None
