"""The journal: every change is written a second time as revisions, with what the writer had seen.

History, undo across restarts, "written by", hand-over between two laptops and salvage all read these rows. One
version for each ten minutes of one person's writing keeps its value for ever; the ones between keep only their place
in the chain, so that an old copy brought in later is recognised as older.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.fields import new_id
from secondopinion_desktop.model.revision import Device, Revision
from secondopinion_desktop.model.row import ROW_FIELDS, Row, rules_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlmodel import Session

VERSION_SECONDS = 600
_revisions = Revision.__table__  # type: ignore[attr-defined]
_devices = Device.__table__  # type: ignore[attr-defined]


class Journal:
    """Writes the revisions of one transaction."""

    def __init__(self, session: Session, device_id: str, author: str) -> None:
        self._session = session
        self._device_id = device_id
        self.author = author
        self._moment = clock.now()
        self._last = ""
        self.last_rid = ""

    def made(self, table: type[Row], values: Mapping[str, Any]) -> None:
        """Record a new row: the making of it, and each field that is not at its default."""
        row_id = values["id"]
        revisions = [self._revision(table, row_id, "", None, [])]
        for name, rule in rules_of(table).model_fields.items():
            default = rule.get_default(call_default_factory=True)
            if rule.is_required() or values[name] != default:
                revisions.append(self._revision(table, row_id, name, values[name], []))
        self._session.execute(_revisions.insert(), revisions)

    def changed(self, table: type[Row], row_id: str, changed: Mapping[str, Any]) -> None:
        """Record new values of fields; the versions seen until now become their parents."""
        for name, value in changed.items():
            heads = self._heads(row_id, name)
            self._session.execute(
                _revisions.insert(), self._revision(table, row_id, name, value, [head["rid"] for head in heads])
            )
            for head in heads:
                kept: dict[str, Any] = {"head": False}
                if self._same_version(head):
                    kept |= {"value": None, "pruned": True}
                self._session.execute(_revisions.update().where(_revisions.c.rid == head["rid"]).values(**kept))

    def removed(self, table: type[Row], row_id: str, moment: datetime) -> None:
        """Record a removal with everything its writer had seen, so that an unseen edit can bring the row back."""
        seen = self._session.execute(
            _revisions.select().where(_revisions.c.row_id == row_id, _revisions.c.head)
        ).mappings()
        parents = [revision["rid"] for revision in seen]
        for head in self._heads(row_id, "removed_at"):
            self._session.execute(_revisions.update().where(_revisions.c.rid == head["rid"]).values(head=False))
        self._session.execute(
            _revisions.insert(), self._revision(table, row_id, "removed_at", moment.isoformat(), parents)
        )

    def close(self) -> None:
        """Remember the last time stamp of this computer, so that a clock set back cannot reorder the versions."""
        if self._last:
            self._session.execute(
                _devices.update().where(_devices.c.id == bindparam("device")).values(last_hlc=self._last),
                {"device": self._device_id},
            )

    def _revision(self, table: type[Row], row_id: str, name: str, value: Any, parents: list[str]) -> dict[str, Any]:
        self.last_rid = new_id()
        return {
            "rid": self.last_rid,
            "tbl": str(table.__tablename__),
            "row_id": row_id,
            "field": name,
            "value": json.dumps(value, ensure_ascii=False),
            "hlc": self._next_stamp(),
            "device_id": self._device_id,
            "author_id": self.author,
            "wall_time": self._moment,
            "parents": json.dumps(parents),
            "pruned": False,
            "head": True,
        }

    def _heads(self, row_id: str, name: str) -> list[Mapping[str, Any]]:
        statement = _revisions.select().where(
            _revisions.c.row_id == row_id, _revisions.c.field == name, _revisions.c.head
        )
        return [dict(row) for row in self._session.execute(statement).mappings()]

    def _same_version(self, head: Mapping[str, Any]) -> bool:
        """Return whether `head` was written by the same person on the same computer in the same ten minutes."""
        bucket = int(head["wall_time"].timestamp()) // VERSION_SECONDS
        mine = head["device_id"] == self._device_id and head["author_id"] == self.author
        return mine and bucket == int(self._moment.timestamp()) // VERSION_SECONDS

    def _next_stamp(self) -> str:
        if not self._last:  # of any computer: what is written here comes after all that can be seen here
            self._last = self._session.execute(select(func.max(_devices.c.last_hlc))).scalar() or ""
        wall = int(self._moment.timestamp() * 1000)
        before, count = (int(part) for part in self._last.split("-")[:2]) if self._last else (0, 0)
        wall, count = (wall, 0) if wall > before else (before, count + 1)
        self._last = f"{wall:013d}-{count:06d}-{self._device_id[:8]}"
        return self._last


def journaled(table: type[Row]) -> frozenset[str]:
    """Return the names of the fields of `table` that the journal records."""
    return frozenset(rules_of(table).model_fields) - ROW_FIELDS
