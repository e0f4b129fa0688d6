"""The small set of things every block is made of: text, rules and gaps turned into strips."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from secondopinion_desktop.documents.packet import Run
from secondopinion_desktop.documents.pdf.strips import Keep, Strip, Tag, TextMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.documents.packet import Runs
    from secondopinion_desktop.documents.pdf.lines import TextLine, Typesetter
    from secondopinion_desktop.documents.pdf.strips import Mark
    from secondopinion_desktop.documents.pdf.style import Sheet, TypeStyle

# The foot of the letters below the top of their line: the room around the letters is shared above and below.
_LETTER_TOP = 0.755
_WIDOWS = 2


def baseline(style: TypeStyle) -> float:
    """Return how far below the top of a line its letters stand."""
    return (style.line - style.size) / 2 + _LETTER_TOP * style.size


@dataclass(frozen=True, slots=True)
class Bench:
    """Where blocks are made: the sheet, the typesetter and the structure so far."""

    sheet: Sheet
    setter: Typesetter
    root: Tag

    def lines(self, text: Runs | str, style: TypeStyle, width: float) -> list[TextLine]:
        """Return `text` broken to `width`."""
        runs = (Run(text),) if isinstance(text, str) else text
        return self.setter.lines(runs, style, width)

    def text(
        self,
        text: Runs | str,
        style: TypeStyle,
        tag: Tag,
        *,
        left: float = 0.0,
        gap: float = 0.0,
        keep: Keep = Keep.SECTION,
    ) -> list[Strip]:
        """Return one strip a line, never one line alone at the top or the foot of a page.

        `keep` is how the last line holds on to what follows.
        """
        lines = self.lines(text, style, self.sheet.width - left)
        foot = baseline(style)
        last = len(lines) - 1
        strips = [
            Strip(
                style.line,
                (TextMark(left, foot, line, style, tag),),
                keep=Keep.HEAD if number < _WIDOWS - 1 or number >= last - _WIDOWS + 1 else Keep.SECTION,
            )
            for number, line in enumerate(lines)
        ]
        if strips:
            strips[0].gap = gap
            strips[-1].keep = keep
        return strips


def side_by_side(
    bench: Bench,
    left: tuple[Runs | str, TypeStyle],
    right: tuple[Runs | str, TypeStyle],
    places: tuple[float, float],
    tag: Tag,
) -> list[Strip]:
    """Return two texts beside each other at `places`, line by line, so that no length is too much for a page."""
    (name, name_style), (value, value_style) = left, right
    names = bench.lines(name, name_style, places[1] - places[0] - bench.sheet.body * 0.6)
    values = bench.lines(value, value_style, bench.sheet.width - places[1])
    step = max(name_style.line, value_style.line)
    foot = baseline(name_style)
    label, body = tag.add("Lbl"), tag.add("LBody")
    strips: list[Strip] = []
    for number in range(max(len(names), len(values))):
        here = slice(number, number + 1)
        marks = [TextMark(places[0], foot, line, name_style, label) for line in names[here]]
        marks += [TextMark(places[1], foot, line, value_style, body) for line in values[here]]
        strips.append(Strip(step, tuple(marks), keep=Keep.SECTION))
    if len(strips) > 1:
        strips[0].keep = strips[-2].keep = Keep.HEAD
    return strips


def held(strips: Sequence[Strip], inside: Keep) -> list[Strip]:
    """Let `strips` hold together at least as hard as `inside`; the last one keeps its own hold on what follows."""
    for strip in strips[:-1]:
        strip.keep = max(strip.keep, inside)
    return list(strips)


def not_alone(strips: list[Strip]) -> list[Strip]:
    """Let the last strip stand on one page with the one before it."""
    for strip in strips[:-1][-1:]:
        strip.keep = max(strip.keep, Keep.BLOCK)
    return strips


def with_marks(strip: Strip, *marks: Mark) -> Strip:
    """Return `strip` with more marks, drawn and read before its own."""
    return replace(strip, marks=(*marks, *strip.marks))
