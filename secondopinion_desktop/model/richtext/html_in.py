"""HTML from other programs: only the structure of a note is read. No picture, address or style is looked at."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from secondopinion_desktop.model.richtext.blocks import LISTS, PLAIN, Block, Kind, Mark, Run
from secondopinion_desktop.model.richtext.characters import clean
from secondopinion_desktop.model.richtext.document import Document
from secondopinion_desktop.model.richtext.html_tokens import tokens

if TYPE_CHECKING:
    from secondopinion_desktop.model.richtext.html_tokens import Tag

# ruff: noqa: SIM905 - names are easier to read in a row
_SKIPPED = frozenset("head math noscript object script select style svg template textarea title".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_LEVELS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 3, "h6": 3}
_MARKS = {"b": Mark.STRONG, "strong": Mark.STRONG, "i": Mark.EM, "em": Mark.EM, "mark": Mark.HIGHLIGHT}
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SPACE = re.compile("[ \t\n\r\f]+")
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_SLANT = re.compile(r"font-style\s*:\s*(\w+)")
_BOLD_FROM = "600"


def _marked(marks: frozenset[Mark], tag: Tag) -> frozenset[Mark]:
    """Return `marks` as they are inside `tag`: word processors say bold and italic in a style as well."""
    if tag.name in _MARKS:
        marks |= {_MARKS[tag.name]}
    style = tag.attributes.get("style", "").lower()
    if weight := _WEIGHT.search(style):
        bold = weight[1] in {"bold", "bolder"} or _BOLD_FROM <= weight[1] <= "999"
        marks = marks | {Mark.STRONG} if bold else marks - {Mark.STRONG}
    if slant := _SLANT.search(style):
        marks = marks | {Mark.EM} if slant[1] in {"italic", "oblique"} else marks - {Mark.EM}
    return marks


class _Reader:
    """Collects blocks. The words of unknown elements stay, their look does not."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.replaced = 0
        self._runs: list[Run] = []
        self._block = Block(Kind.PARAGRAPH)  # what the words at hand belong to
        self._open: list[tuple[str, frozenset[Mark]]] = []  # elements, with the marks around each
        self._counts: Counter[str] = Counter()
        self._lists: list[Kind] = []
        self._marks = PLAIN
        self._skipping = self._verbatim = 0

    def read(self, html: str) -> None:
        for token in tokens(html):
            if isinstance(token, str):
                self._take_words(token)
            elif token.closing:
                self._end(token.name)
            else:
                self._begin(token)
        self._finish_block()

    # Elements

    def _begin(self, tag: Tag) -> None:
        if tag.name not in _VOID:
            self._open.append((tag.name, self._marks))
            self._counts[tag.name] += 1
            self._skipping += tag.name in _SKIPPED
        if self._skipping:
            return
        if tag.name in _BLOCKS:
            self._boundary()
            self._begin_block(tag.name)
        elif tag.name == "br":
            self._runs.append(Run("\n", self._marks))
        elif tag.name == "input" and tag.attributes.get("type", "").lower() == "checkbox" and self._block.kind in LISTS:
            self._block = Block(Kind.TICK, checked="checked" in tag.attributes)
        elif tag.name in {"td", "th"} and self._runs:
            self._runs.append(Run("\t", self._marks))
        self._marks = _marked(self._marks, tag)

    def _begin_block(self, name: str) -> None:
        if name in {"ul", "ol"}:
            self._finish_block()
            self._lists.append(Kind.BULLET if name == "ul" else Kind.NUMBER)
            self._block = Block(Kind.PARAGRAPH)
        elif name == "li":
            self._finish_block()
            self._block = Block(self._lists[-1] if self._lists else Kind.BULLET)
        elif name in _LEVELS and self._block.kind not in LISTS:
            self._block = Block(Kind.HEADING, level=_LEVELS[name])
        self._verbatim += name == "pre"

    def _end(self, name: str) -> None:
        if not self._counts[name]:
            return
        while self._open:
            inner, around = self._open.pop()
            self._counts[inner] -= 1
            self._close(inner, around)
            if inner == name:
                return

    def _close(self, name: str, around: frozenset[Mark]) -> None:
        skipped = name in _SKIPPED
        self._skipping -= skipped
        if self._skipping or skipped:
            return
        if name in _BLOCKS:
            self._boundary(keep_empty=name == "p")
        self._marks = around
        if name in {"ul", "ol"}:
            self._finish_block()
            self._lists.pop()
        self._verbatim -= name == "pre"
        if name == "li" or name in _LEVELS:
            self._finish_block()
            self._block = Block(Kind.PARAGRAPH)

    # Words

    def _take_words(self, words: str) -> None:
        if self._skipping:
            return
        if not self._verbatim:
            words = _SPACE.sub(" ", words)
            if not self._runs or self._runs[-1].text.endswith((" ", "\n", "\t")):
                words = words.removeprefix(" ")
        words, replaced = clean(words)
        self.replaced += replaced
        if words:
            self._runs.append(Run(words, self._marks))

    def _boundary(self, *, keep_empty: bool = False) -> None:
        """Begin a new block, or a new line where a list item goes on."""
        if self._block.kind not in LISTS:
            self._finish_block(keep_empty=keep_empty)
        elif self._runs and not self._runs[-1].text.endswith("\n"):
            self._runs.append(Run("\n", self._marks))

    def _finish_block(self, *, keep_empty: bool = False) -> None:
        """Put the words at hand into a block. An empty one counts where a person made it empty: <p><br></p>."""
        was_made = keep_empty and bool(self._runs)
        self._trim()
        if self._runs or was_made:
            self.blocks.append(self._block._replace(runs=tuple(self._runs)))
            if self._block.kind in LISTS:
                self._block = Block(Kind.PARAGRAPH)
        self._runs = []

    def _trim(self) -> None:
        """Take off what no browser shows at the end of a block: spaces, and one line break."""
        broken = False
        while self._runs and not self._verbatim:
            text, marks = self._runs.pop()
            kept = text.rstrip(" ") if text.strip(" \xa0") else ""
            if kept.endswith("\n") and not broken:
                broken = True
                kept = kept.removesuffix("\n")
            if kept:
                self._runs.append(Run(kept, marks))
                return


def from_html(html: str) -> tuple[Document, int] | None:
    """Return the words and allowed formats of `html`, and how many characters were replaced; None without words."""
    reader = _Reader()
    reader.read(html)
    return (Document(tuple(reader.blocks)), reader.replaced) if reader.blocks else None
