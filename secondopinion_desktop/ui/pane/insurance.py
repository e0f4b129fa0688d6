"""Everything about who pays: plans, referral, prior authorization, phone calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Coverage
from secondopinion_desktop.ui.pane.approvals import ApprovalsCard
from secondopinion_desktop.ui.pane.calls import CallsCard
from secondopinion_desktop.ui.pane.empty import EmptyCard
from secondopinion_desktop.ui.pane.plan import PlanSection
from secondopinion_desktop.ui.widgets import Box, Button, Column, ScrollArea, order_as_laid_out

if TYPE_CHECKING:
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_SHOWN = ("plan", "referral", "authorization", "call", "contact", "situation")
_WITHOUT_CARD = (Coverage.PUBLIC, Coverage.SELF_PAY)


class InsuranceTab(QWidget):
    """The cards one below the other. `open_requested` asks for the page of the step (kind, id)."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        outer = Column(self, gap=0)
        inside = Box()
        column = Column(inside, gap=10, margins=(6, 12, 12, 16))
        self.scroller = ScrollArea(inside)
        outer.addWidget(self.scroller)
        self.empty = EmptyCard(
            _("No insurance added"),
            _("Add the plan name and member number from your card. We will keep them here for phone calls."),
            _("Add insurance"),
        )
        self.empty.button.clicked.connect(self.add_plan)
        self.plans = (PlanSection(file, messages, 1), PlanSection(file, messages, 2))
        self.approvals = ApprovalsCard(file)
        self.calls = CallsCard(file, messages)
        self.step = Button("", "quiet", "arrow-right")
        self.step.clicked.connect(self._ask_for_step)
        self.second = Button(_("Add a second plan"), "quiet", "plus")
        self.second.clicked.connect(self.add_second_plan)
        cards: tuple[QWidget, ...] = (self.empty, *self.plans, self.approvals, self.calls)
        for card in cards:
            column.addWidget(card)
        for button in (self.step, self.second):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        order_as_laid_out(self)
        for plan in self.plans:
            plan.emptied.connect(self._arrange)
            plan.closed.connect(self._closed)
        self._arrange()

    def see(self, change: Change) -> None:
        """Follow a change in the file."""
        if change.touches(*_SHOWN):
            self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        for plan in self.plans:
            plan.refresh()
        self.approvals.refresh()
        self.calls.refresh()
        self._arrange()

    def add_plan(self) -> None:
        """Show the form of the first plan."""
        self._edit(self.plans[0])

    def add_second_plan(self) -> None:
        """Show the form of the second plan."""
        self._edit(self.plans[1])

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return all([*(plan.flush() for plan in self.plans), self.approvals.flush()])

    def _say_for(self, coverage: Coverage) -> None:
        """Say what fits whoever pays: not everybody has a card."""
        self.approvals.show_for(by_a_plan=coverage is not Coverage.PUBLIC)
        if coverage is Coverage.PUBLIC:
            words = _("You need no card for that. Keep the referral and each phone call here.")
            self.empty.say(_("A public health system pays"), words, _("Add insurance"))
            self.step.set_words(_("Referral and costs"))
        elif coverage is Coverage.SELF_PAY:
            words = _("Ask for the price in writing, and keep each phone call here.")
            self.empty.say(_("You pay yourself"), words, _("Add insurance"))
            self.step.set_words(_("Price and costs"))
        else:
            self.empty.say_first_words()
            self.step.set_words(_("Answers, costs and appeals"))

    def _ask_for_step(self) -> None:
        self.open_requested.emit("step", "insurance")

    def _edit(self, plan: PlanSection) -> None:
        plan.edit()
        self._arrange()

    def _closed(self) -> None:
        """Go on from a form that was left empty."""
        self._arrange()
        if self.empty.isVisible():
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        insurance = self._file.insurance
        there = [plan.is_shown for plan in self.plans]
        for plan, shown in zip(self.plans, there, strict=True):
            plan.setVisible(shown)
        self.empty.setVisible(not any(there))
        coverage = self._file.people.situation().coverage
        self._say_for(coverage)
        known = (
            any(there)
            or coverage in _WITHOUT_CARD
            or insurance.referral() is not None
            or insurance.authorization() is not None
        )
        calls = bool(insurance.calls.all())
        self.approvals.setVisible(known or calls)
        self.calls.setVisible(known or calls)
        self.second.setVisible(there == [True, False])
