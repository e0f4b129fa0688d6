"""What every check is written with."""

from __future__ import annotations

import sys


class Failure(Exception):
    """A check found something that is not as it should be."""


def demand(holds: object, failure: str) -> None:
    """Raise Failure unless `holds`."""
    if not holds:
        raise Failure(failure)


def is_built() -> bool:
    """Return whether this is the built program, and not the source or an installed package."""
    return bool(getattr(sys, "frozen", False))
