"""When the plan says no: its reason, the last day to ask again, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard
from secondopinion_desktop.ui.pane.ends import Ends
from secondopinion_desktop.ui.pane.facts import appeal_chip, appeal_words, day_words
from secondopinion_desktop.ui.pane.parts import FoldedText, MoreButton
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import Button, Chip, Column, PlainLabel, Row, order_as_laid_out

if TYPE_CHECKING:
    from secondopinion_desktop.model.insurance import Denial
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class DenialRow(QWidget):
    """One "no". `edit_requested` and `remove_requested` carry its id."""

    edit_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, denial_id: str) -> None:
        super().__init__()
        self._id = denial_id
        column = Column(self, gap=2, margins=(0, 6, 0, 6))
        head = Row(gap=4)
        self._what, self._chip = PlainLabel("", "strong"), Chip("")
        head.addLayout(Ends(self._what, self._chip), 1)
        self.more = MoreButton((_("Edit"), self._ask_to_edit), (_("Remove"), self._ask_to_remove))
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._reason, self._facts = FoldedText(), FoldedText()
        self._facts.make_small()
        column.addWidget(self._reason)
        column.addWidget(self._facts)
        self.setFocusProxy(self.more)

    def show_item(self, denial: Denial, _place: int) -> None:
        """Show its words."""
        about = denial.what or _("Something was not approved")
        self._what.setText(about)
        self._chip.show_state(*appeal_chip(denial))
        self._chip.setAccessibleName(f"{about}: {self._chip.text()}")
        self.more.show_about(about)
        self._reason.show_words(denial.reason)
        said = _("Letter of {date}.").format(date=day_words(denial.denied_on)) if denial.denied_on else ""
        self._facts.show_words(" ".join(part for part in (said, appeal_words(denial)) if part))

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def _ask_to_edit(self) -> None:
        self.edit_requested.emit(self._id)

    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self._id)


class DenialsCard(FollowingCard):
    """All of them, and the way to the next."""

    follows: ClassVar = frozenset({"denial"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("If the plan says no"))
        self.add_button = Button(_("Add"), "quiet", "plus")
        self.add_button.setAccessibleName(_("Add what the plan said no to"))
        self.add_button.clicked.connect(self._add_new)
        self.add_action(self.add_button)
        self._words = PlainLabel(
            _("Keep the letter. It tells you how to ask again, and your last day to do it."), tone="muted"
        )
        self.add(self._words)
        self.list = RowList(self._make)
        self.add(self.list)
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        found = self.file.insurance.denials.all()
        self.list.show_items(found)
        self.list.setVisible(bool(found))
        self._words.setVisible(not all(denial.appeal_by or denial.filed_on or denial.result for denial in found))
        order_as_laid_out(self)

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on one of them, or on "Add"."""
        if kind != "denial" or self.isHidden():
            return False
        target = self.list.rows[item].more if self.list.reveal(item) else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _make(self, denial: Denial) -> DenialRow:
        row = DenialRow(denial.id)
        row.edit_requested.connect(self._open)
        row.remove_requested.connect(self._remove)
        return row

    def _add_new(self) -> None:
        self._open("")

    def _open(self, denial_id: str) -> None:
        from secondopinion_desktop.ui.dialogs.denial import DenialDialog  # noqa: PLC0415 - built when asked for

        self.messages.run(DenialDialog(self.file, self.messages, denial_id))
        self.refresh()

    def _remove(self, denial_id: str) -> None:
        near = self.list.neighbour(denial_id)
        self.file.insurance.denials.remove(denial_id)
        self.messages.toast(_("Removed from the list"), BringBack(self.file.insurance.denials, denial_id).now)
        target = self.list.rows[near].more if near in self.list.rows else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
