"""The lock on the place where a file lies, held for as long as the file is open."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from secondopinion_desktop.base.troubles import AlreadyOpen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from secondopinion_desktop.base.locks import FileLock
    from secondopinion_desktop.storage.keys import Cost

    MakeLock = Callable[[Path], FileLock]


class Door:
    """The lock on the place where the file lies, and what it costs to unlock."""

    def __init__(self, make_lock: MakeLock, cost: Cost) -> None:
        self.cost = cost
        self._make_lock = make_lock
        self._lock: FileLock | None = None

    @contextmanager
    def locked(self, path: Path, *, take_over: bool = False) -> Iterator[Door]:
        """Lock `path`, and unlock it again if the block ends with an error."""
        self._lock = self._taken(path, take_over=take_over)
        try:
            yield self
        except BaseException:
            self.unlock()
            raise

    @contextmanager
    def moved_to(self, path: Path) -> Iterator[None]:
        """Lock `path` too, and give up the old place once the block is through."""
        before, fresh = self._lock, self._taken(path, take_over=False)
        try:
            yield
        except BaseException:
            fresh.unlock()
            raise
        self._lock = fresh
        if before is not None:
            before.unlock()

    def unlock(self) -> None:
        """Give the lock back."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _taken(self, path: Path, *, take_over: bool) -> FileLock:
        lock = self._make_lock(path)
        if lock.try_lock() or (take_over and lock.take_over()):
            return lock
        holder = lock.holder()
        if holder is None:
            raise AlreadyOpen("", None, here=True)
        raise AlreadyOpen(holder.host, holder.since, here=holder.here)
