"""One walker each way between a note and a QTextDocument. Words and formats come back exactly as they went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from secondopinion_desktop.model.richtext import Block, Document, Mark, Run
from secondopinion_desktop.ui.editor.formats import block_format, char_format, is_checked, kind_of, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

_LINE_BREAK = "\u2028"  # how a QTextDocument keeps a line break inside a block
_END_OF_PLANE = "\uffff"


def write_runs(cursor: QTextCursor, runs: Iterable[Run]) -> None:
    """Insert runs at the cursor, into the block it stands in."""
    for text, marks in runs:
        cursor.insertText(text.replace("\n", _LINE_BREAK), char_format(marks))


def _write_block(cursor: QTextCursor, block: Block) -> None:
    cursor.setBlockFormat(block_format(block.kind, level=block.level, checked=block.checked))
    write_runs(cursor, block.runs)


def fill(target: QTextDocument, note: Document) -> None:
    """Replace everything in `target` by `note`. What was there before cannot be undone into it."""
    target.setUndoRedoEnabled(False)
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    plain = QTextCharFormat()
    cursor.setBlockCharFormat(plain)
    for index, block in enumerate(note):
        if index:
            cursor.insertBlock(cursor.blockFormat(), plain)
        _write_block(cursor, block)
    cursor.endEditBlock()
    target.setUndoRedoEnabled(True)
    target.setModified(False)


def _units(owner: QTextDocument, start: int, end: int) -> str:
    # Python leaves out half a character when it takes a text from Qt; one unit at a time, the half arrives.
    return "".join(owner.characterAt(position) for position in range(start, end))


def _text(fragment: QTextFragment, owner: QTextDocument, start: int, end: int) -> str:
    text = fragment.text() if start == fragment.position() and end == start + fragment.length() else None
    if text is None or (len(text) != end - start and len(text) + sum(c > _END_OF_PLANE for c in text) != end - start):
        text = _units(owner, start, end)
    return text.replace(_LINE_BREAK, "\n")


def raw_text(owner: QTextDocument) -> str:
    """Return every unit of text as Qt has it, halves of characters too."""
    return _units(owner, 0, owner.characterCount() - 1)


class Reader:
    """Reads a note, or a part of it. Keeps the marks of each format it has met, as a note has few of them."""

    def __init__(self, owner: QTextDocument) -> None:
        self._owner = owner
        self._marks: dict[int, frozenset[Mark]] = {}

    def _runs(self, block: QTextBlock, start: int, end: int) -> Iterator[Run]:
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            first = max(fragment.position(), start)
            last = min(fragment.position() + fragment.length(), end)
            if first < last:
                index = fragment.charFormatIndex()
                if index not in self._marks:
                    self._marks[index] = marks_of(fragment.charFormat())
                yield Run(_text(fragment, self._owner, first, last), self._marks[index])
            step += 1

    def read(self, start: int, end: int) -> Document:
        """Return the blocks that the positions `start` to `end` touch, with only the text between them."""
        blocks: list[Block] = []
        block = self._owner.findBlock(start)
        while block.isValid() and block.position() <= end:
            shape = block.blockFormat()
            blocks.append(
                Block(
                    kind_of(shape),
                    tuple(self._runs(block, start, end)),
                    level=shape.headingLevel(),
                    checked=is_checked(shape),
                )
            )
            block = block.next()
        return Document(tuple(blocks))


def read(owner: QTextDocument) -> Document:
    """Return the whole of `owner` as a note."""
    return Reader(owner).read(0, owner.characterCount())
