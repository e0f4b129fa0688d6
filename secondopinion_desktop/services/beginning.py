"""How a new file begins: the three things to do first, and whether they still come before the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import Coverage, PlanChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.steps import StepView

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
    return not (file.appointments.all() or file.insurance.plans.all() or file.questions.all() or file.notes.are_any())


def is_put_away(file: OpenFile) -> bool:
    """Return whether the person chose not to ask for a second opinion (W30): nothing asks them to begin."""
    return file.people.situation().plan_choice is PlanChoice.NO


def first_things(file: OpenFile) -> tuple[bool, bool, bool]:
    """Return of each of the three things to do first whether it is done: an appointment, insurance, a question."""
    has_card = any(file.insurance.plans.card_at(position) is not None for position in (1, 2))
    return bool(file.appointments.all()), has_card or needs_no_card(file), bool(file.questions.all())


def needs_no_card(file: OpenFile) -> bool:
    """Return whether they said that somebody pays who gives out no insurance card."""
    return file.people.situation().coverage in {Coverage.PUBLIC, Coverage.SELF_PAY}


def begins(file: OpenFile, steps: Sequence[StepView]) -> bool:
    """Return whether one of the first three is left to do, and nobody has begun with the steps."""
    if any(step.done or step.by_hand for step in steps) and not is_empty(file):
        return False
    return not all(first_things(file)) and not is_put_away(file)


def first_to_do(file: OpenFile, steps: Sequence[StepView]) -> FirstThing | None:
    """Return the first of the three that is left to do, or None when the steps say what is next."""
    if not begins(file, steps):
        return None
    words, command = _FIRST[first_things(file).index(False)]
    return FirstThing(_(words), command)
