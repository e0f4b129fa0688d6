"""Which part of a long note changed since it was last read, so that saving does not go through all of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from secondopinion_desktop.ui.editor.convert import Reader

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from secondopinion_desktop.model.richtext import Document


class Tracker(QObject):
    """Remembers how many blocks at either end are as they were read."""

    def __init__(self, owner: QTextDocument) -> None:
        super().__init__(owner)
        self._owner = owner
        self._last: Document | None = None
        self._same_before = self._same_after = 0
        owner.contentsChange.connect(self._note_change)

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        if self._last is None:
            return
        first = self._owner.findBlock(position)
        end = self._owner.findBlock(position + added)
        before = first.blockNumber() if first.isValid() else 0
        after = self._owner.blockCount() - 1 - end.blockNumber() if end.isValid() else 0
        self._same_before = min(self._same_before, before)
        self._same_after = min(self._same_after, after)

    def forget(self, known: Document | None = None) -> None:
        """Read all of it next time, or take `known` as what stands there now."""
        self._last = known
        self._same_before = self._same_after = self._owner.blockCount()

    def read(self) -> Document:
        """Return the note as it stands now."""
        count = self._owner.blockCount()
        if self._last is None:
            note = Reader(self._owner).read(0, self._owner.characterCount())
        elif self._same_before >= count and count == len(self._last.blocks):
            return self._last
        else:
            note = self._changed_part(self._last, count)
        self.forget(note)
        return note

    def _changed_part(self, last: Document, count: int) -> Document:
        shorter = min(count, len(last.blocks))
        before = min(self._same_before, shorter)
        after = min(self._same_after, shorter - before)
        if before + after == count:
            return last.spliced(before, len(last.blocks) - after, ())
        start = self._owner.findBlockByNumber(before).position()
        until = self._owner.findBlockByNumber(count - 1 - after)
        middle = Reader(self._owner).read(start, until.position() + until.length() - 1)
        return last.spliced(before, len(last.blocks) - after, middle.blocks)
