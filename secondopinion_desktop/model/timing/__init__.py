"""The date rules W1 to W30 of domain part 6.3: pure, over `Facts`. They compare days and name whom to ask.

None of them uses the kind of cancer, its stage, symptoms or age, none says that a wait is safe or is not, and none
advises. The words are in `resources/guidance/*/timing.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.timing import clashes, insurance, papers, views, visits
from secondopinion_desktop.model.timing.answers import LATER, Answer, open_notices
from secondopinion_desktop.model.timing.facts import (
    OWN_CARE,
    SET_ASIDE,
    Approval,
    Denial,
    Difference,
    Doctor,
    Facts,
    Paper,
    Promise,
    Referral,
    Report,
    Span,
    Visit,
)
from secondopinion_desktop.model.timing.notice import Level, Notice, Seen
from secondopinion_desktop.model.timing.views import facts_are_old, outlook, printing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Rule = Callable[[Facts], Iterator[Notice]]

__all__ = [
    "LATER", "OWN_CARE", "RULE_IDS", "SET_ASIDE", "Answer", "Approval", "Denial", "Difference", "Doctor",
    "Facts", "Level", "Notice", "Paper", "Promise", "Referral", "Report", "Seen", "Span", "Visit",
    "facts_are_old", "notices", "open_notices", "outlook", "printing",
]  # fmt: skip

RULE_IDS: Final = (
    "W1", "W2", "W3", "W3a", "W4", "W5", "W6", "W7", "W8", "W9", "W9a", "W10", "W11", "W12", "W13", "W14", "W15",
    "W15a", "W16", "W17", "W18", "W19", "W20", "W21", "W22", "W23", "W24", "W25", "W26", "W27", "W28", "W29", "W30",
)  # fmt: skip
_PLACE: Final = {rule: place for place, rule in enumerate(RULE_IDS)}
_RULES: Final[tuple[Rule, ...]] = (
    *clashes.RULES,
    *visits.RULES,
    *papers.RULES,
    *insurance.RULES,
    *views.RULES,
)


def notices(facts: Facts) -> list[Notice]:
    """Return what all rules say, the most pressing first; the order depends on nothing but the facts."""
    return sorted((found for rule in _RULES for found in rule(facts)), key=_pressing)


def _pressing(found: Notice) -> tuple[int, int, str, tuple[str, str]]:
    return (-found.level.rank, _PLACE[found.rule], found.facts, found.target)
