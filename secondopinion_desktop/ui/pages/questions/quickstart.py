"""Sets of questions for one talk, taken over with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.pages.questions.picking import PickCard, PickRow
from secondopinion_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.guidance import QuestionSet


class _Set(PickRow):
    """One set. `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, told: QuestionSet) -> None:
        super().__init__(told.name)
        self.key = told.key
        self._left = PlainLabel("", "small", "muted")
        self.words.addWidget(self._left)
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


class QuickStart(PickCard):
    """`chosen` carries the key of a set."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Quick start"), "chat", _("A whole set for one talk, with one press."))
        self.sets = [_Set(told) for told in guidance.question_bank().sets]
        for one in self.sets:
            one.chosen.connect(self.chosen)
            self.body.addWidget(one)

    def show_taken(self, taken: frozenset[str]) -> None:
        """Say what is still to be had."""
        for one, told in zip(self.sets, guidance.question_bank().sets, strict=True):
            one.show_left(sum(name not in taken for name in told.questions))
