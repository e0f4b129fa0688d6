"""Ideas: questions of the bank, to be taken over and changed at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, Card, Column, IconLabel, PlainLabel, Row, RowButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.guidance import BankQuestion

_INSET = 6  # how far an idea under the pointer reaches into the padding of the card


class Idea(RowButton):
    """One question to take over. `chosen` carries its id in the bank."""

    chosen = Signal(str)

    def __init__(self, question: BankQuestion) -> None:
        super().__init__()
        self.bank_id = question.id
        row = Row(self, gap=8, margins=(_INSET, 5, _INSET, 5))
        sign = Column(margins=(0, 3, 0, 0))
        sign.addWidget(IconLabel("plus", "accent_text", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(sign)
        row.addWidget(PlainLabel(question.text, "strong", "accent"), 1)
        self.setAccessibleName(_("Add: {question}").format(question=question.text))
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.bank_id)


class IdeasCard(Card):
    """`chosen` carries the id of a question of the bank."""

    chosen = Signal(str)
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__(soft=True, bleed=_INSET)
        self.setAccessibleName(_("Ideas"))
        head = Row(gap=8, margins=(_INSET, 0, 0, 0))
        head.addWidget(IconLabel("bulb", "accent_text", 20))
        head.addWidget(PlainLabel(_("Ideas"), "strong"), 1)
        self.body.addLayout(head)
        sentence = Row(margins=(_INSET, 0, 0, 0))
        sentence.addWidget(PlainLabel(_("Choose one to add it. You can change the words."), "small", "muted"))
        self.body.addLayout(sentence)
        self._holder = Box()
        self._column = Column(self._holder, gap=2)
        self.body.addWidget(self._holder)
        self.ideas: list[Idea] = []

    def show_ideas(self, questions: Sequence[BankQuestion]) -> None:
        """Offer these; the keyboard stays at the same height of the list."""
        if [idea.bank_id for idea in self.ideas] == [question.id for question in questions]:
            return
        had_keyboard = next((place for place, idea in enumerate(self.ideas) if idea.hasFocus()), None)
        for idea in self.ideas:
            self._column.removeWidget(idea)
            idea.hide()
            idea.deleteLater()
        self.ideas = [Idea(question) for question in questions]
        for idea in self.ideas:
            idea.chosen.connect(self.chosen)
            self._column.addWidget(idea)
            idea.show()
        self.setVisible(bool(questions))
        self.rearranged.emit()
        if had_keyboard is not None and self.ideas:
            self.ideas[min(had_keyboard, len(self.ideas) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
