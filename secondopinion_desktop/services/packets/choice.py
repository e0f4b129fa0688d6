"""What a person chooses before printing: for whom, what, on which paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.choices import Choice

PaperSize: TypeAlias = Literal["letter", "a4"]


class MadeFor(Choice):
    """Who will read the summary."""

    BRIEF = "brief", N_("The second doctor, on one page")
    DOCTOR = "doctor", N_("A doctor I am going to see")
    FAMILY = "family", N_("My family and helpers")
    EVERYTHING = "everything", N_("Everything in this file")
    VISIT = "visit", N_("My visit: questions with lines to write on")


class Part(Choice):
    """A part of the summary that can be left out."""

    WHY = "why", N_("Why I am asking")
    DATES = "dates", N_("Key dates")
    DIAGNOSIS = "diagnosis", N_("My diagnosis, as I was told")
    HEALTH = "health", N_("Other health and medicines")
    ADVICE = "advice", N_("What each doctor advised")
    QUESTIONS = "questions", N_("My questions and answers")
    KEY_POINTS = "key_points", N_("Key points of my visits")
    RECORDS = "records", N_("Records and where they are")
    PEOPLE = "people", N_("People and phone numbers")
    STEPS = "steps", N_("Steps and tasks")
    NEXT = "next", N_("What happens next")
    INSURANCE = "insurance", N_("Insurance and call log")
    CHOICES = "choices", N_("What matters to me")
    NOTES = "notes", N_("All my notes")
    LEARNED = "learned", N_("Words I learned, and helplines")


_DOCTOR: Final = frozenset(
    {Part.WHY, Part.DATES, Part.DIAGNOSIS, Part.HEALTH, Part.ADVICE, Part.QUESTIONS, Part.RECORDS, Part.PEOPLE}
)
_FAMILY: Final = frozenset(Part) - {Part.WHY, Part.HEALTH, Part.CHOICES, Part.NOTES}
SHORT: Final = frozenset({Part.DATES, Part.NEXT, Part.PEOPLE})
"""What a short copy for the family has: what is happening, the dates, who is who, and what comes next."""
_USUAL: Final = {
    MadeFor.BRIEF: frozenset[Part](),
    MadeFor.DOCTOR: _DOCTOR,
    MadeFor.FAMILY: _FAMILY,
    MadeFor.EVERYTHING: frozenset(Part),
}
SUMMARIES: Final = (MadeFor.DOCTOR, MadeFor.FAMILY, MadeFor.EVERYTHING)
"""What is made of parts; the Brief and the questions sheet for a visit are not."""


@dataclass(frozen=True)
class PacketChoice:
    """A choice of what to print. `private_notes` adds notes that are marked private, and is never on by itself.

    Nor are `confidence`, which adds how sure the person feels, and `private_answers`, which adds first thoughts, what
    the gut says and rows of the comparison that are for the person alone.

    `whole_member_id` prints the numbers of the insurance card in full; `birth_date` prints the birth date.
    `visit_id` says which visit the questions sheet is for; without it, the next one. `each_choice` adds lines for the
    good and the hard sides of each choice to it, and `if_i_wait` what waiting may mean: on request only, except for who
    wants to hear all details. The Brief has no parts to choose,
    is never in large print, and takes neither private notes nor card numbers.
    """

    made_for: MadeFor = MadeFor.DOCTOR
    sections: frozenset[Part] = _DOCTOR
    paper: PaperSize = "letter"
    large_print: bool = False
    private_notes: bool = False
    confidence: bool = False
    private_answers: bool = False
    whole_member_id: bool = False
    birth_date: bool = True
    visit_id: str = ""
    each_choice: bool = False
    if_i_wait: bool = False

    def __contains__(self, part: Part) -> bool:
        """Say whether `part` is to be printed."""
        return part in self.sections


def usual_choice(made_for: MadeFor, before: PacketChoice | None = None) -> PacketChoice:
    """Return what most people would print for `made_for`; paper and size of print stay as they were `before`.

    Doctors get no insurance and two identifiers on each page, as clinics are used to. Card numbers are whole only where
    that is asked for.
    """
    if before is None:
        before = PacketChoice(paper="letter" if formats.paper_size() == "letter" else "a4")
    return replace(
        before,
        made_for=made_for,
        sections=_USUAL.get(made_for, frozenset({Part.QUESTIONS})),
        private_notes=False,
        confidence=False,
        private_answers=False,
        whole_member_id=False,
        birth_date=made_for is not MadeFor.FAMILY,
        each_choice=False,
        if_i_wait=False,
    )
