"""Which year people mean, and what "here" and "today" are while one text is read."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from secondopinion_desktop.model.dates.words import DateWords

MONTHS_AHEAD: Final = 10
SHORT_YEARS_AHEAD: Final = 5
_YEAR_FIGURES: Final = 4


@dataclass(frozen=True)
class Here:
    """Where and when a text is read. `past`: the date cannot lie ahead, as with a call that was made."""

    today: date
    day_first: bool
    past: bool
    words: DateWords


def day_of(year: int | None, month: int, day: int) -> date | None:
    """Return that day, None if there is none."""
    try:
        return date(year, month, day) if year is not None else None
    except ValueError:
        return None


def add_months(day: date, count: int) -> date | None:
    """Return the same day `count` months later, or the last of that month; None outside the calendar."""
    years, month = divmod(day.month - 1 + count, 12)
    first = day_of(day.year + years, month + 1, 1)
    return first and first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def nearest(here: Here, month: int, day: int, weekday: int | None = None) -> date | None:
    """Return that day in the nearest sensible year: within ten months from now, or else most recently.

    A day of the week that was named helps to choose; where none fits, the nearest is returned all the same.
    """
    ahead = here.today if here.past else add_months(here.today, MONTHS_AHEAD)
    years = (here.today.year + 1, here.today.year, here.today.year - 1)
    days = [found for year in years if (found := day_of(year, month, day)) and ahead and found <= ahead]
    fitting = [found for found in days if weekday in {None, found.weekday()}]
    return min(fitting or days, key=lambda found: (found < here.today, abs(found - here.today)), default=None)


def full_year(piece: str) -> int | None:
    """Return the year if `piece` is four figures."""
    return int(piece) if piece.isdecimal() and len(piece) == _YEAR_FIGURES else None


def short_year(piece: str, today: date) -> int | None:
    """Return the year of two figures: at most five years ahead, or else the latest one before that."""
    figures = piece.removeprefix("'")
    if not figures.isdecimal() or len(figures) != 2:  # noqa: PLR2004 - "26" or "'26"
        return None
    year = today.year // 100 * 100 + int(figures)
    return year if year <= today.year + SHORT_YEARS_AHEAD else year - 100


def any_year(piece: str, today: date) -> int | None:
    """Return the year of four or of two figures."""
    return full_year(piece) or short_year(piece, today)
