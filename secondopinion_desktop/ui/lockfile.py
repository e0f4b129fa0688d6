"""The lock beside an open file, by Qt: freed by the system when the program dies, readable from another computer."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSysInfo

from secondopinion_desktop.base.locks import Holder, lock_path

if TYPE_CHECKING:
    from pathlib import Path


class LockFile:
    """A lock of its own file, ".<name>.lock". Never by age: a computer may sleep for weeks with the file open."""

    def __init__(self, path: Path) -> None:
        self._path = lock_path(path)
        self._lock = QLockFile(str(self._path))
        self._lock.setStaleLockTime(0)

    def try_lock(self) -> bool:
        """Take the lock now or not at all; one left behind by a dead program on this computer is taken over."""
        taken = self._lock.tryLock(0)
        if not taken and self.holder() is None:
            # A power cut can leave the lock empty, and Qt would respect it for ever. The system's own lock on it tells
            # whether somebody lives: then it cannot be removed.
            taken = self._lock.removeStaleLockFile() and self._lock.tryLock(0)
        if taken:
            with suppress(OSError):
                self._path.chmod(0o600)
        return taken

    def take_over(self) -> bool:
        """Remove the lock of another computer and take it. A living program on this computer keeps its lock."""
        return self._lock.removeStaleLockFile() and self.try_lock()

    def unlock(self) -> None:
        """Give the lock back; without effect if it is not held."""
        self._lock.unlock()

    def holder(self) -> Holder | None:
        """Return who holds the lock, None when nobody does or the file of the lock cannot be read."""
        pid, host, app = self._lock.getLockInfo()
        if not pid:
            return None
        try:
            since = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        except OSError:
            since = None
        return Holder(host, pid, app, since, here=host == QSysInfo.machineHostName())
