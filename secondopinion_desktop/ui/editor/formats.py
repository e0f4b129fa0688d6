"""How the parts of a note are kept inside a QTextDocument: by meaning only. The look is added by `look`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from secondopinion_desktop.model.richtext import LISTS, Kind, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

_USER = QTextFormat.Property.UserProperty.value
KIND = _USER + 1
CHECKED = _USER + 2
HIGHLIGHT = _USER + 3

_KINDS = tuple(Kind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
# Space above and below a block. The same at every text size: it is part of the text, so changing it would be an edit.
_ABOVE = {Kind.HEADING: 10.0}
_BELOW = {Kind.HEADING: 4.0, Kind.PARAGRAPH: 6.0}
_BELOW_ITEM = 3.0


def block_format(kind: Kind, *, level: int = 1, checked: bool = False) -> QTextBlockFormat:
    """Return the format of a block of this kind."""
    made = QTextBlockFormat()
    made.setProperty(KIND, _NUMBERS[kind])
    if kind is Kind.HEADING:
        made.setHeadingLevel(level)
    if kind is Kind.TICK:
        made.setProperty(CHECKED, checked)
    if kind in LISTS:
        made.setIndent(1)
    made.setTopMargin(_ABOVE.get(kind, 0.0))
    made.setBottomMargin(_BELOW.get(kind, _BELOW_ITEM))
    return made


def kind_of(block: QTextBlockFormat) -> Kind:
    """Return what a block is; one that was never told is a paragraph."""
    return _KINDS[block.intProperty(KIND)]


def is_checked(block: QTextBlockFormat) -> bool:
    """Return whether a tick item is ticked."""
    return block.boolProperty(CHECKED)


def char_format(marks: Iterable[Mark]) -> QTextCharFormat:
    """Return the format of text with these marks."""
    made = QTextCharFormat()
    for mark in marks:
        set_mark(made, mark, on=True)
    return made


def set_mark(chars: QTextCharFormat, mark: Mark, *, on: bool) -> None:
    """Put a mark into a format, or take it out, in a way that can be merged into text."""
    if mark is Mark.STRONG:
        chars.setFontWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
    elif mark is Mark.EM:
        chars.setFontItalic(on)
    else:
        chars.setProperty(HIGHLIGHT, on)


def has_mark(chars: QTextCharFormat, mark: Mark) -> bool:
    """Return whether text in this format has the mark."""
    if mark is Mark.STRONG:
        return chars.fontWeight() > QFont.Weight.Medium.value
    if mark is Mark.EM:
        return chars.fontItalic()
    return chars.boolProperty(HIGHLIGHT)


def marks_of(chars: QTextCharFormat) -> frozenset[Mark]:
    """Return the marks of text in this format."""
    return frozenset(mark for mark in Mark if has_mark(chars, mark))
