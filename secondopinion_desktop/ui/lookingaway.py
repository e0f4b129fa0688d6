"""Another program in front, or a dialog, takes the keyboard for a while. The window saves then, as on leaving.

All that has its place in the file is saved. Half a name of something new waits in its line: going to another page,
closing the window and locking add it. Undo saves so too: it would take back what was added only for it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_away = False


@contextmanager
def looking_away() -> Iterator[None]:
    """Whatever is flushed meanwhile adds nothing new."""
    global _away  # noqa: PLW0603 - there is one person
    before, _away = _away, True
    try:
        yield
    finally:
        _away = before


def is_away() -> bool:
    """Return whether what is flushed now is flushed only because the person looks at something else."""
    return _away
