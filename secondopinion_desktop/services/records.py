"""Medical records on their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
class RecordCount:
    """How many of the records that are needed have reached the second doctor."""

    arrived: int
    needed: int


class Records(Rows[Record]):
    table = Record
    adding = N_("Add record")
    changing = N_("Change record")
    removing = N_("Remove record")

    def open_first(self) -> list[Record]:
        """Return all records, those that have not arrived before those that have."""
        return sorted(self.all(), key=lambda record: record.status in (*_THERE, RecordStatus.NOT_NEEDED))

    def change(self, row_id: str, *, origin: object | None = None, **values: Any) -> bool:
        """Set fields; a changed date moves the record's status along, unless the status was set by hand."""
        if "status" not in values:
            after = self.get(row_id).model_copy(update=values)
            if after.status not in _BY_HAND:
                values["status"] = status_from_dates(after)
        return super().change(row_id, origin=origin, **values)

    def next_date(self, record: Record) -> str | None:
        """Return the name of the first date of its way that is still empty, or None when it is there."""
        names = (name for name in NEXT_DATE if not (name == "asked_on" and record.asking_not_needed))
        return next((name for name in names if not getattr(record, name)), None)

    def mark_next(self, record_id: str) -> None:
        """Write today into the next empty date."""
        name = self.next_date(self.get(record_id))
        if name:
            self.change(record_id, **{name: clock.today().isoformat()})

    def count(self) -> RecordCount:
        """Return how many needed records have arrived."""
        needed = [record for record in self.all() if record.status is not RecordStatus.NOT_NEEDED]
        return RecordCount(sum(record.status in _THERE for record in needed), len(needed))

    def add_several(self, records: Iterable[Mapping[str, Any]]) -> list[Record]:
        """Add records, given as fields and values, as one change. Raises FieldError, and then none is added."""
        with self.store.writing(_(self.adding)) as unit:
            return [unit.add(Record(**{"status": status_from_dates(Record(**one)), **one})) for one in records]

    def add(self, *, origin: object | None = None, **values: Any) -> Record:
        """Add a record; its dates say where it is. Raises FieldError if it has no name."""
        values.setdefault("status", status_from_dates(Record(**values)))
        return super().add(origin=origin, **values)


def status_from_dates(record: Record) -> RecordStatus:
    """Return where a record is, by the latest of its dates."""
    return next((status for name, status in _STAGES if getattr(record, name)), RecordStatus.TO_ASK)


def status_words(record: Record) -> str:
    """Return where a record is, in words: "Sent, not confirmed yet"."""
    if record.status is RecordStatus.SENT:
        return _("Sent, not confirmed yet")
    return record.status.words
