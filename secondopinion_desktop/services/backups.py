"""When a backup is due, and the one call that makes it. Qt-free: the window asks `due` from a timer and on closing."""

from __future__ import annotations

import logging
from datetime import timedelta
from threading import RLock
from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock, paths
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.storage import backup
from secondopinion_desktop.storage.backup import Reason

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from secondopinion_desktop.storage.backup import Backup
    from secondopinion_desktop.storage.casefile import CaseFile

_log = logging.getLogger(__name__)
EVERY = timedelta(minutes=30)


def backups_of(path: Path) -> list[Backup]:
    """Return the backups on this computer of the file at `path`, newest first; it may be damaged or gone."""
    return backup.backups_of(path, paths.data_dir() / "backups")


def restore(chosen: Backup, target: Path) -> None:
    """Lay a backup out as a file of its own, ready to be opened. Raises FileTrouble."""
    backup.restore(chosen, target)


class BackupPlan:
    """The backups of one open file: half an hour after the first change since the last one, and on closing.

    `make` and `on_close` read and write files and belong on a worker; everything else is quick. They wait for each
    other, and after `end` nothing is made any more: the file can be closed then.
    """

    def __init__(self, case_file: CaseFile) -> None:
        self._file = case_file
        self._making = RLock()
        self._ended = False
        self._saved_commits = case_file.database.commits
        self._last = self._newest_moment()
        self._unsaved = self._last is None or case_file.was_cut_off

    def has_changes(self) -> bool:
        """Return whether anything was written since the last backup."""
        return self._unsaved or self._file.database.commits != self._saved_commits

    def due(self, now: datetime) -> bool:
        """Return whether it is time for a backup; `now` is aware. A clock that was set back makes one due."""
        if not self.has_changes():
            return False
        return self._last is None or not timedelta(0) <= now - self._last < EVERY

    def make(self, reason: Reason = Reason.REGULAR) -> Backup | None:
        """Make a backup now and remove those no longer needed; None once the file is closing.

        Raises FileTrouble; the file is not concerned.
        """
        with self._making:
            if self._ended:
                return None
            commits = self._file.database.commits
            self._last = now = clock.now()  # also when it does not work out: the next try is half an hour away
            made = self._file.backups.make(reason)
            self._saved_commits, self._unsaved = commits, False
            self._file.backups.thin(now)
            return made

    def on_close(self) -> bool:
        """Wait for a backup under way, and make a last one if anything changed since; return whether all is safe.

        Never keeps a file from closing.
        """
        with self._making:
            if not self.has_changes():
                return True
            try:
                self.make(Reason.CLOSING)
            except UserError as trouble:
                _log.warning("no backup on closing trouble=%s", type(trouble).__name__)
                return False
            return True

    def end(self) -> None:
        """Wait for a backup under way, and make no more: the file is being closed."""
        with self._making:
            self._ended = True

    def list(self) -> list[Backup]:
        """Return the backups, newest first."""
        return self._file.backups.list()

    def _newest_moment(self) -> datetime | None:
        newest = self._file.backups.list()[:1]
        return newest[0].moment if newest else None
