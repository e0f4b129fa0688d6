"""Who pays: the one question that decides what this step is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Coverage
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard
from secondopinion_desktop.ui.pane.ends import Ends
from secondopinion_desktop.ui.widgets import ComboBox, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

BY_A_PLAN = (Coverage.UNANSWERED, Coverage.INSURED, Coverage.MEDICARE, Coverage.OTHER, Coverage.NOT_SURE)
"""Answers for which there is a plan to ask; as long as nobody has said, one is assumed."""


class PayerCard(FollowingCard):
    """The question, the answers, and one line about each."""

    follows: ClassVar = frozenset({"situation"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, "")
        self.question = PlainLabel(_("Who pays for the second opinion?"), "card-title")
        self.answer = ComboBox(tuple((str(one), one.words) for one in Coverage))
        self.answer.setAccessibleName(self.question.text())
        self.question.setBuddy(self.answer)
        self.answer.activated.connect(self._save)
        self.body.addLayout(Ends(self.question, self.answer))
        self.words = PlainLabel("", "body", "muted")
        self.add(self.words)
        self.refresh()

    def refresh(self) -> None:
        """Show the answer there is."""
        coverage = self.file.people.situation().coverage
        self.answer.show_key(coverage)
        self.words.setText(guidance.payer_words(coverage))
        self.answer.setAccessibleDescription(self.words.text())

    def _save(self) -> None:
        before = self.file.history.last
        self.messages.could(self.file.people.change_situation, coverage=Coverage(self.answer.key()), origin=self)
        self.refresh()
        if self.file.history.last is not before:
            self.messages.toast(_("The checklist fits this answer now."), self.file.history.way_back().now)
