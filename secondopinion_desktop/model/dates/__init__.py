"""Dates as people know them, type them and read them: exact, "about", or not known (`None`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.dates.partial import PartialDate, Precision
from secondopinion_desktop.model.dates.questions import UnclearDate
from secondopinion_desktop.model.dates.wording import partial_date_entry, partial_date_words

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "PartialDate",
    "Precision",
    "UnclearDate",
    "parse",
    "parse_optional",
    "partial_date_entry",
    "partial_date_words",
]


def parse(text: str, today: date, day_first: bool = False, *, past: bool = False) -> PartialDate:  # noqa: FBT001, FBT002 - as agreed
    """Read what a person typed, such as "Mar 12", "tomorrow", "about May", "2026-03-12" or "12 March 26".

    Without a year, the nearest sensible one is meant; `past` says that the day cannot lie ahead, as with a call
    that was made. `day_first` is the order of figures here (`formats.day_comes_first()`). What can be meant in two
    ways is asked: raises UnclearDate, with a question in plain words, for all that is not clearly one date.
    """
    from secondopinion_desktop.model.dates import reading  # noqa: PLC0415 - the first window shows dates, it reads none

    return reading.read(text, today, day_first=day_first, past=past)


def parse_optional(text: str, today: date, day_first: bool = False, *, past: bool = False) -> PartialDate | None:  # noqa: FBT001, FBT002 - as agreed
    """Like `parse`, but nothing, "not sure" and the like mean that nobody knows yet: None."""
    from secondopinion_desktop.model.dates import reading  # noqa: PLC0415

    return reading.read_optional(text, today, day_first=day_first, past=past)
