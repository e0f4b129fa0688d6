"""Visits, calls and tests, and the talks that go with them."""

from typing import ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    DoctorsTalk,
    VisitHow,
    VisitResult,
    Yes3,
)
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class AppointmentFields(Fields):
    """Domain part 2.3, "Appointment", and J4, J7, J8. `time` is "HH:MM" in the place's own time, or empty."""

    title: Words = ""
    kind: AppointmentKind = choice(AppointmentKind.SECOND_OPINION)
    status: AppointmentStatus = choice(AppointmentStatus.PLANNED)
    day: Day = ""
    time: str = ""
    zone: str = ""
    contact_id: str | None = link("contact")
    place: Words = ""
    how: VisitHow = choice(VisitHow.UNANSWERED)
    length_minutes: int | None = None
    arrive_by: Words = ""
    bring: Words = ""
    companion_id: str | None = link("contact")
    said_second_opinion: bool = False
    cancel_list: Yes3 = choice(Yes3.UNANSWERED)
    interpreter: Yes3 = choice(Yes3.UNANSWERED)
    travel_note: Words = ""
    self_pay_quote: Words = ""
    records_wanted: Words = ""
    records_needed_by: Day = ""
    intake_contact: Words = ""
    background_sent: list[str] = Field(default_factory=list, sa_type=JSON)
    background_sent_on: Day = ""
    note_taker_id: str | None = link("contact")
    recording_ok: Yes3 = choice(Yes3.UNANSWERED)
    recording_where: Words = ""
    result: VisitResult = choice(VisitResult.UNANSWERED)
    doctors_talk: DoctorsTalk = choice(DoctorsTalk.NOT_ASKED)
    doctors_talk_on: Day = ""
    doctors_talk_note: Words = ""
    slides_back_on: Day = ""


class Appointment(AppointmentFields, Row, table=True):
    title_field: ClassVar[str] = "title"


class KeyPointFields(Fields):
    """Up to five points a person writes the same day."""

    appointment_id: str | None = link("appointment")
    text: NeededWords
    position: float = 0.0


class KeyPoint(KeyPointFields, Row, table=True):
    __tablename__ = "key_point"
    title_field: ClassVar[str] = "text"


class ReportRequestFields(Fields):
    """A report asked of the second doctor, one row for each person who should get it: domain part J8."""

    appointment_id: str | None = link("appointment")
    to_contact_id: str | None = link("contact")
    to_me: bool = False
    sent_how: Words = ""
    asked_on: Day = ""
    due: Day = ""
    arrived_on: Day = ""
    read_on: Day = ""
    note: Words = ""


class ReportRequest(ReportRequestFields, Row, table=True):
    __tablename__ = "report_request"
    title_field: ClassVar[str] = "note"
