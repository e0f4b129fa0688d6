"""The comparison of opinions: its rows, the shapes of agreement, reasons to differ, and what people can do then."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.guidance.shelf import check_unique, file_for, open_file
from secondopinion_desktop.model.choices import Match

if TYPE_CHECKING:
    from pathlib import Path


class ComparisonRow(NamedTuple):
    """One topic. `key` is kept in people's files. `at_first`: shown from the start. `private`: for the person alone.

    `waits`: folded away while there is one opinion, and nothing is written on it.
    """

    key: str
    block: str
    name: str
    prompt: str
    at_first: bool
    private: bool
    waits: bool


class ComparisonBlock(NamedTuple):
    key: str
    name: str
    rows: tuple[ComparisonRow, ...]


class MatchShape(NamedTuple):
    """How opinions stand to each other on a topic, and the shape that stands beside the word."""

    match: Match
    shape: str

    @property
    def word(self) -> str:
        """Return the word, in the person's language."""
        return self.match.words


class Keyed(NamedTuple):
    """A sentence to choose; `key` is kept in people's files."""

    key: str
    text: str


class OpinionShelf(NamedTuple):
    blocks: tuple[ComparisonBlock, ...]
    shapes: tuple[MatchShape, ...]
    why_differ: tuple[Keyed, ...]
    moves: tuple[Keyed, ...]


def comparison_blocks() -> tuple[ComparisonBlock, ...]:
    """Return the rows of the comparison, block by block."""
    return _shelf().blocks


def comparison_rows() -> tuple[ComparisonRow, ...]:
    """Return all rows of the comparison in order."""
    return tuple(row for block in comparison_blocks() for row in block.rows)


def match_shapes() -> tuple[MatchShape, ...]:
    """Return the ways opinions can stand to each other, each with its shape."""
    return _shelf().shapes


def match_shape(match: str) -> MatchShape:
    """Return the shape of one of them. Raises KeyError for an unknown one."""
    return {found.match.value: found for found in match_shapes()}[match]


def why_differ() -> tuple[Keyed, ...]:
    """Return reasons for a difference; more than one can be true."""
    return _shelf().why_differ


def moves_when_they_differ() -> tuple[Keyed, ...]:
    """Return what people can do where opinions differ. The order means nothing."""
    return _shelf().moves


def _shelf() -> OpinionShelf:
    return read_opinions(file_for("opinions.toml"))


@cache
def read_opinions(path: Path) -> OpinionShelf:
    """Read a file about the comparison. Raises GuidanceError."""
    whole = open_file(path)
    blocks = []
    for part in whole.sections("block"):
        key = part.text("key")
        rows = tuple(
            ComparisonRow(
                key=row.text("key"),
                block=key,
                name=row.text("name"),
                prompt=row.text("prompt"),
                at_first=row.flag("at_first"),
                private=row.flag("private"),
                waits=row.flag("waits"),
            )
            for row in part.sections("rows")
        )
        blocks.append(ComparisonBlock(key, part.text("name"), rows))
    shapes = whole.section("shapes")
    shelf = OpinionShelf(
        blocks=tuple(blocks),
        shapes=tuple(MatchShape(match, shapes.text(match)) for match in Match),
        why_differ=tuple(Keyed(part.text("key"), part.text("text")) for part in whole.sections("why_differ")),
        moves=tuple(Keyed(part.text("key"), part.text("text")) for part in whole.sections("move")),
    )
    shapes.end()
    whole.end()
    check_unique([row.key for block in blocks for row in block.rows], path)
    for keyed in (shelf.blocks, shelf.why_differ, shelf.moves):
        check_unique([part.key for part in keyed], path)
    return shelf
