"""Sets of questions for one talk, taken over with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.widgets import Card, Column, IconLabel, PlainLabel, Row, RowButton

if TYPE_CHECKING:
    from secondopinion_desktop.guidance import QuestionSet

_INSET = 6


class _Set(RowButton):
    """One set. `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, told: QuestionSet) -> None:
        super().__init__()
        self.key = told.key
        row = Row(self, gap=8, margins=(_INSET, 5, _INSET, 5))
        sign = Column(margins=(0, 3, 0, 0))
        sign.addWidget(IconLabel("plus", "accent_text", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(sign)
        words = Column(gap=0)
        words.addWidget(PlainLabel(told.name, "strong", "accent"))
        self._left = PlainLabel("", "small", "muted")
        words.addWidget(self._left)
        row.addLayout(words, 1)
        self._name = told.name
        self.clicked.connect(self._choose)

    def show_left(self, left: int) -> None:
        """Say how many of its questions are not in the list yet."""
        words = ngettext("{count} question", "{count} questions", left).format(count=left)
        said = words if left else _("All are on your list")
        self._left.setText(said)
        self.setAccessibleName(_("Add: {set}, {count}").format(set=self._name, count=said))
        self.setEnabled(left > 0)

    def _choose(self) -> None:
        self.chosen.emit(self.key)


class QuickStart(Card):
    """`chosen` carries the key of a set."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(soft=True, bleed=_INSET)
        self.setAccessibleName(_("Quick start"))
        head = Row(gap=8, margins=(_INSET, 0, 0, 0))
        head.addWidget(IconLabel("chat", "accent_text", 20))
        head.addWidget(PlainLabel(_("Quick start"), "strong"), 1)
        self.body.addLayout(head)
        sentence = Row(margins=(_INSET, 0, 0, 0))
        sentence.addWidget(PlainLabel(_("A whole set for one talk, with one press."), "small", "muted"))
        self.body.addLayout(sentence)
        self.sets = [_Set(told) for told in guidance.question_bank().sets]
        for one in self.sets:
            one.chosen.connect(self.chosen)
            self.body.addWidget(one)

    def show_taken(self, taken: frozenset[str]) -> None:
        """Say what is still to be had."""
        for one, told in zip(self.sets, guidance.question_bank().sets, strict=True):
            one.show_left(sum(name not in taken for name in told.questions))
