"""Everything a summary can say, read in one transaction: one state of the file, whatever is typed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, TaskStatus
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.handles import (
    Appointment,
    Asking,
    Author,
    Authorization,
    Call,
    Contact,
    Decision,
    Denial,
    Diagnosis,
    Expense,
    HealthFact,
    KeyPoint,
    Marker,
    NetworkCheck,
    Note,
    Opinion,
    Option,
    Person,
    Plan,
    Point,
    Question,
    Record,
    Referral,
    ReminderAnswer,
    ReportRequest,
    SelfCheck,
    Situation,
    Statement,
    StepState,
    Task,
    Term,
    Topic,
    Treatment,
)
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.services.packets.choice import MadeFor, Part
from secondopinion_desktop.services.timeline import KeyDate, key_dates_in
from secondopinion_desktop.services.timing import OpenNotice, open_in
from secondopinion_desktop.services.waiting import Waiting, waiting_in
from secondopinion_desktop.storage.begun import steps_begun
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from datetime import date

    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.storage import Session
    from secondopinion_desktop.storage.store import Store

_NOT_TAKING_PLACE = (AppointmentStatus.CANCELED, AppointmentStatus.ON_HOLD)


@dataclass(frozen=True)
class Case:
    """The rows of one moment. Contacts that were removed are still in `names`, since old visits name them."""

    today: date
    person: Person
    situation: Situation
    names: dict[str, str]
    writers: dict[str, str]
    contacts: list[Contact]
    appointments: list[Appointment]
    key_dates: list[KeyDate]
    waiting: list[Waiting]
    notices: list[OpenNotice]
    answers: list[ReminderAnswer]
    diagnoses: list[Diagnosis]
    markers: list[Marker]
    treatments: list[Treatment]
    facts: list[HealthFact]
    opinions: list[Opinion]
    topics: list[Topic]
    statements: dict[tuple[str, str], str]
    questions: list[Question]
    askings: list[Asking]
    notes: list[Note]
    key_points: list[KeyPoint]
    terms: list[Term]
    records: list[Record]
    reports: list[ReportRequest]
    plans: list[Plan]
    referrals: list[Referral]
    authorizations: list[Authorization]
    checks: list[NetworkCheck]
    denials: list[Denial]
    expenses: list[Expense]
    calls: list[Call]
    tasks: list[Task]
    step_states: dict[str, str]
    steps_begun: frozenset[str]
    step_reasons: dict[str, str]
    options: list[Option]
    points: list[Point]
    decision: Decision | None
    checks_of_self: dict[tuple[str, str], SelfCheck]

    def name(self, contact_id: str | None) -> str:
        """Return a contact's name, or an empty text."""
        return self.names.get(contact_id or "", "")

    def visit(self, appointment_id: str | None) -> Appointment | None:
        """Return an appointment that was not removed, or None."""
        return next((visit for visit in self.appointments if visit.id == appointment_id), None)

    @property
    def upcoming(self) -> list[Appointment]:
        """Return the appointments that take place today or later, earliest first."""
        return [
            visit
            for visit in self.appointments
            if visit.day
            and visit.status not in _NOT_TAKING_PLACE
            and PartialDate.from_text(visit.day).latest >= self.today
        ]

    @property
    def next_visit(self) -> Appointment | None:
        """Return the next second-opinion visit, or None."""
        return next((visit for visit in self.upcoming if visit.kind is AppointmentKind.SECOND_OPINION), None)

    @property
    def is_begun(self) -> bool:
        """Whether something was done with the steps: a task, or a word about a step."""
        return any(self.step_states.values()) or any(task.status is not TaskStatus.OPEN for task in self.tasks)

    @property
    def is_booked(self) -> bool:
        """Whether a second-opinion visit has a day, in the past or to come."""
        return any(
            visit.day and visit.kind is AppointmentKind.SECOND_OPINION and visit.status not in _NOT_TAKING_PLACE
            for visit in self.appointments
        )


def read(store: Store, choice: PacketChoice) -> Case:
    """Return the file as it is now. Notes, the only rows that can be many, are read only if they are spoken of."""
    with store.database.reading() as session:
        return _case(session, with_notes=Part.NOTES in choice or choice.made_for is MadeFor.FAMILY)


def _case(session: Session, *, with_notes: bool) -> Case:
    old = {contact.id: contact.name for contact in rows(session, Contact, removed=True)}
    contacts = rows(session, Contact, "-starred", "name")
    states = rows(session, StepState)
    return Case(
        today=clock.today(),
        person=session.get_one(Person, ONLY),
        situation=session.get_one(Situation, ONLY),
        names={**old, **{contact.id: contact.name for contact in contacts}},
        writers={author.id: author.name for author in rows(session, Author)},
        contacts=contacts,
        appointments=sorted(rows(session, Appointment), key=_when),
        key_dates=key_dates_in(session),
        waiting=waiting_in(session),
        notices=open_in(session, clock.today()),
        answers=rows(session, ReminderAnswer, "day"),
        diagnoses=rows(session, Diagnosis),
        markers=rows(session, Marker),
        treatments=sorted(rows(session, Treatment), key=lambda treatment: treatment.started_on.lstrip("~")),
        facts=rows(session, HealthFact, "name"),
        opinions=rows(session, Opinion, "number"),
        topics=rows(session, Topic, "position"),
        statements={(s.topic_id or "", s.opinion_id or ""): s.text for s in rows(session, Statement)},
        questions=rows(session, Question, "-top", "position", hidden=False),
        askings=rows(session, Asking, "position"),
        notes=rows(session, Note) if with_notes else [],
        key_points=rows(session, KeyPoint, "position"),
        terms=rows(session, Term, "word"),
        records=rows(session, Record),
        reports=rows(session, ReportRequest),
        plans=rows(session, Plan, "position"),
        referrals=rows(session, Referral),
        authorizations=rows(session, Authorization),
        checks=rows(session, NetworkCheck, "subject"),
        denials=rows(session, Denial, "denied_on"),
        expenses=rows(session, Expense, "day"),
        calls=sorted(rows(session, Call), key=lambda call: (call.day.lstrip("~"), call.time), reverse=True),
        tasks=rows(session, Task, "position"),
        step_states={state.id: state.status for state in states},
        step_reasons={state.id: state.reason for state in states},
        steps_begun=steps_begun(session),
        options=rows(session, Option, "position"),
        points=rows(session, Point, "position"),
        decision=next(iter(rows(session, Decision)), None),
        checks_of_self={(check.kind, check.when): check for check in rows(session, SelfCheck)},
    )


def _when(visit: Appointment) -> tuple[bool, str, str]:
    return (not visit.day, visit.day.lstrip("~"), visit.time)
