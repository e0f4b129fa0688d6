"""One calm line for those who want no second opinion, with a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, Button, Card, PlainLabel, Row


class PutAwayLine(Card):
    """`wanted` is emitted when the person takes it up again."""

    wanted = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(soft=True)
        self.setAccessibleName(words)
        box = Box()
        row = Row(box, gap=12)
        row.addWidget(PlainLabel(words), 1)
        self.button = Button(_("Take it up again"), "quiet", "undo")
        self.button.clicked.connect(self.wanted)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(box)
