"""What the Questions page reads of the open file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, InfoPreference
from secondopinion_desktop.ui.pages.questions.row import Shown
from secondopinion_desktop.ui.visitwords import visit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.guidance import BankQuestion
    from secondopinion_desktop.model.question import Question
    from secondopinion_desktop.services.file import OpenFile

TOP: Final = 5
NEXT_VISIT: Final = ""
"""Stands for the visit that is not made yet."""
_IDEAS: Final = 5
_LONGEST_ANSWER: Final = 300
_STILL_TO_COME: Final = (AppointmentStatus.WANTED, AppointmentStatus.PLANNED)


class Visit(NamedTuple):
    """A visit questions can be brought to: its id and "Dr. Okafor, Mar 12"."""

    id: str
    words: str


class Lists(NamedTuple):
    """The questions as the page shows them."""

    top: list[Shown]
    more: list[Shown]


def visits(file: OpenFile) -> list[Visit]:
    """Return the visits to come, or "the next visit I make" where there is none."""
    coming = [a for a in file.appointments.upcoming() if a.kind is not AppointmentKind.TREATMENT_START]
    coming += [a for a in file.appointments.all() if not a.day and a.status in _STILL_TO_COME]
    names = file.contacts.names()
    found = [Visit(a.id, visit_words(a, names)) for a in coming]
    return found or [Visit(NEXT_VISIT, _("the next visit I make"))]


def usual_visit(file: OpenFile) -> str:
    """Return the id of the visit that questions are brought to unless the person chooses another."""
    found = file.appointments.next_second_opinion()
    return found.id if found else visits(file)[0].id


def lists(file: OpenFile, visit_id: str) -> Lists:
    """Return both lists, ticked where a question is brought to the visit."""
    top = file.questions.top()
    more = [*top[TOP:], *file.questions.more()]
    brought = file.questions.brought_to(visit_id) if visit_id else None
    answers = _answers(file)

    def shown(questions: Iterable[Question]) -> list[Shown]:
        return [
            Shown(q.id, q.text, q.group, q.bring if brought is None else q.id in brought, answers.get(q.id, ""))
            for q in questions
        ]

    return Lists(shown(top[:TOP]), shown(more))


def ideas(file: OpenFile) -> tuple[BankQuestion, ...]:
    """Return questions of the bank that nobody took yet. Those to ask first about come only for "all details"."""
    taken = {question.bank_id for question in file.questions.all() if question.bank_id}
    everything = file.people.person().info_preference is InfoPreference.ALL
    reasons = file.people.situation().reasons
    return guidance.suggested(reasons, with_outlook=everything, leave_out=taken)[:_IDEAS]


def group_name(key: str) -> str:
    """Return the name of a group of the bank."""
    return next((group.name for group in guidance.question_bank().groups if group.key == key), "")


def _answers(file: OpenFile) -> dict[str, str]:
    """Return what was heard last, by question: "Dr. Rao, Feb 17: It is stage II"."""
    visits_by_id = {appointment.id: appointment for appointment in file.appointments.in_order()}
    names = file.contacts.names()
    found: dict[str, str] = {}
    for asking in file.questions.answered():
        appointment = visits_by_id.get(asking.appointment_id or "")
        words = " ".join(asking.answer[:_LONGEST_ANSWER].split())
        where = visit_words(appointment, names) if appointment else _("Answer")
        found[asking.question_id or ""] = _("{where}: {answer}").format(where=where, answer=words)
    return found
