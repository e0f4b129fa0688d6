"""The person the file is about, where they stand, and the people who write in the file."""

from typing import ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from secondopinion_desktop.model.choices import (
    Coverage,
    DecideStyle,
    InfoPreference,
    PlanChoice,
    RequestRoute,
    TalkHow,
    TrialFit,
    WhereIAm,
    Yes3,
)
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.ids import ONLY as ONLY  # noqa: PLC0414 - handed on
from secondopinion_desktop.model.row import Fields, Row, choice, link


class PersonFields(Fields):
    """Domain part 2.3, "Person"."""

    name: NeededWords
    call_me: Words = ""
    former_names: Words = ""
    birth_date: Day = ""
    phone: Words = ""
    email: Words = ""
    address: Words = ""
    language: Words = ""
    interpreter_needed: Yes3 = choice(Yes3.UNANSWERED)
    access_needs: Words = ""
    info_preference: InfoPreference = choice(InfoPreference.UNANSWERED)
    decide_style: DecideStyle = choice(DecideStyle.UNANSWERED)
    kept_by_helper: bool = False
    is_sample: bool = False


class Person(PersonFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class AuthorFields(Fields):
    """Someone who writes in this file; `relation` is empty for the person themselves."""

    name: NeededWords
    relation: Words = ""
    is_person: bool = False


class Author(AuthorFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class SituationFields(Fields):
    """Where the person stands and which dates they were given: domain parts J1, J2 and J6."""

    where_i_am: WhereIAm = choice(WhereIAm.UNANSWERED)
    reasons: list[str] = Field(default_factory=list, sa_type=JSON)
    reason_note: Words = ""
    decision_text: Words = ""
    decide_by: Day = ""
    decide_by_source: Words = ""
    worry_kinds: list[str] = Field(default_factory=list, sa_type=JSON)
    worries: Words = ""
    care_not_offered_here: list[str] = Field(default_factory=list, sa_type=JSON)
    care_not_offered_note: Words = ""
    told_it_is_rare: Yes3 = choice(Yes3.UNANSWERED)
    plan_choice: PlanChoice = choice(PlanChoice.UNANSWERED)
    gut_note: Words = ""
    coverage: Coverage = choice(Coverage.UNANSWERED)
    opener: Words = ""
    talk_date: Day = ""
    talk_how: TalkHow = choice(TalkHow.UNANSWERED)
    talked_with_id: str | None = link("contact")
    talk_said: Words = ""
    supports_it: Yes3 = choice(Yes3.UNANSWERED)
    ok_until: Day = ""
    ok_until_words: Words = ""
    ok_until_by: Words = ""
    treatment_start: Day = ""
    treatment_start_firm: Yes3 = choice(Yes3.UNANSWERED)
    told_urgent: Yes3 = choice(Yes3.UNANSWERED)
    request_route: RequestRoute = choice(RequestRoute.UNANSWERED)
    request_asked_on: Day = ""
    request_sent_on: Day = ""
    request_confirmed_by: Words = ""
    office_contact: Words = ""
    office_sends: Words = ""
    intake_phone: Words = ""
    intake_person: Words = ""
    intake_called_on: Day = ""
    intake_forms_sent_on: Day = ""
    trial_fit: TrialFit = choice(TrialFit.UNANSWERED)
    other_places: Words = ""
    report_expected: Day = ""


class Situation(SituationFields, Row, table=True):
    title_field: ClassVar[str] = "decision_text"
