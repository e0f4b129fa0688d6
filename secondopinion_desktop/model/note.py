"""Notes: one document for each visit, and free notes."""

from typing import ClassVar

from sqlmodel import Index

from secondopinion_desktop.model.choices import NoteKind
from secondopinion_desktop.model.fields import Body, Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class NoteFields(Fields):
    """`body` is a `model.richtext` document in JSON; the empty text is an empty note."""

    title: Words = ""
    body: Body = ""
    day: Day = ""
    kind: NoteKind = choice(NoteKind.NOTE)
    appointment_id: str | None = link("appointment")
    source: Words = ""
    private: bool = False


class Note(NoteFields, Row, table=True):
    # For the latest ones on the first page, and all that the list says of each: read without the pages of their texts.
    __table_args__ = (
        Index("note_days", "day", "updated_at", "removed_at", "appointment_id", "title", "kind", "created_by", "id"),
    )
    title_field: ClassVar[str] = "title"


class TermFields(Fields):
    """A word the person learned, with who or what explained it."""

    word: NeededWords
    meaning: Words = ""
    source: Words = ""


class Term(TermFields, Row, table=True):
    title_field: ClassVar[str] = "word"
