"""Which characters a note may hold, and what stands in for the few it may not.

A person's letters are never touched. What is replaced cannot be stored, drawn or printed: halves of a surrogate pair,
control characters, and code points that Unicode keeps out of text for good. The replacement can always be seen.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)
)
# U+FFFC stands for a picture or other object inside text. A note has none.
_REPLACED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffc" + _NONCHARACTERS + "]")
_ANYTHING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffc" + _NONCHARACTERS + "]")
_DELETE = "\x7f"
_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"
# The byte order mark is not text; its successor for "keep these together" is U+2060, which also draws nothing.
_BYTE_ORDER_MARK, _WORD_JOINER = "\ufeff", "\u2060"


def _whole(halves: re.Match[str]) -> str:
    return halves[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _stand_in(found: re.Match[str]) -> str:
    character = found[0]
    if character < " ":
        return chr(_PICTURES + ord(character))
    return _DELETE_PICTURE if character == _DELETE else REPLACEMENT


def clean(text: str) -> tuple[str, int]:
    r"""Return `text` as a note can hold it, and how many characters had to be replaced.

    Line ends of every system become "\n"; a tab stays. Control characters become their pictures (NUL is shown as
    U+2400), other characters that are not text become U+FFFD.
    """
    if not _ANYTHING.search(text):
        return text, 0
    text = _PAIR.sub(_whole, text)
    text = _LINE_BREAK.sub("\n", text).replace(_BYTE_ORDER_MARK, _WORD_JOINER)
    return _REPLACED.subn(_stand_in, text)
