"""Find in this file: every word a person typed, with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.appointment import KeyPoint, ReportRequest
from secondopinion_desktop.model.note import Note
from secondopinion_desktop.model.opinion import Statement, Topic
from secondopinion_desktop.model.question import Asking, Question
from secondopinion_desktop.storage import search

if TYPE_CHECKING:
    from secondopinion_desktop.storage import Session
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


@dataclass(frozen=True)
class Found:
    """One found row: where it is in words, its title, a snippet, and what to open (table, id)."""

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
            return [self._found(session, hit) for hit in hits]

    @staticmethod
    def _found(session: Session, hit: search.Hit) -> Found:
        target, name = _target(session, hit)
        return Found(
            _(_PLACES.get(hit.table, "")) if hit.table in _PLACES else "", hit.title or name, hit.snippet, target
        )


def _target(session: Session, hit: search.Hit) -> tuple[tuple[str, str], str]:
    """Return what to open for a hit, and a name for rows that have none of their own."""
    if hit.table == "asking":
        asking = session.get_one(Asking, hit.row_id)
        question = session.get(Question, asking.question_id) if asking.question_id else None
        return ("appointment", asking.appointment_id or ""), question.text if question else ""
    if hit.table == "note":
        note = session.get_one(Note, hit.row_id)
        return (("appointment", note.appointment_id) if note.appointment_id else ("note", note.id)), note.title
    if hit.table == "key_point":
        return ("appointment", session.get_one(KeyPoint, hit.row_id).appointment_id or ""), ""
    if hit.table == "report_request":
        return ("appointment", session.get_one(ReportRequest, hit.row_id).appointment_id or ""), ""
    if hit.table == "statement":
        topic_id = session.get_one(Statement, hit.row_id).topic_id
        topic = session.get(Topic, topic_id) if topic_id else None
        return ("topic", topic_id or ""), topic.name if topic else ""
    return (hit.table, hit.row_id), ""
