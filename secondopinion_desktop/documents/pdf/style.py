"""Sizes and places on the sheet: paper, margins, type. All lengths are points (1/72 inch).

Readability research for older readers asks for: body 12 to 14, large print 18, headings 16 and more, lines 1.3 to 1.5
apart, margins of 0.75 to 1 inch, grey never lighter than 7:1 on white, 9 to 10 mm between lines to write on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from secondopinion_desktop.documents.pdf.faces import Face

Paper: TypeAlias = Literal["letter", "a4"]
PrintSize: TypeAlias = Literal["normal", "large"]

PAPERS: Final[dict[Paper, tuple[float, float]]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
INCH: Final = 72.0
BLACK: Final = 0.0
GREY: Final = 0.28  # 9.3:1 on white
RULE: Final = 0.45
WRITING_LINE: Final = 26.0  # 9.2 mm
LINE_SPACE: Final = 1.3
LARGE_POINTS: Final = 18.0
FOOT_GAP: Final = 9.0
_LEAST_HEAD: Final = 16.0
_LEAST_CODE: Final = 24.0
_SMALL_MARGIN, _WIDE_MARGIN = 0.75 * INCH, INCH
_WIDE_MARGIN_UP_TO: Final = 12.0


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A face at a size, with the distance from line to line and the grey of the ink."""

    face: Face
    size: float
    line: float
    ink: float = BLACK


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of paper with one size of print."""

    paper: Paper
    body: float
    foot_lines: int = 2

    @property
    def page(self) -> tuple[float, float]:
        """Return width and height of the paper."""
        return PAPERS[self.paper]

    @property
    def margin(self) -> float:
        """Return the room at the left and the right; small print gets more, so that lines stay short."""
        return _WIDE_MARGIN if self.body <= _WIDE_MARGIN_UP_TO else _SMALL_MARGIN

    @property
    def top(self) -> float:
        """Return the room above the text."""
        return 0.75 * INCH

    @property
    def bottom(self) -> float:
        """Return the room below the text; the foot lines stand in it."""
        return 0.5 * INCH + self.foot.line * self.foot_lines + FOOT_GAP

    @property
    def width(self) -> float:
        """Return the width of the text."""
        return self.page[0] - 2 * self.margin

    @property
    def height(self) -> float:
        """Return the height that text can fill on one page."""
        return self.page[1] - self.top - self.bottom

    @property
    def text(self) -> TypeStyle:
        """Return the style of body text."""
        return self._style(Face.BODY, self.body)

    @property
    def quiet(self) -> TypeStyle:
        """Return the style of side remarks."""
        return self._style(Face.BODY, max(12.0, self.body - 1.5), ink=GREY)

    @property
    def label(self) -> TypeStyle:
        """Return the style of labels and column heads."""
        return self._style(Face.HEAD, self.body)

    @property
    def title(self) -> TypeStyle:
        """Return the style of the document's title."""
        return self._style(Face.HEAD, max(22.0, self.body * 1.55), spread=1.2)

    @property
    def code(self) -> TypeStyle:
        """Return the style of letters that will be typed again."""
        return self._style(Face.CODE, max(_LEAST_CODE, self.body * 1.5), spread=1.6)

    @property
    def foot(self) -> TypeStyle:
        """Return the style of the foot lines."""
        return self._style(Face.BODY, max(9.5, self.body * 0.72), ink=GREY, spread=1.3)

    def head(self, level: int) -> TypeStyle:
        """Return the style of a heading: 1 for sections, 2 and 3 inside them."""
        if level <= 1:
            return self._style(Face.HEAD, max(_LEAST_HEAD, self.body * 1.3), spread=1.25)
        if level == 2:  # noqa: PLR2004 - the level itself
            return self._style(Face.HEAD, max(_LEAST_HEAD * 0.85, self.body * 1.1), spread=1.3)
        return self._style(Face.STRONG, self.body)

    @staticmethod
    def _style(face: Face, size: float, *, ink: float = BLACK, spread: float = LINE_SPACE) -> TypeStyle:
        return TypeStyle(face, size, size * spread, ink)


def sheet_for(paper: Paper, size: PrintSize, body_points: float) -> Sheet:
    """Return the sheet for `paper`, in the document's own size of print or in large print."""
    return Sheet(paper, LARGE_POINTS if size == "large" else body_points)
