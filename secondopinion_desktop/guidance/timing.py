"""The words of the date rules: what is seen, whom to ask, the button, and the question for paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.guidance.shelf import Section, check_unique, file_for, open_file

if TYPE_CHECKING:
    from pathlib import Path


class RuleWords(NamedTuple):
    """One rule. `may` is said in place of `sees` where a date is not firm; it is the same where there is no such text.

    `question`: for paper, "" for notes. `bank_question`, `own_question` and `task`: what the button adds, or "".
    `choices`: the things one can ask about are listed with it.
    """

    id: str
    sees: str
    may: str
    ask: str
    question: str
    button: str
    bank_question: str
    own_question: str
    task: str
    choices: bool


class TimingWords(NamedTuple):
    """All rules by id, and the things one can ask about, with the line above them."""

    rules: dict[str, RuleWords]
    choices_intro: str
    choices: tuple[str, ...]


def timing() -> TimingWords:
    """Return the words of the date rules."""
    return read_timing(file_for("timing.toml"))


@cache
def read_timing(path: Path) -> TimingWords:
    """Read a file of rules. Raises GuidanceError."""
    whole = open_file(path)
    intro, choices = whole.text("choices_intro"), whole.texts("choices")
    rules = tuple(_rule(section) for section in whole.sections("rule"))
    whole.end()
    check_unique([rule.id for rule in rules], path)
    return TimingWords({rule.id: rule for rule in rules}, intro, choices)


def _rule(section: Section) -> RuleWords:
    sees = section.text("sees")
    return RuleWords(
        id=section.text("id"),
        sees=sees,
        may=section.text("may", "") or sees,
        ask=section.text("ask"),
        question=section.text("question", ""),
        button=section.text("button"),
        bank_question=section.text("bank_question", ""),
        own_question=section.text("own_question", ""),
        task=section.text("task", ""),
        choices=section.flag("choices"),
    )
