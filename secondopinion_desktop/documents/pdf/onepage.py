"""A document that must stand on one page: its longest sections are cut, and go on from page 2."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Item, Paragraph, Run
from secondopinion_desktop.documents.pdf import flow
from secondopinion_desktop.documents.pdf.compose import Bench
from secondopinion_desktop.documents.pdf.strips import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.documents.packet import Block, Packet, Runs, Section
    from secondopinion_desktop.documents.pdf.lines import Typesetter
    from secondopinion_desktop.documents.pdf.strips import Strip
    from secondopinion_desktop.documents.pdf.style import Sheet

_LEAST_LINES: Final = 2.35  # of a section that is cut: two, with its gap
_LOOKS_BACK: Final = 40  # letters, for the end of a word to cut at


def fit(packet: Packet, sheet: Sheet, setter: Typesetter) -> tuple[Packet, tuple[str, ...]]:
    """Return the packet whose first page holds something of every section, and the titles of those that were cut."""
    page = _OnePage(packet, sheet, setter)
    page.cut()
    return page.packet, page.over


class _OnePage:
    def __init__(self, packet: Packet, sheet: Sheet, setter: Typesetter) -> None:
        self._whole, self._sheet, self._setter = packet, sheet, setter
        self._shown = list(packet.sections)
        self._rests: dict[int, tuple[Block, ...]] = {}
        self._heights = [self._height_of(part) for part in packet.sections]
        bench = self._bench()
        self._around = _height([*flow.opening(bench, packet), *flow.missing_letters(bench)])

    def cut(self) -> None:
        """Cut the sections that are higher than all can be, until the page holds everything that is shown."""
        room = self._sheet.height - self._around
        if sum(self._heights) <= room:
            return
        fixed = {number for number, part in enumerate(self._whole.sections) if not _can_be_cut(part)}
        free = [number for number in range(len(self._heights)) if number not in fixed]
        room -= sum(self._heights[number] for number in fixed)
        level = max(_level([self._heights[number] for number in free], room), self._sheet.text.line * _LEAST_LINES)
        for number in free:
            if self._heights[number] > level:
                part = self._whole.sections[number]
                kept, self._rests[number] = self._split(part, level)
                self._shown[number] = replace(part, blocks=kept)

    @property
    def over(self) -> tuple[str, ...]:
        """The titles of the sections that were cut, in order."""
        return tuple(self._whole.sections[number].title for number in sorted(self._rests))

    @property
    def packet(self) -> Packet:
        """The packet with what was cut off after the first page."""
        rests = [
            replace(self._whole.sections[number], key=f"more-{number}", blocks=rest, run_in=False)
            for number, rest in sorted(self._rests.items())
        ]
        if rests:
            rests[0] = replace(rests[0], new_page=True)
        return replace(self._whole, sections=(*self._shown, *rests))

    def _split(self, part: Section, room: float) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """Return the blocks that fit into `room`, with "See page 2" at the end, and what is left over."""
        for place in range(len(part.blocks) - 1, -1, -1):
            before, block = part.blocks[:place], part.blocks[place]
            if not isinstance(block, Paragraph | Item):
                continue
            low = self._most_letters(part, before, block, room)
            if low or not place:
                kept, rest = _parted(block, low)
                return (*before, kept), (*rest, *part.blocks[place + 1 :])
        return part.blocks, ()

    def _most_letters(self, part: Section, before: Sequence[Block], block: Paragraph | Item, room: float) -> int:
        """Return how many letters of `block` can stay, 0 for none."""
        low, high = 0, sum(len(run.text) for run in block.runs)
        while low < high:
            middle = (low + high + 1) // 2
            kept, _rest = _parted(block, middle)
            if self._height_of(replace(part, blocks=(*before, kept))) <= room:
                low = middle
            else:
                high = middle - 1
        return low

    def _height_of(self, part: Section) -> float:
        return _height(flow.section(self._bench(), part))

    def _bench(self) -> Bench:
        return Bench(self._sheet, self._setter, Tag("Document"))


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.height + strip.gap for strip in strips)


def _can_be_cut(part: Section) -> bool:
    """Return whether words can go to page 2; dates stay where they are seen at once."""
    return all(isinstance(block, Paragraph | Item) for block in part.blocks)


def _level(heights: Sequence[float], room: float) -> float:
    """Return the height that none may pass, so that all together need no more than `room`."""
    left = len(heights)
    for height in sorted(heights):
        if height * left > room:
            break
        room -= height
        left -= 1
    return room / max(left, 1)


def _parted(block: Paragraph | Item, letters: int) -> tuple[Paragraph | Item, tuple[Block, ...]]:
    """Return `block` with its first `letters` and "See page 2", and the rest of it, if there is one."""
    whole = "".join(run.text for run in block.runs)
    cut = letters
    if letters < len(whole):
        space = max(whole.rfind(" ", max(0, letters - _LOOKS_BACK), letters + 1), whole.rfind("\n", 0, letters + 1))
        cut = space if space > letters - _LOOKS_BACK and space > 0 else letters
    first, second = _runs(block.runs, 0, cut), _runs(block.runs, cut, len(whole))
    more = Run((" " if first else "") + _("… See page 2"), strong=True)
    rest = (replace(block, runs=second),) if "".join(run.text for run in second).strip() else ()
    return replace(block, runs=(*first, more)), rest


def _runs(runs: Runs, start: int, stop: int) -> Runs:
    """Return the letters from `start` to `stop` in their dress."""
    found: list[Run] = []
    begin = 0
    for run in runs:
        text = run.text[max(0, start - begin) : max(0, stop - begin)]
        if text:
            found.append(replace(run, text=text))
        begin += len(run.text)
    return tuple(found)
