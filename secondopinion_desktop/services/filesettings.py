"""Small facts kept inside the file: which visit questions are brought to, where the caret was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.revision import Setting

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store


class FileSettings:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str, default: str = "") -> str:
        """Return a setting, or `default`."""
        with self._store.database.reading() as session:
            setting = session.get(Setting, name)
            return setting.value if setting else default

    def set(self, name: str, value: str) -> None:
        """Keep a setting with the file. It is not part of the history."""
        with self._store.database.writing() as session:
            session.merge(Setting(name=name, value=value))
