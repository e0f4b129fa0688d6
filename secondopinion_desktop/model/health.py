"""The health story, in the words of the reports: families copy text, they do not code."""

from typing import ClassVar

from secondopinion_desktop.model.choices import HealthFactKind, StageKind, TreatmentKind, Yes3
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class DiagnosisFields(Fields):
    """Domain part 2.3, "Diagnosis"; field names follow what cancer-record standards hold (HL7 mCODE STU4)."""

    name: Words = ""
    site: Words = ""
    side: Words = ""
    diagnosed_on: Day = ""
    stage: Words = ""
    stage_kind: StageKind = choice(StageKind.UNANSWERED)
    grade: Words = ""
    spread: Words = ""
    told_it_is_rare: Yes3 = choice(Yes3.UNANSWERED)
    told_by_id: str | None = link("contact")
    told_on: Day = ""
    note: Words = ""


class Diagnosis(DiagnosisFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class MarkerFields(Fields):
    diagnosis_id: str | None = link("diagnosis")
    name: NeededWords
    result: Words = ""
    tested_on: Day = ""


class Marker(MarkerFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class TreatmentFields(Fields):
    """Care already given: domain part 2.3, "Treatment given"."""

    kind: TreatmentKind = choice(TreatmentKind.OTHER)
    name: NeededWords
    started_on: Day = ""
    ended_on: Day = ""
    place: Words = ""
    contact_id: str | None = link("contact")
    dose: Words = ""
    effect: Words = ""
    side_effects: Words = ""
    why_stopped: Words = ""


class Treatment(TreatmentFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class HealthFactFields(Fields):
    """Other illnesses, operations, medicines, allergies, family history, daily ability."""

    kind: HealthFactKind = choice(HealthFactKind.ILLNESS)
    name: NeededWords
    detail: Words = ""
    since: Day = ""


class HealthFact(HealthFactFields, Row, table=True):
    __tablename__ = "health_fact"
    title_field: ClassVar[str] = "name"
