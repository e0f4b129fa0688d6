"""Short ways to write facts down for the date rules: today is June 1, 2026."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from secondopinion_desktop.model.dates import PartialDate, Precision
from secondopinion_desktop.model.timing import Facts, Notice, Visit, notices

TODAY = date(2026, 6, 1)


def june(day: int) -> PartialDate:
    """Return a firm day in June."""
    return PartialDate(date(2026, 6, day))


def about(day: int) -> PartialDate:
    """Return a day in June that is not firm."""
    return PartialDate(date(2026, 6, day), Precision.ABOUT_DAY)


def ahead(days: int) -> PartialDate:
    """Return the firm day so many days from today; with less than none, in the past."""
    return PartialDate(TODAY + timedelta(days=days))


def said(**facts: Any) -> list[Notice]:
    """Return what the rules say of these facts."""
    return notices(Facts(TODAY, **facts))


def rules(**facts: Any) -> list[str]:
    """Return the ids of the rules that say something, the most pressing first."""
    return [found.rule for found in said(**facts)]


def visit(day: PartialDate | None = None, **more: Any) -> Visit:
    """Return a second-opinion visit that leaves nothing open around it."""
    return Visit("v", day=day, **{"has_companion": True, **more})


def at_visit(days: int, **more: Any) -> dict[str, Any]:
    """Return the facts of a visit so many days from today with all dates known, so that only one rule has a say."""
    return {
        "visits": (visit(ahead(days), **more),),
        "treatment_start": ahead(days + 400),
        "ok_until": ahead(days + 300),
        "top_questions": 3,
    }
