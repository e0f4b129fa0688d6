"""Backups of the open file on this computer: whole, verified, private, and thinned with age."""

from __future__ import annotations

import logging
import os
import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base import clock, files
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.troubles import trouble_with_folder
from secondopinion_desktop.storage import copies, places, thinning
from secondopinion_desktop.storage.connection import connect_to_read, in_plain_words

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.storage.database import Database

_log = logging.getLogger(__name__)
_PLACE = "place"  # of the file: the bytes of its path
_SUFFIX = ".secondopinion"
_NAME = re.compile(r"(?P<moment>\d{8}T\d{6}Z)-(?P<sequence>\d{6,})-(?P<reason>[a-z]+)\.secondopinion")
_MOMENT = "%Y%m%dT%H%M%SZ"


class Reason(StrEnum):
    """Why a backup was made; stands in its name."""

    REGULAR = "regular"
    CLOSING = "closing"
    ASKED = "asked"
    MIGRATION = "migration"
    PASSPHRASE = "passphrase"  # noqa: S105 - a reason
    MERGE = "merge"
    RESTORE = "restore"
    IMPORT = "import"
    ERASURE = "erasure"


class Backup(NamedTuple):
    """One backup, whole when it was made. `sequence` rises for ever; `moment` is what the clock said then, in UTC."""

    sequence: int
    moment: datetime
    reason: Reason
    path: Path
    size: int

    @property
    def is_protected(self) -> bool:
        """Return whether a passphrase protects this backup. Raises FileTrouble."""
        return places.kind(self.path) is places.Kind.ENCRYPTED


def backups_of(path: Path, root: Path) -> list[Backup]:
    """Return the backups of the file that was last at `path`, newest first, though it may be damaged or gone.

    `root` holds the folders of all files.
    """
    wanted = os.fsencode(path.resolve())
    histories: list[list[Backup]] = []
    try:
        folders = list(root.iterdir())
    except OSError:
        return []
    for folder in folders:
        with suppress(OSError):
            if (folder / _PLACE).read_bytes() == wanted:
                histories.append(_listed(folder))
    # Another file may have had this place before: its backups follow those of the latest.
    histories.sort(key=_newest_moment, reverse=True)
    return [backup for history in histories for backup in history]


def restore(backup: Backup, target: Path) -> None:
    """Lay a backup out as a file of its own at `target`, where nothing may be yet. Raises FileTrouble.

    The backup stays. What is made of it goes on with the same backups.
    """
    target = target.resolve()
    places.check_before_creating(target)
    with copies.staged(target) as partial:
        shutil.copyfile(backup.path, partial)
        copies.put_anew(partial, target)


class Backups:
    """The backups of one file in one folder. Meant for a worker: a backup of 50 MB takes half a second."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self._database = database
        self._making = Lock()

    def make(self, reason: Reason) -> Backup:
        """Write and verify a backup. Raises DiskFull and other troubles; nothing is left behind then."""
        with self._making:  # a worker may be at it when the file is closed
            try:
                for folder in (self.folder.parent, self.folder):
                    folder.mkdir(exist_ok=True, mode=0o700)
                self._sweep()
            except OSError as error:
                raise trouble_with_folder(error) from error
            newest = self.list()[:1]
            sequence = newest[0].sequence + 1 if newest else 1
            moment = clock.now().replace(microsecond=0)
            path = self.folder / f"{moment:{_MOMENT}}-{sequence:06d}-{reason}{_SUFFIX}"
            copies.write_copy(self._database, path)
            self._note_place()
        _log.info("backup made reason=%s sequence=%d", reason, sequence)
        return Backup(sequence, moment, reason, path, path.stat().st_size)

    def list(self) -> list[Backup]:
        """Return the backups, newest first."""
        return _listed(self.folder)

    def thin(self, now: datetime) -> int:
        """Remove backups that are no longer needed and return how many; `now` is aware."""
        backups = {backup.sequence: backup for backup in self.list()}
        stamps = [
            thinning.Stamp(backup.sequence, backup.moment, backup.reason is Reason.MIGRATION)
            for backup in backups.values()
        ]
        removed = 0
        for sequence in thinning.superfluous(stamps, now):
            with suppress(OSError):
                backups[sequence].path.unlink(missing_ok=True)
                removed += 1
        return removed

    def follow(self, before: str | None) -> int:
        """Bring the backups under the key `before` under the key the file has now; return how many stay behind.

        After a passphrase is set, no word may lie unprotected in an older backup, and after it is changed, the person
        needs to remember only the new one.
        """
        behind = 0
        for backup in self.list():
            if not _opens(backup.path, before):
                continue
            try:
                self._rekey(backup, before)
            except (UserError, OSError) as error:
                behind += 1
                _log.info("backup keeps its old key sequence=%d error=%s", backup.sequence, type(error).__name__)
        return behind

    def _rekey(self, backup: Backup, before: str | None) -> None:
        with copies.staged(backup.path) as partial:
            copies.write_rekeyed(backup.path, before, partial, self._database.key)
            copies.put_in_place(partial, backup.path)

    def _note_place(self) -> None:
        """Keep where the file lies, so that its backups are found when it is damaged or gone."""
        with suppress(OSError):
            files.write_whole(self.folder / _PLACE, os.fsencode(self._database.path))

    def _sweep(self) -> None:
        """Remove what an earlier run left half-written."""
        for partial in self.folder.glob(f".*{copies.PARTIAL}*"):
            partial.unlink(missing_ok=True)


def _opens(path: Path, key: str | None) -> bool:
    try:
        with in_plain_words(path):
            connect_to_read(path, key).close()
    except (UserError, OSError):
        return False
    return True


def _listed(folder: Path) -> list[Backup]:
    try:
        found = [_read_name(path) for path in folder.iterdir()]
    except OSError:
        return []
    return sorted((backup for backup in found if backup), reverse=True)


def _newest_moment(history: list[Backup]) -> datetime:
    return history[0].moment if history else datetime.min.replace(tzinfo=UTC)


def _read_name(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if not found or found["reason"] not in set(Reason):
        return None
    try:
        moment = datetime.strptime(found["moment"], _MOMENT).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(int(found["sequence"]), moment, Reason(found["reason"]), path, size)
