"""The facts the date rules look at: dates and answers as the person gave them, and nothing of the illness itself.

Parts of it are named tuples, which take a fifth of the time to define: Overview asks the rules at every start.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AuthorizationStatus,
    InfoPreference,
    Network,
    PlanChoice,
    RecordStatus,
    ReferralStatus,
    Yes3,
)
from secondopinion_desktop.model.dates import PartialDate, Precision

STILL_TO_COME = (AppointmentStatus.WANTED, AppointmentStatus.PLANNED)
OWN_CARE = (
    AppointmentKind.OWN_DOCTOR,
    AppointmentKind.TEST,
    AppointmentKind.TREATMENT_START,
    AppointmentKind.OTHER,
)
"""Kinds of visit that belong to the care one has already: before one of them goes, the care team is asked (W7)."""
SET_ASIDE = (AppointmentStatus.CANCELED, AppointmentStatus.ON_HOLD)
"""Visits that do not take place on the day that was written down for them."""
RECORDS_LEAD = timedelta(days=7)
"""How long before a visit its records are needed, where the clinic gave no day: a planning default, domain 6.3."""


class Visit(NamedTuple):
    """One appointment. `questions` are brought to it; `has_result`: a note, a key point or an answer came of it."""

    id: str
    kind: AppointmentKind = AppointmentKind.SECOND_OPINION
    status: AppointmentStatus = AppointmentStatus.PLANNED
    day: PartialDate | None = None
    records_needed_by: PartialDate | None = None
    name: str = ""
    has_companion: bool = False
    has_result: bool = False
    has_price: bool = False
    questions: int = 0

    @property
    def needed_by(self) -> PartialDate | None:
        """The day its records are needed: the clinic's own, else a week before the visit."""
        if self.records_needed_by or self.day is None:
            return self.records_needed_by
        vague = self.day.precision is not Precision.EXACT
        return PartialDate(self.day.earliest - RECORDS_LEAD, Precision.ABOUT_DAY if vague else Precision.EXACT)


class Report(NamedTuple):
    """A report asked of the second doctor."""

    visit_id: str = ""
    due: PartialDate | None = None
    arrived: bool = False


class Paper(NamedTuple):
    """One medical record. `is_thing`: slides, blocks or a disc, which travel by hand or courier."""

    id: str
    name: str = ""
    status: RecordStatus = RecordStatus.TO_ASK
    must_have: bool = False
    is_thing: bool = False
    holder: str = ""
    asked_on: PartialDate | None = None
    received_by_holder_on: PartialDate | None = None
    promised_by: PartialDate | None = None


class Approval(NamedTuple):
    """A prior authorization of the plan."""

    id: str
    needed: Yes3 = Yes3.UNANSWERED
    status: AuthorizationStatus = AuthorizationStatus.NOT_ASKED
    number: str = ""
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


class Referral(NamedTuple):
    id: str
    needed: Yes3 = Yes3.UNANSWERED
    status: ReferralStatus = ReferralStatus.NOT_ASKED
    valid_to: PartialDate | None = None


class Denial(NamedTuple):
    """The plan said no. `filed`: an appeal is on its way, or has a result."""

    id: str
    denied_on: PartialDate | None = None
    appeal_by: PartialDate | None = None
    filed: bool = False


class Doctor(NamedTuple):
    """A doctor whose view is asked. `first`: the one who made the diagnosis."""

    id: str
    name: str = ""
    specialty: str = ""
    first: bool = False
    same_group: Yes3 = Yes3.UNANSWERED


class Difference(NamedTuple):
    """A topic on which the person marked two opinions as different. `asked`: with a question or a note."""

    id: str
    name: str = ""
    asked: bool = False


class Promise(NamedTuple):
    """Something that was to happen on a day, and has no result yet: (table, id) of its row."""

    target: tuple[str, str]
    day: PartialDate
    name: str = ""


class Span(NamedTuple):
    """Two days of one thing, of which the first cannot lie after the last."""

    target: tuple[str, str]
    start: PartialDate
    end: PartialDate
    name: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything the rules compare, as of `today`. What is not known is empty, None or unanswered.

    `talk_begun`, `booking_begun`: domain J2 and J4 were begun. `treatment_row`: where the start is kept (table, id).
    `confidence` is 1 to 5, None if not said.
    """

    today: date
    treatment_start: PartialDate | None = None
    treatment_firm: Yes3 = Yes3.UNANSWERED
    treatment_row: tuple[str, str] = ("situation", "")
    ok_until: PartialDate | None = None
    ok_until_words: str = ""
    decide_by: PartialDate | None = None
    report_expected: PartialDate | None = None
    diagnosed_on: PartialDate | None = None
    told_urgent: Yes3 = Yes3.UNANSWERED
    plan_choice: PlanChoice = PlanChoice.UNANSWERED
    not_needed: bool = False
    talk_begun: bool = False
    booking_begun: bool = False
    visits: tuple[Visit, ...] = ()
    reports: tuple[Report, ...] = ()
    papers: tuple[Paper, ...] = ()
    approvals: tuple[Approval, ...] = ()
    referrals: tuple[Referral, ...] = ()
    networks: tuple[Network, ...] = ()
    has_estimate: bool = False
    denials: tuple[Denial, ...] = ()
    doctors: tuple[Doctor, ...] = ()
    differences: tuple[Difference, ...] = ()
    top_questions: int = 0
    decided: bool = False
    confidence: int | None = None
    promises: tuple[Promise, ...] = ()
    spans: tuple[Span, ...] = ()
    info_preference: InfoPreference = InfoPreference.UNANSWERED

    @property
    def second_visits(self) -> list[Visit]:
        """The second-opinion visits that are wanted or planned and have not passed, dated or not."""
        return [
            visit
            for visit in self.visits
            if visit.kind is AppointmentKind.SECOND_OPINION
            and visit.status in STILL_TO_COME
            and (visit.day is None or visit.day.latest >= self.today)
        ]

    @property
    def past_second_visits(self) -> list[Visit]:
        """The second-opinion visits whose day has passed, and that were not called off."""
        return [
            visit
            for visit in self.visits
            if visit.kind is AppointmentKind.SECOND_OPINION
            and visit.status not in SET_ASIDE
            and visit.day is not None
            and visit.day.latest < self.today
        ]

    @property
    def report_arrived(self) -> bool:
        """Whether a report was asked for and all that were have come."""
        return bool(self.reports) and all(report.arrived for report in self.reports)
