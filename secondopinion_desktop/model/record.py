"""Medical records on their way: who holds each, when it was asked for, sent and confirmed; and files kept with it."""

from typing import ClassVar

from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel

from secondopinion_desktop.model.choices import AskedHow, CopyForm, CopyKind, RecordStatus
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class RecordFields(Fields):
    """Domain part 4.3. `kind` is a record kind of the guidance ("R1" to "R30") or empty for the person's own."""

    name: NeededWords
    kind: str = ""
    details: Words = ""
    service_from: Day = ""
    service_to: Day = ""
    status: RecordStatus = choice(RecordStatus.TO_ASK)
    must_have: bool = False
    holder_id: str | None = link("contact")
    holder: Words = ""
    holder_contact: Words = ""
    asked_how: AskedHow = choice(AskedHow.UNANSWERED)
    asked_on: Day = ""
    asked_by: Words = ""
    asking_not_needed: bool = False
    received_by_holder_on: Day = ""
    promised_by: Day = ""
    received_on: Day = ""
    wanted: CopyKind = choice(CopyKind.UNANSWERED)
    came: CopyKind = choice(CopyKind.UNANSWERED)
    form: CopyForm = choice(CopyForm.UNANSWERED)
    cost: Words = ""
    sent_on: Day = ""
    sent_how: Words = ""
    sent_by: Words = ""
    tracking: Words = ""
    arrived_on: Day = ""
    confirmed_by: Words = ""
    return_by: Day = ""
    returned_on: Day = ""
    kept_where: Words = ""
    note: Words = ""


class Record(RecordFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class AttachmentFields(Fields):
    """A copy of a file, kept inside this file. `owner_table` and `owner_id` name the row it belongs to."""

    owner_table: str
    owner_id: str = Field(index=True)
    name: NeededWords
    media_type: str = ""
    size: int = 0
    sha256: str = Field(default="", index=True)


class Attachment(AttachmentFields, Row, table=True):
    title_field: ClassVar[str] = "name"


class AttachmentChunk(SQLModel, table=True):
    """One mebibyte of an attachment's content, found by the SHA-256 of the whole."""

    __tablename__ = "attachment_chunk"

    sha256: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)
