"""The file: autosave, search as you type, lists; against the standard library's sqlite3 doing the same query."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.storage import casefile
from tests.bench.filling import file_with_notes
from tests.bench.measuring import tell, timed, title

if TYPE_CHECKING:
    from collections.abc import Callable

_RAW = """
    SELECT s.tbl, s.row_id, f.title, snippet(search_index, 1, char(2), char(3), '…', 14)
    FROM search_index f JOIN search_row s ON s.number = f.rowid
    WHERE search_index MATCH ? ORDER BY f.rowid DESC LIMIT 50"""
_QUERIES = {"rare word": "word1234", "common word": "doctor", "two words": "scan word12", "two letters": "wo"}


def search_as_you_type(folder: Path, count: int = 50_000) -> None:
    title(f"Search as you type in {count:,} notes, newest 50 with snippets, ms")
    file_with_notes(folder / "search", count, 80).close()
    path = folder / "search" / "test.secondopinion"
    file = OpenFile(casefile.open_file(path))
    raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for name, query in _QUERIES.items():
        expression = " ".join(f'"{word}"*' for word in query.split())
        bare = timed(f"{name}: sqlite3", _raw_search(raw, expression))
        tell(bare, timed(f"{name}: Second Opinion", _our_search(file, query)), against=bare)
    raw.close()
    file.close()


def _raw_search(raw: sqlite3.Connection, expression: str) -> Callable[[], object]:
    return lambda: raw.execute(_RAW, (expression,)).fetchall()


def _our_search(file: OpenFile, query: str) -> Callable[[], object]:
    return lambda: file.finder.find(query)


def autosave_and_lists(folder: Path, count: int = 5_000) -> None:
    title(f"A file with {count:,} notes of 300 words, ms")
    file = file_with_notes(folder / "notes", count, 300)
    entries = file.notes.entries()
    body = Document.from_json(file.notes.get(entries[0].note_id).body).plain_text()
    letters = iter(range(1_000_000))

    def save() -> None:
        file.notes.save_body(entries[0].note_id, Document.from_plain(f"{body} {next(letters)}").to_json())

    tell(
        timed("autosave of one note, committed", save, times=60),
        timed("list of all visits and notes", file.notes.entries),
        timed("step tracker", file.steps.tracker),
        timed("key dates", file.timeline.key_dates),
        timed("recent notes", file.notes.recent),
    )
    path = file.path
    file.close()
    tell(timed("open, checked", lambda: OpenFile(casefile.open_file(path)).close()))


def run() -> None:
    with tempfile.TemporaryDirectory() as name:
        search_as_you_type(Path(name))
        autosave_and_lists(Path(name))
