"""What the program says about itself: what it can do, what it cannot, and where the notes are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.guidance.shelf import file_for, open_file

if TYPE_CHECKING:
    from pathlib import Path


class Safety(NamedTuple):
    """`start`: once at the start. `files`: where the notes are. `urgent`: Help, and the foot of the timing step.

    `paper`: the foot of every printed page. `credit`: under the page for weighing choices.
    `can` and `cannot`: the page "What this program can and cannot do".
    """

    start: str
    files: str
    urgent: str
    paper: str
    credit: str
    can: tuple[str, ...]
    cannot: tuple[str, ...]


def safety() -> Safety:
    """Return the safety lines."""
    return read_safety(file_for("safety.toml"))


@cache
def read_safety(path: Path) -> Safety:
    """Read a file of safety lines. Raises GuidanceError."""
    whole = open_file(path)
    lines = Safety(
        start=whole.text("start"),
        files=whole.text("files"),
        urgent=whole.text("urgent"),
        paper=whole.text("paper"),
        credit=whole.text("credit"),
        can=whole.texts("can"),
        cannot=whole.texts("cannot"),
    )
    whole.end()
    return lines
