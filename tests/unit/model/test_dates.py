from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondopinion_desktop.base import formats, i18n
from secondopinion_desktop.model.dates import (
    PartialDate,
    Precision,
    UnclearDate,
    parse,
    parse_optional,
    partial_date_entry,
    partial_date_words,
)

TUESDAY = date(2026, 3, 3)

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
near_days = st.dates(date(1900, 1, 1), date(2046, 12, 31))
precisions = st.sampled_from(Precision)


def about_day(*day: int) -> PartialDate:
    return PartialDate(date(*day), Precision.ABOUT_DAY)


def about_month(year: int, month: int) -> PartialDate:
    return PartialDate(date(year, month, 1), Precision.ABOUT_MONTH)


def about_year(year: int) -> PartialDate:
    return PartialDate(date(year, 1, 1), Precision.ABOUT_YEAR)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mar 12", (2026, 3, 12)),
        ("12 March", (2026, 3, 12)),
        ("march 12th", (2026, 3, 12)),
        ("the 12th of March", (2026, 3, 12)),
        ("March 12, 2026", (2026, 3, 12)),
        ("12 Mar 26", (2026, 3, 12)),
        ("12 Mar '26", (2026, 3, 12)),
        ("12-Mar-2026", (2026, 3, 12)),
        ("Mar-12-2026", (2026, 3, 12)),
        ("2026 Mar 12", (2026, 3, 12)),
        ("Sept. 9", (2026, 9, 9)),
        ("Thu, Mar 12, 2026", (2026, 3, 12)),
        ("on Thursday, March 12", (2026, 3, 12)),
        ("by Thu, Mar 5", (2026, 3, 5)),
        ("2026-03-12", (2026, 3, 12)),
        ("2026/3/12", (2026, 3, 12)),
        ("20260312", (2026, 3, 12)),
        ("3/13/2026", (2026, 3, 13)),
        ("3/13", (2026, 3, 13)),
        ("3/13/26", (2026, 3, 13)),
        ("3/3/2026", (2026, 3, 3)),
        ("today", (2026, 3, 3)),
        ("Tomorrow", (2026, 3, 4)),
        ("yesterday", (2026, 3, 2)),
        ("the day after tomorrow", (2026, 3, 5)),
        ("in 3 days", (2026, 3, 6)),
        ("in two weeks", (2026, 3, 17)),
        ("a week ago", (2026, 2, 24)),
        ("Friday", (2026, 3, 6)),
        ("this Friday", (2026, 3, 6)),
        ("fri", (2026, 3, 6)),
        ("last Friday", (2026, 2, 27)),
        ("last Tuesday", (2026, 2, 24)),
        ("next Monday", (2026, 3, 9)),
        ("Feb 29, 2024", (2024, 2, 29)),
        ("  MAR   12 ", (2026, 3, 12)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, meant: tuple[int, int, int]) -> None:
    assert parse(typed, TUESDAY) == PartialDate(date(*meant))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("about May", about_month(2026, 5)),
        ("May", about_month(2026, 5)),
        ("in May", about_month(2026, 5)),
        ("May 2025", about_month(2025, 5)),
        ("May '25", about_month(2025, 5)),
        ("5/2025", about_month(2025, 5)),
        ("2025-05", about_month(2025, 5)),
        ("around May 10", about_day(2026, 5, 10)),
        ("May 10?", about_day(2026, 5, 10)),
        ("~May 10", about_day(2026, 5, 10)),
        ("ca. 10 May 2026", about_day(2026, 5, 10)),
        ("early May", about_day(2026, 5, 5)),
        ("mid-May 2027", about_day(2027, 5, 15)),
        ("the end of May", about_day(2026, 5, 25)),
        ("spring 2023", about_month(2023, 4)),
        ("spring 2023?", about_month(2023, 4)),
        ("last month", about_month(2026, 2)),
        ("3 months ago", about_month(2025, 12)),
        ("next year", about_year(2027)),
        ("two years ago", about_year(2024)),
        ("in about 3 weeks", about_day(2026, 3, 24)),
        ("next week", about_day(2026, 3, 10)),
        ("2019", about_year(2019)),
        ("about 2019", about_year(2019)),
    ],
)
def test_a_vague_date_stays_vague(typed: str, meant: PartialDate) -> None:
    assert parse(typed, TUESDAY) == meant


