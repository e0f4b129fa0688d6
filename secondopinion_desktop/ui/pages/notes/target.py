"""What is open on the notes page: a visit with or without a note, a free note, or one that is not in the file yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.richtext import Document, DocumentError, visit_template
from secondopinion_desktop.ui.pages.notes import words

if TYPE_CHECKING:
    from datetime import datetime

    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.note import Note
    from secondopinion_desktop.services.file import OpenFile


@dataclass(frozen=True)
class Opened:
    """The rows of one entry as they were read. `document` is None for a text this version cannot read: `trouble`."""

    visit: Appointment | None
    note: Note | None
    document: Document | None
    trouble: UserError | None = None

    @property
    def title(self) -> str:
        """The title a person gave; the note's own counts more than the visit's."""
        return (self.note.title if self.note else "") or (self.visit.title if self.visit else "")

    @property
    def saved_at(self) -> datetime | None:
        """When the text was last saved, None while there is none."""
        return self.note.updated_at if self.note and self.note.body else None

    @property
    def is_only_offered(self) -> bool:
        """Whether nobody has written about this visit yet."""
        return self.visit is not None and not (self.note and self.note.body)

    def offered(self) -> Document:
        """Return what to show: the text, or for a visit nobody has written about, three headings to write under."""
        if self.is_only_offered:
            return visit_template(*guidance.visit_headings())
        return self.document or Document()


def read(file: OpenFile, appointment_id: str, note_id: str) -> Opened:
    """Read a visit, a note, or both. Raises UserError if they are no longer in the file."""
    visit = file.appointments.get(appointment_id) if appointment_id else None
    note = file.notes.get(note_id) if note_id else None
    try:
        return Opened(visit, note, Document.from_json(note.body if note else ""))
    except DocumentError as error:
        return Opened(visit, note, None, error)


def meta_words(file: OpenFile, opened: Opened) -> str:
    """Return "Tue, Feb 17, 2:00 PM · Dr. Anita Rao · Riverside Hospital"."""
    if opened.visit is not None:
        visit = opened.visit
        place = " ".join(visit.place.split())
        return words.joined(words.when(visit.day, visit.time), file.contacts.name_of(visit.contact_id), place)
    if opened.note is not None:
        return words.joined(words.when(opened.note.day), file.notes.signature(opened.note).made_by)
    return _("A new note")


def signature_words(file: OpenFile, opened: Opened) -> str:
    """Return who began the note and who wrote last, where two people did."""
    if opened.note is None:
        return ""
    who = file.notes.signature(opened.note)
    if not who.changed_by or who.changed_by == who.made_by:
        return ""
    return _("Begun by {maker}, last written by {writer}").format(maker=who.made_by, writer=who.changed_by)
