"""One person or place: who they are to you, and how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pane.parts import CopyButton, FoldedText, MoreButton, PaneCard
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import ElidedLabel, IconButton, IconLabel, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.ui.messages import Messages


class Reach(QWidget):
    """An icon, one way to reach somebody, and a button that copies it. Hidden while there is none."""

    def __init__(self, icon_name: str, label: PlainLabel | ElidedLabel, copy: CopyButton) -> None:
        super().__init__()
        self._label, self._copy = label, copy
        row = Row(self, gap=8)
        self._icon = IconLabel(icon_name, "text", 17)
        self._above_icon = QVBoxLayout()
        self._above_icon.addWidget(self._icon)
        self._above_icon.addStretch(1)
        row.addLayout(self._above_icon)
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        theme().changed.connect(self._level)
        self._level()

    def show_words(self, words: str) -> None:
        """Show another number or address."""
        self._label.setText(words)
        self._copy.show_words(words)
        self.setVisible(bool(words))

    def _level(self) -> None:
        """Put icon, first line of words and button on one height."""
        self._label.ensurePolished()
        high = self._copy.sizeHint().height()
        drop = max(0, (high - self._label.fontMetrics().lineSpacing()) // 2)
        self._label.setContentsMargins(0, drop, 0, drop)
        self._above_icon.setContentsMargins(0, max(0, (high - self._icon.height()) // 2), 0, 0)


class ContactCard(PaneCard):
    """A card to read. The signals carry the contact's id. What a contact does not have is not made, to be quick."""

    edit_requested = Signal(str)
    remove_requested = Signal(str)
    star_requested = Signal(str, bool)

    def __init__(self, contact: Contact, messages: Messages) -> None:
        super().__init__()
        self._id, self._messages = contact.id, messages
        self._contact: Contact | None = None
        self._head = Row(gap=0)
        self.name = PlainLabel("", "strong")
        self._head.addWidget(self.name, 1)
        self._star: IconButton | None = None
        self.more = MoreButton()
        self._head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._head)
        self._role = PlainLabel("", "small", "muted")
        self.body.addWidget(self._role)
        self._ways: dict[str, Reach] = {}
        self._others: FoldedText | None = None
        self.show_contact(contact)

    def show_contact(self, contact: Contact) -> None:
        """Show the words of `contact`, if they changed since."""
        from secondopinion_desktop.services.contacts import describe  # noqa: PLC0415 - the file is open by now

        before, self._contact = self._contact, contact
        if before is not None and before.updated_at == contact.updated_at:
            return
        role = describe(contact)
        self.setAccessibleName(contact.name)
        self.name.setText(contact.name)
        self.more.show_about(contact.name)
        star = _("Do not keep on top") if contact.starred else _("Keep on top")
        self.more.offer((_("Edit"), self._ask_to_edit), (star, self._turn_star), (_("Remove"), self._ask_to_remove))
        self._show_star(shown=contact.starred)
        self._role.setText(role)
        self._role.setVisible(bool(role))
        self._show_way("phone", contact.phone)
        self._show_way("mail", contact.email)
        self._show_way("pin", _where(contact, role))
        self._show_others("\n".join(_other_ways(contact)))

    def _show_star(self, *, shown: bool) -> None:
        if shown and self._star is None:
            self._star = IconButton("star-filled", _("Do not keep on top"), ink="accent_text")
            self._star.clicked.connect(self._turn_star)
            self._head.insertWidget(1, self._star, 0, Qt.AlignmentFlag.AlignTop)
        if self._star is not None:
            self._star.setVisible(shown)

    def _show_way(self, way: str, words: str) -> None:
        if words and way not in self._ways:
            order = tuple(_WAYS)
            above = sum(other in self._ways for other in order[: order.index(way)])
            self._ways[way] = _WAYS[way](self._messages)
            self.body.insertWidget(_FIRST_WAY + above, self._ways[way])
        if way in self._ways:
            self._ways[way].show_words(words)

    def _show_others(self, words: str) -> None:
        if words and self._others is None:
            self._others = FoldedText()
            self._others.make_small()
            self.body.addWidget(self._others)
        if self._others is not None:
            self._others.show_words(words)

    def _turn_star(self) -> None:
        if self._star is not None and self._star.hasFocus():
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)  # the star goes, the keyboard stays on the card
        assert self._contact is not None
        self.star_requested.emit(self._id, not self._contact.starred)

    def _ask_to_edit(self) -> None:
        self.edit_requested.emit(self._id)

    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self._id)


def _phone(messages: Messages) -> Reach:
    return Reach("phone", PlainLabel(), CopyButton("", _("Copy phone number"), _("Phone number copied"), messages))


def _mail(messages: Messages) -> Reach:
    copy = CopyButton("", _("Copy e-mail address"), _("E-mail address copied"), messages)
    return Reach("mail", ElidedLabel(middle=True), copy)


def _pin(messages: Messages) -> Reach:
    return Reach("pin", PlainLabel(), CopyButton("", _("Copy address"), _("Address copied"), messages))


_FIRST_WAY: Final = 2  # below the name and the role
_WAYS: Final = {"phone": _phone, "mail": _mail, "pin": _pin}


def _where(contact: Contact, said: str) -> str:
    """Return the address, with the hospital before it if neither it nor `said` names it."""
    place = contact.organization.strip()
    named = place.casefold() in f"{contact.address} {said}".casefold()
    return ", ".join(part for part in ("" if named else place, contact.address) if part)


def _other_ways(contact: Contact) -> list[str]:
    lines = [
        _("Fax {number}").format(number=contact.fax) if contact.fax else "",
        contact.best_contact,
        contact.portal_note,
        contact.note,
    ]
    return [line for line in lines if line]
