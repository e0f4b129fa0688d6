"""Reading the file without SQLAlchemy: rows as plain objects, straight from SQLite.

SQLModel checks and writes; it need not be there to read. Loading a row by its id takes a thirtieth of what a session
takes, and the first page of a file does not have to wait for the import of SQLModel.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from threading import Lock
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from secondopinion_desktop.model.handles import HANDLES, Handle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from secondopinion_desktop.model.choices import Choice
    from secondopinion_desktop.model.row import Row

    Convert = Callable[[Any], Any]

R = TypeVar("R", bound="Row")

_KEPT = 4  # idle connections: the window's, the worker's, and one each for a read inside a read


def moment_of(text: str) -> datetime:
    """Return the moment (UTC) that the file keeps as text."""
    return datetime.fromisoformat(f"{text}+00:00")  # a sixth of the time that `replace` takes, for every row


def as_stored(moment: datetime) -> str:
    """Return how the file keeps a moment: texts of this form sort as the moments do."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"


# How the file keeps what SQLite has no type for; the names are those of SQLAlchemy's columns.
_BY_TYPE: dict[str, Convert] = {"BOOLEAN": bool, "DATETIME": moment_of, "JSON": json.loads}


class ReadRow(SimpleNamespace):
    """A row as it was read: the fields of its table as attributes. Nothing that is set on it reaches the file."""

    __tablename__: ClassVar[str]

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return a copy with other values, as rows that were made have it."""
        return type(self)(**{**vars(self), **update})


@cache
def _member_of(choices: type[Choice]) -> Convert:
    """Return what gives the member for a value: a look into a dictionary, since calling the enum takes ten times that.

    A value that is in no list raises KeyError, as calling the enum raises ValueError: such a file is not ours.
    """
    return {str(member): member for member in choices}.__getitem__


@cache
def _row_class(table: str) -> type[ReadRow]:
    return type(table, (ReadRow,), {"__tablename__": table})


class Reading:
    """One state of the file, however long the reading takes. `columns` outlives it: what is known of the tables."""

    def __init__(self, bare: Any, columns: dict[str, list[tuple[str, Convert | None]]]) -> None:
        self._bare = bare
        self._columns = columns

    def execute(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows a query finds. What a person typed goes into `values`, never into `sql`."""
        found: list[tuple[Any, ...]] = self._bare.execute(sql, values).fetchall()
        return found

    def named(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Return all rows a query finds, each by the names of its columns."""
        found = self._bare.execute(sql, values)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def get(self, table: type[R], row_id: str) -> R | None:
        """Return one row, removed or not, or None."""
        return next(iter(self.select(table, "WHERE id = ?", (row_id,))), None)

    def get_one(self, table: type[R], row_id: str) -> R:
        """Return one row, removed or not. Raises LookupError."""
        row = self.get(table, row_id)
        if row is None:
            message = f"the file has no such row of {_name(table)}"
            raise LookupError(message)
        return row

    def rows(self, table: type[R], *order: str, removed: bool = False, **equal: Any) -> list[R]:
        """Return the rows whose fields equal the given values; see `storage.store.rows`."""
        conditions, values = _where(equal, removed=removed)
        sequence = [f'"{name[1:]}" DESC' if name.startswith("-") else f'"{name}"' for name in order]
        rest = f"WHERE {conditions} ORDER BY {', '.join((*sequence, 'created_at', 'id'))}"
        return self.select(table, rest, values)

    def are_any(self, table: type[R], **equal: Any) -> bool:
        """Return whether there is a row that is not removed and has these values."""
        conditions, values = _where(equal)
        return bool(self.execute(f'SELECT 1 FROM "{_name(table)}" WHERE {conditions} LIMIT 1', values))  # noqa: S608 - our own names

    def pairs(self, table: type[R], key: str, value: str) -> dict[str, Any]:
        """Return one field of every row, removed or not, by another: reads two columns where a row may have forty."""
        return dict(self.execute(f'SELECT "{key}", "{value}" FROM "{_name(table)}"'))  # noqa: S608 - our own names

    def select(self, table: type[R], rest: str, values: Sequence[Any] = ()) -> list[R]:
        """Return the rows of a table; `rest` is what follows its name in SQL."""
        columns = self._columns_of(_name(table))
        names = [name for name, _convert in columns]
        converted = [(place, convert) for place, (_name, convert) in enumerate(columns) if convert is not None]
        listed = ", ".join(f'"{name}"' for name in names)
        found: list[Any] = []
        make = _row_class(_name(table))
        for row in self.execute(f'SELECT {listed} FROM "{_name(table)}" {rest}', values):  # noqa: S608 - our own names
            fields = list(row)
            for place, convert in converted:
                if fields[place] is not None:
                    fields[place] = convert(fields[place])
            read = make()
            vars(read).update(zip(names, fields, strict=True))
            found.append(read)
        return found

    def _columns_of(self, name: str) -> list[tuple[str, Convert | None]]:
        if name not in self._columns:
            choices = HANDLES[name].choices
            self._columns[name] = [
                (column, _member_of(choices[column]) if column in choices else _BY_TYPE.get(kind))
                for _number, column, kind, *_rest in self.execute(f'PRAGMA table_info("{name}")')
            ]
        return self._columns[name]


class Connections:
    """Bare connections that wait to be used again. Each is used by one thread at a time."""

    def __init__(self, connect: Callable[[], Any]) -> None:
        self._connect = connect
        self._lock = Lock()
        self._idle: list[Any] = []
        self._round = 0

    def take(self) -> tuple[int, Any]:
        """Return a connection for one piece of work, with what `give_back` wants to know."""
        with self._lock:
            turn, idle = self._round, self._idle.pop() if self._idle else None
        return turn, self._connect() if idle is None else idle

    def give_back(self, turn: int, connection: Any) -> None:
        """Keep a connection for the next piece of work, unless `close_all` was called meanwhile."""
        with self._lock:
            keep = turn == self._round and len(self._idle) < _KEPT and not connection.in_transaction
            if keep:
                self._idle.append(connection)
        if not keep:
            connection.close()

    def close_all(self) -> None:
        """Close every idle connection; those in use are closed when they are given back."""
        with self._lock:
            self._round += 1
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()


def _where(equal: Mapping[str, Any], *, removed: bool = False) -> tuple[str, list[Any]]:
    """Return the conditions for rows whose fields equal these, and what stands for their "?"."""
    conditions = ["removed_at IS NOT NULL" if removed else "removed_at IS NULL"]
    values: list[Any] = []
    for name, value in equal.items():
        if isinstance(value, (set, tuple)):
            conditions.append(f'"{name}" IN ({", ".join("?" * len(value))})')
            values += value
        else:
            conditions.append(f'"{name}" IS ?')
            values.append(value)
    return " AND ".join(conditions), values


def _name(table: type[Row]) -> str:
    return table.table if isinstance(table, Handle) else str(table.__tablename__)
