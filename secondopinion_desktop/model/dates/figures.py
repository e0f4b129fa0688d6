"""Dates in figures. Two readings are asked about, for a wrong month is worse than a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.dates import questions
from secondopinion_desktop.model.dates.partial import PartialDate, Precision
from secondopinion_desktop.model.dates.written import checked
from secondopinion_desktop.model.dates.years import Here, any_year, day_of, full_year, nearest

if TYPE_CHECKING:
    from datetime import date

_MONTHS: Final = 12
_ALL_IN_ONE: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")


def read_figures(piece: str, weekday: int | None, here: Here) -> PartialDate | None:
    """Read "2026-03-12", "20260312", "3/13/2026", "3/13", "2026-05", "5/2026" or "2026"."""
    in_one = _ALL_IN_ONE.fullmatch(piece)
    parts = list(in_one.groups()) if in_one else re.split(r"[-/.]", piece)
    if not all(part.isdecimal() for part in parts):
        return None
    if full_year(parts[0]):
        return _year_first(parts, weekday, here)
    if len(parts) == 2 and (year := full_year(parts[1])):  # noqa: PLR2004 - month and year
        day = day_of(year, int(parts[0]), 1)
        return PartialDate(day, Precision.ABOUT_MONTH) if day else None
    if len(parts) in {2, 3} and max(map(len, parts[:2])) <= 2:  # noqa: PLR2004 - figures of a day or month
        return PartialDate(_day_and_month(parts, "." in piece, weekday, here))
    return None


def _year_first(parts: list[str], weekday: int | None, here: Here) -> PartialDate | None:
    year, rest = full_year(parts[0]), [int(part) for part in parts[1:] if len(part) <= 2]  # noqa: PLR2004
    if len(rest) != len(parts) - 1:
        return None
    if not rest:
        day = day_of(year, 1, 1)
        return PartialDate(day, Precision.ABOUT_YEAR) if day else None
    if len(rest) == 1:
        day = day_of(year, rest[0], 1)
        return PartialDate(day, Precision.ABOUT_MONTH) if day else None
    day = day_of(year, rest[0], rest[1])
    other = None if day else day_of(year, rest[1], rest[0])
    if day is None and other is None:
        raise _no_day(year, (rest[0], rest[1]), here)
    return PartialDate(_chosen(day, other, weekday, here))


def _day_and_month(parts: list[str], dotted: bool, weekday: int | None, here: Here) -> date:  # noqa: FBT001
    first, second = int(parts[0]), int(parts[1])
    year: int | None = None
    if len(parts) == 2:  # noqa: PLR2004 - no year
        month_first, day_first = nearest(here, first, second, weekday), nearest(here, second, first, weekday)
    else:
        year = any_year(parts[2], here.today)
        month_first, day_first = day_of(year, first, second), day_of(year, second, first)
        if year is None:
            raise questions.not_understood(here.today)
    if month_first is None and day_first is None:
        raise _no_day(year, (second, first) if here.day_first else (first, second), here)
    if not here.day_first:
        return _chosen(month_first, day_first, weekday, here)
    if dotted and day_first:  # with full stops, only those who put the day first write dates
        return checked(day_first, weekday)
    return _chosen(day_first, month_first, weekday, here)


def _chosen(usual: date | None, other: date | None, weekday: int | None, here: Here) -> date:
    """Return the only reading, if it stands in the usual order; ask about all else."""
    if usual and other and usual != other:
        fitting = [day for day in (usual, other) if day.weekday() == weekday]
        if len(fitting) == 1:
            return fitting[0]
        raise questions.which_month(usual, other, here.today)
    if usual:
        return checked(usual, weekday)
    assert other is not None  # else it was asked about before
    raise questions.is_that(other, here.today)


def _no_day(year: int | None, month_and_day: tuple[int, int], here: Here) -> questions.UnclearDate:
    """Ask about figures that are no day in either order: which month has none such, if one of them is a month."""
    one, two = month_and_day
    possible = [(month, day) for month, day in ((one, two), (two, one)) if 1 <= month <= _MONTHS and day]
    return questions.no_such_day(year, *possible[0]) if possible else questions.not_understood(here.today)
