"""What a new visit note offers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from secondopinion_desktop.guidance.shelf import file_for, open_file

if TYPE_CHECKING:
    from pathlib import Path


def visit_headings() -> tuple[str, ...]:
    """Return the three plain headings of a new visit note."""
    return read_visits(file_for("visits.toml"))


@cache
def read_visits(path: Path) -> tuple[str, ...]:
    """Read a file about visit notes. Raises GuidanceError."""
    whole = open_file(path)
    headings = whole.texts("headings")
    whole.end()
    return headings
