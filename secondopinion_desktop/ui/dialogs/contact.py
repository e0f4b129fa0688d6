"""A new contact, from any page that needs one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.ui.forms import RecordForm, specs
from secondopinion_desktop.ui.widgets import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile


class ContactDialog(Dialog):
    """After it was accepted, `contact_id` is the new contact."""

    def __init__(
        self, file: OpenFile, *, name: str = "", role: ContactRole = ContactRole.OTHER, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("New contact"), width=520, parent=parent)
        self._file = file
        self.contact_id = ""
        self.form = RecordForm(specs.NEW_CONTACT, contacts=file.contacts)
        self.add(self.form)
        self.body.addStretch(1)
        self.add_cancel()
        self.save_button = self.add_button(_("Save contact"), "primary", default=True)
        self.save_button.clicked.connect(self._save)
        self.form.load({"name": name, "role": role})
        self.form.focus_first()

    def _save(self) -> None:
        if self.form.submit(self._add):
            self.accept()

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return self.form.rescue(self._add)

    def _add(self, **values: Any) -> None:
        self.contact_id = self._file.contacts.add(**values).id
