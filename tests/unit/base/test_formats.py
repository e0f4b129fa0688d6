from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest
from babel.dates import format_date, format_skeleton, format_time
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.base import clock, formats, i18n

if TYPE_CHECKING:
    from collections.abc import Callable

THURSDAY = date(2026, 3, 12)
THIS_YEAR = date(2026, 3, 3)


def test_a_date_of_this_year_is_short(a_tuesday: datetime) -> None:
    assert formats.day_short(THURSDAY) == "Mar 12"
    assert formats.day_weekday(THURSDAY) == "Thu, Mar 12"


def test_a_date_of_another_year_names_the_year(a_tuesday: datetime) -> None:
    assert formats.day_short(date(2027, 1, 5)) == "Jan 5, 2027"
    assert formats.day_weekday(date(2025, 12, 31)) == "Wed, Dec 31, 2025"


def test_long_forms_say_the_year() -> None:
    assert formats.day_year(THURSDAY) == "Mar 12, 2026"
    assert formats.day_weekday_year(THURSDAY) == "Thu, Mar 12, 2026"
    assert formats.day_full(THURSDAY) == "Thursday, March 12, 2026"
    assert formats.month_year(THURSDAY) == "March 2026"
    assert formats.month_name(THURSDAY) == "March"
    assert formats.month_short(THURSDAY) == "Mar"
    assert formats.weekday_name(THURSDAY) == "Thursday"


def test_people_in_britain_read_the_day_first() -> None:
    i18n.use_language("en_GB")
    assert formats.day_short(THURSDAY, THIS_YEAR) == "12 Mar"
    assert formats.day_weekday_year(THURSDAY) == "Thu, 12 Mar 2026"
    assert formats.clock_time("14:00") == "14:00"
    assert formats.day_comes_first()
    assert not formats.uses_12_hours()


def test_people_in_germany_read_german_dates() -> None:
    i18n.use_language("de_DE")
    assert formats.day_short(THURSDAY, THIS_YEAR) == "12. März"
    assert formats.day_weekday(THURSDAY, THIS_YEAR) == "Do., 12. März"
    assert formats.day_full(THURSDAY) == "Donnerstag, 12. März 2026"
    assert formats.month_year(THURSDAY) == "März 2026"
    assert formats.clock_time("14:00") == "14:00"
    assert formats.day_comes_first()
    assert not formats.uses_12_hours()


@pytest.mark.parametrize(
    ("stored", "shown"), [("14:00", "2:00 PM"), ("00:05", "12:05 AM"), ("12:00", "12:00 PM"), ("09:30", "9:30 AM")]
)
def test_a_time_is_said_with_morning_or_afternoon(stored: str, shown: str) -> None:
    assert formats.clock_time(stored) == shown


def test_a_time_elsewhere_is_said_their_way() -> None:
    i18n.use_language("es_US")
    assert formats.clock_time("14:00") == "2:00 p.m."
    assert formats.uses_12_hours()


@pytest.mark.parametrize(
    ("locale", "shown"), [("en_US", "2:42"), ("en_GB", "14:42"), ("de_DE", "14:42"), ("es_US", "2:42")]
)
def test_the_moment_of_saving_is_short(locale: str, shown: str) -> None:
    i18n.use_language(locale)
    here = datetime(2026, 3, 3, 14, 42).astimezone()
    assert formats.moment_time(here.astimezone(UTC)) == shown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 3), "today"),
        (date(2026, 3, 4), "tomorrow"),
        (date(2026, 3, 2), "yesterday"),
        (date(2026, 3, 12), "in 9 days"),
        (date(2026, 2, 28), "3 days ago"),
    ],
)
def test_nearness_is_said_in_words(a_tuesday: datetime, day: date, words: str) -> None:
    assert formats.day_from_today(day) == words


def test_days_between_two_dates_are_counted_either_way() -> None:
    assert formats.days_between_words(THIS_YEAR, THURSDAY) == "9 days"
    assert formats.days_between_words(THURSDAY, THIS_YEAR) == "9 days"
    assert formats.days_between_words(THIS_YEAR, date(2026, 3, 4)) == "1 day"


@pytest.mark.parametrize(
    ("locale", "paper"),
    [("en_US", "letter"), ("en_CA", "letter"), ("es_MX", "letter"), ("en_GB", "a4"), ("de_DE", "a4")],
)
def test_paper_follows_the_country(locale: str, paper: str) -> None:
    i18n.use_language(locale)
    assert formats.paper_size() == paper


@pytest.mark.parametrize("locale", ["C", "", "en", "en_US.UTF-8", "en-US", "C.UTF-8", "xx_YY"])
def test_an_odd_locale_still_gives_dates_and_paper(locale: str) -> None:
    i18n.use_language(locale)
    assert "12" in formats.day_full(THURSDAY)
    assert formats.clock_time("09:30").startswith("9:30")
    assert formats.paper_size() in {"letter", "a4"}


NO_BREAK_SPACES = str.maketrans({"\u202f": " ", "\xa0": " "})


@pytest.mark.parametrize("territory", ["US", "PH", "PR"])
@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)), moment=st.times())
def test_our_own_english_is_the_english_of_the_unicode_tables(territory: str, day: date, moment: time) -> None:
    locale = f"en_{territory}"
    i18n.use_language(locale)
    ours: list[tuple[Callable[[date], str], str]] = [
        (lambda day: formats.day_short(day, day), "MMMd"),
        (lambda day: formats.day_weekday(day, day), "MMMEd"),
        (formats.day_year, "yMMMd"),
        (formats.day_weekday_year, "yMMMEd"),
        (formats.month_year, "yMMMM"),
    ]
    for worded, skeleton in ours:
        assert worded(day) == format_skeleton(skeleton, day, locale=locale)
    assert formats.day_full(day) == format_date(day, "full", locale=locale)
    said = format_time(moment, "short", locale=locale).translate(NO_BREAK_SPACES)
    assert formats.clock_time(f"{moment:%H:%M}") == said


@pytest.mark.parametrize("territory", ["AU", "CA", "GB", "IE", "IN", "NZ", "ZA"])
def test_other_english_keeps_the_order_and_the_clock_of_its_country(territory: str) -> None:
    locale = f"en_{territory}"
    i18n.use_language(locale)
    theirs = format_skeleton("yMMMd", THURSDAY, locale=locale)
    assert formats.day_year(THURSDAY).replace(",", "") == theirs.replace(",", "")
    assert formats.uses_12_hours() == ("14" not in format_time(time(14), "short", locale=locale))


def test_english_dates_do_not_wait_for_babel() -> None:
    code = (
        "import sys; from datetime import date; from secondopinion_desktop.base import formats as f; "
        "f.day_short(date(2026, 3, 12)); f.day_full(date(2026, 3, 12)); f.clock_time('14:00'); f.paper_size(); "
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_year_is_judged_by_the_clock() -> None:
    with clock.standing_at(datetime(2027, 6, 1, 12).astimezone()):
        assert formats.day_short(THURSDAY) == "Mar 12, 2026"


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("My doctor may be hurt", "My doctor may be hurt"),
        ("My doctor may be hurt. It may mean travel", "My doctor may be hurt.…"),
        ("My doctor may be hurt, and torn", "My doctor may be hurt…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrts…"),
    ],
)
def test_a_long_line_is_cut_between_words_where_it_has_any(words: str, begins: str) -> None:
    assert formats.beginning(words, 22) == begins
