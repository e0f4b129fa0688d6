"""What it may cost, in the words and numbers they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms.specs_insurance import COSTS, PRICE
from secondopinion_desktop.ui.pages.step.work.following import FormCard
from secondopinion_desktop.ui.pages.step.work.insurance.answers import CallButton

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class _CostsCard(FormCard):
    follows: ClassVar = frozenset({"plan"})


def costs_card(file: OpenFile, messages: Messages) -> FormCard:
    """Return the card for those with a plan."""
    return _CostsCard(
        file,
        messages,
        _("Costs and estimates"),
        COSTS,
        file.insurance.first_plan,
        file.insurance.save_first_plan,
        place="costs",
    )


def price_card(file: OpenFile, messages: Messages) -> FormCard:
    """Return the card for those who pay themselves."""
    card = _CostsCard(
        file,
        messages,
        _("The price"),
        PRICE,
        file.insurance.first_plan,
        file.insurance.save_first_plan,
        place="costs",
    )
    card.add_action(CallButton(card))
    return card
