"""Tables: a head that comes again on each page, rows that are never split, hairlines between them."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Run
from secondopinion_desktop.documents.pdf.compose import baseline
from secondopinion_desktop.documents.pdf.strips import Keep, RuleMark, Strip, TextMark
from secondopinion_desktop.documents.pdf.style import WRITING_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.documents.packet import Blanks, Table
    from secondopinion_desktop.documents.pdf.compose import Bench
    from secondopinion_desktop.documents.pdf.strips import Mark, Tag
    from secondopinion_desktop.documents.pdf.style import TypeStyle

_PAD: Final = 0.16
_GUTTER: Final = 0.8
_MANY: Final = 3
_NAMES_OF_FEW, _NAMES_OF_MANY = 0.3, 0.25  # of the width
_MOST_IN_COLUMNS: Final = 0.4  # of a page: a row that is higher is read with less effort from side to side


def table(bench: Bench, part: Table, into: Tag) -> list[Strip]:
    """Return one strip a row; only a row that is taller than a page becomes a strip a line."""
    grid = _Grid(bench, part)
    tag = into.add("Table")
    header = tuple(grid.head(part.head, tag)) if part.head else ()
    under = part.under or ("",) * len(part.rows)
    rows = [grid.row(cells, words, tag) for cells, words in zip(part.rows, under, strict=True)]
    # No line alone under the head or at the top of a page.
    for row, beside in (*pairwise(rows[:2]), *pairwise(rows[-2:])):
        if _is_one_line(row, bench) or _is_one_line(beside, bench):
            row[-1].keep = max(row[-1].keep, Keep.BLOCK)
    strips = [strip for row in rows for strip in row]
    for strip in strips:
        strip.header = header
    for strip in strips[-1:] if part.lead else ():
        strip.keep = Keep.HEAD
    for first in (*header[:1], *strips[: not header]):
        first.gap = bench.sheet.body * _PAD
    return strips


def blanks(bench: Bench, part: Blanks, into: Tag) -> list[Strip]:
    """Return a table to write in, in one piece."""
    tag = into.add("Table")
    rows = [_blank_row(bench, name, cells, part.lines, tag.add("TR")) for name, cells in part.rows]
    if any(part.columns):
        rows.insert(0, _blank_head(bench, part.columns, tag.add("TR")))
    for strip in rows[:-1]:
        strip.keep = Keep.BLOCK
    return rows


def _places(bench: Bench, columns: int) -> tuple[list[float], float]:
    """Return where the columns to write in begin, and how wide they are."""
    full, gutter = bench.sheet.width, bench.sheet.body * _GUTTER
    names = full * (_NAMES_OF_FEW if columns < _MANY else _NAMES_OF_MANY)
    step = (full - names + gutter) / columns
    return [names + step * number for number in range(columns)], step - gutter


def _blank_head(bench: Bench, names: Sequence[str], row: Tag) -> Strip:
    lefts, width = _places(bench, len(names))
    style = bench.sheet.label
    marks = [
        TextMark(left, baseline(style) + number * style.line, line, style, tag)
        for left, name, tag in zip(lefts, names, [row.add("TH") for _name in names], strict=True)
        for number, line in enumerate(bench.lines(name, style, width))
    ]
    lowest = max((mark.y for mark in marks), default=0.0)
    return Strip(lowest - baseline(style) + style.line, tuple(marks), gap=bench.sheet.body * _PAD)


def _blank_row(bench: Bench, name: str, cells: Sequence[str], lines: int, row: Tag) -> Strip:
    """Return the name of the row, and beside it each cell: its words, or lines to write on."""
    lefts, width = _places(bench, len(cells))
    label, text = bench.sheet.label, bench.sheet.text
    names = bench.lines(name, label, lefts[0] - bench.sheet.body * _GUTTER)
    known = [bench.lines(cell, text, width) if cell else [] for cell in cells]
    first = WRITING_LINE - text.line  # so that the first words stand on the first line
    height = max(lines * WRITING_LINE, first + max(map(len, (names, *known))) * text.line)
    tag = row.add("TH")
    marks: list[Mark] = [
        TextMark(0, first + baseline(label) + number * label.line, line, label, tag)
        for number, line in enumerate(names)
    ]
    for left, words in zip(lefts, known, strict=True):
        tag = row.add("TD")
        marks += [
            TextMark(left, first + baseline(text) + number * text.line, line, text, tag)
            for number, line in enumerate(words)
        ]
        feet = [height] if words else [height - number * WRITING_LINE for number in range(lines)]
        marks += [RuleMark(left, left + width, foot) for foot in reversed(feet)]
    return Strip(height, tuple(marks), keep=Keep.SECTION)


def _is_one_line(row: Sequence[Strip], bench: Bench) -> bool:
    return sum(strip.height for strip in row) < 2 * bench.sheet.text.line


class _Grid:
    def __init__(self, bench: Bench, part: Table) -> None:
        self._bench = bench
        self._names = part.head
        full = bench.sheet.width
        shares = [share / sum(part.widths) * full for share in part.widths]
        self._lefts = [0.0, *accumulate(shares)][:-1]
        gutter = bench.sheet.body * _GUTTER
        self._widths = [share - gutter for share in shares[:-1]] + [shares[-1]]

    def head(self, cells: Sequence[str], into: Tag) -> list[Strip]:
        levels, _tag = self._levels(cells, self._bench.sheet.label, into, "TH")
        return self._strips(levels)

    def row(self, cells: Sequence[str], under: str, into: Tag) -> list[Strip]:
        """Return a row; a cell without words is not known yet. What is long gets the whole width, cell by cell."""
        sheet = self._bench.sheet
        known = [cell or _("Not known yet") for cell in cells]
        levels, tag = self._levels(known, sheet.text, into, "TD")
        if len(levels) * sheet.text.line > sheet.height * _MOST_IN_COLUMNS:
            into.inside.pop()
            levels, tag = self._one_below_the_other(known, into)
        quiet = replace(sheet.quiet, line=sheet.text.line)
        levels += [[TextMark(0, 0, line, quiet, tag)] for line in self._bench.lines(under, quiet, sheet.width)]
        return self._strips(levels)

    def _levels(self, cells: Sequence[str], style: TypeStyle, into: Tag, role: str) -> tuple[list[list[TextMark]], Tag]:
        """Return the lines of the cells, level by level, and the tag of the first cell."""
        row = into.add("TR")
        tags = [row.add(role) for _cell in cells]
        texts = [self._bench.lines(cell, style, width) for cell, width in zip(cells, self._widths, strict=True)]
        levels = [
            [
                TextMark(left, 0, text[number], style, tag)
                for left, text, tag in zip(self._lefts, texts, tags, strict=True)
                if number < len(text)
            ]
            for number in range(max(map(len, texts)))
        ]
        return levels, tags[0]

    def _one_below_the_other(self, cells: Sequence[str], into: Tag) -> tuple[list[list[TextMark]], Tag]:
        """Return the cells as lines from side to side, each after the name of its column."""
        sheet = self._bench.sheet
        row = into.add("TR")
        tags = [row.add("TD") for _cell in cells]
        texts = [
            (Run(_("{label}: ").format(label=name), strong=True), Run(cell)) if name else (Run(cell),)
            for name, cell in zip(self._names or ("",) * len(cells), cells, strict=True)
        ]
        levels = [
            [TextMark(0, 0, line, sheet.text, tag)]
            for text, tag in zip(texts, tags, strict=True)
            for line in self._bench.lines(text, sheet.text, sheet.width)
        ]
        return levels, tags[0]

    def _strips(self, levels: list[list[TextMark]]) -> list[Strip]:
        """Return one strip with a rule under it, or, where no page can hold that, a strip a line."""
        sheet = self._bench.sheet
        pad, line = sheet.body * _PAD, sheet.text.line
        height = len(levels) * line + 2 * pad
        if height <= sheet.height:
            marks = [mark for number, level in enumerate(levels) for mark in _lowered(level, pad + number * line)]
            marks.sort(key=_left)  # cell by cell, as it is read and copied
            return [Strip(height, (*marks, RuleMark(0, sheet.width, height)), keep=Keep.SECTION)]
        strips = [Strip(line, tuple(_lowered(level, 0)), keep=Keep.SECTION) for level in levels]
        strips[0].keep = strips[-1].keep = Keep.HEAD
        return [*strips, Strip(pad, (RuleMark(0, sheet.width, pad),), keep=Keep.SECTION)]


def _left(mark: TextMark) -> float:
    return mark.x


def _lowered(marks: Sequence[TextMark], top: float) -> list[TextMark]:
    """Return the marks of one line, whose top is at `top`."""
    return [replace(mark, y=top + baseline(mark.style)) for mark in marks]
