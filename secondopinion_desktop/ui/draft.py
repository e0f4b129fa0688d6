"""Words that have no place in the file yet: half a name of something new is safe there before it is added."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.ui import composing
from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.lookingaway import is_away
from secondopinion_desktop.ui.widgets import PlainLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.ui.widgets import Column


class KeptWords(QObject):
    """Keeps `words` with the file's settings under a key, and forgets them once there are none.

    Subclasses say which words that are, show what is kept, and say why it cannot be kept.
    """

    def __init__(self, settings: FileSettings, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings
        self.key = self.kept = ""

    @cached_property
    def _autosave(self) -> Autosave:
        """Made when there is something to keep: most lines of a page are never written in."""
        made = Autosave(self._save, self)
        made.changed.connect(self._tell_trouble)
        return made

    @property
    def words(self) -> str:
        """What is to be kept now."""
        raise NotImplementedError

    def say(self, trouble: UserError | None) -> None:
        """Say why the words cannot be kept, or nothing any more."""
        raise NotImplementedError

    def read(self, key: str) -> str:
        """Belong to another key from now on; return what is kept under it."""
        self.key, self.kept = key, self.settings.get(key)
        return self.kept

    def hear(self) -> None:
        """Hear that the words may be other ones."""
        if self.key and self.words != self.kept:
            self._autosave.touch()

    def flush(self) -> bool:
        """Keep them now; return whether they are on the disk."""
        composing.finish()
        self.hear()
        return "_autosave" not in vars(self) or self._autosave.flush()

    def _save(self) -> None:
        words = self.words
        if self.key and words != self.kept:
            self.settings.set(self.key, words)
            self.kept = words

    def _tell_trouble(self) -> None:
        self.say(self._autosave.trouble)


class Draft(KeptWords):
    """What stands in a line in which something new is named. It is put back when the line is there again.

    It is forgotten once it was added or taken away. Why it cannot be kept is said at the end of `column`.
    """

    def __init__(self, settings: FileSettings, line: QLineEdit, column: Column, key: str = "") -> None:
        super().__init__(settings, line)
        self._line, self._column = line, column
        self._given: str | None = None
        self._said: PlainLabel | None = None
        line.textChanged.connect(self.hear)
        if key:
            self.belong_to(key)

    @property
    def words(self) -> str:
        if self._given is not None:  # the line is empty, but nothing is added yet
            return self._given
        return self._line.text() if self._line.text().strip() else ""

    def belong_to(self, key: str) -> None:
        """Show the words kept under `key`. Those in the line, which could not be added, go along."""
        if key == self.key:
            return
        if self._given is not None:  # what it belongs to came into the file with what is given
            self.key, self.kept = key, ""
            return
        words = self._line.text()
        self._line.clear()
        self.flush()
        self._line.setText(f"{words} {self.read(key)}".strip())

    def give(self, keep: Callable[[str], bool]) -> bool:
        """Hand over what is typed to `keep`, which returns whether it was added; return whether nothing is left.

        Meanwhile the line is empty: what is added comes back as a change, and all around it is read again.
        """
        if self._given is not None:  # a message says why it could not be added
            return False
        key, self._given = self.key, self.words
        words = self._given.strip()
        self._line.clear()
        added = False
        try:
            added = not words or keep(words)
        finally:
            if not added:  # also where it failed in a way that nobody thought of
                self._line.setText(words)
            self._given = None
        if key != self.key:
            with suppress(UserError):  # it would stand there once more, and nothing is lost
                self.settings.set(key, "")
        return self.flush() and not self.words

    def leave(self, keep: Callable[[str], bool]) -> bool:
        """Hand over what is typed as one leaves; it waits in the line while they only look at something else."""
        return self.flush() if is_away() else self.give(keep)

    def say(self, trouble: UserError | None) -> None:
        if self._said is None and trouble is not None:
            self._said = PlainLabel("", "small-strong", "error")
            self._column.addWidget(self._said)
        if self._said is not None and self._said.text() != str(trouble or ""):
            self._said.setText(str(trouble or ""))
            self._said.setVisible(trouble is not None)
            if trouble is not None:
                announce(self._line, str(trouble))
