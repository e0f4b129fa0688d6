"""Which sections a summary has, in the order that its reader needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Paragraph, Section, plain
from secondopinion_desktop.services.packets import (
    ahead,
    family,
    insurance,
    notes,
    opinions,
    person,
    questions,
    records,
    schedule,
    story,
    weighing,
    why,
)
from secondopinion_desktop.services.packets.choice import MadeFor, PacketChoice, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.services.packets.reading import Case

    Maker: TypeAlias = Callable[[Case, PacketChoice], Section | None]

_MAKERS: Final[dict[Part, tuple[Maker, ...]]] = {
    Part.WHY: (why.why,),
    Part.DATES: (person.dates,),
    Part.DIAGNOSIS: (story.diagnosis,),
    Part.HEALTH: (story.health,),
    Part.ADVICE: (opinions.advice,),
    Part.QUESTIONS: (questions.questions,),
    Part.KEY_POINTS: (notes.key_points,),
    Part.RECORDS: (records.records,),
    Part.PEOPLE: (records.people, schedule.centers, schedule.visit),
    Part.STEPS: (ahead.steps,),
    Part.NEXT: (ahead.ahead,),
    Part.INSURANCE: (insurance.insurance, insurance.calls),
    Part.CHOICES: (weighing.choices,),
    Part.NOTES: (notes.notes,),
    Part.LEARNED: (notes.learned,),
}
_FOR_FAMILY: Final = _MAKERS | {Part.INSURANCE: (family.insurance, family.calls)}
# A doctor needs the story and the questions first; others want to know where things are and who is who.
_ORDER_FOR_DOCTOR: Final = tuple(Part)
_ORDER: Final = (
    Part.DATES,
    Part.NEXT,
    Part.PEOPLE,
    Part.STEPS,
    Part.WHY,
    Part.DIAGNOSIS,
    Part.HEALTH,
    Part.ADVICE,
    Part.QUESTIONS,
    Part.KEY_POINTS,
    Part.NOTES,
    Part.INSURANCE,
    Part.RECORDS,
    Part.CHOICES,
    Part.LEARNED,
)


def sections(case: Case, choice: PacketChoice) -> tuple[Section, ...]:
    """Return who it is about, the chosen parts that have something to say, and a word on the others."""
    for_family = choice.made_for is MadeFor.FAMILY
    order = _ORDER_FOR_DOCTOR if choice.made_for is MadeFor.DOCTOR else _ORDER
    parts = _FOR_FAMILY if for_family else _MAKERS
    makers = [maker for part in order if part in choice for maker in parts[part]]
    made = [maker(case, choice) for maker in (family.now if for_family else person.who, *makers)]
    found = [section for section in made if section is not None]
    empty = [section.title for section in found if not section.blocks]
    told = tuple(section for section in found if section.blocks)
    return (*told, *_not_here(empty, family.in_short(case, choice) if for_family else ()))


def _not_here(empty: Sequence[str], in_short: Sequence[str]) -> tuple[Section, ...]:
    """Return the section that says what is not on the paper, so that no gap is taken for a no."""
    said = []
    if empty:
        said.append(_("Nothing is written down yet under: {parts}.").format(parts="; ".join(empty)))
    if in_short:
        words = _("The file holds more on: {parts}. To print all of it, choose “{choice}”.")
        said.append(words.format(parts=", ".join(in_short), choice=MadeFor.EVERYTHING.words))
    blocks = tuple(Paragraph(plain(line), quiet=True) for line in said)
    return (Section("not-here", _("Not on this paper"), blocks, run_in=True),) if blocks else ()
