"""Partial dates in words, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.dates.partial import PartialDate, Precision

if TYPE_CHECKING:
    from datetime import date


def partial_date_words(value: PartialDate | None, today: date | None = None) -> str:
    """Return "Mar 12", "about May 10", "about May", "about 2026" or "Not known yet"; another year is named."""
    if value is None:
        return _("Not known yet")
    here = today or clock.today()
    if value.precision is Precision.EXACT:
        return formats.day_short(value.day, here)
    if value.precision is Precision.ABOUT_DAY:
        return _about(formats.day_short(value.day, here))
    if value.precision is Precision.ABOUT_MONTH and value.day.year == here.year:
        return _about(formats.month_name(value.day))
    return partial_date_entry(value)


def partial_date_entry(value: PartialDate | None) -> str:
    """Return what a date field holds: "Thu, Mar 12, 2026", "about May 2026", "" for not known. `parse` reads it."""
    if value is None:
        return ""
    if value.precision is Precision.EXACT:
        return formats.day_weekday_year(value.day)
    if value.precision is Precision.ABOUT_DAY:
        return _about(formats.day_year(value.day))
    if value.precision is Precision.ABOUT_MONTH:
        return _about(formats.month_year(value.day))
    return _about(f"{value.day.year:04}")


def _about(when: str) -> str:
    return _("about {when}").format(when=when)
