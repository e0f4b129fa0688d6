"""A new contact, from any page that needs one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.forms import specs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile


class ContactDialog(RowDialog):
    """After it was accepted, `contact_id` is the new contact."""

    def __init__(
        self, file: OpenFile, *, name: str = "", role: ContactRole = ContactRole.OTHER, parent: QWidget | None = None
    ) -> None:
        self._file = file
        self.contact_id = ""
        super().__init__(
            _("New contact"),
            specs.NEW_CONTACT,
            {"name": name, "role": role},
            self._add,
            save_words=_("Save contact"),
            contacts=file.contacts,
            width=520,
            parent=parent,
        )

    def _add(self, **values: Any) -> None:
        self.contact_id = self._file.contacts.add(**values).id
