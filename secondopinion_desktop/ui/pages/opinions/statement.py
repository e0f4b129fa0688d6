"""What one opinion says on one topic, written where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.widgets import GrowingText, restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_MARGIN = 2  # around the words, inside the edge


class StatementBox(GrowingText):
    """Saves itself through `save(topic_id, opinion_id, words)`. Looks like text; empty, like a field.

    `troubled` carries why the words could not be saved, and an empty text when they are.
    """

    troubled = Signal(str)

    def __init__(
        self,
        topic_id: str,
        opinion_id: str,
        save: Callable[[str, str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", lines=1, parent=parent)
        self.topic_id, self.opinion_id, self._save_words = topic_id, opinion_id, save
        self._autosave = Autosave(self._save, self)
        self._autosave.changed.connect(self._tell_trouble)
        self.setProperty("kind", "cell")
        self.document().setDocumentMargin(_MARGIN)
        self._tell_empty()
        self.edited.connect(self._edited)
        self.left.connect(self._autosave.flush)

    def show_statement(self, words: str) -> None:
        """Show what the file has; what is being typed stays."""
        if not self._autosave.is_unsaved:
            self.show_text(words)
            self._tell_empty()

    def show_about(self, topic: str, opinion: str, prompt: str) -> None:
        """Say what belongs here."""
        self.setAccessibleName(_("{topic}, {opinion}").format(topic=topic, opinion=opinion))
        self.setAccessibleDescription(prompt)
        self.setPlaceholderText(prompt)

    def flush(self) -> bool:
        """Save what is typed; return whether it is on the disk."""
        return self._autosave.flush()

    def _edited(self) -> None:
        self._autosave.touch()
        self._tell_empty()

    def _save(self) -> None:
        self._save_words(self.topic_id, self.opinion_id, self.toPlainText())

    def _tell_trouble(self) -> None:
        self.troubled.emit(str(self._autosave.trouble or ""))

    def _tell_empty(self) -> None:
        empty = "false" if self.toPlainText() else "true"
        if self.property("empty") != empty:
            self.setProperty("empty", empty)
            restyle(self)
