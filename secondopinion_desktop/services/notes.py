"""Notes: one list of visits and free notes by date, and the text of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import NoteKind
from secondopinion_desktop.model.handles import Appointment, Note, Term
from secondopinion_desktop.services.rows import Rows
from secondopinion_desktop.storage import notes as queries
from secondopinion_desktop.storage.revisions import kept_values
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from datetime import datetime

    from secondopinion_desktop.storage.unit import Unit


def _has_words(body: str) -> bool:
    from secondopinion_desktop.model.richtext import Document, DocumentError  # noqa: PLC0415 - the first page needs none

    try:
        return not Document.from_json(body).is_empty
    except DocumentError:
        return False


class Entry(NamedTuple):
    """One line of the list: a visit with or without a note, or a free note."""

    appointment_id: str
    note_id: str
    day: str
    time: str
    title: str
    who: str
    kind: str

    @property
    def key(self) -> str:
        """The id that stands for the entry: the visit's, or the free note's."""
        return self.appointment_id or self.note_id


@dataclass(frozen=True)
class Signature:
    """Who made a note and who changed it last (names, maybe empty)."""

    made_by: str
    changed_by: str


@dataclass(frozen=True)
class EarlierText:
    """What a note said (a document in JSON) from `when` (UTC) on, and the name of who wrote it, maybe empty."""

    when: datetime
    who: str
    body: str


class Notes(Rows[Note]):
    table = Note
    order = ("-day",)
    adding = N_("Add note")
    changing = N_("Change note")
    removing = N_("Remove note")

    def entries(self, text: str = "") -> list[Entry]:
        """Return visits and free notes, newest first; only those that hold all words of `text`, if there is any."""
        with self.store.database.reading() as session:
            return [Entry._make(row) for row in queries.entries(session, text)]

    def write_new(self, title: str = "", body: str = "", kind: NoteKind = NoteKind.NOTE) -> Note:
        """Add a free note of today."""
        return self.add(title=title, body=body, kind=kind, day=clock.today().isoformat())

    def of_visit(self, appointment_id: str) -> Note:
        """Return the note of a visit; it is made when first asked for."""
        with self.store.database.reading() as session:
            found = rows(session, Note, appointment_id=appointment_id)
        if found:
            return found[0]
        visit = self.store.get(Appointment, appointment_id)
        with self.store.writing(_(self.adding), undoable=False) as unit:
            return self._visit_note(unit, appointment_id, visit.day if visit else "")

    def id_of_visit(self, appointment_id: str) -> str:
        """Return the id of a visit's note, or an empty text while nothing was written there."""
        with self.store.database.reading() as session:
            return next((note.id for note in rows(session, Note, appointment_id=appointment_id)), "")

    def save_body(self, note_id: str, body: str, *, origin: object | None = None) -> None:
        """Save the text of a note (a document in JSON). When this returns, it is on the disk."""
        with self.store.writing(_("Write"), origin=origin, undoable=False) as unit:
            unit.change(Note, note_id, body=body)

    def add_to_visit(self, appointment_id: str, words: str) -> None:
        """Put words at the end of a visit's note. It stays, also when the visit was removed."""
        from secondopinion_desktop.model.richtext import Document  # noqa: PLC0415 - the first page needs none

        note = self.of_visit(appointment_id)
        before = Document.from_json(note.body) if note.body else Document()
        added = Document.from_plain(words)
        both = added if before.is_empty else Document((*before.blocks, *added.blocks))
        self.save_body(note.id, both.to_json())

    def earlier(self, note_id: str) -> list[EarlierText]:
        """Return what a note said before, the latest first: without what it says now, and without empty texts."""
        now, found = self.get(note_id).body, []
        with self.store.database.reading() as session:
            for version in kept_values(session, note_id, "body"):
                body = version.value
                if body != now and _has_words(body):
                    found.append(EarlierText(version.wall_time, queries.author_name(session, version.author_id), body))
        return [text for place, text in enumerate(found) if not place or text.body != found[place - 1].body]

    def signature(self, note: Note) -> Signature:
        """Return the names of who made a note and who wrote in it last."""
        with self.store.database.reading() as session:
            return Signature(*(queries.author_name(session, who) for who in (note.created_by, note.updated_by)))

    def recent(self, limit: int = 3) -> list[tuple[Note, str]]:
        """Return the notes with text that were written for the latest days, each with its writer's name."""
        with self.store.database.reading() as session:
            found = queries.recent(session, limit)
            return [(note, queries.author_name(session, note.updated_by)) for note in found]

    def any_written(self) -> bool:
        """Return whether there is a note with text."""
        with self.store.database.reading() as session:
            return queries.any_written(session)

    @staticmethod
    def _visit_note(unit: Unit, appointment_id: str, day: str) -> Note:
        return unit.add(Note(kind=NoteKind.VISIT, appointment_id=appointment_id, day=day))


class Terms(Rows[Term]):
    """Words the person learned."""

    table = Term
    order = ("word",)
    adding = N_("Add word")
    changing = N_("Change word")
    removing = N_("Remove word")
