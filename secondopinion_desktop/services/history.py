"""Undo and redo across pages, for everything but the letters inside an editor, which has its own.

Neither ever takes away words that are newer than the change it takes back: a field that somebody wrote in since stays
as it is, and so does something new that was written in since, or that has got something written for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.storage.store import NewerWords, RowGone

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.storage.store import Step, Store, Written


@dataclass(frozen=True, eq=False)
class _Entry:
    label: str
    steps: tuple[Step, ...]


class Undone(Enum):
    """How far a change was taken back, or done again. True if anything was."""

    NOTHING = auto()  # there was none
    WHOLE = auto()
    PARTLY = auto()  # where nothing newer stands
    KEPT = auto()  # newer words stand there, and stay
    GONE = auto()  # it is not in the file any more

    def __bool__(self) -> bool:
        return self in {Undone.WHOLE, Undone.PARTLY}


class History:
    """What can be taken back, and what was taken back and can be done again. Kept until the file is closed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._undo: list[_Entry] = []
        self._redo: list[_Entry] = []
        self._replaying: list[_Entry] | None = None
        self._listeners: list[Callable[[str], None]] = []
        store.when_written(self._remember)
        store.when_kept_aside(self._pass_on)

    def when_kept(self, listener: Callable[[str], None]) -> None:
        """Tell `listener`, in a sentence, whenever a change was not taken back whole, and why.

        And when something was written in what was removed meanwhile: where it is kept.
        """
        self._listeners.append(listener)

    @property
    def undo_label(self) -> str:
        """What undo would take back, in words such as "Remove question"; empty if there is nothing."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty if there is nothing."""
        return self._redo[-1].label if self._redo else ""

    def undo(self) -> Undone:
        """Take back the last change."""
        return self._replay(self._undo[-1], self._undo, self._redo) if self._undo else Undone.NOTHING

    def redo(self) -> Undone:
        """Do again what undo took back."""
        return self._replay(self._redo[-1], self._redo, self._undo) if self._redo else Undone.NOTHING

    @property
    def last(self) -> object | None:
        """The last change that can be taken back: another object after each change, the same if nothing changed."""
        return self._undo[-1] if self._undo else None

    def way_back(self) -> WayBack:
        """Return what takes back the last change, even when others have come after it: for the Undo of a message."""
        return WayBack(self, self._undo[-1] if self._undo else None)

    def take_back(self, entry: _Entry) -> Undone:
        """Take back one change, if it still can be."""
        if any(entry is one for one in self._undo):
            return self._replay(entry, self._undo, self._redo)
        return Undone.NOTHING

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

    def _replay(self, entry: _Entry, source: list[_Entry], target: list[_Entry]) -> Undone:
        self._replaying = target
        try:
            with self._store.writing(entry.label) as unit:
                whole = [unit.take_back(step) for step in entry.steps]
            done = Undone.WHOLE if all(whole) else Undone.PARTLY if unit.touched else Undone.KEPT
        except NewerWords:
            done = Undone.KEPT
        except RowGone:
            done = Undone.GONE
        finally:
            self._replaying = None
        source.remove(entry)
        self._tell(done, entry.label)
        return done

    def _tell(self, done: Undone, label: str) -> None:
        words = {
            Undone.PARTLY: _("Taken back in part: {change}. What is newer stays."),
            Undone.KEPT: _("Left as it is: {change}. Something newer is there, and it stays."),
            Undone.GONE: _("This is no longer in the file: {change}"),
        }.get(done)
        if words is not None:
            self._pass_on(words.format(change=label))

    def _pass_on(self, words: str) -> None:
        for listener in self._listeners:
            listener(words)


class WayBack:
    """Takes one change back, once."""

    def __init__(self, history: History, entry: _Entry | None) -> None:
        self._history, self._entry = history, entry

    def now(self) -> Undone:
        """Take it back, if that is still possible."""
        entry, self._entry = self._entry, None
        return self._history.take_back(entry) if entry is not None else Undone.NOTHING
