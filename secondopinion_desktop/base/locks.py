"""Who may write in a file. The lock is a file of its own: opening the case file for it would drop SQLite's locks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class Holder(NamedTuple):
    """Who holds a lock: the name of the computer, the process there, and since when (aware, None if unknown)."""

    host: str
    pid: int
    app: str
    since: datetime | None
    here: bool


class FileLock(Protocol):
    """A lock that the system frees when the program dies."""

    def try_lock(self) -> bool:
        """Take the lock now or not at all; a lock left behind by a dead program on this computer is taken over."""
        ...

    def take_over(self) -> bool:
        """Take the lock from another computer. Only after a person said that nobody works there."""
        ...

    def unlock(self) -> None:
        """Give the lock back; without effect if it is not held."""
        ...

    def holder(self) -> Holder | None:
        """Return who holds the lock, None when nobody does or it cannot be read."""
        ...


def lock_path(path: Path) -> Path:
    """Return where the lock of a case file lies: beside it, hidden."""
    return path.with_name(f".{path.name}.lock")


class Unshared:
    """For a file that nobody else can know of yet, such as the sample being written by the command line."""

    def try_lock(self) -> bool:
        return True

    def take_over(self) -> bool:
        return True

    def unlock(self) -> None:
        return

    def holder(self) -> Holder | None:
        return None


def unshared(_path: Path) -> FileLock:
    """Make a lock that locks nothing."""
    return Unshared()
