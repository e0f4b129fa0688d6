"""The form of one contact, in the place of its card. A new one is added with its first name, or as it goes away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms import specs
from secondopinion_desktop.ui.lookingaway import is_away
from secondopinion_desktop.ui.pane.editing import InPlace
from secondopinion_desktop.ui.pane.parts import PaneCard

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


class ContactEditor(PaneCard):
    """`contact_id` is "" until the contact is in the file. `closed` is emitted when they are done."""

    closed = Signal()

    def __init__(self, file: OpenFile, contact_id: str = "", name: str = "") -> None:
        super().__init__()
        self._contacts = file.contacts
        self.contact_id = contact_id
        title = _("Change contact") if contact_id else _("New contact")
        self.place = InPlace(title, specs.CONTACT, self._save, file.contacts)
        self.place.closed.connect(self.closed)
        self.body.addWidget(self.place)
        if name:
            self.contact_id = file.contacts.add(origin=self, name=name).id

    def start(self) -> None:
        """Show the contact and put the keyboard into the first field."""
        if self.contact_id:
            self.place.load(self._contacts.get(self.contact_id))
        else:
            self.place.load({"role": "other"}, draft="new_contact", is_new=self._is_new)

    def _is_new(self) -> bool:
        return not self.contact_id

    @property
    def must_stay(self) -> bool:
        """Whether something in it is not saved, not clear, or is to be read."""
        return self.place.form.must_stay

    def refresh(self) -> None:
        """Show what changed elsewhere."""
        if self.contact_id:
            self.place.form.refresh(self._contacts.get(self.contact_id))

    def flush(self) -> bool:
        """Save what is typed, even without a name; return whether nothing is left that could not be saved."""
        form = self.place.form
        saved = form.flush()
        if not self.contact_id and form.fields["name"].is_empty and form.is_touched and not is_away():
            form.fields["name"].show(_("No name yet"))
            self.contact_id = self._contacts.add(origin=self, **form.values()).id
            saved = form.flush()
        return saved

    def _save(self, **values: Any) -> None:
        if self.contact_id:
            self._contacts.change(self.contact_id, origin=self, **values)
        else:
            self.contact_id = self._contacts.add(origin=self, **{**self.place.form.values(), **values}).id
