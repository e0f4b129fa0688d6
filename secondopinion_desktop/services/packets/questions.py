"""Questions with their answers, or with lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Fields, Heading, Item, Paragraph, Run, Section, plain
from secondopinion_desktop.documents.packet import Question as Answered
from secondopinion_desktop.model.choices import AnswerStatus, ContactRole
from secondopinion_desktop.services.packets.choice import MadeFor, Part
from secondopinion_desktop.services.packets.opinions import questions_on_differences
from secondopinion_desktop.services.packets.words import joined, said_by, short_day

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block, Runs
    from secondopinion_desktop.model.question import Asking, Question
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

_FIRST: Final = 5
_LINES, _LINES_FOR_A_DOCTOR = 1, 3


def questions(case: Case, choice: PacketChoice) -> Section:
    """Return the questions for the coming visit, or for everybody else all questions with what was answered."""
    for_doctor = choice.made_for is MadeFor.DOCTOR
    brought = _for_visit(case) if for_doctor else None
    blocks = _all(case, choice) if brought is None else brought
    decision = case.situation.decision_text
    if for_doctor and decision and Part.WHY not in choice:
        label = Run(_("The choice I face:") + " ", strong=True)
        blocks.insert(0, Paragraph((label, Run(decision)), lead=True))
    if for_doctor and blocks:
        blocks += _after_the_visit(case)
    return Section("questions", _("My questions"), tuple(blocks))


def _after_the_visit(case: Case) -> list[Block]:
    """Return whom the doctor should write to: the last thing on the list, and the one most often forgotten."""
    first = next((contact for contact in case.contacts if contact.role is ContactRole.FIRST_DOCTOR), None)
    if first is None:
        return []
    fax = _("Fax {number}").format(number=first.fax) if first.fax else ""
    wish = _("Please send your notes to {doctor}, and a copy to me. I would be glad if you two could talk.")
    where = (
        (first.name, joined(first.phone, fax, first.email)),
        (_("Me"), joined(case.person.phone, case.person.email)),
    )
    return [
        Heading(plain(_("After the visit"))),
        Paragraph(plain(wish.format(doctor=first.name)), lead=True),
        Fields(where),
    ]


def _for_visit(case: Case) -> list[Block] | None:
    """Return the questions on the list of the next second-opinion visit, None where there is no such list."""
    visit = case.next_visit
    texts = {question.id: question.text for question in case.questions}
    askings = [a for a in case.askings if visit and a.appointment_id == visit.id and a.question_id in texts]
    if not askings:
        return None
    return [
        Answered(str(number), texts[asking.question_id or ""], "", plain(asking.answer), _LINES_FOR_A_DOCTOR)
        for number, asking in enumerate(askings, start=1)
    ]


def _all(case: Case, choice: PacketChoice) -> list[Block]:
    """Return all questions that are not printed beside the opinions already.

    The first ones have lines to write on where nobody answered; then come those with an answer, then the others.
    A family reads and does not write: for them, those with an answer come first.
    """
    elsewhere = questions_on_differences(case, choice)
    asked = [_Asked.of(case, question) for question in case.questions if question.id not in elsewhere]
    with_room = 0 if choice.made_for is MadeFor.FAMILY else _FIRST
    first, rest = asked[:with_room], asked[with_room:]
    in_full = [*first, *(one for one in rest if one.answers)]
    others = [
        Item(plain(said_by(one.text, one.status)), f"{number}.")
        for number, one in enumerate((one for one in rest if not one.answers), start=len(in_full) + 1)
    ]
    return [
        *(Answered(str(number), one.text, one.status, one.answers, _LINES) for number, one in enumerate(in_full, 1)),
        *([Heading(plain(_("No answer yet")), 3)] if others else []),
        *others,
    ]


class _Asked(NamedTuple):
    """A question with what was answered so far."""

    text: str
    answers: Runs
    status: str

    @classmethod
    def of(cls, case: Case, question: Question) -> Self:
        askings = [asking for asking in case.askings if asking.question_id == question.id]
        return cls(question.text, _answers(case, askings), _status(askings))


def _answers(case: Case, askings: list[Asking]) -> Runs:
    """Return each answer with who gave it and when."""
    runs: list[Run] = []
    for asking in askings:
        visit = case.visit(asking.appointment_id)
        if not asking.answer or visit is None:
            continue
        who = joined(case.name(visit.contact_id) or visit.title, short_day(visit.day))
        if runs:
            runs.append(Run("\n"))
        if who:
            runs.append(Run(f"{who}: ", strong=True))
        runs.append(Run(asking.answer))
    return tuple(runs)


def _status(askings: list[Asking]) -> str:
    """Return "Ask later" or the like, where somebody said so."""
    said = [asking.status for asking in askings]
    for status in (AnswerStatus.PARTLY, AnswerStatus.ASK_LATER, AnswerStatus.NOT_ASKED):
        if status in said:
            return status.words
    return ""
