"""Notes as they were written, the earliest first, with the key points of each visit; the words learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.notes import blocks_of_note
from secondopinion_desktop.documents.packet import Entry, Heading, Item, Paragraph, Section, Table, plain
from secondopinion_desktop.model.choices import NoteKind
from secondopinion_desktop.model.richtext import Document, DocumentError
from secondopinion_desktop.services.packets.words import full_day, joined
from secondopinion_desktop.services.timing import facts_are_old

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.note import Note
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def notes(case: Case, choice: PacketChoice) -> Section:
    """Return all notes; private ones and what the gut says only if they were chosen."""
    printed = [note for note in case.notes if choice.private_notes or not is_private(note)]
    visits = {visit.id: visit for visit in case.appointments}
    found: list[tuple[tuple[str, str], Entry]] = []
    for note in printed:
        visit = visits.get(note.appointment_id or "")
        when = (visit.day if visit else note.day).lstrip("~"), visit.time if visit else ""
        entry = _entry(case, note)
        if entry.blocks or note.title:
            found.append((when, entry))
    with_note = {note.appointment_id for note in case.notes}
    for visit in case.appointments:
        if visit.id not in with_note and any(point.appointment_id == visit.id for point in case.key_points):
            points = _key_points(case, visit.id)
            about = joined(full_day(visit.day, visit.time), case.name(visit.contact_id))
            found.append(((visit.day.lstrip("~"), visit.time), Entry(visit.title or _("Visit"), about, points)))
    blocks: list[Block] = [entry for _when, entry in sorted(found, key=lambda pair: pair[0])]
    if not blocks:
        blocks = [Paragraph(plain(_("No notes are written down yet.")))]
    return Section("notes", _("Notes"), tuple(blocks))


def is_private(note: Note) -> bool:
    """Say whether a note is for the person alone."""
    return note.private or note.kind is NoteKind.GUT


def _entry(case: Case, note: Note) -> Entry:
    visit = case.visit(note.appointment_id)
    writer = case.writers.get(note.created_by, "")
    written_by = _("written by {name}").format(name=writer) if writer else ""
    if visit is None:
        about = joined(full_day(note.day), written_by)
        return Entry(note.title or note.kind.words, about, _body(note))
    who = case.name(visit.contact_id)
    about = joined(full_day(visit.day, visit.time), who if who != visit.title else "", written_by)
    return Entry(note.title or visit.title or who or _("Visit"), about, (*_key_points(case, visit.id), *_body(note)))


def _body(note: Note) -> tuple[Block, ...]:
    if not note.body:
        return ()
    try:
        document = Document.from_json(note.body)
    except DocumentError as error:
        return (Paragraph(plain(str(error)), quiet=True),)
    return () if document.is_empty else blocks_of_note(document)


def _key_points(case: Case, appointment_id: str) -> tuple[Block, ...]:
    points = [Item(plain(point.text)) for point in case.key_points if point.appointment_id == appointment_id]
    return (Heading(plain(_("Key points")), 3), *points) if points else ()


def learned(case: Case, _choice: PacketChoice) -> Section:
    """Return the words the person learned, each with who explained it, and people to call."""
    blocks: list[Block] = []
    if case.terms:
        rows = tuple((term.word, term.meaning or _("Not known yet"), term.source) for term in case.terms)
        head = (_("Word"), _("What it means"), _("Who or what explained it"))
        blocks += [Heading(plain(_("Words we learned"))), Table(head, rows, (2, 4, 2))]
    blocks.append(Heading(plain(_("Helplines"))))
    for line in guidance.helplines():
        origin = _("{country}. Source: {source}.").format(country=line.country, source=line.source)
        blocks.append(Entry(line.name, f"{line.number}. {origin}", (Paragraph(plain(line.about)),)))
    old = facts_are_old(min(line.noted for line in guidance.helplines()))
    if old is not None:
        blocks.append(Paragraph(plain(f"{old.sees} {old.ask}"), quiet=True))
    return Section("learned", _("Words and helplines"), tuple(blocks))
