"""What the Records page and the step read of the open file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.models.records import Cell, RecordLine, Stage

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.file import OpenFile

WAY: Final = ("asked_on", "received_on", "sent_on", "arrived_on")
"""The dates of a record's way, in order."""
_STATUS_ORDER: Final = tuple(RecordStatus)


@dataclass(frozen=True)
class Reading:
    """All that the page shows, each table read once: the records not finished first, and where they go."""

    records: list[Record]
    holders: dict[str, str]
    lines: list[RecordLine]
    visit: Appointment | None
    place: str
    sentence: str


def read(file: OpenFile) -> Reading:
    """Return what the page shows."""
    from secondopinion_desktop.services.records import not_finished_first  # noqa: PLC0415 - services load SQL

    records = not_finished_first(file.records.all())
    files, names = file.attachments.counts("record"), file.contacts.names()
    visit = file.appointments.next_second_opinion()
    place = second_place(file, visit)
    return Reading(
        records,
        {record.id: holder_of(record, names) for record in records},
        [line(record, names, files.get(record.id, 0)) for record in records],
        visit,
        place,
        sentence(records, place),
    )


def line(record: Record, names: dict[str, str], files: int) -> RecordLine:
    """Return one record as the table shows it."""
    cells = (
        Cell(record.name),
        Cell(holder_of(record, names)),
        where_it_is(record),
        *(_step(record, place) for place in range(len(WAY))),
        Cell(str(files) if files else "", Stage.FILES, f"{files:04}"),
    )
    return RecordLine(record.id, cells)


def holder_of(record: Record, names: dict[str, str]) -> str:
    """Return who holds a record: as written, else the contact's name."""
    return record.holder or names.get(record.holder_id or "", "")


def _step(record: Record, place: int) -> Cell:
    """Return a cell for one date of the way. Waiting is only for what somebody was asked for.

    A problem is said where the record got stuck.
    """
    stored = getattr(record, WAY[place])
    if stored:
        return Cell(_day(stored), Stage.DONE, f"1{stored.lstrip('~')}")
    later = any(getattr(record, name) for name in WAY[place + 1 :])
    unasked = place == 0 and record.asking_not_needed
    if record.status is RecordStatus.NOT_NEEDED or unasked or (later and place < len(WAY) - 1):
        return Cell(_("Not needed"), Stage.NOT_YET, "4")
    if record.status is RecordStatus.PROBLEM and all(getattr(record, name) for name in WAY[:place]):
        return Cell(_("Problem"), Stage.WAITING, "2")
    if WAY[place] == "received_on" and record.asked_on:
        promised = _("by {day}").format(day=_day(record.promised_by)) if record.promised_by else ""
        return Cell(promised or _("Waiting"), Stage.WAITING, "2")
    return Cell(_("Not yet"), Stage.NOT_YET, "3")


def where_it_is(record: Record) -> Cell:
    """Return in one cell how far a record is: "Sent, Feb 28"."""
    key = f"{_STATUS_ORDER.index(record.status):02}"
    if record.status in {RecordStatus.NOT_NEEDED, RecordStatus.PROBLEM, RecordStatus.TO_COME_BACK}:
        stage = Stage.NOT_YET if record.status is RecordStatus.NOT_NEEDED else Stage.WAITING
        return Cell(record.status.words, stage, key)
    # What is confirmed has a column of its own.
    last = next((name for name in (*reversed(WAY[:-1]), WAY[-1]) if getattr(record, name)), "")
    if not last:
        return Cell(record.status.words, Stage.NOT_YET, key)
    words = {
        "asked_on": _("Asked for {day}"),
        "received_on": _("Received {day}"),
        "sent_on": _("Sent {day}"),
        "arrived_on": _("Arrived {day}"),
    }[last].format(day=_day(getattr(record, last)))
    return Cell(words, Stage.WAITING if last == "asked_on" else Stage.DONE, key)


def sentence(records: list[Record], place: str) -> str:
    """Return "3 of 5 must-have records have arrived at Lakeside Cancer Center. 5 of 11 in all."."""
    from secondopinion_desktop.services.records import count_of  # noqa: PLC0415

    if not records:
        return _("Reports, scans and slides that the second doctor needs.")
    count = count_of(records)
    if not count.must:
        return ngettext(
            "{arrived} of {count} has reached {place}.", "{arrived} of {count} have reached {place}.", count.needed
        ).format(arrived=count.arrived, count=count.needed, place=place or _("the second doctor"))
    at_place = ngettext(
        "{arrived} of {count} must-have record has arrived at {place}.",
        "{arrived} of {count} must-have records have arrived at {place}.",
        count.must,
    )
    anywhere = ngettext(
        "{arrived} of {count} must-have record has arrived.",
        "{arrived} of {count} must-have records have arrived.",
        count.must,
    )
    must = (at_place if place else anywhere).format(arrived=count.must_arrived, count=count.must, place=place)
    if count.must == count.needed:
        return must
    in_all = _("{arrived} of {count} in all.").format(arrived=count.arrived, count=count.needed)
    return f"{must} {in_all}"


def second_place(file: OpenFile, visit: Appointment | None) -> str:
    """Return where a second-opinion visit is, or an empty text."""
    if visit is None:
        return ""
    contact = next(iter(file.contacts.all(id=visit.contact_id)), None) if visit.contact_id else None
    first_line = visit.place.strip().split("\n", 1)[0].rstrip(" ,")
    return (contact.organization if contact else "") or first_line or (contact.name if contact else "")


def _day(stored: str) -> str:
    return partial_date_words(PartialDate.from_text(stored))