def test_a_season_is_that_of_the_country() -> None:
    i18n.use_language("en_AU")
    assert parse("spring 2023", TUESDAY) == about_month(2023, 10)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("3/4/2026", "Is that March 4 or April 3? Please write the month as a word, like Mar 4."),
        ("3/4", "Is that March 4 or April 3? Please write the month as a word, like Mar 4."),
        ("13/12/2026", "Is that December 13? Please write the month as a word, like Dec 13."),
        ("2026-13-12", "Is that December 13? Please write the month as a word, like Dec 13."),
        ("13/12/2027", "Is that Dec 13, 2027? Please write the month as a word, like Dec 13, 2027."),
        ("Feb 30", "February has no day 30. Please check the day."),
        ("Apr 31, 2027", "April has no day 31. Please check the day."),
        ("31/4", "April has no day 31. Please check the day."),
        ("4/31/2026", "April has no day 31. Please check the day."),
        ("2026-02-30", "February has no day 30. Please check the day."),
        ("2/29/2026", "February 2026 has no day 29. Please check the day."),
        ("2/29", "February 29 is not in every year. Please add the year."),
        ("Mar 32", "March has no day 32. Please check the day."),
        ("12", "In which month is that? Please write it like Mar 12."),
        ("the 9th", "In which month is that? Please write it like Mar 12."),
        ("99", "We could not read that date. Please write it like Mar 12."),
        ("tomorow", "Did you mean tomorrow? Please write it like Mar 4."),
        ("Day after  tomorow", "Did you mean Day after tomorrow? Please write it like Mar 5."),
        ("febuary 3, 2027", "Did you mean February 3, 2027? Please write it like Feb 3, 2027."),
        ("Marhc", "Did you mean March? Please write it like Mar 12."),
        ("3 weks ago", "Did you mean 3 weeks ago? Please write it like Feb 10."),
        ("Febuary 30", "February has no day 30. Please check the day."),
        ("Tuseday", "Is that today or Tue, Mar 10? Please write it like Mar 10."),
        ("later", "We could not read that date. Please write it like Mar 12."),
        ("when Ana is back", "We could not read that date. Please write it like Mar 12."),
        ("1/2/126", "We could not read that date. Please write it like Mar 12."),
        ("Feb 29", "February 29 is not in every year. Please add the year."),
        (
            "Friday, Mar 12, 2026",
            "That date is Thursday, March 12, 2026. Please check the day of the week and the date.",
        ),
        ("Tuesday", "Is that today or Tue, Mar 10? Please write it like Mar 10."),
        ("next Friday", "Is that Fri, Mar 6 or Fri, Mar 13? Please write it like Mar 13."),
        ("Mar 12, 2126", "Is that the year 2126? Please check the year. A full date looks like Mar 3, 2026."),
        ("Mar 12, 1826", "Is that the year 1826? Please check the year. A full date looks like Mar 3, 2026."),
        ("soon", "We could not read that date. Please write it like Mar 12."),
        ("", "We could not read that date. Please write it like Mar 12."),
        ("13/13/2026", "We could not read that date. Please write it like Mar 12."),
    ],
)
def test_an_unclear_date_is_asked_about_in_plain_words(typed: str, question: str) -> None:
    with pytest.raises(UnclearDate) as asked:
        parse(typed, TUESDAY)
    assert str(asked.value) == question


