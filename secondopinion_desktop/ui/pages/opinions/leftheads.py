"""Heads of columns go where their opinion goes; a form about one that is not shown any longer waits by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.ui.widgets import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.ui.pages.opinions.head import OpinionHead


class LeftHeads(Card):
    """The forms that wait, until what is typed in them is saved, and read where that has to be said."""

    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heads: list[OpinionHead] = []
        self.hide()

    def seat(self, heads: list[OpinionHead], opinion_ids: Sequence[str], new: Callable[[], OpinionHead]) -> None:
        """Put into `heads`, in the order of the columns, the open forms of these opinions, and take the others away."""
        for place, head in enumerate(heads):
            if head.editor is not None and head.opinion_id not in opinion_ids:
                heads[place] = new()
                self._take(head)
        for place, opinion_id in enumerate(opinion_ids):
            self._give_back(opinion_id, heads)
            there = (at for at, head in enumerate(heads) if head.editor and head.opinion_id == opinion_id)
            at = next(there, place)
            heads[place], heads[at] = heads[at], heads[place]
        self._let_go()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        saved = [head.flush() for head in self._heads]
        return all(saved)

    def _take(self, head: OpinionHead) -> None:
        typing = QApplication.focusWidget()
        self._heads.append(head)
        self.add(head)
        head.show_gone(gone=True)
        head.flush()  # now: what is written with something removed is to be said
        head.released.connect(self._let_go)
        if head in self._heads:  # saving was a change, and all was read again
            head.show()
            self.show()
            self.rearranged.emit()
            if typing is not None and head.isAncestorOf(typing):
                typing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_back(self, opinion_id: str, heads: list[OpinionHead]) -> None:
        """Put the form that waited into the place of a head without one, when its opinion is shown again."""
        waited = next((head for head in self._heads if head.opinion_id == opinion_id), None)
        if waited is not None:
            at = next(at for at, head in enumerate(heads) if head.editor is None)
            _drop(heads[at])
            heads[at] = waited
            self._heads.remove(waited)
            waited.show_gone(gone=False)

    def _let_go(self) -> None:
        gone = [head for head in self._heads if not head.must_stay]
        self._heads = [head for head in self._heads if head not in gone]
        for head in gone:
            _drop(head)
        if self.isHidden() != (not self._heads):
            self.setVisible(bool(self._heads))
            self.rearranged.emit()


def _drop(head: OpinionHead) -> None:
    head.hide()
    head.deleteLater()
