"""Ideas: questions of the bank, to be taken over and changed at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pages.questions.picking import PickCard, PickRow
from secondopinion_desktop.ui.widgets import Box, Button, Column, IconButton, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.guidance import BankQuestion, Suggestion


class Idea(PickRow):
    """One question to take over, with why it may fit. `chosen` and `put_away` carry its id in the bank."""

    chosen = Signal(str)
    put_away = Signal(str)

    def __init__(self, question: BankQuestion, because: str) -> None:
        super().__init__(question.text, drop=2)
        self.bank_id = question.id
        if because:
            self.words.addWidget(PlainLabel(because, "small", "muted"))
        self.words.addStretch(1)
        self.away = IconButton("close", _("Not for me"), ink="muted", size=16)
        self.away.setAccessibleDescription(question.text)
        self.away.clicked.connect(self._put_away)
        self.row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(_("Add: {question}").format(question=question.text))
        self.setAccessibleDescription(because)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.bank_id)

    def _put_away(self) -> None:
        self.put_away.emit(self.bank_id)


class IdeasCard(PickCard):
    """`chosen` and `put_away` carry the id of a question of the bank; `all_wanted` asks for the whole bank."""

    chosen = Signal(str)
    put_away = Signal(str)
    all_wanted = Signal()
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__(_("Ideas"), "bulb", _("Choose one to add it. You can change the words."))
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
