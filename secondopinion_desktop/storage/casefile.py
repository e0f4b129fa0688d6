"""A person's file, `*.secondopinion`: made, opened, closed, protected.

Opening reads first and writes last. Until the file is known to be ours, unlocked, sound and not newer than this
program, it is only open for reading; every refusal leaves it, and the folder around it, as they were.
"""

from __future__ import annotations

import os
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base import files, paths
from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.base.troubles import (
    FileBusy,
    OlderFile,
    ReadOnlyFolder,
    WouldReplaceCaseFile,
    trouble_with_folder,
)
from secondopinion_desktop.storage import copies, keys, places
from secondopinion_desktop.storage.backup import Backups, Reason
from secondopinion_desktop.storage.connection import in_plain_words
from secondopinion_desktop.storage.database import Database, build, load_sql
from secondopinion_desktop.storage.device import introduce, this_device
from secondopinion_desktop.storage.door import Door
from secondopinion_desktop.storage.health import demand_sound
from secondopinion_desktop.storage.unlocking import (
    CHECKED_AT_ONCE,
    demand_same,
    inspected,
    key_for,
    key_of,
    new_key,
    no_traces,
)

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.storage.door import MakeLock
    from secondopinion_desktop.storage.keys import Cost, Unlock
    from secondopinion_desktop.storage.stamp import Marks


class NewFile(NamedTuple):
    """A file just made. `recovery_code` is for the sheet, and nowhere else to be had; None without a passphrase."""

    file: CaseFile
    recovery_code: str | None


class CaseFile:
    """An open file; `database` reads and writes it."""

    def __init__(self, database: Database, marks: Marks, door: Door) -> None:
        self.database = database
        self.file_id = marks.file_id
        self.was_cut_off = False
        """The file was not closed in peace last time (crash, power cut); what was saved then is here now."""
        self.device_id = ""
        """Which computer writes in the file; empty where it is only read."""
        self._door = door

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.database.path

    @property
    def is_protected(self) -> bool:
        """Return whether a passphrase protects the file."""
        return self.database.key is not None

    @cached_property
    def backups(self) -> Backups:
        """The backups of this file on this computer. Raises FileTrouble where there is no place for them."""
        try:
            return Backups(paths.data_dir() / "backups" / self.file_id, self.database)
        except OSError as error:
            raise trouble_with_folder(error) from error

    def save_copy(self, target: Path) -> None:
        """Write a verified copy, which opens with the same passphrase, to `target`.

        Raises WouldReplaceCaseFile where any file of notes is already, however old: it may hold words that are nowhere
        else. Raises other FileTrouble.
        """
        own = places.resolved(self.path)
        if files.is_case_file(target) or places.resolved(target) in {own, *places.companions(own)}:
            raise WouldReplaceCaseFile
        copies.write_copy(self.database, target)

    def rescue(self, target: Path) -> None:
        """Save everything to a new place after `FileVanished`, and go on there; `target` must not exist.

        Raises AlreadyExists, ReadOnlyFolder, DiskFull and other troubles; then everything is as it was before.
        """
        target, before = target.resolve(), self.path
        places.check_before_creating(target)
        with self._door.moved_to(target), self.database.standing_still():
            copies.write_copy(self.database, target)
            self.database.go_on_at(target)
            # SQLite would write an old log into whatever file stands in the old place when that is opened.
            for companion in places.companions(before):
                companion.unlink(missing_ok=True)

    def change_passphrase(self, old: Unlock | None, new: str | None) -> str | None:
        """Protect the file by `new`, or by nothing; return the code for the new sheet. The old sheet is void then.

        Raises NeedsPassphrase, WrongPassphrase, WrongRecoveryCode, MistypedRecoveryCode, FieldError("passphrase") and,
        with the old file whole and open, FileBusy, FileVanished, DiskFull and other troubles. Takes a second or two:
        call it from a worker. Backups follow the file: they open with the new passphrase too.
        """
        before = self.database.key
        if before is not None:
            demand_same(before, key_for(places.read_head(self.path), old, self._door.cost), old)
        key, code = new_key(new, self._door.cost)
        self.backups.make(Reason.PASSPHRASE)
        with self.database.standing_still(), copies.staged(self.path) as fresh:
            self.database.demand_in_place()  # else another file would be read, and then lost
            copies.write_rekeyed(self.path, before, fresh, key)
            self.database.replace(partial(copies.put_in_place, fresh, self.path), key)
        self.backups.follow(before)
        return code

    def close(self) -> None:
        """Close the file and give its lock back."""
        self.database.close()
        self._door.unlock()

    def discard(self) -> None:
        """Close the file and remove it: only for one just made, in which nothing was written yet."""
        self.database.close()
        places.remove_all(self.path)
        self._door.unlock()


