"""Who: one of the contacts, or a new name, which it offers to add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms.fields import FramedField
from secondopinion_desktop.ui.widgets import Button, Column, ComboBox, LineEdit

if TYPE_CHECKING:
    from collections.abc import Hashable

    from secondopinion_desktop.services.contacts import Contacts
    from secondopinion_desktop.ui.forms.spec import FieldSpec

_OFFERED_LETTERS = 40


class ContactCombo(ComboBox):
    """The names of all contacts, and room to type another. The list is read anew each time it opens."""

    def __init__(self, contacts: Contacts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._contacts = contacts
        self.setEditable(True)
        self.setLineEdit(LineEdit())
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = self.lineEdit()
        assert line is not None  # it is editable
        self.line = line
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.read_names()

    def read_names(self) -> None:
        """Show the names there are now; what is typed stays."""
        typed = self.currentText()
        self.clear()
        for contact in self._contacts.all():
            self.addItem(contact.name, contact.id)
        self.setCurrentIndex(-1)
        self.setEditText(typed)

    def contact_id(self) -> str | None:
        """Return the contact whose name stands there, None where there is none of that name."""
        typed = self.currentText().strip()
        if not typed:
            return None
        if self.chosen_id() is not None:
            return self.chosen_id()
        same = (contact.id for contact in self._contacts.all() if contact.name.strip().casefold() == typed.casefold())
        return next(same, None)

    def has_name_with(self, typed: str) -> bool:
        """Return whether a name on the list has `typed` in it."""
        return self.findText(typed, Qt.MatchFlag.MatchContains) >= 0

    def chosen_id(self) -> str | None:
        """Return the contact chosen out of the list, while their name still stands there."""
        chosen = self.currentIndex()
        return str(self.itemData(chosen)) if chosen >= 0 and self.itemText(chosen) == self.currentText() else None

    def show_contact(self, contact_id: str | None) -> None:
        """Show a contact's name; one that was removed is still named."""
        self.read_names()
        index = self.findData(contact_id) if contact_id else -1
        self.setCurrentIndex(index)
        if index < 0:
            self.setEditText(self._contacts.name_of(contact_id))

    def showPopup(self) -> None:
        self.read_names()
        self.setCurrentIndex(self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString))
        super().showPopup()


class ContactField(FramedField):
    """One of the contacts. Its value is the contact's id, or None."""

    adds_at_last = True

    def __init__(self, spec: FieldSpec, contacts: Contacts) -> None:
        self._contacts = contacts
        self._kept_id: str | None = None
        self.editor = ContactCombo(contacts)
        line = self.editor.line
        line.setAccessibleName(spec.label_words)
        line.setPlaceholderText(spec.placeholder_words or _("Choose or type a name"))
        super().__init__(spec, self.editor)
        self.offer = Button("", "quiet", "plus")
        self.offer.set_flush()
        self.offer.hide()
        box = QWidget()
        column = Column(box, gap=2)
        column.addWidget(self.frame)
        column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        box.setFocusProxy(self.editor)
        self.widget = box
        self.setParent(box)
        line.textEdited.connect(self._tell_edited)
        line.editingFinished.connect(self._tell_left)
        self.editor.activated.connect(self._tell_left)
        self.offer.clicked.connect(self._take_offer)

    @property
    def is_empty(self) -> bool:
        return not self.editor.currentText().strip()

    def read(self) -> str | None:
        """Return the id. Raises UserError for a name that is not among the contacts, and offers to add it."""
        name = self.editor.currentText().strip()
        if not self.is_touched:
            return self._kept_id
        found = self.editor.contact_id()
        self._show_offer(name if name and found is None else "")
        if name and found is None:
            raise _new_name()
        return found

    @property
    def typed(self) -> str:
        return self.editor.currentText()

    def read_at_last(self) -> str | None:
        try:
            return self.read()
        except NewName:
            return self._add(self.typed.strip())

    def stand_in(self) -> str:
        return self._add(super().stand_in())

    def kept_as(self, value: Any) -> None:
        self.show(value)

    def set_error(self, text: str) -> None:
        if self.offer.isHidden() or text != str(_new_name()):  # the offer asks about the name
            super().set_error(text)

    def _add(self, name: str) -> str:
        contact = self._contacts.add(name=name)
        self._show(contact.id)
        return contact.id

    def _take_offer(self) -> None:
        self._add(self.typed.strip())
        self.editor.setFocus()
        self._tell_left()

    def _show_offer(self, name: str) -> None:
        if self.is_gathered:
            return
        short = name if len(name) <= _OFFERED_LETTERS else name[:_OFFERED_LETTERS].rstrip() + "…"
        self.offer.set_words(_("Add {name} to contacts").format(name=short))
        self.offer.setVisible(bool(name))

    def _raw(self) -> Hashable:
        return (self.editor.currentText(), self.editor.chosen_id())

    def _show(self, value: Any) -> None:
        self.offer.hide()
        self.editor.show_contact(value)
        self._kept_id = value

    def put_back(self, state: Any) -> None:
        typed, chosen = state
        if chosen:
            self.editor.show_contact(chosen)
        else:
            self.editor.setEditText(typed)

    def put_words_back(self, words: str) -> None:
        self.put_back((words, None))

    def _tell_edited(self) -> None:
        name = self.editor.currentText().strip()
        self._show_offer("" if self.editor.has_name_with(name) else name)
        super()._tell_edited()


class NewName(UserError):
    """A name was typed that is not among the contacts."""


def _new_name() -> NewName:
    return NewName(_("This name is not among your contacts yet."))
