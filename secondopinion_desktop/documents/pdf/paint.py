"""Marks drawn on the sheets of a PDF, each with its place in the structure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.documents.pdf.faces import font_of
from secondopinion_desktop.documents.pdf.strips import BoxMark, DotMark, RuleMark, TextMark
from secondopinion_desktop.documents.pdf.structure import UNREAD
from secondopinion_desktop.documents.pdf.style import BLACK, RULE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from secondopinion_desktop.documents.pdf.faces import PrintFont
    from secondopinion_desktop.documents.pdf.lines import Piece, TextLine
    from secondopinion_desktop.documents.pdf.strips import Mark, Tag
    from secondopinion_desktop.documents.pdf.structure import Structure
    from secondopinion_desktop.documents.pdf.style import TypeStyle

_BAND: Final = 0.9
_BAND_UP, _BAND_DOWN, _BAND_LINE = 0.82, 0.22, 0.06
_PER_EM: Final = 1000.0
_ACCENTS: Final = re.compile("[\u0300-\u036f]+")


class Painter:
    """Draws on one canvas; `x` and `y` are points from the lower left corner of the sheet."""

    def __init__(self, canvas: Canvas, structure: Structure) -> None:
        self._canvas, self._structure = canvas, structure
        self._document: Any = vars(canvas)["_doc"]  # the document behind the canvas has no other name
        self._open: Tag | None = None
        self._ink = BLACK

    def mark(self, mark: Mark, x: float, y: float, *, again: bool) -> None:
        """Draw `mark` of a strip whose upper left corner is at `x`, `y`; what is drawn `again` is not read again."""
        match mark:
            case TextMark():
                self.text(mark.line, mark.style, x + mark.x, y - mark.y, UNREAD if again else mark.tag)
            case RuleMark():
                self._inside(UNREAD)
                self._canvas.setStrokeGray(mark.ink)
                self._canvas.setLineWidth(mark.weight)
                self._canvas.line(x + mark.left, y - mark.y, x + mark.right, y - mark.y)
            case BoxMark():
                self._inside(UNREAD)
                self._canvas.setStrokeGray(RULE)
                self._canvas.setLineWidth(0.7)
                self._canvas.rect(x + mark.left, y - mark.bottom, mark.right - mark.left, mark.bottom - mark.top)
            case DotMark():
                self._inside(UNREAD)
                self._canvas.setStrokeGray(BLACK)
                self._canvas.setLineWidth(1.2)
                self._use_ink(BLACK if mark.filled else 1.0)
                self._canvas.circle(x + mark.x, y - mark.y, mark.radius, fill=1)

    def text(self, line: TextLine, style: TypeStyle, x: float, y: float, tag: Tag) -> None:
        """Draw a line of text whose letters stand on `y`."""
        if not line.pieces:
            return
        self._inside(tag)
        self._use_ink(style.ink)
        self._bands(line, style, x, y)
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for piece in line.pieces:
            code += self._show(piece, style.size)
        self._canvas.addLiteral(" ".join([*code, "ET"]))

    def _show(self, piece: Piece, size: float) -> Iterator[str]:
        font = font_of(piece.face)
        done = 0
        for accents in _ACCENTS.finditer(piece.text):
            yield from self._letters(font, piece.text[done : accents.start()], size)
            # Lone accents are drawn around the place where the letter ends; they belong over its middle.
            half = font.width(piece.text[: accents.start()][-1:]) / 2
            yield f"[{half:g}] TJ"
            yield from self._letters(font, accents.group(), size)
            yield f"[{-half:g}] TJ"
            done = accents.end()
        yield from self._letters(font, piece.text[done:], size)

    def _letters(self, font: PrintFont, text: str, size: float) -> Iterator[str]:
        for subset, codes in font.splitString(text, self._document):
            yield f"{font.getSubsetInternalName(subset, self._document)} {size:g} Tf <{codes.hex()}> Tj"

    def end_page(self) -> None:
        """Close what is open and turn the page."""
        self._inside(None)
        self._structure.end_page()
        self._canvas.showPage()
        self._ink = BLACK

    def _inside(self, tag: Tag | None) -> None:
        if tag is self._open:
            return
        if self._open is not None:
            self._structure.leave(self._canvas)
        self._open = tag
        if tag is not None:
            self._structure.enter(self._canvas, tag)

    def _use_ink(self, ink: float) -> None:
        if ink != self._ink:
            self._canvas.setFillGray(ink)
            self._ink = ink

    def _bands(self, line: TextLine, style: TypeStyle, x: float, y: float) -> None:
        """Draw a pale band with a line under highlighted words: a marker pen that also shows without colour."""
        for piece in line.pieces:
            width = piece.width - font_of(piece.face).width(" ") * style.size / _PER_EM * _spaces_at_end(piece.text)
            if piece.highlight and width > 0:
                self._use_ink(_BAND)
                low = y - _BAND_DOWN * style.size
                self._canvas.rect(x, low, width, (_BAND_UP + _BAND_DOWN) * style.size, stroke=0, fill=1)
                self._canvas.setStrokeGray(BLACK)
                self._canvas.setLineWidth(_BAND_LINE * style.size)
                self._canvas.line(x, low, x + width, low)
                self._use_ink(style.ink)
            x += piece.width


def _spaces_at_end(text: str) -> int:
    return len(text) - len(text.rstrip(" "))
