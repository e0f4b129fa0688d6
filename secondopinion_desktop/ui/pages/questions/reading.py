"""What the Questions page reads of the open file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AnswerStatus, AppointmentKind, AppointmentStatus
from secondopinion_desktop.ui.pages.questions.row import Shown
from secondopinion_desktop.ui.visitwords import visit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.guidance import Suggestion
    from secondopinion_desktop.model.question import Question
    from secondopinion_desktop.services.file import OpenFile

TOP: Final = 5
NEXT_VISIT: Final = ""
"""Stands for the visit that is not made yet."""
_LONGEST_ANSWER: Final = 300
_STILL_TO_COME: Final = (AppointmentStatus.WANTED, AppointmentStatus.PLANNED)

_IDEAS = 5  # the next one comes when one is taken


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
    answers, counts = answers_heard(file)

    def shown(questions: Iterable[Question]) -> list[Shown]:
        return [
            Shown(
                q.id,
                q.text,
                q.group,
                q.bring if brought is None else q.id in brought,
                answers.get(q.id, ""),
                counts[q.id],
            )
            for q in questions
        ]

    return Lists(shown(top[:TOP]), shown(more))


def for_visit(file: OpenFile, visit_id: str) -> list[Shown]:
    """Return the questions of one visit in the order to ask there, each with what was heard so far."""
    if not visit_id:
        return []
    answers, counts = answers_heard(file)
    return [
        Shown(
            asked.question_id,
            asked.text,
            "" if asked.status is AnswerStatus.OPEN else asked.status.words,
            ticked=True,
            answer=answers.get(asked.question_id, ""),
            asked=counts[asked.question_id],
        )
        for asked in file.questions.of_visit(visit_id)
    ]


def ideas(file: OpenFile) -> tuple[Suggestion, ...]:
    """Return a handful of questions of the bank that may fit now. Outlook is among them only for "all details"."""
    following = file.steps.next_task()
    return file.bank.suggestions(step=following.step if following else "")[:_IDEAS]


def reason_words(key: str) -> str:
    """Return "Because you said: I want peace of mind", or an empty text without a reason."""
    text = next((reason.text for reason in guidance.reasons() if reason.key == key), "")
    return _("Because you said: {reason}").format(reason=text) if text else ""


def answers_heard(file: OpenFile) -> tuple[dict[str, str], Counter[str]]:
    """Return what was heard last, by question ("Dr. Rao, Feb 17: It is stage II"), and at how many visits."""
    visits_by_id = {appointment.id: appointment for appointment in file.appointments.in_order()}
    names = file.contacts.names()
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for asking in file.questions.answered():
        appointment = visits_by_id.get(asking.appointment_id or "")
        words = " ".join(asking.answer[:_LONGEST_ANSWER].split())
        where = visit_words(appointment, names) if appointment else _("Answer")
        found[asking.question_id or ""] = _("{where}: {answer}").format(where=where, answer=words)
        counts[asking.question_id or ""] += 1
    return found, counts
