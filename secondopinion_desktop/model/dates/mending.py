"""What a person may have meant by a word of a date that is spelled otherwise than we know it: asked, never taken."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.model.dates.words import plain

if TYPE_CHECKING:
    from secondopinion_desktop.model.dates.words import DateWords

_SHORTEST: Final = 4  # letters; a shorter word is like too many others
_LIKENESS: Final = 0.8
_AROUND: Final = ",."


def mended(text: str, known: DateWords) -> str:
    """Return `text` with the nearest word we know in place of each that we do not, or "" where nothing is near."""
    names = _names(known)
    words = text.split()
    found = [word if plain(word.strip(_AROUND)) in known else _nearest(word, names) for word in words]
    return " ".join(found) if found != words else ""


def _names(known: DateWords) -> dict[str, str]:
    """Return the whole words, without beginnings of a name such as "wednes", each with how it is written."""
    tables = (known.months, known.weekdays)
    beginnings = {
        word
        for table in tables
        for word, number in table.items()
        if any(other != word and other.startswith(word) and table[other] == number for other in table)
    }
    written = {plain(name): name for name in (*formats.ENGLISH_MONTHS, *formats.ENGLISH_WEEKDAYS)}
    return {word: written.get(word, word) for word in known if word not in beginnings}


def _nearest(word: str, names: dict[str, str]) -> str:
    bare = word.strip(_AROUND)
    told = plain(bare)
    near = get_close_matches(told, names, n=1, cutoff=_LIKENESS) if len(told) >= _SHORTEST and told.isalpha() else []
    return word.replace(bare, names[near[0]]) if near else word
