"""Doctors and centers one may go to: neutral facts, each as somebody told it. Nothing is added up or put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.guidance.started import getting_started
from secondopinion_desktop.model.choices import CandidateStatus, Yes3

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.model.person import Situation

LISTED: Final = tuple(status for status in CandidateStatus if status)
"""Where it can stand with a doctor or center that is on the list."""


def care_asked_about(situation: Situation, contacts: Iterable[Contact] = ()) -> dict[str, str]:
    """Return the care their own center does not offer, by its key, and what was answered about it before."""
    asked = {*situation.care_not_offered_here, *(key for contact in contacts for key in contact.offered_checks)}
    return {care.key: care.text for care in getting_started().care if care.key in asked}


def candidate_facts(contact: Contact, care: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what is known of a candidate as (label, words): facts as they were told, no verdict."""
    checks = ((words, _answer(contact.offered_checks.get(key, ""))) for key, words in care.items())
    found = (
        (_("Kind of center"), contact.center_type.words if contact.center_type else ""),
        (_("My cancer is their focus"), contact.focus_on_my_cancer.words if contact.focus_on_my_cancer else ""),
        (_("People with it a year, as told"), contact.cases_per_year_told),
        (_("Trials, as told"), contact.trials_told),
        *checks,
        (_("Offered there"), contact.offered_there),
        (_("Travel"), contact.travel_time),
        (_("A place to stay"), contact.lodging),
        (_("Told by"), contact.who_told_me),
    )
    return tuple((label, words) for label, words in found if words)


def _answer(key: str) -> str:
    return Yes3(key).words if key in {str(one) for one in Yes3} and key else ""
