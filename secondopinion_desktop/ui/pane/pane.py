"""People and insurance, beside every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStackedWidget, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.pane.contacts import ContactsTab
from secondopinion_desktop.ui.pane.insurance import InsuranceTab
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, IconButton, Row, TabBar

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

INSURANCE, CONTACTS = 0, 1
USUAL, ROOMY = 290, 306  # pixels at 100 % text in letters as wide as Source Sans
_SAMPLE = "Prior authorization, member number, phone calls"
_SAMPLE_WIDTH = 20.6  # times the height of a letter, in Source Sans


def usual_width(*, roomy: bool = False) -> int:
    """Return how wide the pane should be, in logical pixels, for the text size and the letters chosen.

    `roomy` is for windows from 1500 effective width on.
    """
    font = theme().font()
    per_height = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / (font.pointSizeF() * 96 / 72)
    return theme().text_px((ROOMY if roomy else USUAL) * max(1.0, per_height / _SAMPLE_WIDTH))


class PeoplePane(Box):
    """Two tabs. `hide_requested` is emitted by the button that hides it; the window does it."""

    hide_requested = Signal()

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="chrome", edge="left")
        self._file, self._messages = file, messages
        self._stale = False
        self.setAccessibleName(_("People and insurance"))
        column = Column(self, gap=0)
        head = Box(edge="bottom")
        row = Row(head, gap=4, margins=(7, 4, 10, 0))
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
        self._stack.addWidget(self.insurance)
        self._contacts: ContactsTab | None = None
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

    def open(self, kind: str, row_id: str) -> bool:
        """Show what the search or a page names by table and id; return whether it lives here."""
        if kind == "contact":
            self.show_contacts()
            self.contacts.show_contact(row_id)
            return True
        return self._open_insurance(kind, row_id)

    def focus_start(self) -> None:
        """Put the keyboard on the tabs (F6)."""
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Save all that is typed; return whether all of it is clear."""
        contacts_clear = self._contacts is None or self._contacts.flush()
        return self.insurance.flush() and contacts_clear

    def _open_insurance(self, kind: str, row_id: str) -> bool:
        tab = self.insurance
        found: dict[str, QWidget] = {
            "plan": tab.plans[0].view.edit,
            "referral": tab.approvals.referral.edit_button,
            "authorization": tab.approvals.authorization.edit_button,
            "call": tab.calls.add_button,
        }
        if kind not in found:
            return False
        self.show_insurance()
        target = found[kind]
        if kind == "plan" and not self._file.insurance.plans.all(id=row_id, position=1):
            target = tab.plans[1].view.edit
        if kind == "call":
            target = tab.calls.reveal(row_id) or target
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

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

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._stale = False
            self.insurance.refresh()
            if self._contacts is not None:
                self._contacts.refresh()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.setMinimumWidth(usual_width())
