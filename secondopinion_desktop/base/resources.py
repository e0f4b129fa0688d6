"""Where the shipped files are: in a checkout, in an installed wheel, in a frozen program."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parents[1]
    inside = package / "resources"  # wheel and frozen program
    return inside if inside.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. `resource("themes", "light.toml")`."""
    return _root().joinpath(*parts)
