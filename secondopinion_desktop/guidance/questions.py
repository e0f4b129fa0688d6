"""The question bank, what to suggest for which reason, and sets for one talk."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.guidance.shelf import Section, check_unique, file_for, open_file
from secondopinion_desktop.guidance.steps import STEP_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUGGESTED_AT_MOST: Final = 8


class Visit(StrEnum):
    """The talk a question is for."""

    CURRENT = "current"  # with one's own doctor
    INSURER = "insurer"
    SECOND = "second"  # at the second-opinion visit, or with its front desk
    AFTER = "after"  # afterwards, with either doctor


class BankQuestion(NamedTuple):
    """`ask_first`: about outlook, waiting or who decides; shown only where the person wants all details."""

    id: str
    text: str
    group: str
    steps: tuple[str, ...]
    visits: tuple[Visit, ...]
    star: bool
    ask_first: bool


class QuestionGroup(NamedTuple):
    key: str
    name: str
    questions: tuple[BankQuestion, ...]


class Reason(NamedTuple):
    """Why a person wants another opinion, with the ids of questions that fit."""

    key: str
    text: str
    questions: tuple[str, ...]


class Suggestion(NamedTuple):
    """A question that fits, and the key of the reason it fits; empty where it is one that many people ask."""

    question: BankQuestion
    reason: str


class QuestionSet(NamedTuple):
    """Questions for one talk, by their ids, in the order to ask them."""

    key: str
    name: str
    visit: Visit
    questions: tuple[str, ...]


class Opener(NamedTuple):
    """A sentence to begin the talk with one's own doctor."""

    key: str
    text: str


class QuestionBank(NamedTuple):
    groups: tuple[QuestionGroup, ...]
    reasons: tuple[Reason, ...]
    sets: tuple[QuestionSet, ...]
    openers: tuple[Opener, ...]

    @property
    def questions(self) -> tuple[BankQuestion, ...]:
        """All questions, group by group."""
        return tuple(question for group in self.groups for question in group.questions)


def question_bank() -> QuestionBank:
    """Return groups, reasons, sets and openers."""
    return read_questions(file_for("questions.toml"))


def questions() -> tuple[BankQuestion, ...]:
    """Return all questions of the bank, group by group."""
    return question_bank().questions


def question(question_id: str) -> BankQuestion:
    """Return one question. Raises KeyError where there is none with that id."""
    return {found.id: found for found in questions()}[question_id]


def reasons() -> tuple[Reason, ...]:
    """Return the reasons to choose from."""
    return question_bank().reasons


def suggestions(
    reason_keys: Iterable[str],
    *,
    step: str = "",
    visit: Visit | None = None,
    with_outlook: bool = False,
    leave_out: Iterable[str] = (),
) -> tuple[Suggestion, ...]:
    """Return up to eight questions for these reasons, then the starred ones of this step, then other starred ones.

    `with_outlook` lets the ones to ask first about in; `leave_out` names ids the person has already or does not want.
    """
    bank = question_bank()
    chosen, unwanted = set(reason_keys), set(leave_out)
    by_id = {found.id: found for found in bank.questions}
    because: dict[BankQuestion, str] = {}
    for reason in bank.reasons:
        for name in reason.questions if reason.key in chosen else ():
            because.setdefault(by_id[name], reason.key)
    starred = [found for found in bank.questions if found.star]
    for found in (*(found for found in starred if step in found.steps), *starred):
        because.setdefault(found, "")
    kept = [
        Suggestion(found, reason)
        for found, reason in because.items()
        if found.id not in unwanted
        and (with_outlook or not found.ask_first)
        and (visit is None or visit in found.visits)
    ]
    return tuple(kept[:SUGGESTED_AT_MOST])


def suggested(
    reason_keys: Iterable[str],
    *,
    visit: Visit | None = None,
    with_outlook: bool = False,
    leave_out: Iterable[str] = (),
) -> tuple[BankQuestion, ...]:
    """Return the questions of `suggestions` alone."""
    found = suggestions(reason_keys, visit=visit, with_outlook=with_outlook, leave_out=leave_out)
    return tuple(one.question for one in found)


@cache
def read_questions(path: Path) -> QuestionBank:
    """Read a file of questions. Raises GuidanceError."""
    whole = open_file(path)
    groups = tuple(_group(section) for section in whole.sections("group"))
    ids = [question.id for group in groups for question in group.questions]
    check_unique(ids, path)
    bank = QuestionBank(
        groups=groups,
        reasons=tuple(
            Reason(part.text("key"), part.text("text"), part.several_of("questions", ids, optional=True))
            for part in whole.sections("reason")
        ),
        sets=tuple(
            QuestionSet(
                part.text("key"),
                part.text("name"),
                Visit(part.one_of("visit", tuple(Visit))),
                part.several_of("questions", ids),
            )
            for part in whole.sections("set")
        ),
        openers=tuple(Opener(part.text("key"), part.text("text")) for part in whole.sections("opener")),
    )
    whole.end()
    for keyed in (bank.groups, bank.reasons, bank.sets, bank.openers):
        check_unique([part.key for part in keyed], path)
    return bank


def _group(section: Section) -> QuestionGroup:
    key = section.text("key")
    return QuestionGroup(
        key=key,
        name=section.text("name"),
        questions=tuple(
            BankQuestion(
                id=part.text("id"),
                text=part.text("text"),
                group=key,
                steps=part.several_of("steps", STEP_KEYS),
                visits=tuple(Visit(visit) for visit in part.several_of("visits", tuple(Visit))),
                star=part.flag("star"),
                ask_first=part.flag("ask_first"),
            )
            for part in section.sections("questions")
        ),
    )
