"""Notes as they were written, the earliest first, with the key points of each visit; the words learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.notes import blocks_of_note, without_empty_headings
from secondopinion_desktop.documents.packet import Entry, Fields, Heading, Item, Paragraph, Run, Section, Table, plain
from secondopinion_desktop.model.choices import NoteKind
from secondopinion_desktop.model.richtext import Document, DocumentError
from secondopinion_desktop.services.packets.choice import MadeFor, Part
from secondopinion_desktop.services.packets.words import full_day, joined, lines, said_by, short_day, unbroken
from secondopinion_desktop.services.timing import about_helplines

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block, Runs
    from secondopinion_desktop.guidance.weighing import Helpline
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.note import Note, Term
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def notes(case: Case, choice: PacketChoice) -> Section:
    """Return all notes; private ones, what the gut says, and the key points of visits only if they were chosen."""
    with_points = Part.KEY_POINTS in choice
    printed = [note for note in case.notes if choice.private_notes or not is_private(note)]
    found: list[tuple[tuple[str, str], Entry]] = []
    told: set[str] = set()  # the visits whose key points stand on the paper
    for note in printed:
        visit = case.visit(note.appointment_id)
        points = _key_points(case, visit.id) if visit and with_points and visit.id not in told else ()
        told |= {visit.id} if visit else set()
        entry = _entry(case, note, points)
        if entry.blocks or note.title:
            found.append((_when(visit, note.day), entry))
    for visit in case.appointments if with_points else ():
        points = _key_points(case, visit.id)
        if points and visit.id not in told:
            about = joined(full_day(visit.day, visit.time), case.name(visit.contact_id))
            found.append((_when(visit, ""), Entry(visit.title or _("Visit"), about, points)))
    return Section("notes", _("Notes"), tuple(entry for _day, entry in sorted(found, key=_day_and_time)))


def key_points(case: Case, choice: PacketChoice) -> Section | None:
    """Return the key points of each visit, for who does not read all notes: there, they stand with the visit."""
    if Part.NOTES in choice:
        return None
    pairs = tuple(
        (joined(case.name(visit.contact_id) or visit.title or _("Visit"), short_day(visit.day)), lines(*points))
        for visit in case.appointments
        if (points := [point.text for point in case.key_points if point.appointment_id == visit.id])
    )
    return Section("key-points", _("Key points"), (Fields(pairs),) if pairs else ())


def _when(visit: Appointment | None, day: str) -> tuple[str, str]:
    return (visit.day if visit else day).lstrip("~"), visit.time if visit else ""


def _day_and_time(found: tuple[tuple[str, str], Entry]) -> tuple[str, str]:
    return found[0]


def is_private(note: Note) -> bool:
    """Say whether a note is for the person alone."""
    return note.private or note.kind is NoteKind.GUT


def is_worth_printing(note: Note) -> bool:
    """Say whether others may read a note, and something is written in it."""
    return not is_private(note) and bool(note.body or note.title)


def _entry(case: Case, note: Note, points: tuple[Block, ...]) -> Entry:
    visit = case.visit(note.appointment_id)
    writer = case.writers.get(note.created_by, "")
    written_by = _("written by {name}").format(name=writer) if writer else ""
    if visit is None:
        about = joined(full_day(note.day), note.source, written_by)
        return Entry(note.title or note.kind.words, about, _body(note))
    who = case.name(visit.contact_id)
    about = joined(full_day(visit.day, visit.time), who if who != visit.title else "", note.source, written_by)
    return Entry(note.title or visit.title or who or _("Visit"), about, (*points, *_body(note)))


def _body(note: Note) -> tuple[Block, ...]:
    if not note.body:
        return ()
    try:
        document = Document.from_json(note.body)
    except DocumentError as error:
        return (Paragraph(plain(str(error)), quiet=True),)
    shown = without_empty_headings(document, guidance.visit_headings())
    return () if shown.is_empty else blocks_of_note(shown)


def _key_points(case: Case, appointment_id: str) -> tuple[Block, ...]:
    points = [Item(plain(point.text)) for point in case.key_points if point.appointment_id == appointment_id]
    return (Heading(plain(_("Key points")), 3), *points) if points else ()


def learned(case: Case, choice: PacketChoice) -> Section:
    """Return the words the person learned, each with who explained it, and people to call."""
    blocks: list[Block] = []
    if case.terms:
        rows = tuple((term.word, _meaning(term)) for term in case.terms)
        blocks.append(Table((), rows, (2, 6)))
    check = Paragraph(plain(about_helplines()), quiet=True, lead=True)
    if choice.made_for is MadeFor.FAMILY:
        numbers: dict[str, list[str]] = {}
        for line in guidance.helplines():
            numbers.setdefault(line.country, []).append(joined(line.name, unbroken(line.number)))
        blocks += [check, Fields(tuple((country, lines(*found)) for country, found in numbers.items()))]
    else:
        found_lines = [Item(_helpline(line)) for line in guidance.helplines()]
        blocks += [Heading(plain(_("Helplines"))), check, *found_lines]
    return Section("learned", _("Words and helplines"), tuple(blocks))


def _helpline(line: Helpline) -> Runs:
    origin = _("{country}. Source: {source}.").format(country=line.country, source=line.source)
    return (Run(f"{line.name}, "), Run(unbroken(line.number), strong=True), Run(f". {line.about} {origin}"))


def _meaning(term: Term) -> str:
    return said_by(term.meaning or (_("Not known yet") if term.source else ""), term.source)
