"""What their own plan answered. The card of the plan, referral and approval are in the right pane, and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms.specs_insurance import ANSWERS
from secondopinion_desktop.ui.pages.step.related import Link
from secondopinion_desktop.ui.pages.step.side import LinkRow
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard, FormCard
from secondopinion_desktop.ui.pane.facts import chip_of
from secondopinion_desktop.ui.widgets import Button

if TYPE_CHECKING:
    from secondopinion_desktop.model.insurance import Authorization, Referral
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_TABLES = frozenset({"plan", "referral", "authorization"})
_FIRST = "first"


class _Links:
    """Ways to what stands in the right pane, each with where it stands now."""

    def __init__(self, card: FollowingCard, *, with_approval: bool) -> None:
        self._card, self._with_approval = card, with_approval
        self._rows = [LinkRow(flush=True) for _number in range(2 if with_approval else 1)]
        for row in self._rows:
            row.chosen.connect(card.open_requested)
            card.add(row)

    def show(self) -> None:
        insurance = self._card.file.insurance
        found: list[tuple[str, str, Referral | Authorization | None]] = [
            ("referral", _("Referral: {status}"), insurance.referral())
        ]
        if self._with_approval:
            found.append(("authorization", _("Prior authorization: {status}"), insurance.authorization()))
        for row, (kind, words, approval) in zip(self._rows, found, strict=True):
            status, _tone = chip_of(approval)
            row.show_link(Link(words.format(status=status), "shield", (kind, approval.id if approval else _FIRST)))


class _AnswersCard(FormCard):
    follows: ClassVar = _TABLES

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(
            file,
            messages,
            _("What your plan says"),
            ANSWERS,
            file.insurance.first_plan,
            file.insurance.save_first_plan,
        )
        self.add_action(CallButton(self))
        self._links = _Links(self, with_approval=True)
        self._links.show()

    def refresh(self) -> None:
        super().refresh()
        self._links.show()


class _ReferredCard(FollowingCard):
    follows: ClassVar = _TABLES

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("Being referred"))
        self.add_action(CallButton(self))
        self._links = _Links(self, with_approval=False)
        self._links.show()

    def refresh(self) -> None:
        self._links.show()


def answers_card(file: OpenFile, messages: Messages) -> FollowingCard:
    """Return the card of the plan's answers."""
    return _AnswersCard(file, messages)


def referred_card(file: OpenFile, messages: Messages) -> FollowingCard:
    """Return the card for those whom a doctor of a public system refers."""
    return _ReferredCard(file, messages)


class CallButton(Button):
    """Opens an empty call card."""

    def __init__(self, card: FollowingCard) -> None:
        super().__init__(_("Write down a call"), "quiet", "phone")
        self._card = card
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self._card.open_requested.emit("command", "add_call")
