"""Reading the journal: what was written since a moment, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import col, select

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.revision import Device, Revision

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlmodel import Session

_READ = 5_000  # revisions, so that a file into which much was written at once stays quick to open


class Mark(NamedTuple):
    """A place in the journal: when it was, and the last time stamp written by then, which tells apart one moment."""

    moment: datetime
    stamp: str


def here(session: Session) -> Mark:
    """Return the mark after all that is written now."""
    return Mark(clock.now(), max(session.exec(select(Device.last_hlc)), default=""))


def kept_values(session: Session, row_id: str, field: str) -> list[Revision]:
    """Return the versions of one field whose values are kept, latest first."""
    statement = (
        select(Revision)
        .where(col(Revision.row_id) == row_id, col(Revision.field) == field, col(Revision.value).is_not(None))
        .order_by(col(Revision.hlc).desc())
        .limit(_READ)
    )
    return list(session.exec(statement))


def latest_by_others(session: Session, author: str, since: Mark, tables: Collection[str]) -> list[Revision]:
    """Return the latest revision of each row of `tables` in which somebody else wrote after `since`, latest first."""
    statement = (
        select(Revision)
        .where(
            col(Revision.wall_time) >= since.moment,  # there is an index of it
            col(Revision.hlc) > since.stamp,
            col(Revision.author_id) != author,
            col(Revision.tbl).in_(tables),
        )
        .order_by(col(Revision.hlc).desc())
        .limit(_READ)
    )
    latest: dict[str, Revision] = {}
    for revision in session.exec(statement):
        latest.setdefault(revision.row_id, revision)
    return list(latest.values())
