"""Small facts kept inside the file: which visit questions are brought to, where the caret was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.storage.database import load_sql

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store


class FileSettings:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str, default: str = "") -> str:
        """Return a setting, or `default`."""
        found = self._store.fact(name)
        return default if found is None else found

    def set(self, name: str, value: str) -> None:
        """Keep a setting with the file; an empty one takes no room. It is not part of the history."""
        load_sql()
        from secondopinion_desktop.model.revision import Setting  # noqa: PLC0415 - SQLModel, which reading does without

        with self._store.database.writing() as session:
            if value:
                session.merge(Setting(name=name, value=value))
            elif (kept := session.get(Setting, name)) is not None:
                session.delete(kept)
