"""Promises about every sentence the program shows: plain, calm, and ready to be translated."""

from __future__ import annotations

import ast
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.readability import complaint
from tests.house.sources import ROOT, last_name, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

ENOUGH = 2000
"""Texts of the window: with fewer, most of them would not have been looked at."""
MARKERS = {"_", "N_", "ngettext"}
LOUD = re.compile(
    r"\b(simply|just(?! (diagnosed|started|been)\b)|oops|invalid|failed|failure|expired|overdue"
    r"|fight|battle|journey|warrior|please wait)\b|!",
    re.IGNORECASE,
)
AMPERSAND = re.compile(r"\s&&?\s")


def marked() -> Iterator[tuple[str, ast.expr]]:
    for module in modules():
        for call in module.calls():
            if last_name(call.func) in MARKERS:
                words = call.args[:2] if last_name(call.func) == "ngettext" else call.args[:1]
                yield from ((module.at(word), word) for word in words)


def sentences() -> list[tuple[str, str]]:
    spoken = [
        (at, word.value) for at, word in marked() if isinstance(word, ast.Constant) and isinstance(word.value, str)
    ]
    return spoken + [(path, text) for path, text in guidance() if text]


def guidance() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "resources" / "guidance").rglob("*.toml")):
        name = path.relative_to(ROOT).as_posix()
        yield from ((name, text) for text in texts(tomllib.loads(path.read_text(encoding="utf-8"))))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


# Said to nobody who is looking for calm words, or in no other way. Every other text of the window is looked at.
_AS_IT_IS = (
    "secondopinion_desktop/cli.py",  # for a terminal
    "secondopinion_desktop/model/dates/words.py",  # what a person types, not what they read
    "secondopinion_desktop/ui/dialogs/about.py",  # names of licenses
)
_TEXTS_AS_THEY_ARE = frozenset(
    (
        "Just diagnosed",  # where one is
        "I have just started",
        "Your Social Security and insurance numbers are never in it.",  # of the letter: it asks for none
    )
)
_MNEMONIC = re.compile(r"&(?=\w)")
_BLANK = re.compile(r"\{\w*\}|“[^”]*”")


def shown(text: str) -> str:
    """Return a text as a person sees it: no signs for keys, and one word in each blank and for each name in quotes."""
    return _BLANK.sub("Ann", _MNEMONIC.sub("", text)).replace("Appointments & notes", "Notes")


def window_texts() -> list[tuple[str, str]]:
    return [
        (at, word.value)
        for at, word in marked()
        if isinstance(word, ast.Constant) and isinstance(word.value, str) and not at.startswith(_AS_IT_IS)
    ]


def is_formatted(word: ast.expr) -> bool:
    return isinstance(word, ast.Call) and last_name(word.func) == "format"


def test_no_sentence_scolds_shouts_or_fights() -> None:
    loud = [f"{at}: {text}" for at, text in sentences() if LOUD.search(text)]
    assert not loud, "\n".join(loud)


def test_no_text_of_the_window_hurts_hurries_advises_or_is_hard_to_read() -> None:
    """The texts of the shelf have this promise in `tests/unit/guidance/test_words_of_guidance.py`."""
    texts = [(at, text) for at, text in window_texts() if text not in _TEXTS_AS_THEY_ARE]
    assert len(texts) > ENOUGH
    found = [f"{at}: {complaint(shown(text))}: {text!r}" for at, text in texts if complaint(shown(text))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("You must {verb} today", "says 'You must'"),
        ("&Hurry", "says 'Hurry'"),
        ("It is covered", "says 'covered'"),
        ("word " * 21, "a sentence of 21 words"),
        ("Comprehensive evaluation necessitates interdisciplinary consultation", "grade"),
        ("&Start a file for {name}", ""),
    ],
)
def test_a_bad_text_of_the_window_would_be_found(text: str, wrong: str) -> None:
    assert complaint(shown(text)).startswith(wrong)
    assert bool(complaint(shown(text))) is bool(wrong)


def test_and_is_written_out() -> None:
    """Names of other programs' menus, in quotes, are as they are."""
    plain = [
        (at, _BLANK.sub("", text.replace("&&", "&").replace("Appointments & notes", ""))) for at, text in sentences()
    ]
    short = [f"{at}: {text}" for at, text in plain if AMPERSAND.search(text)]
    assert not short, "\n".join(short)


def test_words_are_whole_sentences_for_the_translator() -> None:
    """An f-string, a sum or a finished `.format()` inside `_()` can never be found in a catalogue."""
    broken = [at for at, word in marked() if isinstance(word, ast.JoinedStr | ast.BinOp) or is_formatted(word)]
    assert not broken, 'write _("Was due {date}").format(date=...)'


@pytest.mark.parametrize("text", ["Oops, that failed", "Saved!", "Your cancer journey", "Just a moment"])
def test_the_check_hears_a_loud_sentence(text: str) -> None:
    assert LOUD.search(text)


def test_a_calm_sentence_passes() -> None:
    assert not LOUD.search("This could not be saved. Your words are still here.")
    assert not LOUD.search("I have just started")
