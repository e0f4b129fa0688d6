"""Undo and redo across pages, for everything but the letters inside an editor, which has its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop.storage.store import RowGone

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Step, Store, Written


@dataclass(frozen=True, eq=False)
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
        return bool(self._undo) and self._replay(self._undo[-1], self._undo, self._redo)

    def redo(self) -> bool:
        """Do again what undo took back; return whether there was something."""
        return bool(self._redo) and self._replay(self._redo[-1], self._redo, self._undo)

    @property
    def last(self) -> object | None:
        """The last change that can be taken back: another object after each change, the same if nothing changed."""
        return self._undo[-1] if self._undo else None

    def way_back(self) -> WayBack:
        """Return what takes back the last change, even when others have come after it: for the Undo of a message."""
        return WayBack(self, self._undo[-1] if self._undo else None)

    def take_back(self, entry: _Entry) -> bool:
        """Take back one change; return whether it could still be."""
        return any(entry is one for one in self._undo) and self._replay(entry, self._undo, self._redo)

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

    def _replay(self, entry: _Entry, source: list[_Entry], target: list[_Entry]) -> bool:
        self._replaying = target
        try:
            with self._store.writing(entry.label) as unit:
                for step in entry.steps:
                    unit.apply(step)
        except RowGone:
            source.remove(entry)
            return False
        finally:
            self._replaying = None
        source.remove(entry)
        return True


class WayBack:
    """Takes one change back, once."""

    def __init__(self, history: History, entry: _Entry | None) -> None:
        self._history, self._entry = history, entry

    def now(self) -> bool:
        """Take it back; return whether that was still possible."""
        entry, self._entry = self._entry, None
        return entry is not None and self._history.take_back(entry)
