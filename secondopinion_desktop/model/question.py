"""Questions, and each time one is brought to a visit."""

from typing import ClassVar

from secondopinion_desktop.model.choices import AnswerStatus
from secondopinion_desktop.model.fields import NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class QuestionFields(Fields):
    """`position` orders all questions; those with `top` stand first, five at most. `bank_id`: where it came from."""

    text: NeededWords
    group: Words = ""
    bank_id: str = ""
    top: bool = False
    bring: bool = False
    position: float = 0.0
    hidden: bool = False


class Question(QuestionFields, Row, table=True):
    title_field: ClassVar[str] = "text"


class AskingFields(Fields):
    """One question at one visit, with its answer: the same question can be asked of two doctors."""

    question_id: str | None = link("question")
    appointment_id: str | None = link("appointment")
    position: float = 0.0
    answer: Words = ""
    status: AnswerStatus = choice(AnswerStatus.OPEN)


class Asking(AskingFields, Row, table=True):
    """Has no title of its own: results show the question."""
