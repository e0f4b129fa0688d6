"""Find in this file: every word a person typed, with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.handles import Situation, real
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.storage import search
from secondopinion_desktop.storage.database import load_sql

if TYPE_CHECKING:
    from secondopinion_desktop.storage.reading import Reading
    from secondopinion_desktop.storage.store import Store

MARK_START, MARK_END = search.MARK_START, search.MARK_END
"""Stand around each found word in a snippet."""

_PLACES = {
    "appointment": N_("Appointment"),
    "asking": N_("Answer"),
    "attachment": N_("File"),
    "author": N_("Writer"),
    "authorization": N_("Insurance"),
    "call": N_("Phone call"),
    "contact": N_("Contact"),
    "decision": N_("Decision"),
    "denial": N_("Insurance"),
    "diagnosis": N_("Diagnosis"),
    "expense": N_("Insurance"),
    "health_fact": N_("Health"),
    "key_point": N_("Key point"),
    "marker": N_("Diagnosis"),
    "network_check": N_("Insurance"),
    "note": N_("Note"),
    "opinion": N_("Opinion"),
    "option": N_("Choice"),
    "person": N_("Personal details"),
    "plan": N_("Insurance"),
    "point": N_("What matters"),
    "question": N_("Question"),
    "record": N_("Record"),
    "referral": N_("Insurance"),
    "reminder_answer": N_("Dates"),
    "report_request": N_("Report"),
    "self_check": N_("How I feel"),
    "situation": N_("Dates and answers"),
    "statement": N_("Opinion"),
    "step_state": N_("Step"),
    "task": N_("Task"),
    "term": N_("Word"),
    "topic": N_("Opinion"),
    "treatment": N_("Treatment"),
}


def place_words(table: str) -> str:
    """Return what rows of a table are called: "Task", "Phone call"."""
    return _(_PLACES[table])


@dataclass(frozen=True)
class Found:
    """One found row: where it is in words, its title, a snippet, and what to open (table, id).

    For the situation, the id is the name of a field; the table is "removed" for what belongs to something removed.
    """

    place: str
    title: str
    snippet: str
    target: tuple[str, str]


class Finder:
    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, *, limit: int = 50, ranked: bool = False) -> list[Found]:
        """Return what holds every word of `text`, each maybe unfinished: newest or, if `ranked`, best first.

        Any text is fine; nothing in it has a special meaning.
        """
        with self._store.database.reading() as session:
            hits = search.find(session, text, limit=limit, ranked=ranked)
            homes = search.homes(session, hits)
            fields = _fields_of_situation(session, text) if any(hit.table == "situation" for hit in hits) else ""
        return [_found(hit, homes.get(hit.row_id), fields) for hit in hits]


def _fields_of_situation(reading: Reading, words: str) -> str:
    """Return the field of the situation that holds most of the words: its fields are on many pages."""
    load_sql()
    from secondopinion_desktop.storage.indexing import searched_fields  # noqa: PLC0415 - SQLModel: the model's own marks

    row = reading.get_one(Situation, ONLY)
    wanted = [word.casefold() for word in words.split()]
    names = [name for name, _is_document in searched_fields(real(Situation))]
    return max(names, key=lambda name: sum(word in getattr(row, name).casefold() for word in wanted))


def _found(hit: search.Hit, home: search.Home | None, field: str) -> Found:
    place = place_words(hit.table)
    if hit.table == "situation":
        return Found(place, hit.title, hit.snippet, (hit.table, field))
    if home is None:
        return Found(place, hit.title, hit.snippet, (hit.table, hit.row_id))
    return Found(place, hit.title or home.title, hit.snippet, (home.table, home.row_id))
