"""Where the keyboard goes in two lists of questions that follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.ui.pages.questions.lists import QuestionsCard
    from secondopinion_desktop.ui.pages.questions.row import QuestionRow


class RowsKeyboard(QObject):
    """Finds rows and gives them the keyboard; `otherwise` gets it where there is no such row.

    `wanted` is emitted before a row is looked for: it may not be built yet.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget, cards: tuple[QuestionsCard, ...], otherwise: QWidget) -> None:
        super().__init__(parent)
        self._cards, self._otherwise = cards, otherwise

    @property
    def ids(self) -> list[str]:
        """The ids of all questions, from top to bottom."""
        self.wanted.emit()
        return [row_id for card in self._cards for row_id in card.list.ids]

    def row(self, question_id: str) -> QuestionRow | None:
        """Return the row of a question, unfolded if it was folded away."""
        self.wanted.emit()
        for card in self._cards:
            if card.list.reveal(question_id):
                found: QuestionRow = card.list.rows[question_id]
                return found
        return None

    def step(self, question_id: str, offset: int, stop: int) -> None:
        """Go up or down, from one list into the other too."""
        ids = self.ids
        place = ids.index(question_id) + offset
        if 0 <= place < len(ids):
            self.give(ids[place], stop)

    def give(self, question_id: str, stop: int) -> None:
        """Put the keyboard on a stop of a row."""
        row = self.row(question_id) if question_id else None
        target = self._otherwise if row is None else row.stops[min(stop, len(row.stops) - 1)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
