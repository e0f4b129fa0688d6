"""The key dates of the file in one line. Facts only: no rule is applied here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentKind
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.handles import Appointment, Opinion, Situation
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.model.timing import SET_ASIDE
from secondopinion_desktop.services.appointments import start_of_treatment
from secondopinion_desktop.services.waiting import Waiting, waiting_in
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
    REPORT = "report"
    TREATMENT = "treatment"


@dataclass(frozen=True)
class KeyDate:
    """One point of the line: its day, what it is, and the row to open (table, id)."""

    kind: DateKind
    day: PartialDate
    words: str
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


def _opinion_dates(session: Session) -> Iterator[KeyDate]:
    first = next(iter(rows(session, Opinion, number=1)), None)
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
        if visit.day and visit.kind in shown and visit.status not in SET_ASIDE:
            kind, words = shown[visit.kind]
            yield KeyDate(kind, PartialDate.from_text(visit.day), words, ("appointment", visit.id))


def _situation_dates(session: Session) -> Iterator[KeyDate]:
    situation = session.get_one(Situation, ONLY)
    start = start_of_treatment(rows(session, Appointment, kind=AppointmentKind.TREATMENT_START))
    treatment = situation.treatment_start if start is None or not start.day else ""
    shown = (
        (DateKind.OK_UNTIL, situation.ok_until, _("Doctor said okay until")),
        (DateKind.DECIDE_BY, situation.decide_by, _("Decide by")),
        (DateKind.REPORT, situation.report_expected, _("Report expected")),
        (DateKind.TREATMENT, treatment, _("Treatment planned")),
    )
    for kind, day, words in shown:
        if day:
            yield KeyDate(kind, PartialDate.from_text(day), words, ("situation", ONLY))


def days_since(day: str, today: date) -> int | None:
    """Return how many days ago a stored date was, or None if it is not known or in the future."""
    if not day:
        return None
    passed = (today - PartialDate.from_text(day).day).days
    return passed if passed >= 0 else None
