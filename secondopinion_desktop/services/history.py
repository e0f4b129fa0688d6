"""Undo and redo across pages, for everything but the letters inside an editor, which has its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop.storage.store import RowGone

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Step, Store, Written


@dataclass(frozen=True)
class _Entry:
    label: str
    steps: tuple[Step, ...]


class History:
    """What can be taken back, and what was taken back and can be done again. Kept until the file is closed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._undo: list[_Entry] = []
        self._redo: list[_Entry] = []
        self._replaying: list[_Entry] | None = None
        store.when_written(self._remember)

    @property
    def undo_label(self) -> str:
        """What undo would take back, in words such as "Remove question"; empty if there is nothing."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty if there is nothing."""
        return self._redo[-1].label if self._redo else ""

    def undo(self) -> bool:
        """Take back the last change; return whether there was one."""
        return self._replay(self._undo, self._redo)

    def redo(self) -> bool:
        """Do again what undo took back; return whether there was something."""
        return self._replay(self._redo, self._undo)

    def forget(self) -> None:
        """Start anew: nothing can be taken back from before."""
        self._undo.clear()
        self._redo.clear()

    def _remember(self, written: Written) -> None:
        if not written.undoable:
            return
        entry = _Entry(written.label, written.inverse)
        if self._replaying is not None:
            self._replaying.append(entry)
            return
        self._undo.append(entry)
        self._redo.clear()

    def _replay(self, source: list[_Entry], target: list[_Entry]) -> bool:
        if not source:
            return False
        entry = source[-1]
        self._replaying = target
        try:
            with self._store.writing(entry.label) as unit:
                for step in entry.steps:
                    unit.apply(step)
        except RowGone:
            source.pop()
            return False
        finally:
            self._replaying = None
        source.pop()
        return True
