"""The typefaces of paper: Source Sans 3 for everything, Atkinson Hyperlegible for codes that are typed again.

reportlab drops letters that a TrueType file lacks, and cannot name letters beyond U+FFFF. `PrintFont` mends both: a
lacking letter has the width and the picture of a box, and the map from pictures back to letters is in UTF-16.
"""

from __future__ import annotations

import threading
from enum import Enum
from functools import cache
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.documents.pdf.letters import BOX, ZERO_WIDTH_SPACE, is_unseen

_SPACE: Final = 0x20
_NOWHERE: Final = 0xFFFF
_NO_GLYPH: Final = 0  # typefaces draw it as a box of their own
_NAMES_AT_ONCE: Final = 100  # the most a `bfchar` block may hold


class Face(Enum):
    """A typeface by the name under which it is registered."""

    BODY = "SourceSans3-Regular"
    STRONG = "SourceSans3-Bold"
    EM = "SourceSans3-Italic"
    STRONG_EM = "SourceSans3-BoldItalic"
    HEAD = "SourceSans3-SemiBold"
    CODE = "AtkinsonHyperlegibleNext-Bold"


class _Glyphs(dict[int, int]):
    """Letter code to glyph number, for every letter there is: lacking ones get the box, unseen ones nothing wide."""

    def __init__(self, known: dict[int, int], nothing: int) -> None:
        super().__init__(known)
        self._box, self._nothing = known.get(ord(BOX), _NO_GLYPH), nothing

    def __contains__(self, code: object) -> bool:
        return isinstance(code, int)

    def __missing__(self, code: int) -> int:
        return self._nothing if is_unseen(code) else self._box


class _Widths(dict[int, float]):
    """Letter code to width, in thousandths of the type size, for every letter there is."""

    def __missing__(self, code: int) -> float:
        return 0.0 if is_unseen(code) else self[ord(BOX)]

    def get(self, code: int, default: object = None) -> float:  # noqa: ARG002 - never needed
        return self[code]


class _Codes(dict[int, int]):
    """Letter to code in this document; a letter that has none yet stands far outside the first subset."""

    def __missing__(self, letter: int) -> int:
        return _NOWHERE


class PrintFont(TTFont):
    """A typeface that can print any letter, if need be as a box. Not safe for two documents at the same moment."""

    def __init__(self, face: Face) -> None:
        super().__init__(face.value, str(resource("fonts", f"{face.value}.ttf")), shapable=False)
        glyphs: dict[int, int] = self.face.charToGlyph
        known = {code: glyph for code, glyph in glyphs.items() if not is_unseen(code)}
        self.cover: Final = frozenset(known)
        self._widths: Final = _Widths({code: self.face.charWidths[code] for code in known})
        self._widths.setdefault(ord(BOX), self.face.defaultWidth)
        self.face.charWidths = self._widths
        self.face.charToGlyph = _Glyphs(known, nothing=glyphs.get(ord(ZERO_WIDTH_SPACE), glyphs[_SPACE]))

    def width(self, text: str) -> float:
        """Return the width of `text` in thousandths of the type size."""
        return sum(map(self._widths.__getitem__, map(ord, text)))

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """Return `text` as codes of this document's subsets; letters met before, by far the most, in one sweep."""
        if doc not in self.state:
            super().splitString("", doc, encoding)  # makes the state
        state: Any = self.state[doc]
        if not isinstance(state.assignments, _Codes):
            state.assignments = _Codes(state.assignments)
        try:
            return [(0, text.translate(state.assignments).encode("latin-1"))]
        except UnicodeEncodeError:  # a letter is new, or of a later subset
            found: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return found

    def addObjects(self, doc: Any) -> None:
        """Write the typeface into `doc`, with a map back to letters that knows all of Unicode."""
        subsets: list[list[int]] = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _letters_map(name, subset)


def _letters_map(name: str, subset: list[int]) -> str:
    named = [(code, letter) for code, letter in enumerate(subset) if letter]
    blocks = [named[start : start + _NAMES_AT_ONCE] for start in range(0, len(named), _NAMES_AT_ONCE)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>" for code, letter in block]
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


_loading = threading.Lock()


@cache
def _load(face: Face) -> PrintFont:
    font = PrintFont(face)
    pdfmetrics.registerFont(font)
    return font


def font_of(face: Face) -> PrintFont:
    """Return the registered typeface, reading it on first use."""
    with _loading:
        return _load(face)
