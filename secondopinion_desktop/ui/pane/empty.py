"""What stands in the pane while there is nothing yet: what would be here, and the button to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.ui.pane.parts import PaneCard
from secondopinion_desktop.ui.widgets import Button, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class EmptyCard(PaneCard):
    """Title, sentence and `button`."""

    def __init__(self, title: str, sentence: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.set_margins((16, 13, 12, 14))
        self._first = (title, sentence, words)
        self.title = PlainLabel("", "strong")
        self.sentence = PlainLabel("", "body", "muted")
        self.button = Button("", "secondary", "plus")
        self.body.addWidget(self.title)
        self.body.addWidget(self.sentence)
        self.body.addSpacing(4)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.say_first_words()

    def say_first_words(self) -> None:
        """Say what it said at first."""
        self.say(*self._first)

    def say(self, title: str, sentence: str, words: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.button.set_words(words)
