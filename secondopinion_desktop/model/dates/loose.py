"""Dates as people say them to each other: "Monday the 9th", "a week from Friday", "end of the month"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.dates.partial import PartialDate, Precision
from secondopinion_desktop.model.dates.relative import read_span, read_weekday
from secondopinion_desktop.model.dates.written import checked
from secondopinion_desktop.model.dates.years import Here, add_months

if TYPE_CHECKING:
    from datetime import date

_DAY_OF_MONTH: Final = re.compile(r"(?P<before>[^\d]*?)(?P<day>\d{1,2})(?P<ordinal>[^\W\d_]+)")
_DAYS: Final = 31
_PART_AND_UNIT: Final = 2


def read_day_of_month(told: str, here: Here) -> PartialDate | None:
    """Read "Monday the 9th" as the next such day, or the last one. "The 9th" alone is asked about, for its month.

    Raises UnclearDate where the day of the week does not fit.
    """
    found = _DAY_OF_MONTH.fullmatch(told)
    if not found or found["ordinal"] not in here.words.ordinals or not 1 <= int(found["day"]) <= _DAYS:
        return None
    before = [word for word in re.split(r"[\s,.]+", found["before"]) if word and word not in here.words.fillers]
    weekday = here.words.weekdays.get(before[0]) if len(before) == 1 else None
    if weekday is None:
        return None
    day = _nearest_month(int(found["day"]), weekday, here)
    return PartialDate(checked(day, weekday)) if day else None


def _nearest_month(number: int, weekday: int, here: Here) -> date | None:
    """Return that day of the month: the next one, or the last one where it lies in the past."""
    found: list[date] = []
    for months in range(3):
        month = add_months(here.today.replace(day=1), -months if here.past else months)
        if month is None or number > monthrange(month.year, month.month)[1]:
            continue
        day = month.replace(day=number)
        if (day <= here.today) if here.past else (day >= here.today):
            found.append(day)
    fitting = [day for day in found[:2] if weekday == day.weekday()]
    return next(iter(fitting or found), None)


def read_from(pieces: tuple[str, ...], here: Here) -> PartialDate | None:
    """Read "a week from Friday" and "2 weeks from today". Raises UnclearDate where "Friday" can be two days."""
    places = [place for place, piece in enumerate(pieces) if piece in here.words.froms]
    if len(places) != 1 or not places[0]:
        return None
    span, start = pieces[: places[0]], pieces[places[0] + 1 :]
    base = _start(start, here)
    return read_span(("in", *span), replace(here, today=base)) if base else None


def _start(pieces: tuple[str, ...], here: Here) -> date | None:
    ahead = here.words.relative.get(" ".join(pieces))
    if ahead is not None or pieces in {(now,) for now in here.words.nows}:
        return here.today + timedelta(days=ahead or 0)
    weekday = here.words.weekdays.get(pieces[0]) if len(pieces) == 1 else None
    found = None if weekday is None else read_weekday((), weekday, replace(here, past=False))
    return found.day if found else None


def read_part_of_month(pieces: tuple[str, ...], here: Here) -> PartialDate | None:
    """Read "end of the month" and "early next month" as about a day of it."""
    part = here.words.parts_of_month.get(pieces[0]) if len(pieces) > 1 else None
    if part is None or here.words.units.get(pieces[-1]) != "month":
        return None
    month = read_span(pieces[1:] if len(pieces) > _PART_AND_UNIT else ("this", *pieces[1:]), here)
    if month is None or month.precision is not Precision.ABOUT_MONTH:
        return None
    return PartialDate(month.day.replace(day=part), Precision.ABOUT_DAY)


def without_week_of(pieces: tuple[str, ...], here: Here) -> tuple[str, ...] | None:
    """Return what follows "week of": its day is about that day. None for anything else."""
    is_week = len(pieces) > 1 and here.words.units.get(pieces[0]) == "week" and pieces[1] in here.words.months
    return pieces[1:] if is_week else None
