"""What others owe: who, what, and since when. Facts only: nothing is called late here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import (
    AppointmentStatus,
    AuthorizationStatus,
    CandidateStatus,
    DoctorsTalk,
    RecordStatus,
    ReferralStatus,
    TaskStatus,
)
from secondopinion_desktop.model.handles import (
    Appointment,
    Authorization,
    Call,
    Contact,
    Denial,
    Plan,
    Record,
    Referral,
    ReportRequest,
    Task,
)
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.storage import Session


_TO_COME_BACK: Final = """
    WHERE removed_at IS NULL AND (status = ? OR (return_by != '' AND returned_on = '')) ORDER BY created_at, id"""


@dataclass(frozen=True)
class Waiting:
    """Something somebody owes: what, who, since when (stored date, maybe empty), and the row to open (table, id)."""

    what: str
    who: str
    since: str
    target: tuple[str, str]


def waiting_in(session: Session) -> list[Waiting]:
    """Return what others owe, the longest wait first."""
    names = dict(session.execute("SELECT id, name FROM contact WHERE removed_at IS NULL"))
    found = [
        *_records(session, names),
        *_insurance(session, names),
        *_promises(session, names),
        *_candidates(session),
        *_reports(session, names),
        *_talks(session, names),
        *(
            Waiting(task.title, task.who, "", ("task", task.id))
            for task in rows(session, Task, "position", status=TaskStatus.WAITING)
        ),
    ]
    return sorted(found, key=lambda waiting: waiting.since.lstrip("~") or "9999")


def _records(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    for record in rows(session, Record, status=(RecordStatus.ASKED, RecordStatus.PROMISED)):
        yield Waiting(
            record.name, names.get(record.holder_id or "", record.holder), record.asked_on, ("record", record.id)
        )
    for record in session.select(Record, _TO_COME_BACK, (RecordStatus.TO_COME_BACK.value,)):
        words = _("{name}, to come back").format(name=record.name)
        yield Waiting(words, "", record.sent_on, ("record", record.id))


def _insurance(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    carrier = next((plan.carrier for plan in rows(session, Plan, "position")), "")
    for approval in rows(session, Authorization, status=AuthorizationStatus.WAITING):
        yield Waiting(_("Prior authorization decision"), carrier, approval.asked_on, ("authorization", approval.id))
    for referral in rows(session, Referral, status=ReferralStatus.ASKED):
        yield Waiting(
            _("Referral"), names.get(referral.from_id or "", ""), referral.asked_on, ("referral", referral.id)
        )
    for denial in rows(session, Denial):
        if denial.filed_on and not (denial.result or denial.result_on):
            yield Waiting(_("Answer to the appeal"), carrier, denial.filed_on, ("denial", denial.id))


def _promises(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    """Yield the last open promise of each office: a later call there settles or renews the one before."""
    heard = set()
    for call in rows(session, Call, "-day", "-time"):
        office = call.contact_id or call.called.strip().casefold()
        if office in heard:
            continue
        heard.add(office)
        if call.promised.strip() and not call.follow_up_done:
            who = call.person or names.get(call.contact_id or "", call.called)
            yield Waiting(" ".join(call.promised.split()), who, call.day, ("call", call.id))


def _candidates(session: Session) -> Iterator[Waiting]:
    for contact in rows(session, Contact, candidate=CandidateStatus.WAITING):
        yield Waiting(_("An answer about a visit"), contact.name, "", ("candidate", contact.id))


def _reports(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    for report in rows(session, ReportRequest):
        if report.asked_on and not report.arrived_on:
            who = _("for me") if report.to_me else names.get(report.to_contact_id or "", "")
            yield Waiting(_("Report of the second opinion"), who, report.asked_on, ("report_request", report.id))


def _talks(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    for visit in rows(session, Appointment, doctors_talk=(DoctorsTalk.ASKED, DoctorsTalk.PLANNED)):
        if visit.status is not AppointmentStatus.CANCELED:
            who = names.get(visit.contact_id or "", "")
            yield Waiting(_("The two doctors talk"), who, visit.doctors_talk_on, ("appointment", visit.id))
