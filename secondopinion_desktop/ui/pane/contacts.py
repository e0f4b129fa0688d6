"""All people and places, the starred ones first, those of one place together when there are many."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.pane.contactcard import ContactCard
from secondopinion_desktop.ui.pane.contacteditor import ContactEditor
from secondopinion_desktop.ui.pane.empty import EmptyCard
from secondopinion_desktop.ui.pane.parts import Heading
from secondopinion_desktop.ui.widgets import (
    Box,
    Column,
    IconButton,
    Row,
    ScrollArea,
    SearchEdit,
    bring_into_view,
    order_as_laid_out,
)

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

GROUPED_FROM = 13
BATCH = 12


class ContactsTab(QWidget):
    """Search and add on top, the cards below. Cards are made as they are scrolled to."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self._contacts = file.contacts
        self._cards: dict[str, ContactCard] = {}
        self._headings: dict[str, Heading] = {}
        self._order: list[QWidget] = []
        self._editor: ContactEditor | None = None
        self._limit = BATCH
        self._more_to_come = False
        column = Column(self, gap=0)
        top = Box()
        row = Row(top, gap=6, margins=(6, 10, 14, 8))
        self.search = SearchEdit(_("Find a person"), _("Find a person"))
        self.search.textEdited.connect(self._search)
        self.add_button = IconButton("plus", _("Add a person or place"))
        self.add_button.clicked.connect(self.add)
        row.addWidget(self.search, 1)
        row.addWidget(self.add_button)
        column.addWidget(top)
        inside = Box()
        self._list = Column(inside, gap=9, margins=(6, 2, 12, 16))
        self._empty = EmptyCard(
            _("No people yet"),
            _("Doctors, offices, family: keep their numbers here, ready for the next call."),
            _("Add a person"),
        )
        self._empty.button.clicked.connect(self._add_searched)
        self._list.addWidget(self._empty)
        self.scroller = ScrollArea(inside)
        self.scroller.verticalScrollBar().valueChanged.connect(self._scrolled)
        column.addWidget(self.scroller, 1)
        self.refresh()

    def see(self, change: Change) -> None:
        """Follow a change in the file."""
        if change.touches("contact"):
            self.refresh()

    def refresh(self) -> None:
        """Read the contacts again."""
        editor = self._editor
        if editor is not None:
            there = {contact.id for contact in self._contacts.all()}
            if editor.contact_id and editor.contact_id not in there:
                editor.flush()
                if not editor.must_stay:
                    self._drop_editor()
            else:
                editor.refresh()
        self._lay_out()

    def add(self) -> None:
        """Show an empty form on top."""
        self._edit("")

    def edit(self, contact_id: str) -> None:
        """Show the form of a contact, in the place of its card."""
        self._edit(contact_id)

    def show_contact(self, contact_id: str) -> None:
        """Find a contact's card and put the keyboard on it."""
        self.search.clear()
        order = [contact.id for entry in self._entries() if not isinstance(contact := entry, str)]
        if contact_id in order:
            self._limit = max(self._limit, order.index(contact_id) + BATCH)
        self._lay_out()
        card = self._cards.get(contact_id)
        if card is not None:
            card.more.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(card)

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self._editor is None or self._editor.flush()

    # What is shown

    def _entries(self) -> list[Contact | str]:
        """Return the contacts in their order, with the places they belong to ("" for none) as headings between them."""
        found = self._contacts.matching(self.search.text())
        if len(found) < GROUPED_FROM:
            return [*found]
        entries: list[Contact | str] = [contact for contact in found if contact.starred]
        groups: dict[str, list[Contact]] = {}
        for contact in found:
            if not contact.starred:
                groups.setdefault(_place_of(contact), []).append(contact)
        for place in sorted(groups, key=_last_without_name):
            entries += [place, *groups[place]]
        return entries

    def _lay_out(self) -> None:
        entries = self._entries()
        shown = entries[: self._limit]
        self._more_to_come = len(entries) > len(shown)
        editor = self._editor
        in_place = editor is not None and editor.contact_id in {e.id for e in shown if not isinstance(e, str)}
        order: list[QWidget] = [editor] if editor is not None and not in_place else []
        order += [self._widget_for(entry) for entry in shown]
        self._show_empty(visible=not entries and editor is None)
        self._put(order)
        self._drop_unseen(order)

    def _put(self, order: list[QWidget]) -> None:
        """Lay out `order`; what stands in its place already is left alone."""
        same = sum(1 for _pair in takewhile(_is_same, zip(order, self._order, strict=False)))
        while self._list.takeAt(same + 1) is not None:  # the empty card is always there, before the others
            pass
        for widget in order[same:]:
            self._list.addWidget(widget)
            widget.show()
        self._list.addStretch(1)
        if same < max(len(order), len(self._order)):
            order_as_laid_out(self)
        self._order = order

    def _widget_for(self, entry: Contact | str) -> QWidget:
        if isinstance(entry, str):
            if entry not in self._headings:
                self._headings[entry] = Heading(entry or _("Other people"))
            return self._headings[entry]
        if self._editor is not None and self._editor.contact_id == entry.id:
            return self._editor
        card = self._cards.get(entry.id)
        if card is None:
            card = self._cards[entry.id] = ContactCard(entry, self._messages)
            card.edit_requested.connect(self._edit)
            card.remove_requested.connect(self._remove)
            card.star_requested.connect(self._star)
        else:
            card.show_contact(entry)
        return card

    def _drop_unseen(self, order: list[QWidget]) -> None:
        seen = set(order)
        for known in (self._cards, self._headings):
            for key, widget in [*known.items()]:
                if widget not in seen:
                    widget.hide()
                    widget.deleteLater()
                    del known[key]

    def _show_empty(self, *, visible: bool) -> None:
        typed = self.search.text().strip()
        if typed:
            self._empty.say(_("Nobody found for these words"), "", _("Add {name}").format(name=typed[:30]))
        else:
            self._empty.say_first_words()
        self._empty.setVisible(visible)

    # What a person does

    def _search(self) -> None:
        self._limit = BATCH
        self._lay_out()
        self.scroller.verticalScrollBar().setValue(0)

    def _scrolled(self, value: int) -> None:
        near_the_end = value >= self.scroller.verticalScrollBar().maximum() - self.scroller.viewport().height()
        if self._more_to_come and near_the_end:
            self._limit += BATCH
            self._lay_out()

    def _add_searched(self) -> None:
        name = self.search.text().strip()
        self.search.clear()
        self._edit("", name)

    def _edit(self, contact_id: str, name: str = "") -> None:
        if self._editor is not None and not self._close_editor():
            return
        self._editor = ContactEditor(self._file, contact_id, name)
        self._editor.closed.connect(self._done)
        self._lay_out()
        self._editor.start()

    def _close_editor(self) -> bool:
        """Put the form away, unless something in it is not clear."""
        if self._editor is not None and not self._editor.place.form.finish():
            return False
        self._drop_editor()
        return True

    def _done(self) -> None:
        contact_id = self._editor.contact_id if self._editor is not None else ""
        self._drop_editor()
        self._lay_out()
        if contact_id in self._cards:
            self._cards[contact_id].more.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self._cards[contact_id])
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()

    def _star(self, contact_id: str, starred: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._contacts.star(contact_id, starred=starred)

    def _remove(self, contact_id: str) -> None:
        order = [entry.id for entry in self._entries() if not isinstance(entry, str)]
        near = next((after for before, after in pairwise(order) if before == contact_id), "")
        near = near or next((before for before, after in pairwise(order) if after == contact_id), "")
        self._contacts.remove(contact_id)
        self._messages.toast(_("Contact removed"), BringBack(self._contacts, contact_id).now)
        target = self._cards[near].more if near in self._cards else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _place_of(contact: Contact) -> str:
    return contact.organization.strip() or (contact.name if contact.role is ContactRole.PLACE else "")


def _last_without_name(place: str) -> tuple[bool, str]:
    return (not place, place.casefold())


def _is_same(pair: tuple[QWidget, QWidget]) -> bool:
    return pair[0] is pair[1]