def needs_passphrase(path: Path) -> bool:
    """Return whether a passphrase or a recovery code is needed to open `path`. Raises FileTrouble."""
    path = places.resolved(path)
    places.check_before_reading(path)
    return places.kind(path) is places.Kind.ENCRYPTED


def create(
    path: Path, passphrase: str | None, *, make_lock: MakeLock = unshared, cost: Cost = keys.STANDARD
) -> NewFile:
    """Make a new file and open it. Raises FileTrouble, FieldError("passphrase"), and leaves nothing behind then."""
    path = places.resolved(path)
    places.check_before_creating(path)
    key, code = new_key(passphrase, cost)
    with Door(make_lock, cost).locked(path) as door:
        with copies.staged(path) as fresh, in_plain_words(fresh):
            build(fresh, key)
            copies.put_anew(fresh, path)
        try:
            return NewFile(_opened(path, key, inspected(path, key, None), door), code)
        except BaseException:
            places.remove_all(path)
            raise


def open_file(
    path: Path,
    unlock: Unlock | None = None,
    *,
    make_lock: MakeLock = unshared,
    take_over: bool = False,
    cost: Cost = keys.STANDARD,
) -> CaseFile:
    """Open a file to work in it, after a backup and a migration if it is from an older program.

    `take_over` opens a file that seems open on another computer, once a person has said that it is not.
    Raises FileTrouble, and then nothing was written.
    """
    path = places.resolved(path)
    places.check_before_writing(path)
    with Door(make_lock, cost).locked(path, take_over=take_over) as door:
        key = key_of(path, unlock, cost)
        was_cut_off = places.has_open_log(path)
        with no_traces(path):
            marks = inspected(path, key, unlock, in_peace=not was_cut_off)
        places.remove_all(copies.partial_of(path))
        file = _opened(path, key, marks, door)
        file.was_cut_off = was_cut_off
        return file


def open_to_read(path: Path, unlock: Unlock | None = None, *, cost: Cost = keys.STANDARD) -> CaseFile:
    """Open a file without ever writing: beside an open window, from a read-only disk. Raises FileTrouble."""
    path = places.resolved(path)
    places.check_before_reading(path)
    key = key_of(path, unlock, cost)
    if places.has_rollback(path):
        raise FileBusy  # somebody is in the middle of a write, or was cut off there
    if places.has_open_log(path) and not os.access(path.parent, os.W_OK) and not places.has_shared_memory(path):
        raise ReadOnlyFolder  # reading what is in the log takes a place to index it
    marks = inspected(path, key, unlock)
    if marks.is_old:
        raise OlderFile
    return CaseFile(Database(path, key, read_only=True), marks, Door(unshared, cost))


def _opened(path: Path, key: str | None, marks: Marks, door: Door) -> CaseFile:
    # With a large file nobody can wait that long for the first word to be saved.
    database = Database(path, key, check=demand_sound, waits_for_check=path.stat().st_size <= CHECKED_AT_ONCE)
    try:
        file = CaseFile(database, marks, door)
        if marks.is_old:
            load_sql()
            from secondopinion_desktop.storage.migrate import migrate  # noqa: PLC0415 - Alembic, for older files only

            file.backups.make(Reason.MIGRATION)
            migrate(database)
        file.device_id = this_device()
        introduce(database, file.device_id)
        places.remove_rollback(path)
    except BaseException:
        database.close()
        raise
    return file
