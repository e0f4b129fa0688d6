"""The note as a document: always in one normal form, so equal notes are equal and what is read is what was saved."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Self

from secondopinion_desktop.model.loading import LOADING
from secondopinion_desktop.model.richtext.blocks import Block, Kind, Run
from secondopinion_desktop.model.richtext.characters import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEVELS = (1, 3)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Clean the text, drop empty runs, join neighbours with the same marks."""
    # Two halves of one character, or of one line end, may meet where runs meet: join first, then clean.
    written = (run for run in runs if run.text)
    return tuple(
        Run(clean("".join(run.text for run in same))[0], marks)
        for marks, same in groupby(written, key=lambda run: run.marks)
    )


def _normal(blocks: Iterable[Block], number: int = 0) -> Iterator[Block]:
    """Bring blocks into normal form; `number` is that of the item before them, 0 if there is none."""
    lowest, highest = LEVELS
    for block in blocks:
        kind = block.kind
        number = number + 1 if kind is Kind.NUMBER else 0
        yield Block(
            kind,
            _joined(block.runs),
            min(max(block.level, lowest), highest) if kind is Kind.HEADING else 0,
            block.checked and kind is Kind.TICK,
            number,
        )


def _renumbered(blocks: tuple[Block, ...], number: int) -> tuple[Block, ...]:
    """Let the numbered items at the start follow on `number`; the rest is normal already."""
    fresh: list[Block] = []
    for block in blocks:
        if block.kind is not Kind.NUMBER or block.number == number + 1:
            break
        number += 1
        fresh.append(block._replace(number=number))
    return (*fresh, *blocks[len(fresh) :])


@dataclass(frozen=True, slots=True)
class Document:
    """A note: at least one block. Iterate over it for paper, search or another reader."""

    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        """Bring the blocks into normal form."""
        object.__setattr__(self, "blocks", tuple(_normal(self.blocks)) or (Block(Kind.PARAGRAPH),))

    def __iter__(self) -> Iterator[Block]:
        """Go through the blocks from top to bottom."""
        return iter(self.blocks)

    def spliced(self, first: int, last: int, blocks: Iterable[Block]) -> Self:
        """Return the document with `blocks[first:last]` replaced, without going through a long note again."""
        before = self.blocks[:first]
        middle = tuple(_normal(blocks, before[-1].number if before else 0))
        end = (before + middle)[-1:]
        after = _renumbered(self.blocks[last:], end[0].number if end else 0)
        made = object.__new__(type(self))
        object.__setattr__(made, "blocks", before + middle + after or (Block(Kind.PARAGRAPH),))
        return made

    @classmethod
    def from_plain(cls, text: str) -> Self:
        """Return `text` as paragraphs, one for each line."""
        cleaned, _ = clean(text)
        return cls(tuple(Block(Kind.PARAGRAPH, (Run(line),)) for line in cleaned.split("\n")))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the stored document.

        The empty text is an empty note. Raises DocumentError for anything this program does not know; nothing is left
        out in silence.
        """
        if not text:
            return cls()
        with LOADING:
            from secondopinion_desktop.model.richtext.stored import blocks_from_json  # noqa: PLC0415 - pydantic comes late

        return cls(blocks_from_json(text))

    def to_json(self) -> str:
        """Return the document for storing; equal documents give equal text."""
        with LOADING:
            from secondopinion_desktop.model.richtext.stored import json_from_blocks  # noqa: PLC0415 - pydantic comes late

        return json_from_blocks(self.blocks)

    def plain_text(self) -> str:
        """Return every character that was written, one line for each block, for search and previews."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def is_empty(self) -> bool:
        """Whether no word was written."""
        return not self.plain_text().strip()


def visit_template(*headings: str) -> Document:
    """Return a note that offers `headings` (already translated), each with an empty line to write on."""
    blocks: list[Block] = []
    for heading in headings:
        blocks += [Block(Kind.HEADING, (Run(heading),), level=1), Block(Kind.PARAGRAPH)]
    return Document(tuple(blocks))
