"""How the made-up case is written down: days counted from today, dates in words, and notes in a few signs."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.model.richtext import Block, Document, Kind, Mark, Run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_DAY: Final = re.compile(r"@(-?\d+)")
_IN_WORDS: Final = re.compile(r"\{(-?\d+)(?::(short|weekday))?\}")
_MARKED: Final = re.compile(r"\*\*(?P<strong>.+?)\*\*|==(?P<important>.+?)==")
_LINES: Final = (
    ("# ", Kind.HEADING, False),
    ("- ", Kind.BULLET, False),
    ("[ ] ", Kind.TICK, False),
    ("[x] ", Kind.TICK, True),
)


class Reader:
    """Turns what stands in the case into what the file keeps. `ids` holds the rows that have a key."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.ids: dict[str, str] = {}

    def value(self, written: Any) -> Any:
        """Return a value of the case as the file keeps it. Raises KeyError for a link to no row."""
        if not isinstance(written, str):
            return written
        if written.startswith("#"):
            return self.ids[written[1:]]
        found = _DAY.fullmatch(written)
        if found:
            return self._day(found[1]).isoformat()
        return self.words(written)

    def words(self, written: str) -> str:
        """Return a text with its days as words."""
        return _IN_WORDS.sub(self._worded, written)

    def note(self, written: str) -> str:
        """Return a note as the file keeps it."""
        return Document(tuple(_block(line) for line in self.words(written).strip().splitlines())).to_json()

    def _day(self, offset: str) -> date:
        return self._today + timedelta(days=int(offset))

    def _worded(self, found: re.Match[str]) -> str:
        day = self._day(found[1])
        if found[2] == "short":
            return formats.day_short(day, self._today)
        if found[2] == "weekday":
            return formats.day_full(day).rpartition(f", {day.year}")[0] or formats.day_full(day)
        return formats.month_and_day(day)


def _block(line: str) -> Block:
    for sign, kind, checked in _LINES:
        if line.startswith(sign):
            return Block(kind, tuple(_runs(line.removeprefix(sign))), level=1, checked=checked)
    return Block(Kind.PARAGRAPH, tuple(_runs(line)))


def _runs(line: str) -> Iterator[Run]:
    start = 0
    for found in _MARKED.finditer(line):
        yield Run(line[start : found.start()])
        if found["strong"]:
            yield Run(found["strong"], frozenset({Mark.STRONG}))
        else:
            yield Run(found["important"], frozenset({Mark.HIGHLIGHT}))
        start = found.end()
    yield Run(line[start:])
