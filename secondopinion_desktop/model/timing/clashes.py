"""Dates that clash, and dates that are missing: W1 to W6 of domain part 6.3.

Nothing here knows how long anybody can wait. Only days the person wrote down are compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.choices import PlanChoice, Yes3
from secondopinion_desktop.model.timing.notice import Level, Seen, may_be_after, may_be_on_or_after, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.model.timing.facts import Facts
    from secondopinion_desktop.model.timing.notice import Notice

_SITUATION = "situation"


def is_firm(facts: Facts) -> bool:
    """Return whether the start of treatment may be counted on: nobody said that it can move."""
    return facts.treatment_firm not in {Yes3.NO, Yes3.NOT_SURE}


def visit_not_before_treatment(facts: Facts) -> Iterator[Notice]:
    """W1: the visit is on or after the day treatment starts."""
    start = facts.treatment_start
    for visit in facts.second_visits:
        if start and visit.day and may_be_on_or_after(visit.day, start):
            dates = ((Seen.VISIT, visit.day), (Seen.TREATMENT, start))
            yield notice("W1", Level.CALL, ("appointment", visit.id), *dates, firm=is_firm(facts))


def visit_after_ok_until(facts: Facts) -> Iterator[Notice]:
    """W2: the visit is later than the day the doctor gave. The same day is not later."""
    for visit in facts.second_visits:
        if facts.ok_until and visit.day and may_be_after(visit.day, facts.ok_until):
            dates = ((Seen.VISIT, visit.day), (Seen.OK_UNTIL, facts.ok_until))
            yield notice("W2", Level.CALL, ("appointment", visit.id), *dates)


def report_after_decision(facts: Facts) -> Iterator[Notice]:
    """W3: the report may come after treatment starts or the decision is due, whichever is first."""
    report = facts.report_expected
    limits = [(facts.treatment_start, Seen.TREATMENT), (facts.decide_by, Seen.DECIDE_BY)]
    known = [(day, seen) for day, seen in limits if day is not None]
    if report is None or not known or facts.report_arrived:
        return
    first, seen = min(known, key=lambda limit: limit[0].sort_key)
    if may_be_after(report, first):
        firm = seen is Seen.DECIDE_BY or is_firm(facts)
        yield notice("W3", Level.CHECK, (_SITUATION, ""), (Seen.REPORT, report), (seen, first), firm=firm)


def visit_after_decision(facts: Facts) -> Iterator[Notice]:
    """W3a: the visit is after the day to decide by."""
    for visit in facts.second_visits:
        if facts.decide_by and visit.day and may_be_after(visit.day, facts.decide_by):
            dates = ((Seen.VISIT, visit.day), (Seen.DECIDE_BY, facts.decide_by))
            yield notice("W3a", Level.CHECK, ("appointment", visit.id), *dates)


def no_start_of_treatment(facts: Facts) -> Iterator[Notice]:
    """W4: there is a visit, and no day when treatment starts."""
    visit = next(iter(facts.second_visits), None)
    if visit is not None and facts.treatment_start is None:
        yield notice("W4", Level.CHECK, (_SITUATION, ""), (Seen.VISIT, visit.day), lower=False)


def no_words_on_time(facts: Facts) -> Iterator[Notice]:
    """W5: nobody has said yet how long one can take. Not asked of those who chose not to go on."""
    begun = facts.talk_begun or facts.booking_begun or bool(facts.second_visits)
    said = facts.ok_until is not None or bool(facts.ok_until_words.strip())
    if begun and not said and facts.plan_choice is not PlanChoice.NO:
        yield notice("W5", Level.CHECK, (_SITUATION, ""))


def told_it_is_urgent(facts: Facts) -> Iterator[Notice]:
    """W6: the person noted that treatment must start right away."""
    if facts.told_urgent is Yes3.YES:
        yield notice("W6", Level.CALL, (_SITUATION, ""), (Seen.TREATMENT, facts.treatment_start), lower=False)


RULES = (
    visit_not_before_treatment,
    visit_after_ok_until,
    report_after_decision,
    visit_after_decision,
    no_start_of_treatment,
    no_words_on_time,
    told_it_is_urgent,
)
