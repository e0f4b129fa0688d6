"""Which backups may go: kept are all of two days, then 12 daily, 10 weekly and 9 monthly ones.

Clocks lie: a battery dies, a time zone is set by hand. So days are counted by the backups that exist, not by the
calendar, and time stamps that do not fit the order in which the backups were made are put right first.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

RECENT = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
NEWEST_KEPT = 3


class Stamp(NamedTuple):
    """One backup: its place in the order of making, and what the clock said then (aware, UTC)."""

    sequence: int
    moment: datetime
    before_migration: bool = False


def superfluous(stamps: Iterable[Stamp], now: datetime) -> set[int]:
    """Return the sequence numbers of the backups that may go.

    Never among them: the newest three, and the newest one from before a migration.
    """
    ordered = sorted(stamps)
    kept = {stamp.sequence for stamp in ordered[-NEWEST_KEPT:]}
    kept |= {stamp.sequence for stamp in [stamp for stamp in ordered if stamp.before_migration][-1:]}
    moments = _put_right([stamp.moment for stamp in ordered])
    newest_first = list(zip(ordered, moments, strict=True))[::-1]
    older = []
    for stamp, moment in newest_first:
        if now - moment < RECENT:
            kept.add(stamp.sequence)
        else:
            older.append((stamp.sequence, moment))
    for count, bucket in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        chosen, older = _newest_of_each(older, count, bucket)
        kept.update(chosen)
    return {stamp.sequence for stamp in ordered} - kept


def _newest_of_each(
    newest_first: list[tuple[int, datetime]], count: int, bucket: Callable[[datetime], object]
) -> tuple[list[int], list[tuple[int, datetime]]]:
    """Return the newest of each of the first `count` buckets, and all that lies before those buckets."""
    chosen: list[int] = []
    seen: list[object] = []
    for place, (sequence, moment) in enumerate(newest_first):
        name = bucket(moment)
        if name in seen:
            continue
        if len(seen) == count:
            return chosen, newest_first[place:]
        seen.append(name)
        chosen.append(sequence)
    return chosen, []


def _put_right(moments: Sequence[datetime]) -> list[datetime]:
    """Return `moments` without steps back in time: those outside the longest rising row take their neighbour's."""
    rising = _longest_rising(moments)
    right: list[datetime] = []
    for place, moment in enumerate(moments):
        if place in rising:
            right.append(moment)
        else:
            later = next((moments[after] for after in sorted(rising) if after > place), None)
            right.append(later if later is not None else right[-1])
    return right


def _longest_rising(moments: Sequence[datetime]) -> set[int]:
    """Return the places of a longest row of moments that never steps back."""
    ends: list[datetime] = []  # the smallest end of a row of each length
    places: list[int] = []
    before: list[int | None] = []
    for place, moment in enumerate(moments):
        length = bisect_right(ends, moment)
        before.append(places[length - 1] if length else None)
        ends[length:] = [moment, *ends[length + 1 :]]
        places[length:] = [place, *places[length + 1 :]]
    row: set[int] = set()
    place_now = places[-1] if places else None
    while place_now is not None:
        row.add(place_now)
        place_now = before[place_now]
    return row


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month
