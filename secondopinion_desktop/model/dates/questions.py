"""What we ask when a date cannot be read, or can be read in two ways."""

from __future__ import annotations

from datetime import date, timedelta

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _

_DAYS_TO_EXAMPLE = 9
_LEAP_DAY = (2, 29)
_ANY_YEAR = 2000


class UnclearDate(UserError):
    """A date that has to be asked about: `message` is the question, `advice` how to answer it."""


def not_understood(today: date) -> UnclearDate:
    return UnclearDate(_("We could not read that date."), _write_like(today + timedelta(days=_DAYS_TO_EXAMPLE), today))


def did_you_mean(guess: str, day: date | None, today: date) -> UnclearDate:
    """Ask about words that are not spelled as we know them; `day` is what the guess means, None if no one day."""
    like = _write_like(day or today + timedelta(days=_DAYS_TO_EXAMPLE), today)
    return UnclearDate(_("Did you mean {words}?").format(words=guess), like)


def is_that(day: date, today: date) -> UnclearDate:
    """Ask about the only day it can be, written in the other order than people here do."""
    return UnclearDate(_("Is that {day}?").format(day=_month_and_day(day, today)), _month_as_word(day, today))


def which_month(one: date, other: date, today: date) -> UnclearDate:
    """Ask which of two days it is, for figures that can be read in both orders."""
    question = _("Is that {one} or {other}?").format(one=_month_and_day(one, today), other=_month_and_day(other, today))
    return UnclearDate(question, _month_as_word(one, today))


def which_week(one: date, other: date, today: date) -> UnclearDate:
    """Ask which of two such days of the week it is."""
    question = _("Is that {one} or {other}?").format(
        one=_("today") if one == today else formats.day_weekday(one, today), other=formats.day_weekday(other, today)
    )
    return UnclearDate(question, _write_like(other, today))


def no_such_day(year: int | None, month: int, day: int) -> UnclearDate:
    """Ask about a day that its month does not have; the year is named only where it depends on it."""
    if (month, day) == _LEAP_DAY and not year:
        return UnclearDate(_("February 29 is not in every year."), _("Please add the year."))
    first = date(year or _ANY_YEAR, month, 1)
    name = formats.month_year(first) if (month, day) == _LEAP_DAY else formats.month_name(first)
    return UnclearDate(_("{month} has no day {day}.").format(month=name, day=day), _("Please check the day."))


def in_which_month(today: date) -> UnclearDate:
    """Ask about a day that stands alone."""
    return UnclearDate(_("In which month is that?"), _write_like(today + timedelta(days=_DAYS_TO_EXAMPLE), today))


def other_weekday(day: date) -> UnclearDate:
    """Ask about a date whose day of the week is another one than was written."""
    return UnclearDate(
        _("That date is {day}.").format(day=formats.day_full(day)), _("Please check the day of the week and the date.")
    )


def far_year(year: int, today: date) -> UnclearDate:
    return UnclearDate(_("Is that the year {year}?").format(year=year), _write_year_like(today))


def _month_and_day(day: date, today: date) -> str:
    return formats.month_and_day(day) if day.year == today.year else formats.day_year(day)


def _month_as_word(day: date, today: date) -> str:
    example = formats.day_short(day, today)
    return _("Please write the month as a word, like {example}.").format(example=example)


def _write_like(day: date, today: date) -> str:
    return _("Please write it like {example}.").format(example=formats.day_short(day, today))


def _write_year_like(today: date) -> str:
    return _("Please check the year. A full date looks like {example}.").format(example=formats.day_year(today))
