"""Which key dates to show, and every word of them. No Qt, no rows: only what a person will read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.dates import Precision, partial_date_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from secondopinion_desktop.model.dates import PartialDate
    from secondopinion_desktop.services.timeline import KeyDate

MOST: Final = 6
"""How many points stand in one line."""
_ENOUGH: Final = 2

# By the value of services.timeline.DateKind, which the first window must not wait for.
_TODAY: Final = "today"
_ICONS: Final = {
    "first_opinion": "chat",
    "visit": "calendar",
    "ok_until": "clock",
    "decide_by": "flag",
    "report": "file",
    "treatment": "cross",
}
_TOOK_PLACE: Final = ("first_opinion", "visit")
_MISSING: Final = (
    ("visit", N_("Add the visit date"), ("command", "new_appointment")),
    ("treatment", N_("Add the date treatment is planned to start"), ("command", "key_dates")),
    ("decide_by", N_("Add the date to decide by"), ("command", "key_dates")),
)


@dataclass(frozen=True)
class Point:
    """One point of the line, in words. `gap` stands on the way to it ("9 days"); `target` is (table, id) or empty."""

    when: str
    what: str
    icon: str
    is_today: bool
    is_past: bool
    gap: str
    spoken: str
    target: tuple[str, str]


@dataclass(frozen=True)
class Missing:
    """A date that would help and is not there: the words of the button, and what it opens (kind, id)."""

    words: str
    opens: tuple[str, str]


def points(dates: Sequence[KeyDate], today: date) -> list[Point]:
    """Return all points in the order given, which is that of the days."""
    found: list[Point] = []
    before: KeyDate | None = None
    for key_date in dates:
        found.append(_point(key_date, before, today))
        before = key_date
    return found


def nearest(found: Sequence[Point], most: int = MOST) -> list[Point]:
    """Return today and the points around it: one that has passed if there is one, then as many ahead as fit."""
    if len(found) <= most:
        return list(found)
    here = next((number for number, point in enumerate(found) if point.is_today), 0)
    ahead = len(found) - here - 1
    behind = min(here, max(1, most - 1 - ahead))
    return list(found[here - behind : here - behind + most])


def missing(dates: Sequence[KeyDate], today: date) -> Missing | None:
    """Return the date that is missing first, while fewer than two lie ahead."""
    ahead = [key_date for key_date in dates if key_date.kind != _TODAY and key_date.day.latest >= today]
    if len(ahead) >= _ENOUGH:
        return None
    known = {str(key_date.kind) for key_date in dates}
    return next((Missing(_(words), opens) for kind, words, opens in _MISSING if kind not in known), None)


def _point(key_date: KeyDate, before: KeyDate | None, today: date) -> Point:
    kind = str(key_date.kind)
    if kind == _TODAY:
        return Point(
            when=key_date.words,
            what=_("{weekday}, {day}").format(weekday=formats.weekday_name(today), day=formats.day_short(today, today)),
            icon="",
            is_today=True,
            is_past=True,
            gap="",
            spoken=_("Today, {day}").format(day=formats.day_full(today)),
            target=("", ""),
        )
    past = key_date.day.latest < today
    when = partial_date_words(key_date.day, today)
    return Point(
        when=when,
        what=key_date.words,
        icon="status-done" if past and kind in _TOOK_PLACE else _ICONS[kind],
        is_today=False,
        is_past=past,
        gap="" if past or before is None else _gap(before.day, key_date.day),
        spoken=_spoken(when, key_date, today),
        target=key_date.target,
    )


def _gap(before: PartialDate, after: PartialDate) -> str:
    """Return "9 days", "about 9 days", or nothing where a month or a year is all that is known."""
    vague = {Precision.ABOUT_MONTH, Precision.ABOUT_YEAR}
    if before.precision in vague or after.precision in vague:
        return ""
    if before.day == after.day:
        return _("same day")
    words = formats.days_between_words(before.day, after.day)
    return words if before.is_firm and after.is_firm else _("about {when}").format(when=words)


def _spoken(when: str, key_date: KeyDate, today: date) -> str:
    if not key_date.day.is_firm:
        return _("{what}, {when}").format(what=key_date.words, when=when)
    return _("{what}, {when}, {distance}").format(
        what=key_date.words, when=when, distance=formats.day_from_today(key_date.day.day, today)
    )
