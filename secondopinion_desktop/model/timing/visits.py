"""Around a visit, and days that have passed: W7, W18 to W20, W24, W25 and W28 of domain part 6.3."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.choices import AppointmentKind
from secondopinion_desktop.model.timing.facts import OWN_CARE, SET_ASIDE, STILL_TO_COME, Promise, Span
from secondopinion_desktop.model.timing.notice import Level, Seen, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.model.timing.facts import Facts
    from secondopinion_desktop.model.timing.notice import Notice

COMPANION_SOON: Final = timedelta(days=7)
STARS_SOON: Final = timedelta(days=2)
FRESH: Final = timedelta(days=2)
MANY_QUESTIONS: Final = 10
FAR_YEARS: Final = 5
"""A planned day further than this from today is asked about: most often a slip of the pen in the year."""
_VISIT = "appointment"


def own_care_set_aside(facts: Facts) -> Iterator[Notice]:
    """W7: a visit or the start of treatment, of the care one has, was put on hold or canceled."""
    for visit in facts.visits:
        ahead = visit.day is None or visit.day.latest >= facts.today
        if visit.kind in OWN_CARE and visit.status in SET_ASIDE and ahead:
            yield notice(
                "W7", Level.CHECK, (_VISIT, visit.id), (Seen.PLANNED, visit.day), names=(visit.name,), lower=False
            )


def nobody_comes_along(facts: Facts) -> Iterator[Notice]:
    """W18: the visit is within seven days, and nobody is named who comes along."""
    for visit in facts.second_visits:
        if visit.day and visit.day.earliest - facts.today <= COMPANION_SOON and not visit.has_companion:
            yield notice("W18", Level.NOTE, (_VISIT, visit.id), (Seen.VISIT, visit.day))


def no_stars(facts: Facts) -> Iterator[Notice]:
    """W19: the visit is within two days, and no question is marked to be asked first.

    The list of a visit has an order of its own, and its first three come first: with such a list there is no need.
    """
    for visit in facts.second_visits:
        near = visit.day is not None and visit.day.earliest - facts.today <= STARS_SOON
        if near and not (facts.top_questions or visit.questions):
            yield notice("W19", Level.NOTE, (_VISIT, visit.id), (Seen.VISIT, visit.day))


def visit_without_notes(facts: Facts) -> Iterator[Notice]:
    """W20: the visit was two days ago or longer, and nothing was written of it."""
    for visit in facts.past_second_visits:
        if visit.day and facts.today - visit.day.latest >= FRESH and not visit.has_result:
            yield notice("W20", Level.NOTE, (_VISIT, visit.id), (Seen.VISIT, visit.day))


def day_has_passed(facts: Facts) -> Iterator[Notice]:
    """W24: something was planned for a day that has passed, and nobody said what came of it.

    Tasks are not asked about here: they say "Was due" where they stand. A second-opinion visit is W20 from its second
    day on.
    """
    for visit in facts.visits:
        if visit.status not in STILL_TO_COME or visit.has_result or visit.day is None:
            continue
        second = visit.kind is AppointmentKind.SECOND_OPINION and facts.today - visit.day.latest >= FRESH
        if visit.day.latest < facts.today and not second:
            yield _passed(Promise((_VISIT, visit.id), visit.day, visit.name))
    for promise in facts.promises:
        if promise.day.latest < facts.today:
            yield _passed(promise)


def _passed(promise: Promise) -> Notice:
    return notice("W24", Level.NOTE, promise.target, (Seen.PLANNED, promise.day), names=(promise.name,))


def dates_do_not_fit(facts: Facts) -> Iterator[Notice]:
    """W25: an end before its start, a visit before the diagnosis, or a planned day in a far-off year."""
    for span in facts.spans:
        if span.end.latest < span.start.earliest:
            dates = ((Seen.START, span.start), (Seen.END, span.end))
            yield notice("W25", Level.NOTE, span.target, *dates, names=(span.name,), subject=_own(span))
    for visit in facts.visits:
        second = visit.kind is AppointmentKind.SECOND_OPINION
        if second and visit.day and facts.diagnosed_on and visit.day.latest < facts.diagnosed_on.earliest:
            dates = ((Seen.VISIT, visit.day), (Seen.DIAGNOSED, facts.diagnosed_on))
            yield notice("W25", Level.NOTE, (_VISIT, visit.id), *dates, names=(visit.name,))
    yield from _far_off(facts)


def _own(span: Span) -> str:
    return f"{span.target[0]}:{span.target[1]}:{span.name}"


def _far_off(facts: Facts) -> Iterator[Notice]:
    situation = ("situation", "")
    planned = [
        (facts.treatment_row, Seen.TREATMENT, facts.treatment_start),
        (situation, Seen.OK_UNTIL, facts.ok_until),
        (situation, Seen.DECIDE_BY, facts.decide_by),
        (situation, Seen.REPORT, facts.report_expected),
        *(((_VISIT, visit.id), Seen.VISIT, visit.day) for visit in facts.second_visits),
    ]
    for target, seen, day in planned:
        if day is not None and abs(day.day.year - facts.today.year) > FAR_YEARS:
            yield notice("W25", Level.NOTE, target, (seen, day), lower=False)


def many_questions(facts: Facts) -> Iterator[Notice]:
    """W28: more than ten questions for one visit."""
    for visit in facts.second_visits:
        if visit.questions > MANY_QUESTIONS:
            yield notice("W28", Level.NOTE, (_VISIT, visit.id), (Seen.VISIT, visit.day), lower=False)


RULES = (
    own_care_set_aside,
    nobody_comes_along,
    no_stars,
    visit_without_notes,
    day_has_passed,
    dates_do_not_fit,
    many_questions,
)
