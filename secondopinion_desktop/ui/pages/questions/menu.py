"""Everything one can do with a question besides ticking it, in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pages.questions.row import QuestionRow, Wish
from secondopinion_desktop.ui.theme import icon
from secondopinion_desktop.ui.widgets import button_text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class QuestionMenu(QMenu):
    """`wished` carries the question's id and a Wish; `edit_wanted` its id."""

    wished = Signal(str, str)
    edit_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question_id = ""
        self.triggered.connect(self._tell)

    def show_for(self, row: QuestionRow, *, first: bool, last: bool, at_visit: bool = False) -> None:
        """Offer what can be done with the question of `row`, in the list of all or `at_visit`."""
        self.clear()
        self._question_id = row.question_id
        self._offer(_("Change the words"), "", "pencil")
        if row.has_answer:
            self._offer(_("Open the visit with the answer"), Wish.OPEN_ANSWER, "note")
        if row.can_compare:
            self._offer(_("Answers side by side"), Wish.COMPARE, "columns")
        self.addSeparator()
        self._offer(_("Move up"), Wish.UP, "arrow-up").setEnabled(not first)
        self._offer(_("Move down"), Wish.DOWN, "arrow-down").setEnabled(not last)
        if at_visit:
            self._offer(_("Leave at home"), Wish.AT_HOME, "minus")
        elif row.is_top:
            self._offer(_("Move to more questions"), Wish.TO_MORE, "chevron-down")
        else:
            self._offer(_("Move to top 5"), Wish.TO_TOP, "chevron-up")
        self.addSeparator()
        self._offer(_("Remove"), Wish.REMOVE, "trash")

    def _offer(self, words: str, wish: str, icon_name: str) -> QAction:
        action = self.addAction(icon(icon_name), button_text(words))
        action.setData(wish)
        return action

    def _tell(self, action: QAction) -> None:
        if action.data():
            self.wished.emit(self._question_id, action.data())
        else:
            self.edit_wanted.emit(self._question_id)
