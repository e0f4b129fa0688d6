"""Dates that are said from today: "tomorrow", "in 3 days", "next Friday", and seasons."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.model.dates.partial import PartialDate, Precision
from secondopinion_desktop.model.dates.questions import which_week
from secondopinion_desktop.model.dates.years import Here, add_months, full_year, nearest

_SOUTH: Final = frozenset(("AR", "AU", "BO", "BR", "BW", "CL", "FJ", "MZ", "NA", "NZ", "PE", "PY", "UY", "ZA", "ZW"))
_LONGEST_COUNT: Final = 4  # figures
_WEEK: Final = 7


def read_day(pieces: tuple[str, ...], here: Here) -> PartialDate | None:
    """Read "tomorrow"."""
    ahead = here.words.relative.get(" ".join(pieces))
    return None if ahead is None else PartialDate(here.today + timedelta(days=ahead))


def read_span(pieces: tuple[str, ...], here: Here) -> PartialDate | None:
    """Read "in 3 days", "2 weeks ago", "next month". Months and years are not meant to the day."""
    way, rest = _direction(pieces, here)
    unit = here.words.units.get(rest[-1]) if rest else None
    count = _count(rest[:-1], here)
    if way in {"in", "ago"} and unit and count is not None:
        return _moved(here.today, -count if way == "ago" else count, unit)
    if way in {"next", "last"} and unit in {"week", "month", "year"} and len(rest) == 1:
        moved = _moved(here.today, 1 if way == "next" else -1, unit)
        return PartialDate(moved.day, Precision.ABOUT_DAY) if moved and unit == "week" else moved
    if way == "this" and unit in {"month", "year"} and len(rest) == 1:
        return _moved(here.today, 0, unit)
    return None


def _direction(pieces: tuple[str, ...], here: Here) -> tuple[str | None, tuple[str, ...]]:
    """Return "in", "ago", "next", "this" or "last", which stands first or last, and the other pieces."""
    if pieces and pieces[0] in here.words.directions:
        return here.words.directions[pieces[0]], pieces[1:]
    if pieces and pieces[-1] in here.words.directions:
        return here.words.directions[pieces[-1]], pieces[:-1]
    return None, pieces


def _count(pieces: tuple[str, ...], here: Here) -> int | None:
    if len(pieces) == 2 and here.words.counts.get(pieces[0]) == 1 and not pieces[1].isdecimal():  # noqa: PLR2004
        pieces = pieces[1:]  # "a couple of weeks"
    if len(pieces) != 1 or (len(pieces[0]) > _LONGEST_COUNT and pieces[0].isdecimal()):
        return None
    return int(pieces[0]) if pieces[0].isdecimal() else here.words.counts.get(pieces[0])


def _moved(today: date, count: int, unit: str) -> PartialDate | None:
    if unit in {"month", "year"}:
        day = add_months(today, count * (12 if unit == "year" else 1))
        return PartialDate(day, Precision.ABOUT_MONTH if unit == "month" else Precision.ABOUT_YEAR) if day else None
    try:
        return PartialDate(today + timedelta(days=count * (_WEEK if unit == "week" else 1)))
    except OverflowError:
        return None


def read_season(pieces: tuple[str, ...], here: Here) -> PartialDate | None:
    """Read "spring 2023" as about its middle month."""
    month = here.words.seasons.get(pieces[0]) if pieces else None
    if month is None:
        return None
    if formats.territory() in _SOUTH:
        month = (month + 5) % 12 + 1
    day: date | None = None
    if len(pieces) == 1:
        day = nearest(here, month, 1)
    elif len(pieces) == 2 and (year := full_year(pieces[1])):  # noqa: PLR2004 - a season and a year
        day = date(year, month, 1)
    return PartialDate(day, Precision.ABOUT_MONTH) if day else None


def read_weekday(pieces: tuple[str, ...], weekday: int, here: Here) -> PartialDate | None:
    """Read "Friday", with "next", "this" or "last" left in `pieces`; ask where people mean two different days."""
    way = here.words.directions.get(pieces[0]) if pieces else "last" if here.past else "this"
    if len(pieces) > 1 or way not in {"next", "this", "last"}:
        return None
    ahead = (weekday - here.today.weekday()) % _WEEK
    coming = here.today + timedelta(days=ahead or _WEEK)
    if way == "last":
        return PartialDate(coming - timedelta(days=_WEEK if ahead else 2 * _WEEK))
    if ahead == 0:
        raise which_week(here.today, coming, here.today)
    if way == "next" and coming.isocalendar().week == here.today.isocalendar().week:
        raise which_week(coming, coming + timedelta(days=_WEEK), here.today)
    return PartialDate(coming)
