from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondopinion_desktop.base import formats, i18n
from secondopinion_desktop.model import times
from secondopinion_desktop.model.times import UnclearTime


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", "10:30"),
        ("10.30 am", "10:30"),
        ("10:30AM", "10:30"),
        ("at 10:30 a.m.", "10:30"),
        ("2 pm", "14:00"),
        ("2pm", "14:00"),
        ("2 p. m.", "14:00"),
        ("2:30p", "14:30"),
        ("2 in the afternoon", "14:00"),
        ("14:00", "14:00"),
        ("1430", "14:30"),
        ("930 am", "09:30"),
        ("14h30", "14:30"),
        ("9", "09:00"),
        ("9 o'clock", "09:00"),
        ("02:30", "02:30"),
        ("12:15 am", "00:15"),
        ("12:15 pm", "12:15"),
        ("12:15", "12:15"),
        ("0:15", "00:15"),
        ("noon", "12:00"),
        ("Midnight", "00:00"),
        ("14:00 PM", "14:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: str) -> None:
    assert times.parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("2:30", "Is that 2:30 AM or 2:30 PM? Please write it like 2:30 PM."),
        ("2", "Is that 2:00 AM or 2:00 PM? Please write it like 2:00 PM."),
        ("25:00", "We could not read that time. Please write it like 10:30 AM."),
        ("10:75", "We could not read that time. Please write it like 10:30 AM."),
        ("14 am", "We could not read that time. Please write it like 10:30 AM."),
        ("after lunch", "We could not read that time. Please write it like 10:30 AM."),
        ("", "We could not read that time. Please write it like 10:30 AM."),
        ("10:30-11:30", "We could not read that time. Please write it like 10:30 AM."),
        ("10:305", "We could not read that time. Please write it like 10:30 AM."),
        ("9" * 5000, "We could not read that time. Please write it like 10:30 AM."),
    ],
)
def test_an_unclear_time_is_asked_about_in_plain_words(typed: str, question: str) -> None:
    with pytest.raises(UnclearTime) as asked:
        times.parse(typed)
    assert str(asked.value) == question


def test_where_the_clock_runs_to_24_half_past_two_is_in_the_night() -> None:
    i18n.use_language("en_GB")
    assert times.parse("2:30") == "02:30"
    with pytest.raises(UnclearTime, match=r"Is that 02:00 or 14:00\?"):
        times.parse("2")


@pytest.mark.parametrize("locale", ["en_US", "en_GB", "en_AU", "es_US", "de_DE", "fr_CA", "ja_JP", "ar_EG", "fi_FI"])
@settings(max_examples=50)
@given(moment=st.times())
def test_what_a_time_field_shows_is_read_back(locale: str, moment: time) -> None:
    i18n.use_language(locale)
    stored = f"{moment:%H:%M}"
    assert times.parse(formats.clock_time(stored)) == stored


@given(text=st.text() | st.text("0123456789:. apmh", max_size=8))
def test_any_text_is_a_time_or_a_question(text: str) -> None:
    try:
        found = times.parse(text)
    except UnclearTime:
        return
    assert time.fromisoformat(found)
