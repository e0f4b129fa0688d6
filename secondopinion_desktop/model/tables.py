"""All tables, so that one import makes the whole schema known."""

from sqlmodel import SQLModel

from secondopinion_desktop.model.appointment import Appointment, KeyPoint, ReportRequest
from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.model.decision import Decision, Option, Point, SelfCheck
from secondopinion_desktop.model.health import Diagnosis, HealthFact, Marker, Treatment
from secondopinion_desktop.model.insurance import (
    Authorization,
    Call,
    Denial,
    Expense,
    NetworkCheck,
    Plan,
    Referral,
)
from secondopinion_desktop.model.note import Note, Term
from secondopinion_desktop.model.opinion import Opinion, Statement, Topic
from secondopinion_desktop.model.person import Author, Person, Situation
from secondopinion_desktop.model.question import Asking, Question
from secondopinion_desktop.model.record import Attachment, AttachmentChunk, Record
from secondopinion_desktop.model.revision import Device, MergeEntry, Revision, Setting
from secondopinion_desktop.model.row import Row
from secondopinion_desktop.model.task import ReminderAnswer, StepState, Task

ROWS: tuple[type[Row], ...] = (
    Appointment,
    Asking,
    Attachment,
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
"""Every table whose rows a person makes, changes or removes."""

PLUMBING: tuple[type[SQLModel], ...] = (AttachmentChunk, Device, MergeEntry, Revision, Setting)
"""Tables the program keeps for itself."""

BY_NAME: dict[str, type[Row]] = {str(row.__tablename__): row for row in ROWS}
METADATA = SQLModel.metadata
