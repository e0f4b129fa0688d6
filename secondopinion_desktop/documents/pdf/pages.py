"""Strips laid on pages: what belongs together stays together, as far as a page can hold it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.documents.pdf.strips import Keep, Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

# A section moves to the next page as a whole only if it leaves less than this share of the page empty.
_MOST_EMPTY: Final = 0.08


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and where its top is, in points below the top of the text; `again` for a head that comes again."""

    top: float
    strip: Strip
    again: bool = False


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    placed: list[Placed] = field(default_factory=list)


def lay_out(strips: Sequence[Strip], height: float) -> list[Page]:
    """Return the pages that hold `strips`, each with `height` points of room; at least one page."""
    layout = _Layout(height)
    for chain in _chains(strips, Keep.SECTION):
        layout.place(chain, Keep.SECTION)
    return layout.pages


def _chains(strips: Sequence[Strip], level: Keep) -> list[list[Strip]]:
    """Split where a strip holds on to the next less than `level`."""
    chains: list[list[Strip]] = [list(strips[:1])]
    for above, below in pairwise(strips):
        if above.keep < level or below.new_page:
            chains.append([])
        chains[-1].append(below)
    return chains


class _Layout:
    def __init__(self, height: float) -> None:
        self.pages = [Page()]
        self._height = height
        self._filled = 0.0
        self._header: tuple[Strip, ...] = ()
        self._shown: set[int] = set()

    def place(self, chain: list[Strip], level: Keep) -> None:
        if not chain:
            return
        if chain[0].new_page and self._filled:
            self._turn()
        need = self._need(chain)
        fits_here = self._filled + need <= self._height
        fits_a_page = self._need_on_new_page(chain) <= self._height
        if fits_here:
            self._put(chain)
        elif fits_a_page and (level > Keep.SECTION or self._height - self._filled < _MOST_EMPTY * self._height):
            self._turn()
            self._put(chain)
        elif level < Keep.HEAD:
            for part in _chains(chain, Keep(level + 1)):
                self.place(part, Keep(level + 1))
        else:
            self._put_anyhow(chain)

    def _turn(self) -> None:
        self.pages.append(Page())
        self._filled, self._header = 0.0, ()

    def _put(self, strips: Sequence[Strip]) -> None:
        for strip in strips:
            if strip.header and strip.header is not self._header:
                self._set_down(strip.header, again=id(strip.header) in self._shown)
                self._shown.add(id(strip.header))
            self._header = strip.header
            self._set_down((strip,))

    def _set_down(self, strips: Sequence[Strip], *, again: bool = False) -> None:
        for strip in strips:
            self._filled += strip.gap if self._filled else 0.0
            self.pages[-1].placed.append(Placed(self._filled, strip, again))
            self._filled += strip.height

    def _put_anyhow(self, chain: list[Strip]) -> None:
        for strip in chain:
            if self._filled and self._filled + self._need([strip]) > self._height:
                self._turn()
            self._put([strip])

    def _need(self, chain: Sequence[Strip]) -> float:
        return self._measure(chain, self._header, at_top=not self._filled)

    def _need_on_new_page(self, chain: Sequence[Strip]) -> float:
        return self._measure(chain, (), at_top=True)

    @staticmethod
    def _measure(chain: Sequence[Strip], header: tuple[Strip, ...], *, at_top: bool) -> float:
        need = 0.0
        for strip in chain:
            fresh = strip.header if strip.header is not header else ()
            for part in (*fresh, strip):
                need += part.height + (0.0 if at_top else part.gap)
                at_top = False
            header = strip.header
        return need
