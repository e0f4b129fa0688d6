"""Each visit's own list: in which order to ask there, and what is still open from visits before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.model.choices import AnswerStatus
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.handles import Appointment, Asking, Question
from secondopinion_desktop.model.timing import SET_ASIDE
from secondopinion_desktop.services.rows import Placed
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from secondopinion_desktop.storage.unit import Unit

ASK_FIRST: Final = 3
"""How many questions of a visit come first: what most talks have time for."""
MANY: Final = 10
"""Above this many questions for one visit, it is kind to say so."""


@dataclass(frozen=True)
class LeftOpen:
    """A question that got no whole answer at an earlier visit, with how far it got there."""

    question_id: str
    text: str
    appointment_id: str
    status: AnswerStatus
    answer: str


@dataclass(frozen=True)
class Heard:
    """What was heard about one question at one visit."""

    appointment_id: str
    answer: str
    status: AnswerStatus


class Askings(Placed[Asking]):
    table = Asking
    adding = N_("Bring question")
    removing = N_("Leave question at home")
    moving = N_("Move question")

    def of(self, appointment_id: str) -> list[Asking]:
        """Return a visit's askings in their order, without those whose question was removed."""
        with self.store.database.reading() as session:
            found = rows(session, Asking, "position", appointment_id=appointment_id)
            known = {q.id for q in rows(session, Question, id=tuple(a.question_id for a in found))}
        return [asking for asking in found if asking.question_id in known]

    def move(self, asking_id: str, offset: int) -> None:
        """Move a question up (-1) or down (+1) in the list of its visit."""
        self._move(asking_id, offset, self.of(self.get(asking_id).appointment_id or ""))

    def place(self, asking_id: str, place: int) -> None:
        """Put a question at a place in the list of its visit; the first is 0."""
        among = self.of(self.get(asking_id).appointment_id or "")
        before = next(number for number, asking in enumerate(among) if asking.id == asking_id)
        self._move(asking_id, place - before, among)

    def left_open(self, appointment_id: str) -> list[LeftOpen]:
        """Return what earlier visits left open and this visit does not ask yet: the latest word on each question.

        A question that nobody marked counts once the day of its visit is over.
        """
        with self.store.database.reading() as session:
            visits = {visit.id: visit for visit in rows(session, Appointment)}
            texts = {q.id: q.text for q in rows(session, Question, "position", hidden=False)}
            askings = rows(session, Asking)
        here = visits.get(appointment_id)
        if here is None:
            return []
        asked_here = {asking.question_id for asking in askings if asking.appointment_id == appointment_id}
        before = [a for a in askings if (v := visits.get(a.appointment_id or "")) is not None and _is_before(v, here)]
        latest = {a.question_id: a for a in sorted(before, key=lambda a: _when(visits[a.appointment_id or ""]))}
        today = clock.today()
        return [
            LeftOpen(question_id, text, asking.appointment_id or "", asking.status, asking.answer)
            for question_id, text in texts.items()
            if (asking := latest.get(question_id)) is not None
            and question_id not in asked_here
            and _is_open(asking, visits[asking.appointment_id or ""], today)
        ]

    def carry(self, question_ids: Sequence[str], appointment_id: str) -> None:
        """Bring these questions to a visit too, behind what is on its list."""
        label = ngettext("Carry question over", "Carry questions over", len(question_ids))
        with self.store.writing(label) as unit:
            for question_id in question_ids:
                bring(unit, question_id, appointment_id)

    def heard(self, question_id: str) -> list[Heard]:
        """Return what was heard about a question at each visit, the earliest visit first."""
        with self.store.database.reading() as session:
            visits = {visit.id: visit for visit in rows(session, Appointment)}
            askings = rows(session, Asking, question_id=question_id)
        known = [asking for asking in askings if asking.appointment_id in visits]
        known.sort(key=lambda asking: _when(visits[asking.appointment_id or ""]))
        return [Heard(asking.appointment_id or "", asking.answer, asking.status) for asking in known]


def opener(count: int) -> str:
    """Return a sentence to begin the talk with, for this many questions: the first three are the main ones."""
    if count == 1:
        return _("I have one main question. May I start with it?")
    if count < ASK_FIRST:
        return _("I have two main questions. May I start with them?")
    return _("I have three main questions. May I start with them?")


def bring(unit: Unit, question_id: str, appointment_id: str) -> Asking:
    """Put a question at the end of a visit's list, if it is not there yet."""
    there = rows(unit.session, Asking, "position", appointment_id=appointment_id)
    found = next((asking for asking in there if asking.question_id == question_id), None)
    if found is not None:
        return found
    position = max((asking.position for asking in there), default=0.0) + 1
    return unit.add(Asking(question_id=question_id, appointment_id=appointment_id, position=position))


def _when(visit: Appointment) -> tuple[bool, str, str]:
    return (not visit.day, visit.day.lstrip("~"), visit.time)


def _is_before(visit: Appointment, here: Appointment) -> bool:
    return visit.id != here.id and visit.status not in SET_ASIDE and _when(visit) <= _when(here)


def _is_open(asking: Asking, visit: Appointment, today: date) -> bool:
    if asking.status is AnswerStatus.OPEN:
        day = PartialDate.from_optional_text(visit.day)
        return day is not None and day.latest < today
    return asking.status is not AnswerStatus.ANSWERED
