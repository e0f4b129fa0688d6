"""Questions with their answers, or with lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Fields, Heading, Paragraph, Run, Section, plain
from secondopinion_desktop.documents.packet import Question as Asked
from secondopinion_desktop.model.choices import AnswerStatus, ContactRole
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import joined, short_day

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block, Runs
    from secondopinion_desktop.model.question import Asking
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

_FIRST: Final = 5
_LINES_FOR_FIRST, _LINES_FOR_OTHERS = 3, 2


def questions(case: Case, choice: PacketChoice) -> Section:
    """Return the questions for the coming visit, or for everybody else all questions with what was answered."""
    decision = case.situation.decision_text
    blocks: list[Block] = []
    if decision:
        label = Run(_("The choice I face:") + " ", strong=True)
        blocks.append(Paragraph((label, Run(decision)), lead=True))
    chosen = _for_visit(case) if choice.made_for is MadeFor.DOCTOR else None
    asked = _all(case, choice) if chosen is None else chosen
    blocks += asked or [Paragraph(plain(_("No questions are written down yet.")))]
    if choice.made_for is MadeFor.DOCTOR:
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
        _block(number, texts[asking.question_id or ""], plain(asking.answer))
        for number, asking in enumerate(askings, start=1)
    ]


def _all(case: Case, choice: PacketChoice) -> list[Block]:
    """Return all questions. Families get lines only for the first ones, so that the paper does not run out."""
    by_question: dict[str, list[Asking]] = {}
    for asking in case.askings:
        by_question.setdefault(asking.question_id or "", []).append(asking)
    blocks: list[Block] = []
    for number, question in enumerate(case.questions, start=1):
        askings = by_question.get(question.id, [])
        answers = _answers(case, askings)
        if not answers and number > _FIRST and choice.made_for is MadeFor.FAMILY:
            answers = plain(_("No answer yet"))
        blocks.append(_block(number, question.text, answers, _status(askings)))
    return blocks


def _block(number: int, text: str, answer: Runs, about: str = "") -> Asked:
    return Asked(str(number), text, about, answer, _LINES_FOR_FIRST if number <= _FIRST else _LINES_FOR_OTHERS)


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
