"""The one door to the time of day, so that tests and pictures can stand on a fixed day."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_fixed: datetime | None = None


def now() -> datetime:
    """Return this moment, aware and in UTC."""
    return _fixed or datetime.now(UTC)


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
