"""Weighing it up: options, good and hard points, how sure one feels, the decision. No totals, no order by rating."""

from typing import ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from secondopinion_desktop.model.choices import Side, StageOfChoice, Yes3
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class OptionFields(Fields):
    """One way to go: domain parts 2.3 and 7.2. Treatment and place are two things (S3)."""

    name: NeededWords
    treatment: Words = ""
    place: Words = ""
    raised_by: Words = ""
    new_to_me: bool = False
    goal: Words = ""
    time: Words = ""
    cost: Words = ""
    travel: Words = ""
    is_trial: Yes3 = choice(Yes3.UNANSWERED)
    offered_there: Words = ""
    benefits: Words = ""
    risks: Words = ""
    alternatives: Words = ""
    if_nothing: Words = ""
    position: float = 0.0


class Option(OptionFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class PointFields(Fields):
    """A good or hard point of an option (or, with no option, something that matters). `matters` is 0 to 5, in words."""

    option_id: str | None = link("option")
    side: Side = choice(Side.GOOD)
    text: NeededWords
    source: Words = ""
    matters: int | None = None
    position: float = 0.0


class Point(PointFields, Row, table=True):
    title_field: ClassVar[str] = "text"


class DecisionFields(Fields):
    stage: StageOfChoice = choice(StageOfChoice.UNANSWERED)
    role_wanted: Words = ""
    helpers: Words = ""
    pressure_felt: Yes3 = choice(Yes3.UNANSWERED)
    leaning_id: str | None = link("option")
    text: Words = ""
    decided_on: Day = ""
    decided_by: Words = ""
    next_check: Day = ""
    care_by_id: str | None = link("contact")
    care_where: Words = ""
    handover: list[str] = Field(default_factory=list, sa_type=JSON)
    first_thoughts: Words = ""
    parked: Words = ""


class Decision(DecisionFields, Row, table=True):
    title_field: ClassVar[str] = "text"


class SelfCheckFields(Fields):
    """How the person feels, before (`when` is "before") or now ("now"). Private.

    `kind` names the check: "confidence" (`answer` is a Confidence, "1" to "5"), "feeling" (a Feeling), or a line of the
    clear-check (a Yes3).
    """

    kind: str
    answer: str = ""
    when: str = Field(default="before")
    day: Day = ""
    note: Words = ""


class SelfCheck(SelfCheckFields, Row, table=True):
    __tablename__ = "self_check"
    title_field: ClassVar[str] = "note"
