"""A note for other programs: as HTML and as plain text."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from secondopinion_desktop.model.richtext.blocks import LISTS, Block, Kind, Mark

if TYPE_CHECKING:
    from secondopinion_desktop.model.richtext.document import Document

_TAGS = {Mark.STRONG: "strong", Mark.EM: "em", Mark.HIGHLIGHT: "mark"}
_BOXES = {False: "\u2610 ", True: "\u2611 "}


def _inline(block: Block) -> str:
    parts = []
    for text, marks in block.runs:
        shown = escape(text, quote=False).replace("\n", "<br>")
        for mark in Mark:
            if mark in marks:
                shown = f"<{_TAGS[mark]}>{shown}</{_TAGS[mark]}>"
        parts.append(shown)
    return "".join(parts)


def _element(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return f"<h{block.level + 1}>{_inline(block)}</h{block.level + 1}>"
    if block.kind in LISTS:
        return f"<li>{_BOXES[block.checked] if block.kind is Kind.TICK else ''}{_inline(block)}</li>"
    return f"<p>{_inline(block) or '<br>'}</p>"


def to_html(note: Document) -> str:
    """Return the note for other programs, everything a person typed escaped."""
    parts = []
    for kind, group in groupby(note, key=lambda block: block.kind):
        inside = "".join(_element(block) for block in group)
        tag = {Kind.NUMBER: "ol", Kind.BULLET: "ul", Kind.TICK: "ul"}.get(kind)
        parts.append(f"<{tag}>{inside}</{tag}>" if tag else inside)
    return "".join(parts)


def _marker(block: Block) -> str:
    if block.kind is Kind.BULLET:
        return "\u2022 "
    if block.kind is Kind.NUMBER:
        return f"{block.number}. "
    return _BOXES[block.checked] if block.kind is Kind.TICK else ""


def to_text(note: Document) -> str:
    """Return the note as plain text with bullets, numbers and boxes, for other programs."""
    return "\n".join(_marker(block) + block.text for block in note)
