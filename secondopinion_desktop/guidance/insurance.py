"""Words of insurance explained, what to say on the phone, and kinds of health plans."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.guidance.shelf import Section, check_unique, file_for, open_file
from secondopinion_desktop.model.choices import CallKind, Coverage

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_BLANKS: Final = ("doctor", "hospital", "visit_date", "treatment_date")
_UNANSWERED: Final = "unanswered"
_ANSWERS: Final = tuple(str(coverage) or _UNANSWERED for coverage in Coverage)


class InsuranceWord(NamedTuple):
    key: str
    word: str
    meaning: str


class ScriptLine(NamedTuple):
    """One thing to say in a `call` (CallKind).

    `say` has blanks: {doctor}, {hospital}, {visit_date}, {treatment_date}.
    """

    call: str
    key: str
    say: str
    note: str

    def filled(self, **facts: str) -> str:
        """Return what to say with the facts put in, and a line to write on for each that is missing or empty."""
        return self.say.format(**{blank: facts.get(blank) or "____" for blank in _BLANKS})


class Payer(NamedTuple):
    """What to say to somebody whose care is paid so; `key` is a Coverage, "unanswered" for no answer."""

    key: str
    text: str


class InsuranceFact(NamedTuple):
    """Something good to know, with who says so and the day it was read there.

    `ask` is whom to ask about it (CallKind), `coverage` for whom it is.
    """

    key: str
    text: str
    source: str
    noted: date
    ask: str
    coverage: tuple[str, ...]


class PlanType(NamedTuple):
    """`key` is kept in people's files."""

    key: str
    name: str


class InsuranceShelf(NamedTuple):
    words: tuple[InsuranceWord, ...]
    script: tuple[ScriptLine, ...]
    plan_types: tuple[PlanType, ...]
    payers: tuple[Payer, ...]
    facts: tuple[InsuranceFact, ...]


def insurance_words() -> tuple[InsuranceWord, ...]:
    """Return words of insurance with one line for each."""
    return _shelf().words


def call_script(call: str = CallKind.PLAN) -> tuple[ScriptLine, ...]:
    """Return what to say in a call to the health plan, or in another kind of call, in order."""
    return tuple(line for line in _shelf().script if line.call == call)


def payer_words(coverage: str) -> str:
    """Return one line for somebody who answered "Who pays?" so."""
    return next(payer.text for payer in _shelf().payers if payer.key == (coverage or _UNANSWERED))


def insurance_facts(coverage: str | None = None) -> tuple[InsuranceFact, ...]:
    """Return what is good to know about paying, all of it or what fits one answer to "Who pays?"."""
    wanted = coverage if coverage is None else coverage or Coverage.INSURED
    return tuple(fact for fact in _shelf().facts if wanted is None or wanted in fact.coverage)


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
            ScriptLine(part.one_of("call", tuple(CallKind)), part.text("key"), part.text("say"), part.text("note"))
            for part in whole.sections("script")
        ),
        plan_types=tuple(PlanType(part.text("key"), part.text("name")) for part in whole.sections("plan_type")),
        payers=tuple(Payer(part.one_of("key", _ANSWERS), part.text("text")) for part in whole.sections("payer")),
        facts=tuple(_fact(part) for part in whole.sections("fact")),
    )
    whole.end()
    for keyed in (shelf.words, shelf.script, shelf.plan_types, shelf.payers, shelf.facts):
        check_unique([part.key for part in keyed], path)
    for line in shelf.script:
        try:
            line.filled()
        except (KeyError, ValueError, IndexError) as error:
            raise whole.wrong(f"the blanks of '{line.key}' are not known: {error}") from error
    return shelf


def _fact(part: Section) -> InsuranceFact:
    answers = tuple(answer for answer in _ANSWERS if answer != _UNANSWERED)
    return InsuranceFact(
        key=part.text("key"),
        text=part.text("text"),
        source=part.text("source"),
        noted=part.day("noted"),
        ask=part.one_of("ask", tuple(CallKind)),
        coverage=part.several_of("coverage", answers),
    )
