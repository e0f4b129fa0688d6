"""Medical records on their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.model.handles import Record
from secondopinion_desktop.services.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The latest of these that has a date says where the record is.
_STAGES = (
    ("returned_on", RecordStatus.CAME_BACK),
    ("arrived_on", RecordStatus.ARRIVED),
    ("sent_on", RecordStatus.SENT),
    ("received_on", RecordStatus.HAVE),
    ("promised_by", RecordStatus.PROMISED),
    ("asked_on", RecordStatus.ASKED),
)
_BY_HAND = (RecordStatus.PROBLEM, RecordStatus.NOT_NEEDED, RecordStatus.TO_COME_BACK)
NEXT_DATE = ("asked_on", "received_on", "sent_on", "arrived_on")
"""The dates of a record's way, in order."""
_THERE = (RecordStatus.ARRIVED, RecordStatus.TO_COME_BACK, RecordStatus.CAME_BACK)


@dataclass(frozen=True)
class Stage:
    """One column of the board: the status of what stands in it, and the date that says so."""

    status: RecordStatus
    date: str


STAGES = (
    Stage(RecordStatus.TO_ASK, ""),
    Stage(RecordStatus.ASKED, "asked_on"),
    Stage(RecordStatus.HAVE, "received_on"),
    Stage(RecordStatus.SENT, "sent_on"),
    Stage(RecordStatus.ARRIVED, "arrived_on"),
)


@dataclass(frozen=True)
class RecordCount:
    """How many of the records that are needed have reached the second doctor."""

    arrived: int
    needed: int
    must_arrived: int = 0
    must: int = 0


class Records(Rows[Record]):
    table = Record
    adding = N_("Add record")
    changing = N_("Change record")
    removing = N_("Remove record")

    def open_first(self) -> list[Record]:
        """Return all records, those that have not arrived before those that have."""
        return not_finished_first(self.all())

    def change(self, row_id: str, *, origin: object | None = None, **values: Any) -> bool:
        """Set fields; a changed date moves the record's status along, unless the status was set by hand."""
        if "status" not in values:
            after = self.get(row_id).model_copy(update=values)
            if after.status not in _BY_HAND or (after.status is RecordStatus.TO_COME_BACK and after.returned_on):
                values["status"] = status_from_dates(after)
        return super().change(row_id, origin=origin, **values)

    def next_date(self, record: Record) -> str | None:
        """Return the name of the first date of its way that is still empty, or None when it is there."""
        names = [name for name in NEXT_DATE if not (name == "asked_on" and record.asking_not_needed)]
        if record.status is RecordStatus.TO_COME_BACK:
            names = ["returned_on"]
        return next((name for name in names if not getattr(record, name)), None)

    def mark_next(self, record_id: str) -> None:
        """Write today into the next empty date."""
        name = self.next_date(self.get(record_id))
        if name:
            self.change(record_id, **{name: clock.today().isoformat()})

    def count(self) -> RecordCount:
        """Return how many needed records have arrived."""
        return count_of(self.all())

    def add_first(self) -> list[Record]:
        """Add the kinds to begin with that are not in the list yet, as one change."""
        here = {record.kind for record in self.all()}
        return self.add_several(new_of_kind(kind) for kind in guidance.first_records() if kind.id not in here)

    def sent(self) -> list[Record]:
        """Return what was sent and nobody has confirmed yet."""
        return self.all(status=RecordStatus.SENT)

    def confirm(self, record_ids: Iterable[str], who: str, day: str) -> int:
        """Write down that the clinic said it has these; return how many changed."""
        with self.store.writing(_("Confirm records")) as unit:
            changed = 0
            for record_id in record_ids:
                after = unit.get_one(Record, record_id).model_copy(update={"arrived_on": day})
                values = {"arrived_on": day, "confirmed_by": who, "status": status_from_dates(after)}
                changed += unit.change(Record, record_id, **values)
        return changed

    def move(self, record_id: str, stage: Stage) -> None:
        """Put a record where it is said to be: today stands for the day it came there, and later days go away."""
        record = self.get(record_id)
        place = STAGES.index(stage)
        values: dict[str, Any] = {later.date: "" for later in STAGES[place + 1 :]}
        values |= {"promised_by": ""} if stage.status is RecordStatus.TO_ASK else {}
        values |= {"returned_on": "", "return_by": ""} if stage.status is not RecordStatus.ARRIVED else {}
        if stage.date and not getattr(record, stage.date):
            values[stage.date] = clock.today().isoformat()
        after = record.model_copy(update=values)
        self.change(record_id, **values, status=status_from_dates(after))

    def add_several(self, records: Iterable[Mapping[str, Any]]) -> list[Record]:
        """Add records, given as fields and values, as one change. Raises FieldError, and then none is added."""
        with self.store.writing(_(self.adding)) as unit:
            return [unit.add(Record(**{"status": status_from_dates(Record(**one)), **one})) for one in records]

    def add(self, *, origin: object | None = None, **values: Any) -> Record:
        """Add a record; its dates say where it is. Raises FieldError if it has no name."""
        values.setdefault("status", status_from_dates(Record(**values)))
        return super().add(origin=origin, **values)


def not_finished_first(records: Iterable[Record]) -> list[Record]:
    """Return records, those that have not arrived before those that have."""
    return sorted(records, key=lambda record: record.status in (*_THERE, RecordStatus.NOT_NEEDED))


def count_of(records: Iterable[Record]) -> RecordCount:
    """Return how many needed records have arrived, and how many of those that must be there."""
    needed = [record for record in records if record.status is not RecordStatus.NOT_NEEDED]
    must = [record for record in needed if record.must_have]
    there = [sum(record.status in _THERE for record in some) for some in (needed, must)]
    return RecordCount(there[0], len(needed), there[1], len(must))


def new_of_kind(kind: guidance.RecordKind) -> dict[str, Any]:
    """Return what a record of a kind starts with."""
    must = kind.need is guidance.Need.MUST
    return {"name": kind.name, "kind": kind.id, "must_have": must, "asking_not_needed": kind.yours}


def stage_of(record: Record) -> Stage | None:
    """Return in which column of the board a record stands; None for what is not needed or has a problem."""
    status = RecordStatus.ASKED if record.status is RecordStatus.PROMISED else record.status
    status = RecordStatus.ARRIVED if status in _THERE else status
    return next((stage for stage in STAGES if stage.status is status), None)


def wrong_copy(record: Record) -> bool:
    """Return whether another kind of copy came than was asked for."""
    return bool(record.wanted and record.came and record.wanted is not record.came)


def status_from_dates(record: Record) -> RecordStatus:
    """Return where a record is, by the latest of its dates."""
    if record.arrived_on and record.return_by and not record.returned_on:
        return RecordStatus.TO_COME_BACK
    return next((status for name, status in _STAGES if getattr(record, name)), RecordStatus.TO_ASK)


def status_words(record: Record) -> str:
    """Return where a record is, in words: "Sent, not confirmed yet"."""
    if record.status is RecordStatus.SENT:
        return _("Sent, not confirmed yet")
    return record.status.words
