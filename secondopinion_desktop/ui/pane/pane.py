"""People and insurance, beside every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.pane.contacts import ContactsTab
from secondopinion_desktop.ui.pane.insurance import InsuranceTab
from secondopinion_desktop.ui.panewidth import usual_width
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, IconButton, Row, TabBar

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pane.plan import PlanSection

INSURANCE, CONTACTS = 0, 1


class PeoplePane(Box):
    """Two tabs. `hide_requested` is emitted by the button that hides it; the window does it.

    `open_requested` carries kind and id of what is elsewhere, as told in ui/navigation.py.
    """

    hide_requested = Signal()
    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="chrome")
        self._file, self._messages = file, messages
        self._stale = False
        self.setAccessibleName(_("People and insurance"))
        column = Column(self, gap=0)
        head = Box(edge="bottom")
        row = Row(head, gap=4, margins=(4, 4, 10, 0))
        self.tabs = TabBar(_("People and insurance"), (_("Insurance"), _("Contacts")))
        self.tabs.currentChanged.connect(self._turn)
        row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        self.hide_button = IconButton("panel", _("Hide people and insurance"))
        self.hide_button.clicked.connect(self.hide_requested)
        row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(head)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.insurance = InsuranceTab(file, messages)
        self.insurance.open_requested.connect(self.open_requested)
        self._stack.addWidget(self.insurance)
        self._contacts: ContactsTab | None = None
        theme().changed.connect(self._fit)
        self._fit()
        FeedSignal(file.feed, self).changed.connect(self._see)

    @property
    def contacts(self) -> ContactsTab:
        """The second tab, made when it is first asked for."""
        if self._contacts is None:
            self._contacts = ContactsTab(self._file, self._messages)
            self._stack.addWidget(self._contacts)
        return self._contacts

    # What the window and the pages ask for

    def show_insurance(self) -> None:
        """Turn to the insurance tab."""
        self.tabs.setCurrentIndex(INSURANCE)

    def show_contacts(self) -> None:
        """Turn to the contacts tab."""
        self.tabs.setCurrentIndex(CONTACTS)

    def add_insurance(self) -> None:
        """Open the form of the plan, empty or not."""
        self.show_insurance()
        self.insurance.add_plan()

    def add_call(self) -> None:
        """Open an empty call card."""
        self.show_insurance()
        self.insurance.calls.add()

    def add_contact(self) -> None:
        """Open an empty contact form."""
        self.show_contacts()
        self.contacts.add()

    def open_item(self, kind: str, item: str) -> None:
        """Show what the search or a page names by table and id; "insurance" and "contacts" are the tabs."""
        if kind in {"contact", "contacts"}:
            self.show_contacts()
            if item:
                self.contacts.show_contact(item)
            return
        self.show_insurance()
        if kind == "plan" and not self._section_of(item).is_shown:
            self.open_requested.emit("costs", item)  # a price alone makes no card: it stands on the page of its step
            return
        target = self._place_of(kind, item)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def do_command(self, key: str) -> bool:
        """Carry out a command that belongs here; return whether it does."""
        own = {
            "insurance": self.show_insurance,
            "contacts": self.show_contacts,
            "add_insurance": self.add_insurance,
            "add_call": self.add_call,
            "add_contact": self.add_contact,
        }.get(key)
        if own is not None:
            own()
        return own is not None

    def focus_start(self) -> None:
        """Put the keyboard on the tabs (F6)."""
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Save all that is typed; return whether nothing is left that could not be saved."""
        contacts_saved = self._contacts is None or self._contacts.flush()
        return self.insurance.flush() and contacts_saved

    def _place_of(self, kind: str, item: str) -> QWidget | None:
        """Return where the keyboard goes to show something of the insurance tab, or None for the tab as a whole."""
        tab = self.insurance
        if kind == "call":
            return tab.calls.reveal(item) or tab.calls.add_button
        if kind == "plan":
            return self._section_of(item).view.edit
        blocks = {"referral": tab.approvals.referral, "authorization": tab.approvals.authorization}
        return blocks[kind].edit_button if kind in blocks else None

    def _section_of(self, plan_id: str) -> PlanSection:
        second = bool(self._file.insurance.plans.all(id=plan_id, position=2))
        return self.insurance.plans[1 if second else 0]

    # Following

    def _turn(self, index: int) -> None:
        self._stack.setCurrentWidget(self.insurance if index == INSURANCE else self.contacts)

    def _see(self, change: Change) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self.insurance.see(change)
        if self._contacts is not None:
            self._contacts.see(change)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._stale = False
            self.insurance.refresh()
            if self._contacts is not None:
                self._contacts.refresh()
        super().showEvent(event)

    def _fit(self) -> None:
        self.setMinimumWidth(usual_width())
