"""Which notices are open: an answered one is silent until a date it compared changes, or its rest is over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from secondopinion_desktop.model.choices import RuleAnswer
from secondopinion_desktop.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from secondopinion_desktop.model.timing.notice import Notice

LATER: Final = timedelta(days=2)


class Answer(Protocol):
    """What counts of an answer; the rows of the file are like this."""

    @property
    def rule(self) -> str: ...

    @property
    def facts(self) -> str: ...

    @property
    def answer(self) -> str: ...

    @property
    def until(self) -> str:
        """The stored day on which "remind me" is over, "" otherwise."""


def open_notices(found: Iterable[Notice], answers: Iterable[Answer], today: date) -> list[Notice]:
    """Return those of `found` that no answer keeps silent, in the same order."""
    silent = {(answer.rule, answer.facts) for answer in answers if _is_silent(answer, today)}
    return [notice for notice in found if (notice.rule, notice.facts) not in silent]


def _is_silent(answer: Answer, today: date) -> bool:
    if answer.answer != RuleAnswer.LATER:
        return bool(answer.answer)
    until = PartialDate.from_optional_text(answer.until)
    return until is not None and today < until.day
