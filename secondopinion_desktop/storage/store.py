"""The one door for reading rows, and for changes: one transaction each, and what to do to undo it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from secondopinion_desktop.base.errors import KeptAside, UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.handles import real
from secondopinion_desktop.storage.database import CommitUnknown, load_sql
from secondopinion_desktop.storage.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlmodel import Session

    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.storage.database import Database
    from secondopinion_desktop.storage.unit import Unit

R = TypeVar("R", bound="Row")


@dataclass(frozen=True)
class Step:
    """One thing to do to a row, without its table class, so that undo can keep it: "change", "remove" or "restore".

    `left` is what must still stand there for it to be done: for "change" the value of each field, for "remove" a
    `standing.Standing`.
    """

    verb: str
    table: str
    row_id: str
    values: tuple[tuple[str, Any], ...] = ()
    left: Any = None


@dataclass(frozen=True)
class Written:
    """One committed transaction: what it was called, what it touched, how to take it back."""

    label: str
    origin: object | None
    touched: tuple[tuple[str, str], ...]
    inverse: tuple[Step, ...]
    undoable: bool = True


class RowGone(UserError):
    """The row to be changed is not in the file."""


class NewerWords(Exception):
    """What is to be removed holds words that came later."""


class Store:
    """Reads rows, and writes them through `writing`. `author` is the id of whoever writes now."""

    def __init__(self, database: Database, device_id: str) -> None:
        self.database = database
        self.author = ""
        self._device_id = device_id
        self._listeners: list[Callable[[Written], None]] = []
        self._kept_listeners: list[Callable[[str], None]] = []
        self._told_aside: set[tuple[str, object]] = set()

    def when_written(self, listener: Callable[[Written], None]) -> None:
        """Call `listener` after each commit, in the order of asking."""
        self._listeners.append(listener)

    def when_kept_aside(self, listener: Callable[[str], None]) -> None:
        """Tell `listener` in a sentence, once for each removal, when something is written in what was removed."""
        self._kept_listeners.append(listener)

    @contextmanager
    def writing(self, label: str, *, origin: object | None = None, undoable: bool = True) -> Iterator[Unit]:
        """Yield a `Unit`; leaving the block commits it whole, and only then the listeners hear of it.

        Raises KeptAside after that, if something was written in a row that was removed.
        """
        load_sql()
        from secondopinion_desktop.storage.journal import Journal  # noqa: PLC0415 - SQLModel, which reading does without
        from secondopinion_desktop.storage.unit import Unit  # noqa: PLC0415

        unit: Unit | None = None
        try:
            with self.database.writing() as session:
                journal = Journal(session, self._device_id, self.author)
                unit = Unit(session, journal, self.author)
                yield unit
                journal.close()
        except CommitUnknown as unknown:
            if unit is None or not self._is_in(unit.journal.last_rid):
                raise unknown.trouble from unknown
        if unit.touched:
            written = Written(label, origin, tuple(unit.touched), tuple(unit.inverse), undoable)
            for listener in self._listeners:
                listener(written)
        if unit.kept_aside:
            told = KeptAside(
                _("This was removed."), _("What you wrote is kept with it. Bring it back in File, Removed items.")
            )
            if not unit.kept_aside <= self._told_aside:
                self._told_aside |= unit.kept_aside
                for hear in self._kept_listeners:
                    hear(str(told))
            raise told

    def _is_in(self, rid: str) -> bool:
        """Return whether a revision is in the file, safely: COMMIT can answer with an error and have done its work."""
        try:
            with self.database.reading() as reading:
                found = bool(reading.execute("SELECT 1 FROM revision WHERE rid = ?", (rid,)))
        except UserError:
            return False
        return found and self.database.settle()

    def get(self, table: type[R], row_id: str) -> R | None:
        """Return one row, removed or not, or None."""
        with self.database.reading() as reading:
            return reading.get(table, row_id)

    def rows(self, table: type[R], *order: str, removed: bool = False, **equal: Any) -> list[R]:
        """Return the rows whose fields equal the given values, ordered by the named fields ("-name" for descending)."""
        with self.database.reading() as reading:
            return reading.rows(table, *order, removed=removed, **equal)

    def are_any(self, table: type[Row], **equal: Any) -> bool:
        """Return whether a row that is not removed has these values."""
        with self.database.reading() as reading:
            return reading.are_any(table, **equal)

    def pairs(self, table: type[Row], key: str, value: str) -> dict[str, Any]:
        """Return one field of every row, removed or not, by another."""
        with self.database.reading() as reading:
            return reading.pairs(table, key, value)

    def fact(self, name: str) -> str | None:
        """Return what the file keeps about itself under a name, or None."""
        with self.database.reading() as reading:
            found = reading.execute("SELECT value FROM file_setting WHERE name = ?", (name,))
        return str(found[0][0]) if found else None


def rows(session: Reading | Session, table: type[R], *order: str, removed: bool = False, **equal: Any) -> list[R]:
    """Return rows inside a transaction that is open already, for reading or for writing; see `Store.rows`."""
    if isinstance(session, Reading):
        return session.rows(table, *order, removed=removed, **equal)
    load_sql()
    from sqlmodel import select  # noqa: PLC0415

    table = real(table)
    columns = table.__table__.c  # type: ignore[attr-defined]
    statement = select(table).where(columns.removed_at.is_not(None) if removed else columns.removed_at.is_(None))
    for name, value in equal.items():
        statement = statement.where(
            columns[name].in_(value) if isinstance(value, (set, tuple)) else columns[name] == value
        )
    for name in order:
        statement = statement.order_by(columns[name[1:]].desc() if name.startswith("-") else columns[name])
    return list(session.exec(statement.order_by(columns.created_at, columns.id)))
