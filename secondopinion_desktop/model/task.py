"""Steps and their tasks. Nothing is ever locked."""

from typing import ClassVar

from sqlmodel import Field

from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice


class TaskFields(Fields):
    """One action of one step. `who` is in words ("Claire", "my doctor's office"); `guidance_id`: where it came from.

    `put_aside`: the status it had before it was put aside because it does not fit who pays; "" for all others.
    """

    step: str = Field(index=True)
    title: NeededWords
    who: Words = ""
    due: Day = ""
    status: TaskStatus = choice(TaskStatus.OPEN)
    done_on: Day = ""
    note: Words = ""
    position: float = 0.0
    guidance_id: str = ""
    put_aside: str = ""


class Task(TaskFields, Row, table=True):
    title_field: ClassVar[str] = "title"


class StepStateFields(Fields):
    """What the person says of a step; `status` empty means: it follows the tasks. The row's id is the step's key.

    `before`: the status to go back to, where the step was put away because the person wants no second opinion.
    """

    status: str = ""
    before: str | None = None
    reason: Words = ""


class StepState(StepStateFields, Row, table=True):
    __tablename__ = "step_state"
    title_field: ClassVar[str] = "reason"


class ReminderAnswerFields(Fields):
    """How a person answered a date reminder, and on which day; silent until `facts` (the dates it compared) change."""

    rule: str = Field(index=True)
    facts: str = ""
    answer: str = ""
    day: Day = ""
    until: Day = ""
    note: Words = ""


class ReminderAnswer(ReminderAnswerFields, Row, table=True):
    __tablename__ = "reminder_answer"
    title_field: ClassVar[str] = "note"
