"""Opinions side by side: never one over the other. Any number of them; a third is nothing special."""

from typing import ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from secondopinion_desktop.model.choices import Match, VisitHow, VisitResult, Yes3
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class OpinionFields(Fields):
    """Header of one opinion: domain part 7.4. `number` is 1, 2, 3 ... in the order they were given."""

    number: int = 1
    contact_id: str | None = link("contact")
    doctor: Words = ""
    specialty: Words = ""
    place: Words = ""
    day: Day = ""
    how: VisitHow = choice(VisitHow.UNANSWERED)
    slides_reread: Yes3 = choice(Yes3.UNANSWERED)
    pictures_reread: Yes3 = choice(Yes3.UNANSWERED)
    exam_done: Yes3 = choice(Yes3.UNANSWERED)
    report_in_hand: Yes3 = choice(Yes3.UNANSWERED)
    team_meeting: Yes3 = choice(Yes3.UNANSWERED)
    headline: VisitResult = choice(VisitResult.UNANSWERED)
    summary: Words = ""


class Opinion(OpinionFields, Row, table=True):
    title_field: ClassVar[str] = "doctor"


class TopicFields(Fields):
    """One row of the comparison. `key` is a comparison row of the guidance, or empty for the person's own topic."""

    key: str = ""
    block: str = ""
    name: NeededWords
    position: float = 0.0
    match: Match = choice(Match.NOT_SURE)
    matters: int | None = None
    why_differ: list[str] = Field(default_factory=list, sa_type=JSON)
    question: Words = ""
    ask_whom: Words = ""
    answer: Words = ""
    settled: bool = False
    shown: bool = True
    private: bool = False


class Topic(TopicFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class StatementFields(Fields):
    """What one opinion says on one topic, in the person's words."""

    topic_id: str | None = link("topic")
    opinion_id: str | None = link("opinion")
    text: Words = ""


class Statement(StatementFields, Row, table=True):
    title_field: ClassVar[str] = "text"
