"""The words people use for dates: always the English ones, and those of the language here.

Lists stand in one translatable text each, parted by "|", so that a translator can give more or fewer of them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import N_, _, current_locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ABOUT: Final = N_("about|around|approximately|approx|circa|ca|roughly|maybe|probably|perhaps")
_FILLERS: Final = N_("of|the|on|by|sometime")
_ORDINALS: Final = N_("st|nd|rd|th")
_RELATIVE: Final = {
    0: N_("today|tonight"),
    1: N_("tomorrow|tmrw"),
    -1: N_("yesterday"),
    2: N_("day after tomorrow"),
    -2: N_("day before yesterday"),
}
_COUNTS: Final = (
    N_("one|a|an"), N_("two|couple"), N_("three"), N_("four"), N_("five"), N_("six"),
    N_("seven"), N_("eight"), N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
)  # fmt: skip
_UNITS: Final = {
    "day": N_("day|days"),
    "week": N_("week|weeks|wk|wks"),
    "month": N_("month|months"),
    "year": N_("year|years"),
}
_DIRECTIONS: Final = {
    "in": N_("in|within"),
    "ago": N_("ago"),
    "next": N_("next|coming"),
    "this": N_("this"),
    "last": N_("last|past|previous"),
}
# The middle month of each season north of the equator.
_SEASONS: Final = {1: N_("winter"), 4: N_("spring"), 7: N_("summer"), 10: N_("fall|autumn")}
_PARTS_OF_MONTH: Final = {5: N_("early|beginning|start"), 15: N_("mid|middle"), 25: N_("late|end")}
_FROM: Final = N_("from")
_NOW: Final = N_("now")
_UNKNOWN: Final = N_(
    "not known yet|not known|unknown|not sure|not sure yet|not yet|don't know|don't know yet|do not know|no idea|none"
    "|tbd|n/a|?"
)

_SHORTEST_PREFIX: Final = 3

_Key = TypeVar("_Key")


def plain(text: str) -> str:
    """Return `text` as it is compared: one case, one form of each letter, plain apostrophes, single spaces."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.replace("\u2019", "'").split())


def listed(words: str) -> list[str]:
    """Return the English words of a list and their translations."""
    return [plain(word) for word in (*words.split("|"), *_(words).split("|"))]


def _table(rows: Mapping[_Key, str]) -> dict[str, _Key]:
    return {word: key for key, words in rows.items() for word in listed(words)}


def _numbered(names: Iterable[str], start: int) -> dict[str, int]:
    """Return each name, and its beginnings that no other name shares, with its number."""
    whole = [plain(name).rstrip(".") for name in names]
    table: dict[str, int] = {}
    for number, name in enumerate(whole, start):
        for end in range(_SHORTEST_PREFIX, len(name)):
            prefix = name[:end]
            if sum(other.startswith(prefix) for other in whole) == 1:
                table[prefix] = number
        table[name] = number
    return table


@dataclass(frozen=True)
class DateWords:
    """Tables from a plain word to its meaning; months count from 1, weekdays from Monday = 0."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    about: frozenset[str]
    fillers: frozenset[str]
    ordinals: frozenset[str]
    relative: Mapping[str, int]
    counts: Mapping[str, int]
    units: Mapping[str, str]
    directions: Mapping[str, str]
    seasons: Mapping[str, int]
    parts_of_month: Mapping[str, int]
    froms: frozenset[str]
    nows: frozenset[str]
    unknown: frozenset[str]

    def __iter__(self) -> Iterator[str]:
        """Give every word that may be a part of a date."""
        tables = (self.months, self.weekdays, self.relative, self.counts, self.units, self.directions, self.seasons)
        return chain(*tables, self.parts_of_month, self.about, self.fillers, self.froms, self.nows)


def _local_names() -> tuple[dict[str, int], dict[str, int], list[str]]:
    """Return months, weekdays and the small words of written dates in the language here."""
    from babel.dates import get_day_names, get_month_names  # noqa: PLC0415 - English never pays for it

    locale = formats.babel_locale()
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            months |= _numbered((get_month_names(width, context, locale)[n] for n in range(1, 13)), 1)
            weekdays |= _numbered((get_day_names(width, context, locale)[n] for n in range(7)), 0)
    patterns = [str(locale.date_formats["full"].pattern)]
    patterns += [str(locale.datetime_skeletons[name].pattern) for name in ("yMMMd", "yMMMEd", "yMMMM")]
    small = [word for pattern in patterns for quoted in re.findall(r"'([^']+)'", pattern) for word in quoted.split()]
    small += [part for name in weekdays for part in name.split("-")[1:]]  # terça-feira
    return months, weekdays, [plain(word).rstrip(".") for word in small]


@cache
def _words_of(locale: str) -> DateWords:
    months = _numbered(formats.ENGLISH_MONTHS, 1) | {"sept": 9}
    weekdays = _numbered(formats.ENGLISH_WEEKDAYS, 0) | {"thur": 3, "thurs": 3, "tues": 1, "weds": 2}
    fillers = listed(_FILLERS)
    if not locale.startswith("en"):
        local_months, local_weekdays, small = _local_names()
        months = months | local_months
        weekdays = weekdays | local_weekdays
        fillers += small
    return DateWords(
        months=months,
        weekdays=weekdays,
        about=frozenset(listed(_ABOUT)),
        fillers=frozenset(fillers),
        ordinals=frozenset(listed(_ORDINALS)),
        relative=_table(_RELATIVE),
        counts=_table(dict(enumerate(_COUNTS, 1))),
        units=_table(_UNITS),
        directions=_table(_DIRECTIONS),
        seasons=_table(_SEASONS),
        parts_of_month=_table(_PARTS_OF_MONTH),
        froms=frozenset(listed(_FROM)),
        nows=frozenset(listed(_NOW)),
        unknown=frozenset(listed(_UNKNOWN)),
    )


def words() -> DateWords:
    """Return the words of the language here; built once for each."""
    return _words_of(current_locale())
