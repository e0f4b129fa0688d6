"""Which sections a summary has, in the order that its reader needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from secondopinion_desktop.services.packets import (
    ahead,
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
    from collections.abc import Callable

    from secondopinion_desktop.documents.packet import Section
    from secondopinion_desktop.services.packets.reading import Case

    Maker: TypeAlias = Callable[[Case, PacketChoice], Section]

_MAKERS: Final[dict[Part, tuple[Maker, ...]]] = {
    Part.WHY: (why.why,),
    Part.DATES: (person.dates,),
    Part.DIAGNOSIS: (story.diagnosis,),
    Part.HEALTH: (story.health,),
    Part.ADVICE: (opinions.advice,),
    Part.QUESTIONS: (questions.questions,),
    Part.RECORDS: (records.records,),
    Part.PEOPLE: (records.people, schedule.centers, schedule.visit),
    Part.STEPS: (ahead.steps,),
    Part.NEXT: (ahead.ahead,),
    Part.INSURANCE: (insurance.insurance, insurance.calls),
    Part.CHOICES: (weighing.choices,),
    Part.NOTES: (notes.notes,),
    Part.LEARNED: (notes.learned,),
}
# A doctor needs the story and the questions first; a family wants to know where things are and who is who.
_FOR_DOCTOR: Final = tuple(Part)
_FOR_FAMILY: Final = (
    Part.WHY,
    Part.DATES,
    Part.NEXT,
    Part.PEOPLE,
    Part.STEPS,
    Part.DIAGNOSIS,
    Part.HEALTH,
    Part.ADVICE,
    Part.QUESTIONS,
    Part.CHOICES,
    Part.INSURANCE,
    Part.RECORDS,
    Part.NOTES,
    Part.LEARNED,
)


def sections(case: Case, choice: PacketChoice) -> tuple[Section, ...]:
    """Return who it is about and the chosen parts."""
    order = _FOR_DOCTOR if choice.made_for is MadeFor.DOCTOR else _FOR_FAMILY
    makers = [maker for part in order if part in choice for maker in _MAKERS[part]]
    found = (maker(case, choice) for maker in (person.who, *makers))
    return tuple(section for section in found if section.blocks)
