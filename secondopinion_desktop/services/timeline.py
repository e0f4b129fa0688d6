"""The key dates of the file in one line, and what is being waited for. Facts only: no rule is applied here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AuthorizationStatus,
    RecordStatus,
    ReferralStatus,
    TaskStatus,
)
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.handles import (
    Appointment,
    Authorization,
    Contact,
    Opinion,
    Plan,
    Record,
    Referral,
    ReportRequest,
    Situation,
    Task,
)
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.storage.store import Store, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from secondopinion_desktop.storage import Session


class DateKind(StrEnum):
    """What a key date is; the screen picks its icon by it."""

    FIRST_OPINION = "first_opinion"
    TODAY = "today"
    VISIT = "visit"
    OK_UNTIL = "ok_until"
    DECIDE_BY = "decide_by"
    TREATMENT = "treatment"


@dataclass(frozen=True)
class KeyDate:
    """One point of the line: its day, what it is, and the row to open (table, id)."""

    kind: DateKind
    day: PartialDate
    words: str
    target: tuple[str, str]


@dataclass(frozen=True)
class Waiting:
    """Something somebody owes: what, who, since when (stored date, maybe empty), and the row to open (table, id)."""

    what: str
    who: str
    since: str
    target: tuple[str, str]


class Timeline:
    def __init__(self, store: Store) -> None:
        self._store = store

    def key_dates(self) -> list[KeyDate]:
        """Return all dates that are known, in order, with today among them."""
        with self._store.database.reading() as session:
            dates = key_dates_in(session)
        dates.append(KeyDate(DateKind.TODAY, PartialDate(clock.today()), _("Today"), ("", "")))
        return sorted(dates, key=lambda date: (date.day.sort_key, date.kind is not DateKind.TODAY))

    def waiting(self) -> list[Waiting]:
        """Return what others owe, the longest wait first."""
        with self._store.database.reading() as session:
            return waiting_in(session)


def key_dates_in(session: Session) -> list[KeyDate]:
    """Return all dates that are known, in order, without today."""
    dates = [*_opinion_dates(session), *_visit_dates(session), *_situation_dates(session)]
    return sorted(dates, key=lambda date: date.day.sort_key)


def waiting_in(session: Session) -> list[Waiting]:
    """Return what others owe, the longest wait first."""
    names = {contact.id: contact.name for contact in rows(session, Contact)}
    found = [
        *_records_waiting(session, names),
        *_insurance_waiting(session, names),
        *_reports_waiting(session, names),
        *(
            Waiting(task.title, task.who, "", ("task", task.id))
            for task in rows(session, Task, "position", status=TaskStatus.WAITING)
        ),
    ]
    return sorted(found, key=lambda waiting: waiting.since.lstrip("~") or "9999")


def _opinion_dates(session: Session) -> Iterator[KeyDate]:
    first = next(iter(rows(session, Opinion, "number")), None)
    if first is not None and first.day:
        yield KeyDate(
            DateKind.FIRST_OPINION, PartialDate.from_text(first.day), _("First opinion"), ("opinion", first.id)
        )


def _visit_dates(session: Session) -> Iterator[KeyDate]:
    shown = {
        AppointmentKind.SECOND_OPINION: (DateKind.VISIT, _("Second opinion")),
        AppointmentKind.TREATMENT_START: (DateKind.TREATMENT, _("Treatment planned")),
    }
    for visit in rows(session, Appointment):
        if visit.day and visit.kind in shown and visit.status is not AppointmentStatus.CANCELED:
            kind, words = shown[visit.kind]
            yield KeyDate(kind, PartialDate.from_text(visit.day), words, ("appointment", visit.id))


def _situation_dates(session: Session) -> Iterator[KeyDate]:
    situation = session.get_one(Situation, ONLY)
    treatment_is_a_visit = rows(session, Appointment, kind=AppointmentKind.TREATMENT_START)
    shown = (
        (DateKind.OK_UNTIL, situation.ok_until, _("Doctor said okay until")),
        (DateKind.DECIDE_BY, situation.decide_by, _("Decide by")),
        (DateKind.TREATMENT, "" if treatment_is_a_visit else situation.treatment_start, _("Treatment planned")),
    )
    for kind, day, words in shown:
        if day:
            yield KeyDate(kind, PartialDate.from_text(day), words, ("situation", ONLY))


def _records_waiting(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    owed = (RecordStatus.ASKED, RecordStatus.PROMISED)
    for record in rows(session, Record, status=owed):
        yield Waiting(
            record.name, names.get(record.holder_id or "", record.holder), record.asked_on, ("record", record.id)
        )


def _insurance_waiting(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    carrier = next((plan.carrier for plan in rows(session, Plan, "position")), "")
    for approval in rows(session, Authorization, status=AuthorizationStatus.WAITING):
        yield Waiting(_("Prior authorization decision"), carrier, approval.asked_on, ("authorization", approval.id))
    for referral in rows(session, Referral, status=ReferralStatus.ASKED):
        yield Waiting(
            _("Referral"), names.get(referral.from_id or "", ""), referral.asked_on, ("referral", referral.id)
        )


def _reports_waiting(session: Session, names: dict[str, str]) -> Iterator[Waiting]:
    for report in rows(session, ReportRequest):
        if report.asked_on and not report.arrived_on:
            who = _("for me") if report.to_me else names.get(report.to_contact_id or "", "")
            yield Waiting(_("Report of the second opinion"), who, report.asked_on, ("report_request", report.id))


def days_since(day: str, today: date) -> int | None:
    """Return how many days ago a stored date was, or None if it is not known or in the future."""
    if not day:
        return None
    passed = (today - PartialDate.from_text(day).day).days
    return passed if passed >= 0 else None
