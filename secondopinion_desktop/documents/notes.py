"""A note as blocks for paper: every character, with the marks it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from secondopinion_desktop.documents.packet import TICKED, UNTICKED, Heading, Item, Paragraph, Run, Spacer
from secondopinion_desktop.model.richtext import Document, Kind, Mark

if TYPE_CHECKING:
    from collections.abc import Collection

    from secondopinion_desktop.documents.packet import Block, Runs
    from secondopinion_desktop.model import richtext

_INSIDE_AN_ENTRY: Final = 3
_BLANK_LINE: Final = 0.6


def blocks_of_note(note: richtext.Document, heading_level: int = _INSIDE_AN_ENTRY) -> tuple[Block, ...]:
    """Return the note's blocks in order; its headings get `heading_level`, whatever theirs is inside the note."""
    return tuple(_block(block, heading_level) for block in note)


def without_empty_headings(note: richtext.Document, offered: Collection[str]) -> richtext.Document:
    """Return the note without those `offered` headings that nobody wrote anything under, and without empty ends.

    A heading in the person's own words stays: they typed it.
    """
    kept: list[richtext.Block] = []
    for block in reversed(note.blocks):
        ends_here = not kept or kept[-1].kind is Kind.HEADING
        if ends_here and (not block.text.strip() or (block.kind is Kind.HEADING and block.text.strip() in offered)):
            continue
        kept.append(block)
    return Document(tuple(reversed(kept)))


def _block(block: richtext.Block, heading_level: int) -> Block:
    runs = _runs(block)
    match block.kind:
        case Kind.PARAGRAPH:
            return Paragraph(runs) if block.text else Spacer(_BLANK_LINE)
        case Kind.HEADING:
            return Heading(runs, heading_level)
        case Kind.BULLET:
            return Item(runs)
        case Kind.NUMBER:
            return Item(runs, f"{block.number}.")
        case Kind.TICK:
            return Item(runs, TICKED if block.checked else UNTICKED)
        case _:
            assert_never(block.kind)


def _runs(block: richtext.Block) -> Runs:
    return tuple(
        Run(run.text, Mark.STRONG in run.marks, Mark.EM in run.marks, Mark.HIGHLIGHT in run.marks) for run in block.runs
    )
