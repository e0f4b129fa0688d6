"""Names of contacts, offered while one types; anything else may be typed too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from secondopinion_desktop.services.contacts import Contacts


class ContactSuggestions(QObject):
    """Offers the names there are at the time one comes to `editor`. It ends with the editor."""

    def __init__(self, editor: QLineEdit, contacts: Contacts) -> None:
        super().__init__(editor)
        self._contacts = contacts
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        editor.setCompleter(completer)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._names.setStringList([contact.name for contact in self._contacts.all()])
        return super().eventFilter(watched, event)


def contact_called(contacts: Contacts, name: str) -> str | None:
    """Return the id of the contact with that name, None where there is none or several."""
    wanted = name.strip().casefold()
    found = [contact.id for contact in contacts.all() if contact.name.strip().casefold() == wanted] if wanted else []
    return found[0] if len(found) == 1 else None