@pytest.mark.parametrize(
    "typed",
    [
        "Mar 12-14", "Mar 12 and 13", "Mar 12 at 2:30", "Mar 12 14 16", "Mar 0", "March April", "May 5 10:30",
        "in 99999999999 days", "9999 years ago", "0000", "0000-01-01", "12:30", "the 12th", "Friday 13", "next",
        "about", "this week", "Mar 123", "1/2/3/4", "12.13.14.15", "mars attacks", "-", "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_not_one_day_is_asked_about(typed: str) -> None:
    with pytest.raises(UnclearDate):
        parse(typed, TUESDAY)


def test_where_the_day_comes_first_figures_are_read_so() -> None:
    assert parse("13/3/2026", TUESDAY, day_first=True) == PartialDate(date(2026, 3, 13))
    assert parse("4.3.2026", TUESDAY, day_first=True) == PartialDate(date(2026, 3, 4))
    assert parse("4. 3. 2026", TUESDAY, day_first=True) == PartialDate(date(2026, 3, 4))
    i18n.use_language("en_GB")
    with pytest.raises(UnclearDate, match=r"Is that 4 March or 3 April\?"):
        parse("4/3/2026", TUESDAY, day_first=True)
    with pytest.raises(UnclearDate, match=r"Is that 13 March\?"):
        parse("3/13/2026", TUESDAY, day_first=True)


def test_the_day_of_the_week_settles_an_unclear_order() -> None:
    assert parse("Wed 3/4/2026", TUESDAY) == PartialDate(date(2026, 3, 4))
    assert parse("Fri 3/4/2026", TUESDAY) == PartialDate(date(2026, 4, 3))


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("Feb 17", (2026, 3, 3), (2026, 2, 17)),  # two weeks ago, not in eleven months
        ("Dec 20", (2026, 3, 3), (2026, 12, 20)),
        ("Jan 2", (2026, 3, 3), (2027, 1, 2)),
        ("Jan 4", (2026, 3, 3), (2026, 1, 4)),  # one day more than ten months ahead
        ("Jan 2", (2026, 12, 30), (2027, 1, 2)),
        ("Dec 30", (2027, 1, 2), (2026, 12, 30)),
        ("Fri, Jan 2", (2026, 12, 30), (2026, 1, 2)),  # the day of the week says which
        ("Mar 3", (2026, 3, 3), (2026, 3, 3)),
    ],
)
def test_without_a_year_the_nearest_sensible_one_is_meant(
    typed: str, today: tuple[int, int, int], meant: tuple[int, int, int]
) -> None:
    assert parse(typed, date(*today)).day == date(*meant)


def test_a_call_that_was_made_lies_in_the_past() -> None:
    assert parse("Mar 12", TUESDAY, past=True).day == date(2025, 3, 12)
    assert parse("Friday", TUESDAY, past=True).day == date(2026, 2, 27)
    assert parse("Mar 3", TUESDAY, past=True).day == TUESDAY


@pytest.mark.parametrize("typed", ["", "  ", "not sure", "Not known yet", "don\u2019t know", "Unknown.", "?"])
def test_not_knowing_is_an_answer(typed: str) -> None:
    assert parse_optional(typed, TUESDAY) is None


def test_a_known_date_is_read_where_not_knowing_is_allowed() -> None:
    assert parse_optional("Mar 12", TUESDAY) == PartialDate(date(2026, 3, 12))
    assert partial_date_entry(None) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "Not known yet"),
        (PartialDate(date(2026, 3, 12)), "Mar 12"),
        (PartialDate(date(2025, 3, 12)), "Mar 12, 2025"),
        (about_day(2026, 5, 10), "about May 10"),
        (about_day(2027, 5, 10), "about May 10, 2027"),
        (about_month(2026, 5), "about May"),
        (about_month(2025, 5), "about May 2025"),
        (about_year(2026), "about 2026"),
    ],
)
def test_a_date_is_worded_as_sure_as_it_is(value: PartialDate | None, words: str) -> None:
    assert partial_date_words(value, TUESDAY) == words


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (PartialDate(date(2026, 3, 12)), "2026-03-12"),
        (about_day(2026, 3, 12), "~2026-03-12"),
        (about_month(2026, 5), "~2026-05"),
        (about_year(2026), "~2026"),
    ],
)
def test_a_date_is_stored_as_a_short_text(value: PartialDate, stored: str) -> None:
    assert value.to_text() == stored
    assert PartialDate.from_text(stored) == value
    assert PartialDate.from_optional_text(stored) == value


