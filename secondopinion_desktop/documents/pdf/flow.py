"""Blocks of a packet turned into strips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.documents import packet as p
from secondopinion_desktop.documents.pdf.compose import Bench, baseline, held, not_alone, side_by_side, with_marks
from secondopinion_desktop.documents.pdf.entries import code, dates_strip, entry, prompt, question, ruled
from secondopinion_desktop.documents.pdf.letters import spoken_name
from secondopinion_desktop.documents.pdf.strips import Bookmark, Keep, RuleMark, Strip, TextMark
from secondopinion_desktop.documents.pdf.tables import blanks, table

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from secondopinion_desktop.documents.pdf.strips import Tag

_PARAGRAPH_GAP: Final = 0.4
_ITEM_GAP: Final = 0.12
_HEAD_GAP: Final = 0.6
_SUBHEAD_GAPS: Final = {2: 0.65, 3: 0.45}
_MARK_ROOM: Final = 1.5
_NUMBER_ROOM: Final = 1.8  # for two digits, so that 9 and 10 begin their words at one place
_LABEL_SHARE: Final = 0.32
_LONG_VALUE: Final = 300
_TITLE_RULE_GAP: Final = 5.0
_MOST_NAMED: Final = 8


def opening(bench: Bench, document: p.Packet) -> list[Strip]:
    """Return the title lines with the rule under them, and the blocks before the first section."""
    sheet = bench.sheet
    large = sheet.head(1) if document.small_title else sheet.title
    title = bench.text(document.title, large, bench.root.add("H1"), keep=Keep.HEAD)
    under = bench.text(document.subtitle, sheet.quiet, bench.root.add("P"), gap=2, keep=Keep.HEAD)
    line = Strip(_TITLE_RULE_GAP + 1, (RuleMark(0, sheet.width, _TITLE_RULE_GAP, weight=1.0, ink=0.3),))
    return [*held([*title, *under, line], Keep.HEAD), *blocks(bench, document.opening, bench.root)]


def section(bench: Bench, part: p.Section) -> list[Strip]:
    """Return a section with its title and bookmark."""
    style = bench.sheet.head(1)
    group = bench.root.add("Sect")
    words = "" if part.run_in else part.title
    title = bench.text(words, style, group.add("H2"), gap=style.size * _HEAD_GAP, keep=Keep.HEAD) if words else []
    body = blocks(bench, part.blocks, group)
    strips = held([*title, *body], Keep.SECTION)
    if strips:
        strips[0].bookmark = Bookmark(part.key, part.title)
        strips[-1].keep = Keep.APART
        strips[0].new_page = part.new_page
    return strips


def missing_letters(bench: Bench) -> list[Strip]:
    """Return the line about letters that no typeface here has, if there are any."""
    missing = bench.setter.missing
    return blocks(bench, [p.Paragraph(p.plain(_about_boxes(missing)), quiet=True)], bench.root) if missing else []


def blocks(bench: Bench, parts: Iterable[p.Block], into: Tag) -> list[Strip]:
    """Return the strips of `parts` in order."""
    strips: list[Strip] = []
    listed: Tag | None = None
    for part in parts:
        if isinstance(part, p.Item):
            listed = listed or into.add("L")
            strips += _item(bench, part, listed)
        else:
            listed = None
            strips += _block(bench, part, into)
    return strips


def _block(bench: Bench, part: p.Block, into: Tag) -> list[Strip]:  # noqa: C901, PLR0911, PLR0912 - one line for each kind
    match part:
        case p.Paragraph():
            return _paragraph(bench, part, into)
        case p.Heading():
            return _heading(bench, part, into)
        case p.Item():
            return _item(bench, part, into.add("L"))
        case p.Fields():
            return _fields(bench, part, into)
        case p.Table():
            return table(bench, part, into)
        case p.Question():
            return question(bench, part, into)
        case p.Entry():
            return entry(bench, part, into, blocks)
        case p.DatesStrip():
            return dates_strip(bench, part, into)
        case p.Ruled():
            return ruled(bench, part.count)
        case p.Blanks():
            return blanks(bench, part, into)
        case p.Prompt():
            return prompt(bench, part, into)
        case p.Code():
            return code(bench, part, into)
        case p.Spacer():
            return [Strip(bench.sheet.text.line * part.lines, keep=Keep.SECTION)]
        case _:
            assert_never(part)


def _paragraph(bench: Bench, part: p.Paragraph, into: Tag) -> list[Strip]:
    style = bench.sheet.quiet if part.quiet else bench.sheet.text
    keep = Keep.HEAD if part.lead else Keep.SECTION
    return bench.text(part.runs, style, into.add("P"), gap=style.size * _PARAGRAPH_GAP, keep=keep)


def _heading(bench: Bench, part: p.Heading, into: Tag) -> list[Strip]:
    style = bench.sheet.head(part.level)
    tag = into.add(f"H{part.level + 1}")
    return held(
        bench.text(part.runs, style, tag, gap=style.size * _SUBHEAD_GAPS[part.level], keep=Keep.HEAD), Keep.HEAD
    )


def _item(bench: Bench, part: p.Item, into: Tag) -> list[Strip]:
    style = bench.sheet.text
    tag = into.add("LI")
    mark = bench.lines((p.Run(part.mark, strong=True),), style, bench.sheet.width)[:1]
    indent = style.size * 1.25 * part.level
    least = _NUMBER_ROOM if part.mark.endswith(".") else _MARK_ROOM
    room = max(style.size * least, sum(line.width for line in mark) + style.size * 0.5)
    label, body = tag.add("Lbl"), tag.add("LBody")
    strips = bench.text(part.runs, style, body, left=indent + room, gap=style.size * _ITEM_GAP)
    if not strips:
        strips = [Strip(style.line, gap=style.size * _ITEM_GAP, keep=Keep.SECTION)]
    strips[0] = with_marks(strips[0], *(TextMark(indent, baseline(style), line, style, label) for line in mark))
    return strips


def _fields(bench: Bench, part: p.Fields, into: Tag) -> list[Strip]:
    """Return each label with its value beside it, or below it where the value is long."""
    sheet = bench.sheet
    column = sheet.width * _LABEL_SHARE
    strips: list[Strip] = []
    listed = into.add("L")
    for label, value in part.pairs:
        known = (value, sheet.text) if value else (_("Not known yet"), sheet.quiet)
        row = listed.add("LI")
        if p.letters_in(value) > _LONG_VALUE:
            pair = bench.text(label, sheet.label, row.add("Lbl"), keep=Keep.HEAD)
            pair += bench.text(value, sheet.text, row.add("LBody"))
        else:
            pair = side_by_side(bench, (label, sheet.label), known, (0.0, column), row)
        pair[0].gap = sheet.body * _ITEM_GAP
        strips += pair
    return not_alone(strips)


def _about_boxes(missing: Counter[str]) -> str:
    count = missing.total()
    names = [spoken_name(letter) for letter in missing]
    said = ", ".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        said = _("{names} and others").format(names=said)
    return ngettext(
        "{count} letter could not be printed. A box stands in its place: {names}.",
        "{count} letters could not be printed. A box stands in the place of each: {names}.",
        count,
    ).format(count=count, names=said)
