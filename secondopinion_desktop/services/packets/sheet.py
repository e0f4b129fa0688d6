"""The questions sheet for one visit: what to ask, lines to write on, and who does what next. One sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.documents.packet import Fields, Item, Paragraph, Question, Ruled, Run, Section, plain
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.services.askings import ASK_FIRST, opener
from secondopinion_desktop.services.packets.words import full_day, joined

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

IF_THERE_IS_TIME: Final = 5
BOTH_SIDES: Final = 2
"""Pages: one sheet of paper."""


class Room(NamedTuple):
    """How many lines there are to write on: for each of the first questions, each other one, and at the end."""

    first: int
    other: int
    end: int


ROOMS: Final = (
    *(Room(first, 3, 4) for first in (8, 7, 6)),
    *(Room(first, 3, end) for first in (6, 5) for end in (3, 2)),
    *(Room(first, 2, end) for first in (6, 5, 4, 3) for end in (4, 2, 1)),
    *(Room(first, 1, end) for first in (5, 4, 3, 2) for end in (2, 1)),
)
"""The most generous first: the first that leaves everything on one sheet is taken."""


def visit_of(case: Case, choice: PacketChoice) -> Appointment | None:
    """Return the visit the sheet is for: the chosen one, else the next second opinion, else the next at all."""
    return case.visit(choice.visit_id) or case.next_visit or next(iter(case.upcoming), None)


def title_of(visit: Appointment | None, case: Case) -> tuple[str, str]:
    """Return the title and the line under it: with whom, when, and who takes notes."""
    if visit is None:
        return _("My questions"), ""
    who = case.name(visit.contact_id) or visit.title or visit.kind.words
    when = full_day(visit.day, visit.time) or _("date not known yet")
    taker = case.name(visit.note_taker_id)
    notes = _("{name} takes notes").format(name=taker) if taker else _("Who takes notes: not known yet")
    return _("My questions for {doctor}").format(doctor=who), _("{when}. {notes}.").format(when=when, notes=notes)


def opening(count: int) -> tuple[Block, ...]:
    """Return what stands above the questions: a word to the doctor, and one to begin with."""
    blocks: list[Block] = [
        Paragraph(plain(_("To the doctor: please look at this list with me before we start."))),
    ]
    if count:
        say = Run(_("I could say:") + " ", strong=True)
        blocks.append(Paragraph((say, Run(opener(count)))))
    return tuple(blocks)


def asked_at(case: Case, visit: Appointment | None) -> list[tuple[str, str]]:
    """Return (question, answer) in the order to ask; without a list of the visit, what is to be brought along."""
    texts = {question.id: question.text for question in case.questions}
    askings = [a for a in case.askings if visit and a.appointment_id == visit.id and a.question_id in texts]
    if askings:
        return [(texts[asking.question_id or ""], asking.answer) for asking in askings]
    return [(question.text, "") for question in case.questions if question.top or question.bring]


def sections(case: Case, visit: Appointment | None, asked: list[tuple[str, str]], room: Room) -> tuple[Section, ...]:
    """Return the questions with `room` to write, and what to settle before leaving."""
    first, others = asked[:ASK_FIRST], asked[ASK_FIRST : ASK_FIRST + IF_THERE_IS_TIME]
    more = len(asked) - len(first) - len(others)
    nothing = (Paragraph(plain(_("No questions are written down yet."))), Ruled(room.first))
    found = [Section("first", "", _questions(first, 1, room.first) or nothing)]  # the sentence above is its title
    if others:
        blocks: list[Block] = list(_questions(others, ASK_FIRST + 1, room.other))
        if more:
            words = ngettext("{count} more is on my list at home.", "{count} more are on my list at home.", more)
            blocks.append(Paragraph(plain(words.format(count=more)), quiet=True))
        found.append(Section("time", _("If there is time"), tuple(blocks)))
    said = Paragraph(plain(_("Let me check that I got this right:")), lead=True)
    found.append(Section("said", _("Say it back"), (said, Ruled(room.end // 2 or 1))))
    next_line = Paragraph(plain(_("Who calls whom, and by when:")), lead=True)
    found.append(Section("next", _("What happens next"), (next_line, Ruled(room.end // 2 or 1))))
    found.append(Section("report", _("Send the report to"), (*_report(case, visit), Ruled(room.end))))
    return tuple(found)


def _questions(asked: list[tuple[str, str]], start: int, lines: int) -> tuple[Block, ...]:
    return tuple(
        Question(str(number), text, "", plain(answer), lines)
        for number, (text, answer) in enumerate(asked, start=start)
    )


def _report(case: Case, visit: Appointment | None) -> list[Block]:
    """Return whom the doctor should write to, with a tick for the copy."""
    first = next((contact for contact in case.contacts if contact.role is ContactRole.FIRST_DOCTOR), None)
    if first is None or (visit is not None and visit.contact_id == first.id):
        return [Item(plain(_("A copy for me")), mark="\N{BALLOT BOX}")]
    fax = _("Fax {number}").format(number=first.fax) if first.fax else ""
    return [
        Fields(((first.name, joined(fax, first.phone, first.email)), (_("A copy for me"), _me(case)))),
    ]


def _me(case: Case) -> str:
    return joined(case.person.phone, case.person.email)
