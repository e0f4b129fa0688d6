"""The questions sheet for one visit: what to ask, lines to write on, and who does what next. One sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.documents.packet import (
    Blanks,
    Fields,
    Heading,
    Item,
    Paragraph,
    Question,
    Ruled,
    Run,
    Section,
    plain,
)
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.model.timing import outlook
from secondopinion_desktop.services.askings import ASK_FIRST, opener
from secondopinion_desktop.services.packets.words import full_day, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.decision import Option
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

IF_THERE_IS_TIME: Final = 5
BOTH_SIDES: Final = 2
"""Pages: one sheet of paper."""
_MOST_CHOICES: Final = 6
_BESIDE: Final = 3
_LONGEST_IN_A_COLUMN: Final = 80
_SIDES: Final = (
    ("benefits", N_("What may be good")),
    ("risks", N_("What may be hard")),
    ("alternatives", N_("Other ways")),
)
_IF_I_WAIT: Final = ("if_nothing", N_("If I wait, or have no treatment for now"))


class Room(NamedTuple):
    """How many lines there are to write on: for each of the first questions, each of `others` more, and at the end.

    Where that was asked for, `choices` get `side` lines for each of their sides.
    """

    first: int
    other: int
    end: int
    side: int = 1
    choices: int = _MOST_CHOICES
    others: int = IF_THERE_IS_TIME


ROOMS: Final = (
    *(Room(first, 3, 4, 2) for first in (8, 7, 6)),
    *(Room(first, 3, end, 2) for first in (6, 5) for end in (3, 2)),
    *(Room(first, 2, end) for first in (6, 5, 4, 3) for end in (4, 2, 1)),
    *(Room(first, 1, end) for first in (5, 4, 3, 2) for end in (2, 1)),
)
"""The most generous first: the first that leaves everything on one sheet is taken."""
_LESS_BESIDE_CHOICES: Final = tuple(Room(2, 1, 1, 1, _BESIDE, others) for others in range(IF_THERE_IS_TIME, 0, -1))


def rooms(choice: PacketChoice) -> tuple[Room, ...]:
    """Return what to try, the most generous first; lines that were asked for leave less room for other questions."""
    return (*ROOMS, *_LESS_BESIDE_CHOICES) if choice.each_choice else ROOMS


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


def sections(
    case: Case, visit: Appointment | None, asked: list[tuple[str, str]], room: Room, choice: PacketChoice
) -> tuple[Section, ...]:
    """Return the questions with `room` to write, and what to settle before leaving."""
    first, others = asked[:ASK_FIRST], asked[ASK_FIRST : ASK_FIRST + room.others]
    more = len(asked) - len(first) - len(others)
    nothing = (Paragraph(plain(_("No questions are written down yet."))), Ruled(room.first))
    found = [Section("first", "", _questions(first, 1, room.first) or nothing)]  # the sentence above is its title
    if others:
        blocks: list[Block] = list(_questions(others, ASK_FIRST + 1, room.other))
        if more:
            words = ngettext("{count} more is on my list at home.", "{count} more are on my list at home.", more)
            blocks.append(Paragraph(plain(words.format(count=more)), quiet=True))
        found.append(Section("time", _("If there is time"), tuple(blocks)))
    if choice.each_choice:
        found.append(Section("choices", _("About each choice"), tuple(_choices(case, room, choice))))
    said = Paragraph(plain(_("Let me check that I got this right:")), lead=True)
    found.append(Section("said", _("Say it back"), (said, Ruled(room.end // 2 or 1))))
    next_line = Paragraph(plain(_("Who calls whom, and by when:")), lead=True)
    found.append(Section("next", _("What happens next"), (next_line, Ruled(room.end // 2 or 1))))
    found.append(Section("report", _("Send the report to"), (*_report(case, visit), Ruled(room.end))))
    return tuple(found)


def _choices(case: Case, room: Room, choice: PacketChoice) -> list[Block]:
    """Return room for the sides of each choice, the same for all; for one without a name where there is none.

    What is known already stands in the place of its lines.
    """
    may_hear = choice.if_i_wait or outlook(case.person.info_preference) is None
    sides = (*_SIDES, _IF_I_WAIT) if may_hear else _SIDES
    shown = case.options[: room.choices]
    blocks: list[Block] = []
    for start in range(0, len(shown), _BESIDE):
        blocks += _beside(shown[start : start + _BESIDE], sides, room.side)
    if not shown:
        blocks.append(Blanks(("",), tuple((label, ("",)) for label in (_("The choice"), *(_(x) for _n, x in sides)))))
    more = len(case.options) - len(shown)
    if more:
        words = ngettext("{count} more choice is in my file.", "{count} more choices are in my file.", more)
        blocks.append(Paragraph(plain(words.format(count=more)), quiet=True))
    return blocks


def _beside(options: Sequence[Option], sides: Sequence[tuple[str, str]], lines: int) -> list[Block]:
    """Return choices beside each other, or below each other where there are words too long for a column."""
    rows = [(_(label), tuple(str(getattr(one, name)) for one in options)) for name, label in sides]
    names = tuple(one.name for one in options)
    if all(len(words) <= _LONGEST_IN_A_COLUMN for words in (*names, *(words for _l, cells in rows for words in cells))):
        return [Blanks(names, tuple(rows), lines)]
    blocks: list[Block] = []
    for number, name in enumerate(names):
        blocks.append(Heading(plain(name)))
        for label, cells in rows:
            known = cells[number]
            blocks.append(Fields(((label, known),)) if known else Blanks(("",), ((label, ("",)),), lines))
    return blocks


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
