"""The parts of a note as everybody reads them: one block after the other, each a row of runs of text."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from secondopinion_desktop.base.errors import UserError


class DocumentError(UserError):
    """A stored note holds something this version does not know."""


class Mark(StrEnum):
    """What a stretch of text is, not how it looks."""

    STRONG = "strong"
    EM = "em"
    HIGHLIGHT = "highlight"  # "important": said in words where colour cannot be seen


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    TICK = "tick"


LISTS = frozenset({Kind.BULLET, Kind.NUMBER, Kind.TICK})
PLAIN: frozenset[Mark] = frozenset()


class Run(NamedTuple):
    r"""Text with the same marks throughout; "\n" in it is a line break within the block."""

    text: str
    marks: frozenset[Mark] = PLAIN


class Block(NamedTuple):
    """A paragraph, a heading or one item of a list."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0  # headings: 1 to 3
    checked: bool = False  # tick items
    number: int = 0  # numbered items: 1 for the first of its list; set by the document

    @property
    def text(self) -> str:
        """The words without marks."""
        return "".join(run.text for run in self.runs)
