"""Cuts HTML into tags and words, forgiving like a browser, in time that grows with the length and no faster.

The parser of the standard library takes minutes for some texts of a few hundred kilobytes, and a clipboard can hold
anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[a-zA-Z][^\s/><]*")
_ATTRIBUTE = re.compile(r"[^\s\"'>/=<]+")
_SPACE = re.compile(r"[\s/\"']*")
_EQUALS = re.compile(r"\s*=\s*")
_BARE = re.compile(r"[^\s><\"']*")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "title", "textarea")}


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or end tag; names are in small letters."""

    name: str
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


class _Scanner:
    def __init__(self, html: str) -> None:
        self._html = html
        self._at = 0
        self._unclosed: set[str] = set()  # quotes that do not come again: looking once is enough

    def _quoted(self, quote: str) -> str | None:
        end = -1 if quote in self._unclosed else self._html.find(quote, self._at + 1)
        if end < 0:
            self._unclosed.add(quote)
            return None
        value = self._html[self._at + 1 : end]
        self._at = end + 1
        return value

    def _value(self) -> str:
        equals = _EQUALS.match(self._html, self._at)
        if not equals:
            return ""
        self._at = equals.end()
        if self._html[self._at : self._at + 1] in {'"', "'"}:
            quoted = self._quoted(self._html[self._at])
            if quoted is not None:
                return unescape(quoted)
        return unescape(self._take(_BARE))

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._html, self._at)
        if not found:
            return ""
        self._at = found.end()
        return found[0]

    def _tag(self, *, closing: bool) -> Tag:
        name = self._take(_NAME).lower()
        attributes: dict[str, str] = {}
        self._take(_SPACE)
        while attribute := self._take(_ATTRIBUTE):
            attributes.setdefault(attribute.lower(), self._value())
            self._take(_SPACE)
        while self._html[self._at : self._at + 1] not in {">", "<", ""}:
            self._at += 1
        if self._html[self._at : self._at + 1] == ">":
            self._at += 1
        return Tag(name, closing, attributes)

    def _skip_to(self, ending: str) -> None:
        end = self._html.find(ending, self._at)
        self._at = len(self._html) if end < 0 else end + len(ending)

    def _raw(self, name: str) -> None:
        found = _RAW[name].search(self._html, self._at)
        self._at = found.start() if found else len(self._html)

    def scan(self) -> Iterator[Tag | str]:
        html = self._html
        while self._at < len(html):
            start = html.find("<", self._at)
            if start != self._at:
                end = len(html) if start < 0 else start
                words, self._at = html[self._at : end], end
                yield unescape(words)
                continue
            following = html[start + 1 : start + 2]
            closing = following == "/"
            if html.startswith("<!--", start):
                self._skip_to("-->")
            elif following in {"!", "?"}:
                self._skip_to(">")
            elif _NAME.match(html, start + 1 + closing):
                self._at = start + 1 + closing
                tag = self._tag(closing=closing)
                yield tag
                if not closing and tag.name in _RAW:
                    self._raw(tag.name)
            else:
                self._at += 1
                yield "<"


def tokens(html: str) -> Iterator[Tag | str]:
    """Return the tags and the words between them; words come with their entities resolved."""
    return _Scanner(html).scan()
