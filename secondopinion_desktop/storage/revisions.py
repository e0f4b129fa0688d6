"""Reading the journal: what was written since a moment, and by whom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from secondopinion_desktop.base import clock
from secondopinion_desktop.storage.reading import as_stored, moment_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from secondopinion_desktop.storage.reading import Reading

_READ = 5_000  # revisions, so that a file into which much was written at once stays quick to open


class Mark(NamedTuple):
    """A place in the journal: when it was, and the last time stamp written by then, which tells apart one moment."""

    moment: datetime
    stamp: str


class Latest(NamedTuple):
    """The latest revision of a row: its table, its id, who wrote it and when (UTC)."""

    tbl: str
    row_id: str
    author_id: str
    wall_time: datetime


class Kept(NamedTuple):
    """A value a field had from `wall_time` (UTC) on, and who wrote it."""

    value: Any
    author_id: str
    wall_time: datetime


def here(reading: Reading) -> Mark:
    """Return the mark after all that is written now."""
    ((stamp,),) = reading.execute("SELECT coalesce(max(last_hlc), '') FROM device")
    return Mark(clock.now(), stamp)


def kept_values(reading: Reading, row_id: str, field: str) -> list[Kept]:
    """Return the versions of one field whose values are kept, latest first."""
    found = reading.execute(
        f"""SELECT value, author_id, wall_time FROM revision
        WHERE row_id = ? AND field = ? AND value IS NOT NULL ORDER BY hlc DESC LIMIT {_READ}""",  # noqa: S608 - a number
        (row_id, field),
    )
    return [Kept(json.loads(value), author_id, moment_of(wall_time)) for value, author_id, wall_time in found]


def latest_by_others(reading: Reading, author: str, since: Mark, tables: Collection[str]) -> list[Latest]:
    """Return the latest revision of each row of `tables` in which somebody else wrote after `since`, latest first."""
    # There is an index of wall_time.
    statement = f"""
        SELECT tbl, row_id, author_id, wall_time FROM revision
        WHERE wall_time >= ? AND hlc > ? AND author_id <> ? AND tbl IN ({", ".join("?" * len(tables))})
        ORDER BY hlc DESC LIMIT {_READ}"""  # noqa: S608 - only marks for values
    latest: dict[str, Latest] = {}
    for tbl, row_id, author_id, wall_time in reading.execute(
        statement, (as_stored(since.moment), since.stamp, author, *tables)
    ):
        if row_id not in latest:
            latest[row_id] = Latest(tbl, row_id, author_id, moment_of(wall_time))
    return list(latest.values())
