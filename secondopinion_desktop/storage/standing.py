"""What stands in a row and in the rows that belong to it: taking a change back must not take newer words with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.model.row import ROW_FIELDS
from secondopinion_desktop.model.tables import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlmodel import Session

    from secondopinion_desktop.model.row import Row

Standing = tuple[frozenset[Any], frozenset[Any]]
"""The words of a row, and for each row that belongs to it, its table, its id and its words."""
_ONLY_NAMED = "contact"  # rows name a contact; they do not belong to it, and name it still when it is removed


def alone(values: Mapping[str, Any]) -> Standing:
    """Return what stands in a row that nothing belongs to yet."""
    return _words(values), frozenset()


def of(session: Session, table: type[Row], values: Mapping[str, Any]) -> Standing:
    """Return what stands in the row with these `values`, and in all that belongs to it and is not removed."""
    return _words(values), frozenset(_belonging(session, str(table.__tablename__), str(values["id"])))


def _words(values: Mapping[str, Any]) -> frozenset[Any]:
    return frozenset(
        (name, str(value)) for name, value in values.items() if isinstance(value, str) and name not in ROW_FIELDS
    )


def _belonging(session: Session, owner: str, row_id: str) -> Iterator[Any]:
    for name, table in BY_NAME.items():
        columns = table.__table__.c  # type: ignore[attr-defined]
        ties = [key.parent == row_id for key in _keys_to(table, owner)]
        if "owner_table" in columns:
            ties.append((columns.owner_table == owner) & (columns.owner_id == row_id))
        for tie in ties:
            found = session.execute(columns.id.table.select().where(tie, columns.removed_at.is_(None))).mappings()
            for row in found:
                yield name, row["id"], _words(dict(row))
                yield from _belonging(session, name, row["id"])


def _keys_to(table: type[Row], owner: str) -> list[Any]:
    if owner == _ONLY_NAMED:
        return []
    keys = table.__table__.foreign_keys  # type: ignore[attr-defined]
    return [key for key in keys if key.column.table.name == owner]
