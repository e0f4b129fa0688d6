"""Tables: a head that comes again on each page, rows that are never split, hairlines between them."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.pdf.compose import baseline
from secondopinion_desktop.documents.pdf.strips import Keep, RuleMark, Strip, TextMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.documents.packet import Table
    from secondopinion_desktop.documents.pdf.compose import Bench
    from secondopinion_desktop.documents.pdf.lines import TextLine
    from secondopinion_desktop.documents.pdf.strips import Tag
    from secondopinion_desktop.documents.pdf.style import TypeStyle

_PAD: Final = 0.3
_GUTTER: Final = 0.8


def table(bench: Bench, part: Table, into: Tag) -> list[Strip]:
    """Return one strip a row; only a row that is taller than a page becomes a strip a line."""
    grid = _Grid(bench, part)
    tag = into.add("Table")
    header = tuple(grid.row(part.head, bench.sheet.label, tag, "TH")) if part.head else ()
    strips: list[Strip] = []
    for cells in part.rows:
        row = grid.row(cells, bench.sheet.text, tag, "TD")
        for strip in row:
            strip.header = header
        strips += row
    for strip in (*strips[:1], *strips[-2:-1]):  # no row alone under the head or at the top of a page
        strip.keep = max(strip.keep, Keep.BLOCK)
    for first in (*header[:1], *strips[: not header]):
        first.gap = bench.sheet.body * _PAD
    return strips


class _Grid:
    def __init__(self, bench: Bench, part: Table) -> None:
        self._bench = bench
        full = bench.sheet.width
        shares = [share / sum(part.widths) * full for share in part.widths]
        self._lefts = [0.0, *accumulate(shares)][:-1]
        gutter = bench.sheet.body * _GUTTER
        self._widths = [share - gutter for share in shares[:-1]] + [shares[-1]]

    def row(self, cells: Sequence[str], style: TypeStyle, into: Tag, role: str) -> list[Strip]:
        sheet = self._bench.sheet
        tag = into.add("TR")
        tags = [tag.add(role) for _cell in cells]
        texts = [
            self._bench.lines(cell or _("Not known yet"), style, width)
            for cell, width in zip(cells, self._widths, strict=True)
        ]
        count = max(map(len, texts))
        pad = sheet.body * _PAD
        if count * style.line + 2 * pad <= sheet.height:
            return [self._strip(texts, tags, style, pad)]
        return self._tall(texts, tags, style, pad)

    def _tall(self, texts: list[list[TextLine]], tags: list[Tag], style: TypeStyle, pad: float) -> list[Strip]:
        """Return a row that no page can hold: a strip a line, with the rule under the last."""
        strips = []
        for number in range(max(map(len, texts))):
            line = self._strip([text[number : number + 1] for text in texts], tags, style, 0.0, ruled=False)
            strips.append(line)
        strips[0].keep = strips[-1].keep = Keep.HEAD
        strips.append(Strip(pad, (self._rule(pad),), keep=Keep.SECTION))
        return strips

    def _strip(
        self, texts: list[list[TextLine]], tags: list[Tag], style: TypeStyle, pad: float, *, ruled: bool = True
    ) -> Strip:
        marks = [
            TextMark(left, pad + number * style.line + baseline(style), line, style, tag)
            for left, lines, tag in zip(self._lefts, texts, tags, strict=True)
            for number, line in enumerate(lines)
        ]
        height = max(map(len, texts)) * style.line + 2 * pad
        rules = (self._rule(height),) if ruled else ()
        return Strip(height, (*marks, *rules), keep=Keep.SECTION)

    def _rule(self, y: float) -> RuleMark:
        return RuleMark(0, self._bench.sheet.width, y)
