"""Text made ready for paper, letter by letter: nothing is dropped, and what cannot be drawn is drawn as a box.

A PDF keeps two things for each letter: its picture and its meaning. A letter without a picture in our typeface gets the
picture of a box and keeps its meaning, so that copying it out of the PDF gives back what was typed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Container

BOX: Final = "\N{WHITE SQUARE}"
ZERO_WIDTH_SPACE: Final = "\N{ZERO WIDTH SPACE}"

# Letters that have no picture by design: joiners, direction marks, variation selectors, the soft hyphen.
_UNSEEN: Final = frozenset(
    {0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF}
    | set(range(0x200B, 0x2010))
    | set(range(0x202A, 0x202F))
    | set(range(0x2060, 0x2070))
    | set(range(0xFE00, 0xFE10))
    | set(range(0xE0000, 0xE0FFF + 1)),
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_TAB: Final = "    "
_PLAIN: Final = re.compile(r"[\n -~]*")
_CONTROL_PICTURES: Final = 0x2400
_DELETE, _DELETE_PICTURE, _SPACE = 0x7F, 0x2421, 0x20


def is_unseen(code: int) -> bool:
    """Say whether the letter `code` has no picture by design."""
    return code in _UNSEEN


def for_paper(text: str, cover: Container[int], missing: Counter[str]) -> str:
    """Return `text` with line feeds as its only line ends, with composed letters, and with visible control characters.

    `cover` holds the codes of the letters that the typeface can draw; letters outside it stay, and are counted in
    `missing`. Half letters (lone surrogates) cannot stand in a PDF and become U+FFFD.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", _TAB))
    return "".join([_letter(letter, cover, missing) for letter in text])


def _letter(letter: str, cover: Container[int], missing: Counter[str]) -> str:
    code = ord(letter)
    if code in cover or letter == "\n" or code in _UNSEEN:
        return letter
    category = unicodedata.category(letter)
    if category == "Zs":
        return " "
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) > 1 and all(ord(part) in cover for part in parts):
        return parts
    shown = letter
    if code < _SPACE:
        shown = chr(_CONTROL_PICTURES + code)
    elif code == _DELETE:
        shown = chr(_DELETE_PICTURE)
    elif category in {"Cc", "Cs"}:
        shown = "\N{REPLACEMENT CHARACTER}"
    missing[letter] += 1
    return shown


def spoken_name(letter: str) -> str:
    """Return what to call a letter that could not be printed, such as "grinning face"."""
    return unicodedata.name(letter, "").lower() or f"U+{ord(letter):04X}"
