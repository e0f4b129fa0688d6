"""Reading the times of day people type. They are stored as "HH:MM"; `formats.clock_time` words them."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import N_, _, current_locale
from secondopinion_desktop.model.dates.words import listed, plain

_AT: Final = N_("at|from")
_NOON: Final = N_("noon|midday|12 noon")
_MIDNIGHT: Final = N_("midnight|12 midnight")
_MORNING: Final = N_("am|a|in the morning")
_AFTERNOON: Final = N_("pm|p|in the afternoon|in the evening|at night")
_CLOCK: Final = N_("o'clock|h|hrs|hours")

_TIME: Final = re.compile(r"(?P<hour>\d{1,2})(?:(?:\s*[:.h]\s*)?(?P<minute>\d{2}))?(?P<rest>(?!\d).*)")
_LONGEST: Final = 40
_NOON_HOUR: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60
_EARLIEST_PLAIN: Final = 7  # nobody is asked to come at 2:30 in the morning, and "2:30" alone does not say which


class UnclearTime(UserError):
    """A time that has to be asked about: `message` is the question, `advice` how to answer it."""


def parse(text: str) -> str:
    """Return "14:00" for "2 pm", "14:00", "2.00 p.m." or "at 2 in the afternoon". Raises UnclearTime."""
    told = plain(text[: _LONGEST + 1])
    for word in listed(_AT):
        told = told.removeprefix(word + " ")
    if told in listed(_NOON):
        return "12:00"
    if told in listed(_MIDNIGHT):
        return "00:00"
    found = _TIME.fullmatch(told)
    if not found or len(told) > _LONGEST:
        raise _not_understood()
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour >= _HOURS or minute >= _MINUTES:
        raise _not_understood()
    half = _half_of_day(found["rest"])
    if half is None and _needs_half(found["hour"], found["minute"]):
        raise _which_half(hour, minute)
    if (half == "am" and hour > _NOON_HOUR) or (half == "pm" and hour == 0):
        raise _not_understood()
    if half and hour <= _NOON_HOUR:
        hour = hour % _NOON_HOUR + (_NOON_HOUR if half == "pm" else 0)
    return f"{hour:02}:{minute:02}"


def _half_of_day(rest: str) -> str | None:
    """Return "am", "pm", or None where nothing says so. Raises UnclearTime for other words."""
    word = " ".join(rest.replace(".", " ").split())
    for clock in listed(_CLOCK):
        word = word.removeprefix(clock).strip()
    if not word:
        return None
    for half, words in (("am", listed(_MORNING)), ("pm", listed(_AFTERNOON))):
        local = _local_period(half)
        if word in words or word.replace(" ", "") in {*words, local}:
            return half
    raise _not_understood()


def _local_period(half: str) -> str:
    if current_locale().startswith("en"):
        return half
    from babel.dates import format_time  # noqa: PLC0415 - English never pays for it

    name = format_time(time(9 if half == "am" else 21), "a", locale=formats.babel_locale())
    return plain(name).replace(".", "").replace(" ", "")


def _needs_half(hour: str, minute: str | None) -> bool:
    if len(hour) > 1 or int(hour) in {0, *range(_EARLIEST_PLAIN, 10)}:
        return False
    return minute is None or formats.uses_12_hours()


def _which_half(hour: int, minute: int) -> UnclearTime:
    morning = formats.clock_time(f"{hour:02}:{minute:02}")
    afternoon = formats.clock_time(f"{hour + _NOON_HOUR:02}:{minute:02}")
    return UnclearTime(
        _("Is that {morning} or {afternoon}?").format(morning=morning, afternoon=afternoon),
        _("Please write it like {example}.").format(example=afternoon),
    )


def _not_understood() -> UnclearTime:
    return UnclearTime(
        _("We could not read that time."),
        _("Please write it like {example}.").format(example=formats.clock_time("10:30")),
    )
