"""What the insurance step is worked on with. Who pays stands first: it decides which tasks and cards there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Coverage
from secondopinion_desktop.ui.forms.specs_insurance import ANSWERS, ESTIMATES, PLAN_COSTS, PRICE
from secondopinion_desktop.ui.pages.step.work.folded import FoldedCard
from secondopinion_desktop.ui.pages.step.work.insurance import saying
from secondopinion_desktop.ui.pages.step.work.insurance.answers import answers_card, referred_card
from secondopinion_desktop.ui.pages.step.work.insurance.costs import costs_card, price_card
from secondopinion_desktop.ui.pages.step.work.insurance.denials import DenialsCard
from secondopinion_desktop.ui.pages.step.work.insurance.expenses import ExpensesCard
from secondopinion_desktop.ui.pages.step.work.insurance.facts import FactsCard
from secondopinion_desktop.ui.pages.step.work.insurance.network import NetworkCard
from secondopinion_desktop.ui.pages.step.work.insurance.payer import BY_A_PLAN, PayerCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.step.work.folded import Make

    Fits = Callable[[OpenFile], bool] | None


def make_first(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the card above the checklist."""
    yield PayerCard(file, messages)


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the cards under the checklist, folded away; each is there for those it is meant for.

    What was written stays in sight whoever pays now.
    """
    for title, make_card, says, kinds, place, fits in _cards():
        card = FoldedCard(file, messages, title, make_card, says, kinds, place=place, fits=fits)
        if not card.fits():
            card.hide()  # never shown here: without a parent yet, it would be a window of its own
        yield card


def _cards() -> tuple[tuple[str, Make, Callable[[OpenFile], str], tuple[str, ...], str, Fits], ...]:
    """Return for each card its title, what makes it, its line, the tables of the line, its place, whom it is for."""
    asked = ("plan", "referral", "authorization")
    return (
        (_("What your plan says"), answers_card, saying.answers, asked, "", _with_answers),
        (_("Being referred"), referred_card, saying.referred, asked, "", _in_public),
        (_("The price"), price_card, saying.price, ("plan",), "costs", _with_a_price),
        (_("In the network?"), NetworkCard, saying.network, ("network_check",), "network_check", _with_a_network),
        (_("Costs and estimates"), costs_card, saying.costs, ("plan",), "costs", _with_costs),
        (_("If the plan says no"), DenialsCard, saying.denials, ("denial",), "denial", _with_a_no),
        (_("What you paid"), ExpensesCard, saying.expenses, ("expense",), "expense", None),
        (_("Good to know about paying"), FactsCard, saying.facts, ("situation",), "", None),
    )


def _by_a_plan(file: OpenFile) -> bool:
    return file.people.situation().coverage in BY_A_PLAN


def _in_public(file: OpenFile) -> bool:
    return file.people.situation().coverage is Coverage.PUBLIC


def _by_oneself(file: OpenFile) -> bool:
    return file.people.situation().coverage is Coverage.SELF_PAY


def _with_answers(file: OpenFile) -> bool:
    return _by_a_plan(file) or _knows(file, ANSWERS)


def _with_a_price(file: OpenFile) -> bool:
    return _by_oneself(file) or _knows(file, PRICE[:1])


def _with_a_network(file: OpenFile) -> bool:
    return _by_a_plan(file) or bool(file.insurance.network.all())


def _with_costs(file: OpenFile) -> bool:
    return _by_a_plan(file) or _knows(file, PLAN_COSTS) or (not _with_a_price(file) and _knows(file, ESTIMATES))


def _with_a_no(file: OpenFile) -> bool:
    return _by_a_plan(file) or bool(file.insurance.denials.all())


def _knows(file: OpenFile, fields: Iterable[FieldSpec]) -> bool:
    plan = file.insurance.first_plan()
    return plan is not None and any(getattr(plan, field.name) for field in fields)
