"""What lies between words and sheets: strips of marks, one below the other.

A strip is as wide as the text and is never cut. A line of text is a strip, and so is a row of a table. `Keep` says how
much it belongs to the strip below.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from secondopinion_desktop.documents.pdf.lines import TextLine
    from secondopinion_desktop.documents.pdf.style import TypeStyle


class Keep(IntEnum):
    """How hard a strip tries to stand on one page with the next: weakest first."""

    APART = 0
    SECTION = 1
    BLOCK = 2
    HEAD = 3


@dataclass(eq=False, slots=True)
class Tag:
    """One part of the document's structure, for screen readers: a role of the PDF standard and what lies inside."""

    role: str
    inside: list[Tag] = field(default_factory=list)

    def add(self, role: str) -> Tag:
        """Return a new part inside this one."""
        part = Tag(role)
        self.inside.append(part)
        return part


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line of text; `x` from the left of the text, `y` from the top of the strip down to the foot of the letters."""

    x: float
    y: float
    line: TextLine
    style: TypeStyle
    tag: Tag


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A line from side to side."""

    left: float
    right: float
    y: float
    weight: float = 0.7
    ink: float = 0.45


@dataclass(frozen=True, slots=True)
class DotMark:
    """A round mark, filled or open."""

    x: float
    y: float
    radius: float
    filled: bool


@dataclass(frozen=True, slots=True)
class BoxMark:
    """An empty box to write in."""

    left: float
    right: float
    top: float
    bottom: float


Mark: TypeAlias = TextMark | RuleMark | DotMark | BoxMark


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A name for the outline of the file; `level` 0 is the outermost."""

    key: str
    title: str
    level: int = 0


@dataclass(slots=True)
class Strip:
    """`height` points of marks. `gap` is the room above, left out at the top of a page.

    `header` is drawn again where this strip is the first of its table on a page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keep: Keep = Keep.APART
    gap: float = 0.0
    header: tuple[Strip, ...] = ()
    bookmark: Bookmark | None = None
    new_page: bool = False