def test_a_date_nobody_knows_is_stored_as_nothing() -> None:
    assert PartialDate.from_optional_text(None) is None
    assert PartialDate.from_optional_text("") is None


@pytest.mark.parametrize(
    "stored", ["2026-05", "2026", "~", "2026-02-30", "12", "~2026-13", "2026-03-12 ", "٢٠٢٦-03-12"]
)
def test_a_damaged_stored_date_is_noticed(stored: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        PartialDate.from_text(stored)


@given(day=days, precision=precisions)
def test_any_date_comes_back_from_the_file(day: date, precision: Precision) -> None:
    value = PartialDate(day, precision)
    assert PartialDate.from_text(value.to_text()) == value


@given(day=days, precision=precisions)
def test_a_date_lies_between_its_earliest_and_latest(day: date, precision: Precision) -> None:
    value = PartialDate(day, precision)
    assert value.earliest <= day <= value.latest
    assert value.is_firm == (precision is Precision.EXACT)


def test_the_last_day_of_a_vague_date_knows_the_calendar() -> None:
    assert about_month(2024, 2).latest == date(2024, 2, 29)
    assert about_month(2026, 12).latest == date(2026, 12, 31)
    assert about_year(2026).latest == date(2026, 12, 31)


def test_dates_stand_in_order_the_surer_first() -> None:
    mixed = [about_year(2026), about_day(2026, 1, 1), PartialDate(date(2026, 1, 2)), PartialDate(date(2026, 1, 1))]
    assert [value.to_text() for value in sorted(mixed, key=lambda value: value.sort_key)] == [
        "2026-01-01", "~2026-01-01", "~2026", "2026-01-02",
    ]  # fmt: skip


LOCALES = [
    "en_US",
    "en_GB",
    "en_AU",
    "de_DE",
    "es_US",
    "fr_CA",
    "it_IT",
    "nl_NL",
    "pl_PL",
    "pt_BR",
    "ru_RU",
    "sv_SE",
    "uk_UA",
]


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=30)
@given(day=near_days, precision=precisions)
def test_what_a_date_field_shows_is_read_back(locale: str, day: date, precision: Precision) -> None:
    i18n.use_language(locale)
    value = PartialDate(day, precision)
    assert parse(partial_date_entry(value), TUESDAY, formats.day_comes_first()) == value


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=30)
@given(day=near_days)
def test_every_written_date_with_a_year_is_read_back(locale: str, day: date) -> None:
    i18n.use_language(locale)
    for shown in (formats.day_year(day), formats.day_weekday_year(day), formats.day_full(day)):
        assert parse(shown, TUESDAY) == PartialDate(day)


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=30)
@given(day=st.dates(date(2026, 1, 4), date(2027, 1, 3)))
def test_a_short_date_near_today_is_read_back(locale: str, day: date) -> None:
    i18n.use_language(locale)
    assert parse(formats.day_short(day, TUESDAY), TUESDAY) == PartialDate(day)
    assert parse(formats.day_weekday(day, TUESDAY), TUESDAY) == PartialDate(day)
    assert parse(formats.month_and_day(day), TUESDAY) == PartialDate(day)


PIECES = "mar march 12 2026 26 / - . , ~ ? ' next last in ago days friday about early spring a 0 9999 29 feb th \u0663"
DATE_PIECES = PIECES.split()


@given(
    text=st.text()
    | st.lists(st.sampled_from(DATE_PIECES), max_size=7).map(" ".join)
    | st.lists(st.sampled_from(DATE_PIECES), max_size=7).map("".join),
    today=st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    day_first=st.booleans(),
    past=st.booleans(),
)
@example("next", TUESDAY, False, False)
@example("'", TUESDAY, False, False)
def test_any_text_is_a_date_or_a_question(text: str, today: date, day_first: bool, past: bool) -> None:
    asked = None
    try:
        found = parse(text, today, day_first, past=past)
    except UnclearDate as unclear:
        asked = unclear
    if asked:
        assert asked.message.endswith((".", "?"))
        assert asked.advice
    else:
        assert 1900 <= found.day.year <= today.year + 20
