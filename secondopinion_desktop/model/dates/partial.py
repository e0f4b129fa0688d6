"""A date as a person knows it: the day, about the day, about the month, or only the year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

_STORED: Final = re.compile(r"(?P<about>~)?(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


class Precision(StrEnum):
    EXACT = "exact"
    ABOUT_DAY = "about_day"
    ABOUT_MONTH = "about_month"
    ABOUT_YEAR = "about_year"


_RANK: Final = {precision: rank for rank, precision in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day and how sure it is. About a month, `day` is its first day; about a year, its January 1.

    A date nobody knows is `None`, not a `PartialDate`.
    """

    day: date
    precision: Precision = Precision.EXACT

    def __post_init__(self) -> None:
        first = self.day
        if self.precision is Precision.ABOUT_MONTH:
            first = self.day.replace(day=1)
        elif self.precision is Precision.ABOUT_YEAR:
            first = self.day.replace(month=1, day=1)
        object.__setattr__(self, "day", first)

    @property
    def is_firm(self) -> bool:
        """Whether rules may count on this very day."""
        return self.precision is Precision.EXACT

    @property
    def earliest(self) -> date:
        """The first day it can be. Nobody said how wide "about May 10" is, so that is May 10."""
        return self.day

    @property
    def latest(self) -> date:
        """The last day it can be."""
        if self.precision is Precision.ABOUT_MONTH:
            return self.day.replace(day=monthrange(self.day.year, self.day.month)[1])
        if self.precision is Precision.ABOUT_YEAR:
            return self.day.replace(month=12, day=31)
        return self.day

    @property
    def sort_key(self) -> tuple[date, int]:
        """Order by the first possible day, the surer date before the vaguer one."""
        return (self.day, _RANK[self.precision])

    def to_text(self) -> str:
        """Return the stored form: "2026-03-12", "~2026-03-12", "~2026-05" or "~2026"."""
        whole = self.day.isoformat()
        if self.precision is Precision.EXACT:
            return whole
        length = {Precision.ABOUT_DAY: 10, Precision.ABOUT_MONTH: 7, Precision.ABOUT_YEAR: 4}[self.precision]
        return f"~{whole[:length]}"

    @classmethod
    def from_text(cls, text: str) -> PartialDate:
        """Read the stored form. Raises ValueError for anything else."""
        found = _STORED.fullmatch(text)
        if not found or not (found["about"] or found["day"]):
            raise ValueError(f"not a stored date: {text[:20]!r}")
        day = date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
        if not found["about"]:
            return cls(day)
        if found["day"]:
            return cls(day, Precision.ABOUT_DAY)
        return cls(day, Precision.ABOUT_MONTH if found["month"] else Precision.ABOUT_YEAR)

    @classmethod
    def from_optional_text(cls, text: str | None) -> PartialDate | None:
        """Read the stored form where nothing (None or "") means not known."""
        return cls.from_text(text) if text else None
