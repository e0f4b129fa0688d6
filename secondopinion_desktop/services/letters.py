"""Request letters to those who hold records: filled from the file, changed by the person, printed as a PDF.

Never in a letter: a Social Security number, an insurance number, medical detail beyond the names of the records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AskedHow,
    DeliverTo,
    LetterKind,
    RecordStatus,
)
from secondopinion_desktop.model.handles import Appointment, Contact, Person, Record
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.services.packets.letter import letter_packet
from secondopinion_desktop.services.paper import PrintedPages, printed_pages
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.documents.packet import Packet
    from secondopinion_desktop.services.packets.choice import PaperSize
    from secondopinion_desktop.storage import Session
    from secondopinion_desktop.storage.store import Store

_SLIDES = ("R2", "R3")
_SCANS = ("R8",)
_NOT_AHEAD = (AppointmentStatus.CANCELED, AppointmentStatus.HAPPENED)


@dataclass(frozen=True)
class Letter:
    """All that a letter says. Dates are stored dates; `forms` are keys of the forms a copy can come in."""

    kind: LetterKind = LetterKind.COPIES
    to_name: str = ""
    to_address: str = ""
    to_fax: str = ""
    records: tuple[str, ...] = ()
    more_records: str = ""
    forms: tuple[str, ...] = ()
    deliver: DeliverTo = DeliverTo.ME
    clinic: str = ""
    needed_by: str = ""
    visit_on: str = ""
    record_number: str = ""
    case_number: str = ""
    specimen_on: str = ""
    return_by: str = ""
    earlier_scans: bool = True
    hipaa: bool = False
    photo_id: bool = False
    other_signs: bool = False
    other_name: str = ""
    other_relation: str = ""
    other_authority: str = ""
    paper: PaperSize = "letter"
    large_print: bool = False


@dataclass(frozen=True)
class Askable:
    """A record one can ask for in a letter: its id, its name with dates, and whose it is."""

    id: str
    words: str
    holder: str


class Letters:
    def __init__(self, store: Store) -> None:
        self._store = store

    def start(self, about: str = "") -> Letter:
        """Return a letter as the file would write it. `about` is a record or a contact, or empty for the first open."""
        with self._store.database.reading() as session:
            return _start(session, about)

    def subject(self, about: str) -> str:
        """Return the id of the record or contact that the letter about `about` is about, or an empty text."""
        with self._store.database.reading() as session:
            first, asked_of = _subject(rows(session, Record), rows(session, Contact), about)
        found = first or asked_of
        return found.id if found is not None else ""

    def askable(self) -> list[Askable]:
        """Return the records that somebody else holds."""
        with self._store.database.reading() as session:
            names = {contact.id: contact.name for contact in rows(session, Contact)}
            return [
                Askable(record.id, record_words(record), _holder(record, names))
                for record in rows(session, Record)
                if not record.asking_not_needed and record.status is not RecordStatus.NOT_NEEDED
            ]

    def packet(self, letter: Letter) -> Packet:
        """Return what the letter says, as blocks for paper."""
        with self._store.database.reading() as session:
            person = session.get_one(Person, ONLY)
            chosen = [record_words(record) for record in rows(session, Record) if record.id in letter.records]
        return letter_packet(letter, person, chosen)

    def pages(self, letter: Letter) -> PrintedPages:
        """Return the pages of the letter, drawn."""
        return printed_pages(self.packet(letter), letter.paper, large_print=letter.large_print)

    def mark_asked(self, record_ids: Iterable[str], day: str) -> int:
        """Write down that these were asked for by letter; a day that is there stays. Return how many changed."""
        changed = 0
        with self._store.writing(_("Write down the day of a letter")) as unit:
            for record in rows(unit.session, Record, id=tuple(record_ids)):
                if not record.asked_on:
                    values: dict[str, object] = {"asked_on": day, "asked_how": AskedHow.LETTER}
                    if record.status is RecordStatus.TO_ASK:
                        values["status"] = RecordStatus.ASKED
                    changed += unit.change(Record, record.id, **values)
        return changed


def record_words(record: Record) -> str:
    """Return "CT images (chest), Jan 30 to Feb 2, 2026" for a record."""
    from secondopinion_desktop.services.packets.words import day, short_day  # noqa: PLC0415 - words of paper

    start, end = day(record.service_from), day(record.service_to)
    if start and short_day(record.service_from).replace("\N{NO-BREAK SPACE}", " ") in record.name:
        start = ""  # the name says it already
    if start and end:
        when = _("{start} to {end}").format(start=start, end=end)
    else:
        when = start or (_("until {end}").format(end=end) if end else "")
    name = f"{record.name} ({record.details})" if record.details else record.name
    return ", ".join(part for part in (name, when) if part)


def kind_of(record: Record) -> LetterKind:
    """Return which letter asks for a record."""
    if record.kind in _SLIDES:
        return LetterKind.SLIDES
    return LetterKind.SCANS if record.kind in _SCANS else LetterKind.COPIES


def _start(session: Session, about: str) -> Letter:
    records = rows(session, Record)
    contacts = {contact.id: contact for contact in rows(session, Contact)}
    names = {contact.id: contact.name for contact in contacts.values()}
    first, asked_of = _subject(records, contacts.values(), about)
    holder = names.get(about, "") if asked_of is not None else _holder(first, names) if first is not None else ""
    kind = kind_of(first) if first is not None else LetterKind.COPIES
    fitting = [
        record.id
        for record in records
        if record is first or (_to_ask(record) and _holder(record, names) == holder and kind_of(record) is kind)
    ]
    to = asked_of or (contacts.get(first.holder_id or "") if first is not None else None)
    to = to or next((contact for contact in contacts.values() if holder and contact.name == holder), None)
    visit, clinic = _clinic(session, contacts)
    letter_paper = formats.paper_size() == "letter"
    return Letter(
        kind=kind,
        to_name=holder,
        to_address=to.address if to is not None else "",
        to_fax=to.fax if to is not None else "",
        records=tuple(fitting),
        forms=_usual_forms(kind),
        deliver=DeliverTo.CLINIC if kind is LetterKind.SLIDES else DeliverTo.ME,
        clinic=clinic,
        needed_by=(visit.records_needed_by if visit is not None else ""),
        visit_on=visit.day if visit is not None else "",
        hipaa=formats.territory() == "US" and letter_paper,
        paper="letter" if letter_paper else "a4",
    )


def _subject(
    records: Iterable[Record], contacts: Iterable[Contact], about: str
) -> tuple[Record | None, Contact | None]:
    """Return the record or the contact that a letter is about; without either, the first record still to ask for."""
    first = next((record for record in records if record.id == about), None)
    asked_of = next((contact for contact in contacts if contact.id == about), None)
    if first is None and asked_of is None:
        first = next((record for record in records if _to_ask(record)), None)
    return first, asked_of


def _to_ask(record: Record) -> bool:
    return record.status is RecordStatus.TO_ASK and not record.asking_not_needed


def _holder(record: Record, names: dict[str, str]) -> str:
    return record.holder or names.get(record.holder_id or "", "")


def _usual_forms(kind: LetterKind) -> tuple[str, ...]:
    return {
        LetterKind.COPIES: ("portal", "paper"),
        LetterKind.SCANS: ("link", "disc"),
        LetterKind.SLIDES: ("asked",),
    }[kind]


def _clinic(session: Session, contacts: dict[str, Contact]) -> tuple[Appointment | None, str]:
    """Return the second-opinion visit that is not over, and whom things for it are sent to, in lines."""
    visits = rows(session, Appointment, "day", kind=AppointmentKind.SECOND_OPINION)
    visit = next((visit for visit in visits if visit.status not in _NOT_AHEAD), None)
    if visit is None:
        return None, ""
    doctor = contacts.get(visit.contact_id or "")
    care_of = _("Attention: {who}").format(who=visit.intake_contact) if visit.intake_contact else ""
    lines = (
        (doctor.organization if doctor is not None else "") or visit.place,
        care_of,
        doctor.name if doctor is not None else "",
        doctor.address if doctor is not None else "",
        _("Fax {number}").format(number=doctor.fax) if doctor is not None and doctor.fax else "",
    )
    return visit, "\n".join(dict.fromkeys(line for line in lines if line))
