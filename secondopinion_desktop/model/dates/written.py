"""Dates with the month as a word: "Mar 12", "12 March 2026", "May", "late May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.dates import questions
from secondopinion_desktop.model.dates.partial import PartialDate, Precision
from secondopinion_desktop.model.dates.years import Here, any_year, day_of, full_year, nearest, short_year

if TYPE_CHECKING:
    from datetime import date

_DAY_AND_YEAR: Final = re.compile(r"(\d{1,2})[-/.](\d{4})")  # what is left of "Mar-12-2026"
_HIGHEST: Final = 99


def read_written(pieces: tuple[str, ...], weekday: int | None, here: Here) -> PartialDate | None:
    """Read a date with exactly one month name; None if this is not one."""
    months = [piece for piece in pieces if piece in here.words.months]
    if len(months) != 1:
        return None
    month = here.words.months[months[0]]
    others = [number for piece in pieces if piece != months[0] for number in _numbers(piece)]
    part = here.words.parts_of_month.get(others[0]) if others else None
    if part:
        others = [str(part), *others[1:]]
    if not all(other.removeprefix("'").isdecimal() for other in others):
        return None
    found = _read_month(month, others, here) or _read_day(month, others, weekday, here)
    return found and (PartialDate(found.day, Precision.ABOUT_DAY) if part else found)


def _numbers(piece: str) -> tuple[str, ...]:
    both = _DAY_AND_YEAR.fullmatch(piece)
    return (both[1], both[2]) if both else (piece,)


def _read_month(month: int, numbers: list[str], here: Here) -> PartialDate | None:
    """Read "May", "May 2026" and "May '26" as about that month."""
    day: date | None = None
    if not numbers:
        day = nearest(here, month, 1)
    elif len(numbers) == 1:
        year = short_year(numbers[0], here.today) if numbers[0].startswith("'") else full_year(numbers[0])
        day = day_of(year, month, 1)
    return PartialDate(day, Precision.ABOUT_MONTH) if day else None


def _read_day(month: int, numbers: list[str], weekday: int | None, here: Here) -> PartialDate | None:
    """Read the day, and the year if there is one: before the day if it has four figures, else after it."""
    if len(numbers) > 1 and full_year(numbers[0]):
        numbers = [*numbers[1:], numbers[0]]
    day = int(numbers[0].removeprefix("'"))
    if len(numbers) > 2 or day > _HIGHEST:  # noqa: PLR2004 - a day and a year
        return None
    year = any_year(numbers[1], here.today) if len(numbers) > 1 else None
    if len(numbers) > 1 and not year:
        return None
    found = day_of(year, month, day) if year else nearest(here, month, day, weekday)
    if found is None:
        raise questions.no_such_day(year, month, day)
    return PartialDate(checked(found, weekday))


def checked(day: date, weekday: int | None) -> date:
    """Return `day` if it is that day of the week; ask otherwise."""
    if weekday not in {None, day.weekday()}:
        raise questions.other_weekday(day)
    return day
