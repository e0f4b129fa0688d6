"""When Python looks for cyclic garbage: not while the program starts."""

from __future__ import annotations

import gc
import linecache
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def hold_collection() -> None:
    """Look for no cyclic garbage while the program starts: there is none yet, and looking takes 0.1 to 0.2 s of it."""
    gc.disable()


def resume_collection() -> None:
    """Look for garbage again; and drop the text of every module that PySide looked into, which Python kept: 10 MB.

    No `gc.freeze` here, though it would spare looking at 300,000 objects that are there to stay: pages that are frozen
    are not let go when the file is closed, and what is left of their widgets gets in the way of the next ones.
    """
    linecache.clearcache()
    gc.enable()


def drop_what_was_closed() -> None:
    """Let go of the pages of the file before, when another is opened. During the start there was none: nothing is done.

    Until the leftovers are gone, PySide may take a new text document for an old one that lay in the same place.
    """
    if gc.isenabled():
        gc.collect()


@contextmanager
def no_collection() -> Iterator[None]:
    """Look for no garbage while somebody waits for a page: its new objects would set off one search after the other."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
