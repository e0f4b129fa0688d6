"""The one door to the time of day, so that tests and pictures can stand on a fixed day."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_fixed: datetime | None = None
_last_tick = datetime.min.replace(tzinfo=UTC)


def now() -> datetime:
    """Return this moment, aware and in UTC."""
    return _fixed or datetime.now(UTC)


def tick() -> datetime:
    """Return this moment, or a microsecond after the last tick where the clock did not move on since.

    Rows are listed in the order they were made in. The clock of some computers steps by 15 ms, and a dozen rows are
    made in that time.
    """
    global _last_tick  # noqa: PLW0603 - like the clock itself
    moment = now()
    if timedelta() <= _last_tick - moment < timedelta(seconds=1):
        moment = _last_tick + timedelta(microseconds=1)
    _last_tick = moment
    return moment


def local_now() -> datetime:
    """Return this moment in the computer's own time zone, aware."""
    return now().astimezone()


def today() -> date:
    """Return the day on the wall calendar here."""
    return local_now().date()


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at `moment` (aware) inside the block."""
    global _fixed  # noqa: PLW0603 - the clock is one thing, and this is its only setter
    before, _fixed = _fixed, moment.astimezone(UTC)
    try:
        yield
    finally:
        _fixed = before
