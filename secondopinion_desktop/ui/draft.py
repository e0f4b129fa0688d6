"""Words of a line in which something new is named: safe in the file before they are added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.lookingaway import is_away
from secondopinion_desktop.ui.widgets import PlainLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.ui.widgets import Column


class Draft(QObject):
    """Keeps what stands in `line` with the file's settings, and puts it back when the line is there again.

    It is forgotten once it was added or taken away. Why it cannot be kept is said at the end of `column`.
    """

    def __init__(self, settings: FileSettings, line: QLineEdit, column: Column, key: str = "") -> None:
        super().__init__(line)
        self._settings, self._line, self._column = settings, line, column
        self._key = self._kept = ""
        self._is_giving = False
        self._said: PlainLabel | None = None
        self._autosave = Autosave(self._save, self)
        self._autosave.changed.connect(self._say_trouble)
        line.textChanged.connect(self._hear)
        if key:
            self.belong_to(key)

    def belong_to(self, key: str) -> None:
        """Show the words kept under `key`. Those in the line, which could not be added, go along."""
        if key == self._key:
            return
        words = self._line.text()
        self._line.clear()
        self.flush()
        self._key, self._kept = key, self._settings.get(key)
        self._line.setText(f"{words} {self._kept}".strip())

    def give(self, keep: Callable[[str], bool]) -> bool:
        """Hand over what is typed to `keep`, which returns whether it was added; return whether nothing is left.

        Meanwhile the line is empty: what is added comes back as a change, and all around it is read again.
        """
        if self._is_giving:  # a message says why it could not be added
            return False
        key, words = self._key, self._line.text().strip()
        self._is_giving = True
        try:
            self._line.clear()
            if words and not keep(words):
                self._line.setText(words)
        finally:
            self._is_giving = False
        if key != self._key:  # what it belongs to came into the file with it
            self._settings.set(key, "")
        self._hear()
        return self.flush() and not self._words

    def leave(self, keep: Callable[[str], bool]) -> bool:
        """Hand over what is typed as one leaves; it waits in the line while they only look at something else."""
        return self.flush() if is_away() else self.give(keep)

    def flush(self) -> bool:
        """Keep now what is typed; return whether it is on the disk."""
        return self._autosave.flush()

    @property
    def _words(self) -> str:
        return self._line.text() if self._line.text().strip() else ""

    def _hear(self) -> None:
        if not self._is_giving and self._words != self._kept:
            self._autosave.touch()

    def _save(self) -> None:
        words = self._words
        if not self._is_giving and words != self._kept:
            self._settings.set(self._key, words)
            self._kept = words

    def _say_trouble(self) -> None:
        trouble = self._autosave.trouble
        if self._said is None and trouble is not None:
            self._said = PlainLabel("", "small-strong", "error")
            self._column.addWidget(self._said)
        if self._said is not None and self._said.text() != str(trouble or ""):
            self._said.setText(str(trouble or ""))
            self._said.setVisible(trouble is not None)
            if trouble is not None:
                announce(self._line, str(trouble))
