"""Files with thousands of notes, written in bulk: rows, journal and search index as the program itself writes them."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.fields import new_id
from secondopinion_desktop.model.note import Note
from secondopinion_desktop.model.revision import Revision
from secondopinion_desktop.model.richtext import Document
from tests.helpers.files import new_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile

_COMMON = (
    "the doctor said that we could ask about treatment and when it might begin because results of scan are not here yet"
)
_RARE = [f"word{number}" for number in range(4000)]


def words(count: int, chance: random.Random) -> str:
    """Return text in which few words are common and many are rare, as in real notes."""
    common = _COMMON.split()
    return " ".join(chance.choice(common) if chance.random() < 0.8 else chance.choice(_RARE) for _ in range(count))


def file_with_notes(folder: Path, count: int, words_each: int) -> OpenFile:
    """Return an open file with `count` free notes of `words_each` words, one a day going back."""
    folder.mkdir(parents=True, exist_ok=True)
    file = new_file(folder)
    notes = list(_notes(count, words_each))
    with file.store.database.writing() as session:
        session.execute(Note.__table__.insert(), [note for note, _body in notes])  # type: ignore[attr-defined]
        session.execute(Revision.__table__.insert(), [r for note, _b in notes for r in _revisions(note)])  # type: ignore[attr-defined]
        first = session.execute(text("SELECT coalesce(max(number), 0) + 1 FROM search_row")).scalar_one()
        session.execute(
            text("INSERT INTO search_row (number, tbl, row_id) VALUES (:n, 'note', :id)"),
            [{"n": first + place, "id": note["id"]} for place, (note, _body) in enumerate(notes)],
        )
        session.execute(
            text("INSERT INTO search_index (rowid, title, body) VALUES (:n, :title, :body)"),
            [{"n": first + place, "title": note["title"], "body": body} for place, (note, body) in enumerate(notes)],
        )
    return file


def _notes(count: int, words_each: int) -> Iterator[tuple[dict[str, Any], str]]:
    chance, today, moment = random.Random(1), date(2026, 3, 3), clock.now()
    for number in range(count):
        body = words(words_each, chance)
        note = Note(title=f"Note {number}", body=Document.from_plain(body).to_json())
        values = {name: getattr(note, name) for name in Note.model_fields}
        values |= {"day": (today - timedelta(days=number)).isoformat(), "created_at": moment, "updated_at": moment}
        yield values, body


def _revisions(note: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for field in ("", "title", "body", "day"):
        yield {
            "rid": new_id(),
            "tbl": "note",
            "row_id": note["id"],
            "field": field,
            "value": json.dumps(note[field] if field else None),
            "hlc": "",
            "device_id": "",
            "author_id": "",
            "wall_time": note["created_at"],
            "parents": "[]",
            "pruned": False,
            "head": True,
        }
