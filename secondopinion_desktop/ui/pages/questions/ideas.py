"""Ideas: questions of the bank, to be taken over and changed at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Card,
    Column,
    IconButton,
    IconLabel,
    PlainLabel,
    Row,
    RowButton,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.guidance import BankQuestion, Suggestion

_INSET = 6  # how far an idea under the pointer reaches into the padding of the card


class Idea(RowButton):
    """One question to take over, with why it may fit. `chosen` and `put_away` carry its id in the bank."""

    chosen = Signal(str)
    put_away = Signal(str)

    def __init__(self, question: BankQuestion, because: str) -> None:
        super().__init__()
        self.bank_id = question.id
        row = Row(self, gap=8, margins=(_INSET, 5, _INSET, 5))
        sign = Column(margins=(0, 5, 0, 0))  # at the height of the first line
        sign.addWidget(IconLabel("plus", "accent_text", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(sign)
        words = Column(gap=0, margins=(0, 2, 0, 0))
        words.addWidget(PlainLabel(question.text, "strong", "accent"))
        if because:
            words.addWidget(PlainLabel(because, "small", "muted"))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.away = IconButton("close", _("Not for me"), ink="muted", size=16)
        self.away.setAccessibleDescription(question.text)
        self.away.clicked.connect(self._put_away)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(_("Add: {question}").format(question=question.text))
        self.setAccessibleDescription(because)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.bank_id)

    def _put_away(self) -> None:
        self.put_away.emit(self.bank_id)


class IdeasCard(Card):
    """`chosen` and `put_away` carry the id of a question of the bank; `all_wanted` asks for the whole bank."""

    chosen = Signal(str)
    put_away = Signal(str)
    all_wanted = Signal()
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
        self.all = Button(_("See all questions"), "quiet", "search")
        self.all.clicked.connect(self.all_wanted)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.ideas: list[Idea] = []
        self._shown: list[tuple[str, str]] = []

    def show_ideas(self, suggestions: Sequence[Suggestion], because: Callable[[str], str]) -> None:
        """Offer these, `because(reason)` of a reason; the keyboard stays at the same height of the list."""
        shown = [(one.question.id, one.reason) for one in suggestions]
        if shown == self._shown:
            return
        self._shown = shown
        had_keyboard = next((n for n, idea in enumerate(self.ideas) if idea.hasFocus() or idea.away.hasFocus()), None)
        for idea in self.ideas:
            self._column.removeWidget(idea)
            idea.hide()
            idea.deleteLater()
        # A reason is said once, above the first of its questions.
        reasons = [one.reason for one in suggestions]
        fresh = [reason if reason not in reasons[:place] else "" for place, reason in enumerate(reasons)]
        self.ideas = [Idea(one.question, because(reason)) for one, reason in zip(suggestions, fresh, strict=True)]
        for idea in self.ideas:
            idea.chosen.connect(self.chosen)
            idea.put_away.connect(self.put_away)
            self._column.addWidget(idea)
            idea.show()
        self.rearranged.emit()
        if had_keyboard is not None and self.ideas:
            self.ideas[min(had_keyboard, len(self.ideas) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
