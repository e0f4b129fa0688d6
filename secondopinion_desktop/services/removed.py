"""Removed items: they stay for 90 days, then they are taken out of the file for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.handles import HANDLES, Opinion, real
from secondopinion_desktop.services.opinions import bring_back
from secondopinion_desktop.storage.database import load_sql

if TYPE_CHECKING:
    from datetime import datetime

    from secondopinion_desktop.storage.store import Store

KEPT = timedelta(days=90)


@dataclass(frozen=True)
class RemovedItem:
    """One removed row: its table's name, its title (maybe empty) and when it was removed (UTC)."""

    table: str
    row_id: str
    title: str
    removed_at: datetime


class RemovedItems:
    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[RemovedItem]:
        """Return the removed items, the latest first."""
        found = []
        for name, table in HANDLES.items():
            for row in self._store.rows(table, removed=True):
                if not getattr(row, "hidden", False):  # else a question that was never theirs
                    title_field = real(table).title_field
                    found.append(RemovedItem(name, row.id, getattr(row, title_field, ""), row.removed_at))
        return sorted(found, key=lambda item: item.removed_at, reverse=True)

    def restore(self, item: RemovedItem) -> None:
        """Bring an item back to where it was."""
        with self._store.writing(_("Bring back")) as unit:
            if HANDLES[item.table] is Opinion:
                bring_back(unit, item.row_id)
            else:
                unit.restore(HANDLES[item.table], item.row_id)

    def erase(self, items: list[RemovedItem]) -> None:
        """Take items out of the file for good: their rows, their history, and links to them."""
        load_sql()
        from secondopinion_desktop.storage import erasing  # noqa: PLC0415 - SQLModel, which reading does without

        with self._store.database.writing() as session:
            for item in items:
                erasing.erase(session, real(HANDLES[item.table]), item.row_id)
            erasing.forget_words(session)

    def erase_old(self) -> int:
        """Take out what was removed more than 90 days ago; return how many items that was."""
        limit = clock.now() - KEPT
        old = [item for item in self.all() if item.removed_at < limit]
        if old:
            self.erase(old)
        return len(old)
