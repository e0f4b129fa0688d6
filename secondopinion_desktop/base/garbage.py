"""When Python looks for cyclic garbage: not while the program starts, and then only when `ui.collecting` says so."""

from __future__ import annotations

import gc
import linecache


def hold_collection() -> None:
    """Look for no cyclic garbage while the program starts: there is none yet, and looking takes 0.1 to 0.2 s of it."""
    gc.disable()


def drop_what_start_left() -> None:
    """Drop the text of every module that PySide looked into, which Python kept: 10 MB."""
    linecache.clearcache()


def resume_collection() -> None:
    """Look for garbage again wherever something is made.

    No `gc.freeze` here, though it would spare looking at 300,000 objects that are there to stay: pages that are frozen
    are not let go when the file is closed, and what is left of their widgets gets in the way of the next ones.
    """
    gc.enable()
