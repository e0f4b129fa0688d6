"""Queries for the list of visits and notes. They read columns, not rows: a file may hold thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.handles import Author, Note
from secondopinion_desktop.storage import search

if TYPE_CHECKING:
    from secondopinion_desktop.storage.reading import Reading

_ENTRIES = """
    SELECT * FROM (
    SELECT a.id AS appointment_id, coalesce(n.id, '') AS note_id, a.day AS day, a.time AS time,
           coalesce(nullif(n.title, ''), a.title) AS title, coalesce(c.name, '') AS who, a.kind AS kind
    FROM appointment a
    LEFT JOIN note n ON n.appointment_id = a.id AND n.removed_at IS NULL
    LEFT JOIN contact c ON c.id = a.contact_id
    WHERE a.removed_at IS NULL
    UNION ALL
    SELECT '', n.id, n.day, '', n.title, coalesce(w.name, ''), n.kind
    FROM note n
    LEFT JOIN appointment a ON a.id = n.appointment_id
    LEFT JOIN author w ON w.id = n.created_by
    WHERE n.removed_at IS NULL AND (n.appointment_id IS NULL OR a.removed_at IS NOT NULL)
    ) ORDER BY day = '' DESC, ltrim(day, '~') DESC, time DESC"""


def entries(reading: Reading, query: str = "") -> list[tuple[str, str, str, str, str, str, str]]:
    """Return (appointment id, note id, day, time, title, who, kind), undated first, then newest first."""
    found = reading.execute(_ENTRIES)
    if not query.strip():
        return found
    wanted = search.matching(reading, query)
    answers = reading.execute("SELECT id, appointment_id FROM asking WHERE removed_at IS NULL")
    wanted |= {visit for answer, visit in answers if answer in wanted}
    words = query.casefold().split()
    return [row for row in found if row[0] in wanted or row[1] in wanted or _is_called(row, words)]


def _is_called(row: tuple[str, ...], words: list[str]) -> bool:
    """Return whether title and person of an entry hold all words: the index knows a visit without its doctor."""
    _visit, _note, _day, _time, title, who, _kind = row
    called = f"{title} {who}".casefold()
    return all(word in called for word in words)


_WRITTEN = "removed_at IS NULL AND (title <> '' OR body <> '')"


def any_written(reading: Reading) -> bool:
    """Return whether there is a note that has a title or a text."""
    return bool(reading.execute(f"SELECT 1 FROM note WHERE {_WRITTEN} LIMIT 1"))  # noqa: S608 - a constant


def recent(reading: Reading, limit: int) -> list[Note]:
    """Return the notes that have a title or a text, latest day first."""
    return reading.select(Note, f"WHERE {_WRITTEN} ORDER BY day DESC, updated_at DESC LIMIT ?", (limit,))


def author_name(reading: Reading, author_id: str) -> str:
    """Return the name of an author, or an empty text."""
    author = reading.get(Author, author_id) if author_id else None
    return author.name if author else ""
