"""Dates as people say them: without a month, from another day, or as a part of a month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.base import formats
from secondopinion_desktop.model.dates import PartialDate, Precision, UnclearDate, parse, parse_optional

TUESDAY = date(2026, 3, 3)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def exact(month: int, day: int) -> PartialDate:
    return PartialDate(date(2026, month, day))


def about(month: int, day: int) -> PartialDate:
    return PartialDate(date(2026, month, day), Precision.ABOUT_DAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Monday the 9th", exact(3, 9)),
        ("Thursday, 9th", exact(4, 9)),
        ("a week from Friday", exact(3, 13)),
        ("two weeks from today", exact(3, 17)),
        ("10 days from now", exact(3, 13)),
        ("a day from tomorrow", exact(3, 5)),
        ("in a couple of weeks", exact(3, 17)),
        ("tonight", exact(3, 3)),
        ("end of the month", about(3, 25)),
        ("beginning of next month", about(4, 5)),
        ("mid next month", about(4, 15)),
        ("week of March 9", about(3, 9)),
    ],
)
def test_a_date_is_read_as_people_say_it(typed: str, meant: PartialDate) -> None:
    assert parse(typed, TUESDAY) == meant


@pytest.mark.parametrize(
    "typed", ["12", "9", "the 12th", "12th", "week of", "from Friday", "a week from", "end of", "the 32nd"]
)
def test_half_a_date_is_asked_about(typed: str) -> None:
    with pytest.raises(UnclearDate):
        parse(typed, TUESDAY)


def test_a_day_of_the_week_that_does_not_fit_is_asked_about() -> None:
    with pytest.raises(UnclearDate, match=r"That date is Thursday, March 12, 2026\."):
        parse("Monday the 12th", TUESDAY.replace(day=10))


def test_a_week_from_the_day_it_is_today_is_asked_about() -> None:
    with pytest.raises(UnclearDate, match="Is that today or"):
        parse("a week from Tuesday", TUESDAY)


def test_the_day_of_a_call_that_was_made_lies_in_the_past() -> None:
    assert parse("Thursday the 12th", TUESDAY, past=True) == exact(2, 12)


@pytest.mark.parametrize("typed", ["not yet", "n/a", "Don\u2019t know yet."])
def test_there_are_more_ways_not_to_know(typed: str) -> None:
    assert parse_optional(typed, TUESDAY) is None


@given(days, st.integers(1, 60), st.sampled_from(("day", "week")), st.sampled_from(("today", "tomorrow", "now")))
def test_so_long_from_a_day_is_that_day_and_so_long(today: date, count: int, unit: str, start: str) -> None:
    expected = today + timedelta(days=count * (7 if unit == "week" else 1) + (start == "tomorrow"))
    assert parse(f"{count} {unit}s from {start}", today) == PartialDate(expected)


@given(days, st.sampled_from(formats.ENGLISH_WEEKDAYS), st.integers(1, 31), st.booleans())
def test_a_weekday_with_a_day_is_that_very_day_or_a_question(
    today: date,
    weekday: str,
    number: int,
    past: bool,
) -> None:
    try:
        found = parse(f"{weekday} the {number}th", today, past=past)
    except UnclearDate:
        return
    assert found.day.day == number
    assert formats.ENGLISH_WEEKDAYS[found.day.weekday()] == weekday
    assert timedelta() <= (today - found.day if past else found.day - today) <= timedelta(days=92)
