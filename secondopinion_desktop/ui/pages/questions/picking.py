"""Cards of things to take over with one press."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from secondopinion_desktop.ui.widgets import Card, Column, IconLabel, PlainLabel, Row, RowButton

INSET: Final = 6
"""How far a row under the pointer reaches into the padding of the card."""


class PickRow(RowButton):
    """A plus, words, and a small line under them. `drop` is how much lower the words stand than the row begins."""

    def __init__(self, words: str, *, drop: int = 0) -> None:
        super().__init__()
        self.row = Row(self, gap=8, margins=(INSET, 5, INSET, 5))
        sign = Column(margins=(0, 3 + drop, 0, 0))  # at the height of the first line
        sign.addWidget(IconLabel("plus", "accent_text", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(sign)
        self.words = Column(gap=0, margins=(0, drop, 0, 0))
        self.words.addWidget(PlainLabel(words, "strong", "accent"))
        self.row.addLayout(self.words, 1)


class PickCard(Card):
    """A heading with an icon, and a sentence, over the rows."""

    def __init__(self, title: str, icon_name: str, sentence: str) -> None:
        super().__init__(soft=True, bleed=INSET)
        self.setAccessibleName(title)
        head = Row(gap=8, margins=(INSET, 0, 0, 0))
        head.addWidget(IconLabel(icon_name, "accent_text", 20))
        head.addWidget(PlainLabel(title, "strong"), 1)
        self.body.addLayout(head)
        under = Row(margins=(INSET, 0, 0, 0))
        under.addWidget(PlainLabel(sentence, "small", "muted"))
        self.body.addLayout(under)
