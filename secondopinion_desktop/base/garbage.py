"""When Python looks for cyclic garbage: not while the program starts, and not among what is there to stay."""

from __future__ import annotations

import gc
import linecache


def hold_collection() -> None:
    """Look for no cyclic garbage while the program starts: there is none yet, and looking takes 0.1 to 0.2 s of it."""
    gc.disable()


def resume_collection() -> None:
    """Look for garbage again, except among the 300,000 objects of libraries and window that are there to stay.

    Going through those once takes 0.1 s, which would be felt in the middle of a word. Python keeps the text of every
    module that PySide looked into (`linecache`): 10 MB that nobody asks for.
    """
    linecache.clearcache()
    gc.freeze()
    gc.enable()


def release_kept() -> None:
    """Let what `resume_collection` kept be found again: a file was closed, and nothing of it may stay in memory."""
    gc.unfreeze()
