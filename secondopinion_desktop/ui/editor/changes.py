"""What a person can do to the text at a cursor, each as one step to undo."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from secondopinion_desktop.model.richtext import LISTS, Document, Kind, Mark
from secondopinion_desktop.ui.editor.convert import write_runs
from secondopinion_desktop.ui.editor.formats import (
    block_format,
    has_mark,
    is_checked,
    kind_of,
    set_mark,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Make everything done inside one step to undo."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks the selection touches, or the one the cursor stands in."""
    owner = cursor.document()
    block, end = owner.findBlock(cursor.selectionStart()), cursor.selectionEnd()
    found: list[QTextBlock] = []
    while block.isValid() and (block.position() < end or not found):
        found.append(block)
        block = block.next()
    return found


def _shape(block: QTextBlock, kind: Kind, *, checked: bool = False) -> None:
    QTextCursor(block).setBlockFormat(block_format(kind, checked=checked))


def toggle_kind(cursor: QTextCursor, kind: Kind) -> None:
    """Turn the selected blocks into `kind`, or back into paragraphs if they all are that already."""
    blocks = selected_blocks(cursor)
    goal = Kind.PARAGRAPH if all(kind_of(block.blockFormat()) is kind for block in blocks) else kind
    with one_step(cursor):
        for block in blocks:
            if kind_of(block.blockFormat()) is not goal:
                _shape(block, goal)


def toggle_ticks(cursor: QTextCursor) -> bool | None:
    """Tick the selected tick items, or untick them if all are ticked; return the new state, None if there is none."""
    items = [block for block in selected_blocks(cursor) if kind_of(block.blockFormat()) is Kind.TICK]
    if not items:
        return None
    checked = not all(is_checked(block.blockFormat()) for block in items)
    with one_step(cursor):
        for block in items:
            _shape(block, Kind.TICK, checked=checked)
    return checked


def _fragments(cursor: QTextCursor) -> Iterator[QTextCharFormat]:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in selected_blocks(cursor):
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            if fragment.position() < end and fragment.position() + fragment.length() > start:
                yield fragment.charFormat()
            step += 1


def selection_has(cursor: QTextCursor, mark: Mark) -> bool:
    """Return whether all of the selected text has the mark."""
    found = False
    for chars in _fragments(cursor):
        if not has_mark(chars, mark):
            return False
        found = True
    return found


def mark_change(mark: Mark, *, on: bool) -> QTextCharFormat:
    """Return a format that puts a mark on, or takes it off, when merged into text."""
    change = QTextCharFormat()
    set_mark(change, mark, on=on)
    return change


def press_enter(cursor: QTextCursor) -> bool:
    """Begin a new line where lists and headings need more than Qt does; return whether that was so."""
    kind = kind_of(cursor.blockFormat())
    if cursor.hasSelection() or kind is Kind.PARAGRAPH:
        return False
    empty = cursor.block().length() == 1
    with one_step(cursor):
        if empty:
            _shape(cursor.block(), Kind.PARAGRAPH)  # an empty item or heading: the person is done with it
        elif kind in LISTS:
            chars = cursor.charFormat()
            cursor.insertBlock(block_format(kind), chars)
        elif cursor.atBlockStart():
            cursor.insertBlock(cursor.blockFormat(), cursor.charFormat())
            _shape(cursor.block().previous(), Kind.PARAGRAPH)
        elif cursor.atBlockEnd():
            cursor.insertBlock(block_format(Kind.PARAGRAPH), QTextCharFormat())
        else:
            cursor.insertBlock(cursor.blockFormat(), cursor.charFormat())
    return True


def press_backspace(cursor: QTextCursor) -> bool:
    """At the start of a list item or heading, take its format off first; return whether that was so."""
    kind = kind_of(cursor.blockFormat())
    if cursor.hasSelection() or not cursor.atBlockStart() or kind is Kind.PARAGRAPH:
        return False
    before = cursor.block().previous()
    if kind is Kind.HEADING and before.isValid() and before.length() == 1:
        gone = QTextCursor(before)
        with one_step(gone):
            shape = cursor.blockFormat()
            gone.deleteChar()
            gone.setBlockFormat(shape)
    else:
        _shape(cursor.block(), Kind.PARAGRAPH)
    return True


def insert_note(cursor: QTextCursor, note: Document) -> None:
    """Put a note in place of the selection: its first and last lines join what stands there."""
    with one_step(cursor):
        cursor.removeSelectedText()
        around = cursor.blockFormat()
        on_empty_line = cursor.block().length() == 1 and kind_of(around) is Kind.PARAGRAPH
        words_follow = not cursor.atBlockEnd()
        first, *rest = note.blocks
        if on_empty_line or (rest and cursor.atBlockStart()):
            cursor.setBlockFormat(block_format(first.kind, level=first.level, checked=first.checked))
        write_runs(cursor, first.runs)
        for block in rest:
            cursor.insertBlock(block_format(block.kind, level=block.level, checked=block.checked), QTextCharFormat())
            write_runs(cursor, block.runs)
        if rest and words_follow:
            cursor.setBlockFormat(around)
