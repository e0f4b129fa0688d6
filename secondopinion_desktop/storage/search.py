"""Finding: every word a person typed, through the index that `indexing` keeps."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secondopinion_desktop.storage.reading import Reading

MARK_START, MARK_END = "\x02", "\x03"
"""Around each found word in a snippet."""

_LONG = 50_000  # letters; the time in which SQLite cuts a snippet grows with the square of how often a word is there
_SHOWN = 120
# Scripts written without spaces between words: the index cannot cut them, so they are looked for letter by letter.
_UNSPACED = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "HANGUL")
_BEYOND = 0x3000  # from here on: Chinese, Japanese, Korean, and letters younger than the index's own tables


@dataclass(frozen=True)
class Hit:
    """One found row. `snippet` has MARK_START and MARK_END around the found words."""

    table: str
    row_id: str
    title: str
    snippet: str


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _is_unspaced(term: str) -> bool:
    return any(ord(c) >= _BEYOND or unicodedata.name(c, "").startswith(_UNSPACED) for c in term if _is_letter(c))


def _terms(query: str) -> tuple[list[str], list[str]]:
    """Split what a person typed into words for the index and pieces to be looked for letter by letter."""
    visible = "".join(c if unicodedata.category(c) not in {"Cc", "Cs"} else " " for c in query)
    indexed: list[str] = []
    literal: list[str] = []
    for term in visible.split():
        (indexed if any(map(_is_letter, term)) and not _is_unspaced(term) else literal).append(term)
    return indexed, literal


def has_query(query: str) -> bool:
    """Return whether there is anything to look for in what a person typed."""
    return any(_terms(query))


def _match_expression(terms: list[str]) -> str:
    """Quote each term, so that no sign in it is an operator; the last one may be unfinished."""
    return " ".join('"' + term.replace('"', '""') + '"*' for term in terms)


def find(reading: Reading, query: str, *, limit: int = 50, ranked: bool = False) -> list[Hit]:
    """Return the rows that hold every word of `query`, newest first, or best first if `ranked`.

    Any text is a good query: no sign in it has a meaning. A word may be the beginning of one.
    """
    indexed, literal = _terms(query[:500])
    if not indexed and not literal:
        return []
    where, words = _conditions(indexed, literal)
    values = {**words, "limit": limit, "start": MARK_START, "end": MARK_END, "long": _LONG}
    snippet = "snippet(search_index, 1, :start, :end, '…', 14)" if indexed else "substr(f.body, 1, 120)"
    snippet = f"CASE WHEN length(f.body) > :long THEN NULL ELSE {snippet} END"
    order = "f.rank" if ranked and indexed else "f.rowid DESC"
    # The inner query finds and cuts the few rows to show; only for those is the name of the table looked up.
    statement = f"""
        SELECT s.tbl, s.row_id, f.title, {snippet}, CASE WHEN length(f.body) > :long THEN f.body END
        FROM search_index f JOIN search_row s ON s.number = f.rowid
        WHERE {where} ORDER BY {order} LIMIT :limit"""  # noqa: S608 - the parts are constants
    term = (indexed or literal)[0]
    return [
        Hit(table, row_id, title, snippet if body is None else _cut(body, term))
        for table, row_id, title, snippet, body in reading.execute(statement, values)
    ]


def _cut(body: str, term: str) -> str:
    """Return the words around the first place of `term` as it is written, or how `body` begins."""
    found = re.search(re.escape(term), body, re.IGNORECASE)  # small letters can be more than the capital: İ
    if found is None:
        return f"{body[:_SHOWN]}…"
    place, end = found.span()
    start = max(0, place - _SHOWN // 3)
    before = f"{'…' if start else ''}{body[start:place]}"
    return f"{before}{MARK_START}{body[place:end]}{MARK_END}{body[end : start + _SHOWN]}…"


def matching(reading: Reading, query: str) -> set[str]:
    """Return the ids of all rows that `find` would find, without cutting a snippet out of each."""
    indexed, literal = _terms(query[:500])
    if not indexed and not literal:
        return set()
    where, values = _conditions(indexed, literal)
    statement = f"SELECT s.row_id FROM search_index f JOIN search_row s ON s.number = f.rowid WHERE {where}"  # noqa: S608
    return {row_id for (row_id,) in reading.execute(statement, values)}


def _conditions(indexed: list[str], literal: list[str]) -> tuple[str, dict[str, Any]]:
    """Return the condition of a search and its values."""
    conditions: list[str] = []
    values: dict[str, Any] = {}
    if indexed:
        conditions.append("search_index MATCH :match")
        values["match"] = _match_expression(indexed)
    for number, term in enumerate(literal):
        conditions.append(f"(instr(f.title, :l{number}) OR instr(f.body, :l{number}))")
        values[f"l{number}"] = term
    return " AND ".join(conditions), values


@dataclass(frozen=True)
class Home:
    """Where a found row is shown: on the page of another row, whose title it may borrow.

    `table` is "removed" where that row was removed.
    """

    table: str
    row_id: str
    title: str = ""


# For rows that are shown with another: its table, and how to find that row, its title, and whether it is removed.
_HOMES = {
    "asking": (
        "appointment",
        """SELECT r.id, r.appointment_id, q.text, h.removed_at FROM asking r JOIN question q ON q.id = r.question_id
        LEFT JOIN appointment h ON h.id = r.appointment_id""",
    ),
    "note": (
        "appointment",
        """SELECT r.id, r.appointment_id, '', NULL FROM note r
        JOIN appointment h ON h.id = r.appointment_id AND h.removed_at IS NULL""",
    ),
    "statement": (
        "topic",
        """SELECT r.id, r.topic_id, t.name, coalesce(t.removed_at, o.removed_at) FROM statement r
        JOIN topic t ON t.id = r.topic_id LEFT JOIN opinion o ON o.id = r.opinion_id""",
    ),
    "key_point": (
        "key_point",
        "SELECT r.id, r.id, '', h.removed_at FROM key_point r LEFT JOIN appointment h ON h.id = r.appointment_id",
    ),
    "report_request": (
        "report_request",
        "SELECT r.id, r.id, '', h.removed_at FROM report_request r LEFT JOIN appointment h ON h.id = r.appointment_id",
    ),
}


def homes(reading: Reading, hits: list[Hit]) -> dict[str, Home]:
    """Return, by row id, where those hits are shown that are shown with another row."""
    found = {}
    for table in {hit.table for hit in hits} & _HOMES.keys():
        home, query = _HOMES[table]
        ids = [hit.row_id for hit in hits if hit.table == table]
        statement = f"{query} WHERE r.id IN ({', '.join('?' * len(ids))})"
        for row_id, home_id, title, removed in reading.execute(statement, ids):
            if removed is not None:
                found[row_id] = Home("removed", home_id, title)
            elif home_id:
                found[row_id] = Home(home, home_id, title)
    return found
