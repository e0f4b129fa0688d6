"""Two doctors, two views, and one's own choice: W16, W17, W22, W23 and W30; W26, W27 and W29 where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.choices import InfoPreference, PlanChoice, Yes3
from secondopinion_desktop.model.timing.notice import Level, notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from secondopinion_desktop.model.timing.facts import Facts
    from secondopinion_desktop.model.timing.notice import Notice

_UNSURE = (1, 2)


def fields_differ(facts: Facts) -> Iterator[Notice]:
    """W16: the two doctors work in different fields, which can be on purpose."""
    first = next((doctor for doctor in facts.doctors if doctor.first and doctor.specialty.strip()), None)
    for doctor in facts.doctors:
        known = first is not None and not doctor.first and doctor.specialty.strip()
        if first is not None and known and _plain(doctor.specialty) != _plain(first.specialty):
            names = (first.specialty, doctor.specialty)
            subject = f"{doctor.id}:{'/'.join(map(_plain, names))}"
            yield notice("W16", Level.NOTE, ("contact", doctor.id), names=names, subject=subject)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def same_group(facts: Facts) -> Iterator[Notice]:
    """W17: both doctors work in the same group."""
    for doctor in facts.doctors:
        if not doctor.first and doctor.same_group is Yes3.YES:
            yield notice("W17", Level.NOTE, ("contact", doctor.id), names=(doctor.name,))


def difference_not_asked(facts: Facts) -> Iterator[Notice]:
    """W22: the person marked a topic as different, and wrote neither a question nor a note to it."""
    for topic in facts.differences:
        if not topic.asked:
            yield notice("W22", Level.NOTE, ("topic", topic.id), names=(topic.name,))


def decided_and_not_sure(facts: Facts) -> Iterator[Notice]:
    """W23: a decision is saved, and the person feels not sure of it."""
    if facts.decided and facts.confidence in _UNSURE:
        yield notice("W23", Level.NOTE, ("decision", ""))


def chose_not_to(facts: Facts) -> Iterator[Notice]:
    """W30: the person chose not to ask for a second opinion, and that is fine."""
    if facts.not_needed or facts.plan_choice is PlanChoice.NO:
        yield notice("W30", Level.NOTE, ("situation", ""))


def printing() -> Notice:
    """W26: said beside the choice of what to print, always."""
    return notice("W26", Level.NOTE, ("", ""))


def facts_are_old(read_on: date, today: date) -> Notice | None:
    """W27: said beside facts of the program, such as a helpline, that were read more than twelve months ago.

    It stands where the facts stand: whoever does not look at them need not be told about them on Overview.
    """
    return notice("W27", Level.NOTE, ("", "")) if read_on < _a_year_before(today) else None


def _a_year_before(today: date) -> date:
    leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - 1, day=28 if leap_day else today.day)


def outlook(preference: InfoPreference) -> Notice | None:
    """W29: asked before a question or note about outlook is shown, unless the person wants all details.

    Nobody who has not said what they want to hear is shown it unasked.
    """
    return None if preference is InfoPreference.ALL else notice("W29", Level.NOTE, ("person", ""))


RULES = (
    fields_differ,
    same_group,
    difference_not_asked,
    decided_and_not_sure,
    chose_not_to,
)
