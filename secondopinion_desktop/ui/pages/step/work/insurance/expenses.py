"""What was paid along the way, with a sum where it can be added up without guessing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.insurance import total_words
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.forms.specs_insurance import EXPENSE
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard
from secondopinion_desktop.ui.pane.ends import Ends
from secondopinion_desktop.ui.pane.facts import day_words
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import Button, Column, PlainLabel, RowButton, order_as_laid_out

if TYPE_CHECKING:
    from secondopinion_desktop.model.insurance import Expense
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_INSET = 6


class ExpenseRow(RowButton):
    """What, how much, when and who paid. `edit_requested` carries its id."""

    edit_requested = Signal(str)

    def __init__(self, expense_id: str) -> None:
        super().__init__()
        self._id = expense_id
        column = Column(self, gap=0, margins=(_INSET, 5, _INSET, 5))
        self._what, self._amount = PlainLabel(), PlainLabel("", "strong")
        self._meta = PlainLabel("", "small", "muted")
        column.addLayout(Ends(self._what, self._amount))
        column.addWidget(self._meta)
        self.clicked.connect(self._ask)

    def show_item(self, expense: Expense, _place: int) -> None:
        """Show its words."""
        day = day_words(expense.day) if expense.day else ""
        payer = _("paid by {name}").format(name=expense.paid_by) if expense.paid_by else ""
        meta = "  \u00b7  ".join(part for part in (day, payer, expense.note) if part)
        self._what.setText(expense.what)
        self._amount.setText(expense.amount)
        self._meta.setText(meta)
        self._meta.setVisible(bool(meta))
        self.setAccessibleName(", ".join(part for part in (expense.what, expense.amount, day, payer) if part))
        self.setAccessibleDescription(_("Press Enter to change it"))

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def _ask(self) -> None:
        self.edit_requested.emit(self._id)


class ExpensesCard(FollowingCard):
    """The list and its sum."""

    follows: ClassVar = frozenset({"expense"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("What you paid"), bleed=_INSET)
        self._edited = ""
        self.add_button = Button(_("Add"), "quiet", "plus")
        self.add_button.setAccessibleName(_("Add what you paid"))
        self.add_button.clicked.connect(self._add_new)
        self.add_action(self.add_button)
        self._total = PlainLabel("", "strong")
        self._total.setContentsMargins(_INSET, 0, _INSET, 0)
        self.list = RowList(self._make, at_first=8)
        self.add(self.list)
        self.add(self._total)
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        found = self.file.insurance.expenses.all()
        self.list.show_items(found)
        self.list.setVisible(bool(found))
        total = total_words(found)
        self._total.setText(total)
        self._total.setVisible(bool(total))
        order_as_laid_out(self)

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on one of them, or on "Add"."""
        if kind != "expense":
            return False
        target = self.list.rows[item] if self.list.reveal(item) else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _make(self, expense: Expense) -> ExpenseRow:
        row = ExpenseRow(expense.id)
        row.edit_requested.connect(self._edit)
        return row

    def _add_new(self) -> None:
        self._edited = ""
        self.messages.run(RowDialog(_("What you paid"), EXPENSE, {}, self._save, width=520))

    def _edit(self, expense_id: str) -> None:
        self._edited = expense_id
        expenses = self.file.insurance.expenses
        dialog = RowDialog(_("What you paid"), EXPENSE, expenses.get(expense_id), self._save, removable=True, width=520)
        if self.messages.run(dialog) and dialog.wants_removal:
            near = self.list.neighbour(expense_id)
            expenses.remove(expense_id)
            self.messages.toast(_("Removed from the list"), BringBack(expenses, expense_id).now)
            target = self.list.rows.get(near, self.add_button)
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, **values: Any) -> None:
        expenses = self.file.insurance.expenses
        if self._edited:
            expenses.change(self._edited, **values)
        else:
            expenses.add(**values)
