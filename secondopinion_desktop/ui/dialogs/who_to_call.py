"""Who to call: the people who can be asked about a notice, with their numbers, and what one can ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import RuleAnswer
from secondopinion_desktop.services.contacts import describe
from secondopinion_desktop.services.timing import about_helplines
from secondopinion_desktop.ui.helplines import HelplineRow
from secondopinion_desktop.ui.notices.view import things_to_ask
from secondopinion_desktop.ui.pane.contactcard import Reach
from secondopinion_desktop.ui.pane.parts import CopyButton
from secondopinion_desktop.ui.widgets import Button, Card, Dialog, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.timing import OpenNotice
    from secondopinion_desktop.ui.messages import Messages

_MOST: Final = 6
_NEEDS_HELP: Final = "W15a"
"""The last day to appeal is near: its words name patient helplines (domain 6.3)."""


class WhoToCallDialog(Dialog):
    """`wants_answer` says that they pressed "I asked my care team"; `wanted` is what to open instead, or None."""

    def __init__(self, found: OpenNotice, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("Who to call"), width=560)
        self._messages = messages
        self.wants_answer = False
        self.wanted: tuple[str, str] | None = None
        self.add(PlainLabel(found.sees, "strong"))
        self.add(PlainLabel(found.ask))
        if found.about:
            self.add(PlainLabel(found.about, "small", "muted"))
        people = file.timing.whom_to_call(found.notice, file.contacts)
        for contact in people[:_MOST]:
            self.add(self._card(contact))
        if not people:
            self.add(PlainLabel(_("Nobody is written down yet whom you could call."), tone="muted"))
            adder = Button(_("Add a contact"), icon_name="plus")
            adder.clicked.connect(self._add_contact)
            self.body.addWidget(adder, 0, Qt.AlignmentFlag.AlignLeft)
        if found.words.choices:
            self.add(things_to_ask())
        if found.rule == _NEEDS_HELP:
            self.add(PlainLabel(_("Helplines"), "strong"))
            for line in guidance.helplines():
                self.add(HelplineRow(line, messages))
            self.add(PlainLabel(about_helplines(), "small", "muted"))
        self.body.addStretch(1)
        close = self.add_button(_("Close"))
        close.clicked.connect(self.reject)
        asked = self.add_button(RuleAnswer.ASKED.words, "primary", default=True)
        asked.clicked.connect(self._answer)

    def _card(self, contact: Contact) -> Card:
        card = Card(soft=True)
        card.setAccessibleName(contact.name)
        card.add(PlainLabel(contact.name, "strong"))
        role = describe(contact)
        if role:
            card.add(PlainLabel(role, "small", "muted"))
        copy = CopyButton("", _("Copy phone number"), _("Phone number copied"), self._messages)
        reach = Reach("phone", PlainLabel(), copy)
        card.add(reach)
        reach.show_words(contact.phone)
        if not contact.phone:
            card.add(PlainLabel(_("No phone number is written down."), "small", "muted"))
        if contact.best_contact:
            card.add(PlainLabel(contact.best_contact, "small"))
        return card

    def _add_contact(self) -> None:
        self.wanted = ("command", "add_contact")
        self.accept()

    def _answer(self) -> None:
        self.wants_answer = True
        self.accept()
