"""When Python looks for cyclic garbage: only when `ui.collecting` says so, and so never while the program starts."""

from __future__ import annotations

import gc


def hold_collection() -> None:
    """Look for no cyclic garbage wherever something is made, until the process ends.

    While the program starts there is none, and looking takes 0.1 to 0.2 s. Later it might be found on a worker, or
    while Qt ends an object and holds a lock: widgets that are garbage then wait for that lock forever.

    `gc.freeze` would spare looking at 300,000 objects that are there to stay, but pages that are frozen are not let go
    when the file is closed, and what is left of their widgets gets in the way of the next ones.
    """
    gc.disable()
