"""Words of insurance explained, what to say on the phone, and kinds of health plans."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.guidance.shelf import check_unique, file_for, open_file

if TYPE_CHECKING:
    from pathlib import Path


class InsuranceWord(NamedTuple):
    key: str
    word: str
    meaning: str


class ScriptLine(NamedTuple):
    """One thing to say; `say` has blanks: {doctor}, {hospital}, {visit_date}, {treatment_date}."""

    key: str
    say: str
    note: str

    def filled(self, **facts: str) -> str:
        """Return what to say with the facts put in, and a line to write on for each that is missing or empty."""
        blanks = ("doctor", "hospital", "visit_date", "treatment_date")
        return self.say.format(**{blank: facts.get(blank) or "____" for blank in blanks})


class PlanType(NamedTuple):
    """`key` is kept in people's files."""

    key: str
    name: str


class InsuranceShelf(NamedTuple):
    words: tuple[InsuranceWord, ...]
    script: tuple[ScriptLine, ...]
    plan_types: tuple[PlanType, ...]


def insurance_words() -> tuple[InsuranceWord, ...]:
    """Return words of insurance with one line for each."""
    return _shelf().words


def call_script() -> tuple[ScriptLine, ...]:
    """Return what to say when calling the health plan, in order."""
    return _shelf().script


def plan_types() -> tuple[PlanType, ...]:
    """Return kinds of health plans to choose from."""
    return _shelf().plan_types


def _shelf() -> InsuranceShelf:
    return read_insurance(file_for("insurance.toml"))


@cache
def read_insurance(path: Path) -> InsuranceShelf:
    """Read a file about insurance. Raises GuidanceError."""
    whole = open_file(path)
    shelf = InsuranceShelf(
        words=tuple(
            InsuranceWord(part.text("key"), part.text("word"), part.text("meaning")) for part in whole.sections("word")
        ),
        script=tuple(
            ScriptLine(part.text("key"), part.text("say"), part.text("note")) for part in whole.sections("script")
        ),
        plan_types=tuple(PlanType(part.text("key"), part.text("name")) for part in whole.sections("plan_type")),
    )
    whole.end()
    for keyed in (shelf.words, shelf.script, shelf.plan_types):
        check_unique([part.key for part in keyed], path)
    for line in shelf.script:
        try:
            line.filled()
        except (KeyError, ValueError, IndexError) as error:
            raise whole.wrong(f"the blanks of '{line.key}' are not known: {error}") from error
    return shelf
