"""How a new file begins: the three things to do first, and whether they still come before the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import Coverage, PlanChoice

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

READS: Final = frozenset({"appointment", "plan", "question", "note", "situation"})
"""A change of one of these can change what a new file asks for first."""

_FIRST: Final = (
    (N_("Add your appointment"), "new_appointment"),
    (N_("Add your insurance card"), "add_insurance"),
    (N_("Write down one question"), "new_question"),
)


class FirstThing(NamedTuple):
    """One of the three, in few words, and the command that does it."""

    words: str
    command: str


def is_empty(file: OpenFile) -> bool:
    """Return whether nothing was written yet that Overview could show."""
    lists = (file.appointments, file.insurance.plans, file.questions)
    return not (any(rows.are_any() for rows in lists) or file.notes.any_written())


def is_put_away(file: OpenFile) -> bool:
    """Return whether the person chose not to ask for a second opinion (W30): nothing asks them to begin."""
    return file.people.situation().plan_choice is PlanChoice.NO


def first_things(file: OpenFile) -> tuple[bool, bool, bool]:
    """Return of each of the three things to do first whether it is done: an appointment, insurance, a question."""
    has_card = any(file.insurance.plans.card_at(position) is not None for position in (1, 2))
    return file.appointments.are_any(), has_card or needs_no_card(file), file.questions.are_any()


def needs_no_card(file: OpenFile) -> bool:
    """Return whether they said that somebody pays who gives out no insurance card."""
    return file.people.situation().coverage in {Coverage.PUBLIC, Coverage.SELF_PAY}


def begins(file: OpenFile) -> bool:
    """Return whether one of the first three is left to do, and nobody has begun with the steps."""
    if file.steps.are_begun() and not is_empty(file):
        return False
    return not all(first_things(file)) and not is_put_away(file)


def first_to_do(file: OpenFile) -> FirstThing | None:
    """Return the first of the three that is left to do, or None when the steps say what is next."""
    if not begins(file):
        return None
    words, command = _FIRST[first_things(file).index(False)]
    return FirstThing(_(words), command)
