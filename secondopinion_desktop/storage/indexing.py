"""The search index: every word a person typed, kept by the transaction that writes the row."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from secondopinion_desktop.model.fields import NoteDocument, TypedByPerson
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.model.row import Row, rules_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlmodel import Session

INDEX_DDL = (
    """CREATE TABLE search_row
    (number INTEGER PRIMARY KEY, tbl TEXT NOT NULL, row_id TEXT NOT NULL, UNIQUE (row_id, tbl))""",
    """CREATE VIRTUAL TABLE search_index
    USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
)


@cache
def searched_fields(table: type[Row]) -> tuple[tuple[str, bool], ...]:
    """Return (field, is a note document) for each field a person types into."""
    fields = []
    for name, field in rules_of(table).model_fields.items():
        if any(isinstance(mark, TypedByPerson) for mark in field.metadata):
            fields.append((name, False))
        elif any(isinstance(mark, NoteDocument) for mark in field.metadata):
            fields.append((name, True))
    return tuple(fields)


def _entry(table: type[Row], values: Mapping[str, Any]) -> tuple[str, str]:
    title, parts = "", []
    for name, is_document in searched_fields(table):
        words = values.get(name) or ""
        if is_document and words:
            words = Document.from_json(words).plain_text()
        if name == table.title_field:
            title = words
        elif words:
            parts.append(words)
    return title, "\n".join(parts)


def keep(session: Session, table: type[Row], values: Mapping[str, Any]) -> None:
    """Put a row's words into the index, or take them out if it is removed or has none. `values` is the whole row."""
    name = str(table.__tablename__)
    of_row = text("SELECT number FROM search_row WHERE row_id = :id AND tbl = :tbl")
    found = session.execute(of_row, {"id": values["id"], "tbl": name}).scalar()
    title, body = _entry(table, values)
    if values.get("removed_at") is not None or not (title or body):
        if found is not None:
            session.execute(text("DELETE FROM search_index WHERE rowid = :n"), {"n": found})
            session.execute(text("DELETE FROM search_row WHERE number = :n"), {"n": found})
        return
    words = {"title": title, "body": body}
    if found is None:
        made = session.execute(
            text("INSERT INTO search_row (tbl, row_id) VALUES (:tbl, :id) RETURNING number"),
            {"tbl": name, "id": values["id"]},
        ).scalar()
        session.execute(
            text("INSERT INTO search_index (rowid, title, body) VALUES (:n, :title, :body)"), {"n": made, **words}
        )
    else:
        session.execute(
            text("UPDATE search_index SET title = :title, body = :body WHERE rowid = :n"), {"n": found, **words}
        )


def rebuild(session: Session) -> None:
    """Write the whole index anew from the rows."""
    from secondopinion_desktop.model.tables import ROWS  # noqa: PLC0415 - the tables import this floor's neighbours

    session.execute(text("DELETE FROM search_index"))
    session.execute(text("DELETE FROM search_row"))
    for table in ROWS:
        if not searched_fields(table):
            continue
        columns = table.__table__  # type: ignore[attr-defined]
        for row in session.execute(columns.select()).mappings().all():
            keep(session, table, dict(row))


def faults(session: Session) -> int:
    """Return how many rows the index holds wrongly or not at all; 0 is well."""
    from secondopinion_desktop.model.tables import ROWS  # noqa: PLC0415

    wanted = {}
    for table in ROWS:
        if not searched_fields(table):
            continue
        columns = table.__table__  # type: ignore[attr-defined]
        for row in session.execute(columns.select().where(columns.c.removed_at.is_(None))).mappings():
            entry = _entry(table, dict(row))
            if any(entry):
                wanted[str(table.__tablename__), row["id"]] = entry
    kept = {
        (table_name, row_id): (title, body)
        for table_name, row_id, title, body in session.execute(
            text("SELECT s.tbl, s.row_id, f.title, f.body FROM search_row s JOIN search_index f ON f.rowid = s.number")
        )
    }
    return sum(1 for key in wanted.keys() | kept.keys() if wanted.get(key) != kept.get(key))
