"""Cards, chips and the place that says there is nothing here yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from secondopinion_desktop.ui.widgets.labels import IconLabel, PlainLabel, restyle
from secondopinion_desktop.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from secondopinion_desktop.ui.widgets.buttons import Button

ChipTone = Literal["done", "waiting", "neutral", "first", "second", "accent"]


class Card(QFrame):
    """A white surface with an optional heading. Things go into `body`; `add_action` puts buttons beside the heading.

    `bleed` is how far rows and quiet buttons reach into the padding, so that their words stand under the heading.
    """

    def __init__(
        self, title: str = "", *, icon_name: str = "", soft: bool = False, bleed: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "soft-card" if soft else "card")
        self.bleed = bleed
        self.body = Column(self, gap=8, margins=(18 - bleed, 12, 18 - bleed, 14))
        self.header = Row(gap=10, margins=(bleed, 0, 0, 0))
        self.title = PlainLabel(title, "card-title")
        self._actions: list[QWidget] = []
        if icon_name:
            self.header.addWidget(IconLabel(icon_name, "accent_text"))
        self.header.addWidget(self.title, 1)
        if title or icon_name:
            self.body.addLayout(self.header)
            self.setAccessibleName(title)
        else:
            self.title.setParent(self)
            self.title.hide()

    def add_action(self, widget: QWidget) -> None:
        """Put `widget` at the right end of the heading."""
        widget.setProperty("flush", "right")
        self._actions.append(widget)
        self.header.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def lie_flat(self) -> None:
        """Lie inside another card that has the heading: without frame, padding and words above. Its buttons stay."""
        self.setProperty("kind", "flat")
        self.setAccessibleName("")  # the card around it says it
        self.body.set_margins((0, 0, 0, 0))
        self.title.hide()
        self.header.addStretch(1)
        for action in self._actions:
            action.setProperty("flush", "left")
            restyle(action)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` below what is there."""
        self.body.addWidget(widget, stretch)


class Chip(QLabel):
    """A word or two on a soft ground: a state, or whose opinion it is."""

    def __init__(self, words: str, tone: ChipTone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("chip", "true")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(words, tone)

    def show_state(self, words: str, tone: ChipTone) -> None:
        """Say something else."""
        self.setText(words)
        if self.property("tone") != f"chip-{tone}":
            self.setProperty("tone", f"chip-{tone}")
            restyle(self)


class EmptyState(QWidget):
    """An icon, what would be here, one sentence, and the button to begin with."""

    def __init__(
        self, icon_name: str, title: str, sentence: str, buttons: tuple[Button, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = Column(self, gap=10, margins=(24, 24, 24, 24))
        column.addStretch(1)
        column.addWidget(IconLabel(icon_name, "accent_text", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        words = PlainLabel(title, "card-title"), PlainLabel(sentence, "body", "muted")
        for label in words:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words[0])
        middle = Row(gap=0)  # shorter lines read better, and leave no single word behind
        middle.addStretch(1)
        middle.addWidget(words[1], 6)
        middle.addStretch(1)
        column.addLayout(middle)
        row = Row(gap=8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
