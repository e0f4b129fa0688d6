"""What the insurance step is worked on with. Who pays stands first: it decides which tasks and cards there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.ui.pages.step.work.insurance.answers import answers_card, referred_card
from secondopinion_desktop.ui.pages.step.work.insurance.costs import costs_card, price_card
from secondopinion_desktop.ui.pages.step.work.insurance.denials import DenialsCard
from secondopinion_desktop.ui.pages.step.work.insurance.expenses import ExpensesCard
from secondopinion_desktop.ui.pages.step.work.insurance.facts import FactsCard
from secondopinion_desktop.ui.pages.step.work.insurance.network import NetworkCard
from secondopinion_desktop.ui.pages.step.work.insurance.payer import PayerCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


def make_first(file: OpenFile, messages: Messages) -> list[QWidget]:
    """Return the card above the checklist."""
    return [PayerCard(file, messages)]


def make(file: OpenFile, messages: Messages) -> list[QWidget]:
    """Return the cards under the checklist; each is there only for those it is meant for."""
    cards = [
        answers_card(file, messages),
        referred_card(file, messages),
        price_card(file, messages),
        NetworkCard(file, messages),
        costs_card(file, messages),
        DenialsCard(file, messages),
        ExpensesCard(file, messages),
        FactsCard(file, messages),
    ]
    for card in cards:
        if not card.fits():
            card.hide()  # never shown here: without a parent yet, it would be a window of its own
    return list(cards)
