"""Short words for writing a note in code: the sample case and tests.

Example: `note(heading("What we heard"), *bullets("Stage II", ["Surgery is on ", strong("March 23")]))`.
"""

from __future__ import annotations

from collections.abc import Sequence

from secondopinion_desktop.model.richtext.blocks import Block, Kind, Mark, Run
from secondopinion_desktop.model.richtext.document import Document

Line = str | Run | Sequence[str | Run]


def _runs(line: Line) -> tuple[Run, ...]:
    if isinstance(line, Run):
        return (line,)
    if isinstance(line, str):
        return (Run(line),)
    return tuple(part if isinstance(part, Run) else Run(part) for part in line)


def strong(text: str) -> Run:
    """Return bold text."""
    return Run(text, frozenset({Mark.STRONG}))


def em(text: str) -> Run:
    """Return text in italics."""
    return Run(text, frozenset({Mark.EM}))


def important(text: str) -> Run:
    """Return highlighted text."""
    return Run(text, frozenset({Mark.HIGHLIGHT}))


def paragraph(line: Line = "") -> Block:
    """Return a paragraph."""
    return Block(Kind.PARAGRAPH, _runs(line))


def heading(line: Line, level: int = 1) -> Block:
    """Return a heading of level 1 to 3."""
    return Block(Kind.HEADING, _runs(line), level=level)


def bullets(*lines: Line) -> list[Block]:
    """Return items with bullets."""
    return [Block(Kind.BULLET, _runs(line)) for line in lines]


def numbers(*lines: Line) -> list[Block]:
    """Return numbered items."""
    return [Block(Kind.NUMBER, _runs(line)) for line in lines]


def tick(line: Line, *, checked: bool = False) -> Block:
    """Return a tick item."""
    return Block(Kind.TICK, _runs(line), checked=checked)


def note(*blocks: Block) -> Document:
    """Return the note made of `blocks`."""
    return Document(blocks)
