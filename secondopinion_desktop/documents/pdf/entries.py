"""Blocks with an inner order: questions, things with a date, the strip of dates, lines to write on."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.pdf.compose import baseline, held, not_alone, side_by_side, with_marks
from secondopinion_desktop.documents.pdf.strips import BoxMark, DotMark, Keep, RuleMark, Strip, TextMark
from secondopinion_desktop.documents.pdf.style import RULE, WRITING_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from secondopinion_desktop.documents import packet as p
    from secondopinion_desktop.documents.pdf.compose import Bench
    from secondopinion_desktop.documents.pdf.strips import Mark, Tag

_NUMBER_ROOM: Final = 2.1
_MOST_SIDE_BY_SIDE: Final = 5
_LEAST_COLUMN: Final = 6.4
_BETWEEN: Final = 0.6
_DOT: Final = 4.5
_GROUPS_IN_A_ROW: Final = 3
_SAID: Final = 0.52
_BOX_PAD: Final = 0.35
_SHORT_ENTRY: Final = 0.18  # of a page: what stays in one piece, and so may leave as much of a page empty


def ruled(bench: Bench, count: int, left: float = 0.0) -> list[Strip]:
    """Return `count` lines to write on."""
    rule = RuleMark(left, bench.sheet.width, WRITING_LINE, ink=RULE)
    return [
        Strip(WRITING_LINE, (rule,), keep=Keep.BLOCK if number + 1 < count else Keep.SECTION) for number in range(count)
    ]


def prompt(bench: Bench, part: p.Prompt, into: Tag) -> list[Strip]:
    """Return what to say with an empty box beside it, in one piece."""
    sheet = bench.sheet
    left = sheet.width * _SAID
    room = left - sheet.body
    tag = into.add("P")
    pad = sheet.body * _BOX_PAD
    y = pad
    marks: list[Mark] = []
    for text, style in ((part.say, sheet.text), (part.hint, sheet.quiet)):
        for line in bench.lines(text, style, room) if text else ():
            marks.append(TextMark(0, y + baseline(style), line, style, tag))
            y += style.line
    height = max(y, part.lines * WRITING_LINE) + pad
    box = BoxMark(left, sheet.width, pad / 2, height - pad / 2)
    return [Strip(height, (*marks, box), keep=Keep.SECTION)]


def code(bench: Bench, part: p.Code, into: Tag) -> list[Strip]:
    """Return the groups in rows of three, so that the place is not lost while typing."""
    sheet, style = bench.sheet, bench.sheet.code
    rows = [part.groups[start : start + _GROUPS_IN_A_ROW] for start in range(0, len(part.groups), _GROUPS_IN_A_ROW)]
    column = sheet.width / (_GROUPS_IN_A_ROW + 1)
    tag = into.add("P")
    strips = [
        Strip(
            style.line,
            tuple(
                TextMark(column * place, baseline(style), line, style, tag)
                for place, group in enumerate(row)
                for line in bench.lines(group + " ", style, column)
            ),
            keep=Keep.HEAD,
        )
        for row in rows
    ]
    for strip in strips[:1]:
        strip.gap = sheet.body
    return strips


def question(bench: Bench, part: p.Question, into: Tag) -> list[Strip]:
    """Return number and question, then the answer or lines for it, all holding together."""
    sheet = bench.sheet
    room = sheet.body * _NUMBER_ROOM
    tag = into.add("L").add("LI")
    label, body = tag.add("Lbl"), tag.add("LBody")
    asked = bench.text(part.text, sheet.label, body.add("P"), left=room, gap=sheet.body * 0.55, keep=Keep.HEAD)
    if not asked:
        asked = [Strip(sheet.text.line, keep=Keep.HEAD)]
    number = bench.lines(part.number, sheet.label, room)[:1]
    asked[0] = with_marks(asked[0], *(TextMark(0, baseline(sheet.label), line, sheet.label, label) for line in number))
    about = bench.text(part.about, sheet.quiet, body.add("P"), left=room, keep=Keep.HEAD) if part.about else []
    answer = bench.text(part.answer, sheet.text, body.add("P"), left=room, gap=2) if part.answer else []
    if not answer:
        answer = ruled(bench, part.ruled, left=room)
    return held([*held([*asked, *about], Keep.HEAD), *answer], Keep.BLOCK)


def entry(
    bench: Bench, part: p.Entry, into: Tag, blocks: Callable[[Bench, Iterable[p.Block], Tag], list[Strip]]
) -> list[Strip]:
    """Return title, the quiet line about it, and its blocks; a short entry holds together."""
    sheet = bench.sheet
    style = sheet.head(2)
    group = into.add("Sect")
    title = bench.text(part.title, style, group.add("H3"), gap=style.size * 0.6, keep=Keep.HEAD)
    about = bench.text(part.about, sheet.quiet, group.add("P"), keep=Keep.HEAD) if part.about else []
    body = blocks(bench, part.blocks, group)
    head = held([*title, *about], Keep.HEAD)
    if not body and head:
        head[-1].keep = Keep.SECTION
    strips = not_alone([*head, *body])
    if sum(strip.height + strip.gap for strip in strips) < sheet.height * _SHORT_ENTRY:
        held(strips, Keep.BLOCK)
    return strips


def dates_strip(bench: Bench, part: p.DatesStrip, into: Tag) -> list[Strip]:
    """Return the dates side by side on a line with dots, or one below the other where there is no room for that."""
    count = len(part.points)
    sheet = bench.sheet
    if not count:
        return []
    column = sheet.width / count
    listed = into.add("L")
    if count <= _MOST_SIDE_BY_SIDE and column >= sheet.body * _LEAST_COLUMN:
        strip = _side_by_side(bench, part.points, _columns(bench, part.points, column), listed)
        if strip.height <= sheet.height / 3:
            return [strip]
    return _one_below_the_other(bench, part.points, listed)


def _columns(bench: Bench, points: Sequence[p.DatePoint], even: float) -> list[float]:
    """Return columns that are even, unless uneven ones keep all words on one line."""
    sheet, setter = bench.sheet, bench.setter
    needs = [
        max(
            setter.natural_width(point.when or _("Not known yet"), sheet.label),
            setter.natural_width(point.label, sheet.text),
        )
        + sheet.body * _BETWEEN
        for point in points
    ]
    spare = sheet.width - sum(needs)
    if max(needs) <= even or spare < 0:
        return [even] * len(points)
    return [need + spare / len(points) for need in needs]


def _side_by_side(bench: Bench, points: Sequence[p.DatePoint], columns: Sequence[float], into: Tag) -> Strip:
    sheet = bench.sheet
    line = _DOT + 2
    lefts = [0.0, *accumulate(columns)]
    marks: list[Mark] = [RuleMark(_DOT, lefts[-2] + _DOT, line, weight=1.0)]
    deepest = 0.0
    for left, column, point in zip(lefts, columns, points, strict=False):
        tag = into.add("LI")
        marks.append(DotMark(left + _DOT, line, _DOT, filled=point.past))
        y = line + _DOT + 6
        for text, style, role in ((point.when, sheet.label, "Lbl"), (point.label, sheet.text, "LBody")):
            part = tag.add(role)
            for piece in bench.lines(text or _("Not known yet"), style, column - sheet.body * _BETWEEN):
                marks.append(TextMark(left, y + baseline(style), piece, style, part))
                y += style.line
        deepest = max(deepest, y)
    return Strip(deepest + sheet.body * 0.3, tuple(marks), keep=Keep.SECTION, gap=sheet.body * 0.6)


def _one_below_the_other(bench: Bench, points: Sequence[p.DatePoint], into: Tag) -> list[Strip]:
    sheet = bench.sheet
    room = sheet.body * 1.5
    places = (room, room + sheet.width * 0.36)
    strips: list[Strip] = []
    for point in points:
        tag = into.add("LI")
        when, label = (point.when or _("Not known yet"), sheet.label), (point.label, sheet.text)
        rows = side_by_side(bench, when, label, places, tag)
        rows[0] = with_marks(rows[0], DotMark(_DOT, sheet.text.line / 2, _DOT, filled=point.past))
        rows[0].gap = sheet.body * 0.3
        strips += rows
    return strips
