"""Runs of text broken into lines that fit, without losing or adding a letter.

Lines end after a space, after a hyphen, dash, slash or "@" between letters, at a line feed, and, in a word that is
wider than the line, after a stop or anywhere. The letters of all lines put together are the letters of the text
without its line feeds.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.documents.pdf.faces import Face, PrintFont, font_of
from secondopinion_desktop.documents.pdf.letters import for_paper

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Runs
    from secondopinion_desktop.documents.pdf.style import TypeStyle

_TOKEN: Final = re.compile(
    "[ \u200b]+|[^ \u200b]+?(?:(?<=[^\\W\\d_])[-\u2010\u2013\u2014/@](?=[^\\W\\d_])|(?=[ \u200b])|$)",
)
_PER_EM: Final = 1000.0
_STOPS: Final = "./_:=?&"
_LOOK_BACK: Final = 12
_WORTH_REMEMBERING: Final = 40
_STRONGER: Final = {Face.BODY: Face.STRONG, Face.EM: Face.STRONG_EM}
_SLANTED: Final = {Face.BODY: Face.EM, Face.STRONG: Face.STRONG_EM}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line in one dress; `width` is in points."""

    text: str
    face: Face
    highlight: bool
    width: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, ready to draw."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        """Return the width of the line in points."""
        return sum(piece.width for piece in self.pieces)


class _WordWidths(dict[str, float]):
    """Widths of the words met in this document; it goes away with the document."""

    def __init__(self, font: PrintFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, word: str) -> float:
        width = self._font.width(word)
        if len(word) <= _WORTH_REMEMBERING:
            self[word] = width
        return width


class Typesetter:
    """Breaks the text of one document; counts in `missing` the letters that will be printed as boxes."""

    def __init__(self) -> None:
        self.missing: Counter[str] = Counter()
        self._cover = font_of(Face.BODY).cover
        self._widths: dict[Face, _WordWidths] = {}

    def lines(self, runs: Runs, style: TypeStyle, width: float) -> list[TextLine]:
        """Return the lines of `runs` that fit into `width` points; no text gives no line."""
        text, spans = self._dress(runs, style.face)
        if not text:
            return []
        breaker = _Breaker(text, spans, style.size)
        found: list[TextLine] = []
        start = 0
        for part in text.split("\n"):
            stop = start + len(part)
            found += breaker.lines(start, stop, width)
            start = stop + 1
        return found

    def natural_width(self, text: str, style: TypeStyle) -> float:
        """Return how wide `text` is where no line has to end; counts no letter as missing."""
        ready, widths = for_paper(text, self._cover, Counter()), self.widths(style.face)
        widest = max(sum(widths[word] for word in _TOKEN.findall(line)) for line in ready.split("\n"))
        return widest * style.size / _PER_EM

    def widths(self, face: Face) -> _WordWidths:
        """Return the widths of words in `face`, in thousandths of the size."""
        if face not in self._widths:
            self._widths[face] = _WordWidths(font_of(face))
        return self._widths[face]

    def ready(self, text: str) -> str:
        """Return `text` with every letter made printable."""
        return for_paper(text, self._cover, self.missing)

    def _dress(self, runs: Runs, face: Face) -> tuple[str, list[_Span]]:
        texts: list[str] = []
        spans: list[_Span] = []
        end = 0
        for run in runs:
            text = self.ready(run.text)
            if not text:
                continue
            dress = _STRONGER.get(face, face) if run.strong or run.highlight else face
            dress = _SLANTED.get(dress, dress) if run.em else dress
            end += len(text)
            texts.append(text)
            spans.append(_Span(end, dress, run.highlight, self.widths(dress)))
        return "".join(texts), spans


@dataclass(frozen=True, slots=True)
class _Span:
    end: int
    face: Face
    highlight: bool
    widths: _WordWidths


class _Breaker:
    """Breaks one dressed text; positions are counted in its letters."""

    def __init__(self, text: str, spans: list[_Span], size: float) -> None:
        self._text, self._spans = text, spans
        self._scale = size / _PER_EM
        self._ends = [span.end for span in spans]

    def lines(self, start: int, stop: int, width: float) -> list[TextLine]:
        if start == stop:
            return [TextLine(())]
        cuts = self._cuts(start, stop, width / self._scale)
        return [self._line(*cut) for cut in zip([start, *cuts], [*cuts, stop], strict=True)]

    def _cuts(self, start: int, stop: int, limit: float) -> list[int]:
        """Return where lines end, without the last one."""
        cuts: list[int] = []
        filled = 0.0
        spans = iter(self._spans)
        span = next(spans)
        end = start
        for word in _TOKEN.findall(self._text, start, stop):
            begin, end = end, end + len(word)
            while span.end <= begin:
                span = next(spans)
            wide = span.widths[word] if end <= span.end else self._measure(begin, end)
            if wide > limit:
                inside, filled = self._cut_long(begin, end, limit, filled)
                cuts += inside
            elif filled + wide > limit and word[0] not in " \u200b":
                cuts.append(begin)
                filled = wide
            else:
                filled += wide
        return [cut for cut in cuts if start < cut < stop]

    def _cut_long(self, begin: int, end: int, limit: float, filled: float) -> tuple[list[int], float]:
        """Cut a word wider than a line; return the cuts and how far the last line is filled."""
        cuts = [begin] if filled else []
        reach = list(accumulate(self._letter_widths(begin, end)))
        done, offset = 0, 0.0
        while reach[-1] - offset > limit:
            cut = max(bisect_right(reach, offset + limit), done + 1)
            cut = self._better_cut(begin + done, begin + cut) - begin
            cuts.append(begin + cut)
            done, offset = cut, reach[cut - 1]
        return cuts, reach[-1] - offset

    def _better_cut(self, start: int, cut: int) -> int:
        """Return a place shortly before `cut` where an address or a number falls apart, else one beside no accent."""
        for place in range(cut, max(cut - _LOOK_BACK, start + 1), -1):
            if self._text[place - 1] in _STOPS:
                return place
        while cut > start + 1 and unicodedata.combining(self._text[cut]):
            cut -= 1
        return cut

    def _letter_widths(self, begin: int, end: int) -> list[float]:
        found: list[float] = []
        for start, stop, span in self._parts(begin, end):
            found += [span.widths[letter] for letter in self._text[start:stop]]
        return found

    def _measure(self, begin: int, end: int) -> float:
        return sum([span.widths[self._text[start:stop]] for start, stop, span in self._parts(begin, end)])

    def _parts(self, begin: int, end: int) -> list[tuple[int, int, _Span]]:
        found: list[tuple[int, int, _Span]] = []
        index = bisect_right(self._ends, begin)
        while begin < end:
            span = self._spans[index]
            stop = min(end, span.end)
            found.append((begin, stop, span))
            begin, index = stop, index + 1
        return found

    def _line(self, begin: int, end: int) -> TextLine:
        return TextLine(
            tuple(
                Piece(self._text[start:stop], span.face, span.highlight, self._measure(start, stop) * self._scale)
                for start, stop, span in self._parts(begin, end)
            ),
        )
