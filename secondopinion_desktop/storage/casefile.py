"""A person's file, `*.secondopinion`: made, opened, closed, protected.

Opening reads first and writes last. Until the file is known to be ours, unlocked, sound and not newer than this
program, it is only open for reading; every refusal leaves it, and the folder around it, as they were.
"""

from __future__ import annotations

import hmac
import os
from contextlib import contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.files import create_private, sync_folder
from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.base.troubles import (
    AlreadyExists,
    AlreadyOpen,
    FileTrouble,
    NeedsPassphrase,
    OlderFile,
    ReadOnlyFolder,
    WrongPassphrase,
    WrongRecoveryCode,
)
from secondopinion_desktop.storage import copies, keys, places
from secondopinion_desktop.storage.backup import Backups, Reason
from secondopinion_desktop.storage.connection import (
    NOT_A_DATABASE,
    SqliteError,
    code_of,
    connect_to_read,
    in_plain_words,
)
from secondopinion_desktop.storage.database import Database, build
from secondopinion_desktop.storage.device import introduce, this_device
from secondopinion_desktop.storage.health import demand_sound
from secondopinion_desktop.storage.stamp import Marks, read_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from secondopinion_desktop.base.locks import FileLock
    from secondopinion_desktop.storage.keys import Cost, Unlock

    MakeLock = Callable[[Path], FileLock]

CHECKED_AT_ONCE = 100_000_000
"""Files up to this many bytes are checked before they open (0.6 s at most); larger ones right afterwards."""


class NewFile(NamedTuple):
    """A file just made. `recovery_code` is for the sheet, and nowhere else to be had; None without a passphrase."""

    file: CaseFile
    recovery_code: str | None


class CaseFile:
    """An open file; `database` reads and writes it."""

    def __init__(self, database: Database, marks: Marks, door: _Door, *, unchecked: bool = False) -> None:
        self.database = database
        self.file_id = marks.file_id
        self.was_cut_off = False
        """The file was not closed in peace last time (crash, power cut); what was saved then is here now."""
        self.device_id = ""
        """Which computer writes in the file; empty where it is only read."""
        self.unchecked = unchecked
        """Too large to be checked while somebody waits: call `health.examine` from a worker."""
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
            raise copies.trouble_with_folder(error) from error

    def save_copy(self, target: Path) -> None:
        """Write a verified copy, which opens with the same passphrase, over `target` or anew. Raises FileTrouble."""
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
        with the old file whole and open, FileBusy, DiskFull and other troubles. Takes a second or two: call it from a
        worker. Backups follow the file: they open with the new passphrase too.
        """
        before = self.database.key
        if before is not None:
            _demand_same(before, _key_for(places.read_head(self.path), old, self._door.cost), old)
        key, code = _new_key(new, self._door.cost)
        self.backups.make(Reason.PASSPHRASE)
        with self.database.standing_still(), copies.staged(self.path) as fresh:
            copies.write_rekeyed(self.path, before, fresh, key)
            self.database.replace(partial(copies.put_in_place, fresh, self.path), key)
        self.backups.follow(before)
        return code

    def close(self) -> None:
        """Close the file and give its lock back."""
        self.database.close()
        self._door.unlock()


def needs_passphrase(path: Path) -> bool:
    """Return whether a passphrase or a recovery code is needed to open `path`. Raises FileTrouble."""
    path = path.resolve()
    places.check_before_reading(path)
    return places.kind(path) is places.Kind.ENCRYPTED


def create(
    path: Path, passphrase: str | None, *, make_lock: MakeLock = unshared, cost: Cost = keys.STANDARD
) -> NewFile:
    """Make a new file and open it. Raises FileTrouble, FieldError("passphrase"), and leaves nothing behind then."""
    path = path.resolve()
    places.check_before_creating(path)
    key, code = _new_key(passphrase, cost)
    with _Door(make_lock, cost).locked(path) as door:
        try:
            create_private(path)
        except FileExistsError:
            raise AlreadyExists from None
        except OSError as error:
            raise copies.trouble_with_folder(error) from error
        try:
            with in_plain_words(path):
                build(path, key)
            sync_folder(path.parent)
            return NewFile(_opened(path, key, _inspected(path, key, None), door), code)
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
    path = path.resolve()
    places.check_before_writing(path)
    with _Door(make_lock, cost).locked(path, take_over=take_over) as door:
        key = _key_of(path, unlock, cost)
        was_cut_off = places.has_open_log(path)
        with _no_traces(path):
            marks = _inspected(path, key, unlock)
        places.remove_all(copies.partial_of(path))
        file = _opened(path, key, marks, door)
        file.was_cut_off = was_cut_off
        return file


def open_to_read(path: Path, unlock: Unlock | None = None, *, cost: Cost = keys.STANDARD) -> CaseFile:
    """Open a file without ever writing: beside an open window, from a read-only disk. Raises FileTrouble."""
    path = path.resolve()
    places.check_before_reading(path)
    key = _key_of(path, unlock, cost)
    if places.has_open_log(path) and not os.access(path.parent, os.W_OK) and not places.has_shared_memory(path):
        raise ReadOnlyFolder  # reading what is in the log takes a place to index it
    marks = _inspected(path, key, unlock)
    if marks.is_old:
        raise OlderFile
    return CaseFile(Database(path, key, read_only=True), marks, _Door(unshared, cost))


class _Door:
    """The lock on the place where the file lies, and what it costs to unlock."""

    def __init__(self, make_lock: MakeLock, cost: Cost) -> None:
        self.cost = cost
        self._make_lock = make_lock
        self._lock: FileLock | None = None

    @contextmanager
    def locked(self, path: Path, *, take_over: bool = False) -> Iterator[_Door]:
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


def _new_key(passphrase: str | None, cost: Cost) -> tuple[str | None, str | None]:
    if passphrase is None:
        return None, None
    salt = places.fresh_salt()
    secret = keys.new_secret(passphrase, salt, cost)
    return keys.raw_key(secret, salt), keys.recovery_code(secret)


def _key_of(path: Path, unlock: Unlock | None, cost: Cost) -> str | None:
    if places.kind(path) is places.Kind.PLAIN:
        return None
    return _key_for(places.read_head(path), unlock, cost)


def _key_for(salt: bytes, unlock: Unlock | None, cost: Cost) -> str:
    if unlock is None:
        raise NeedsPassphrase
    return keys.raw_key(keys.secret_from(unlock, salt, cost), salt)


def _demand_same(key: str, offered: str, unlock: Unlock | None) -> None:
    if not hmac.compare_digest(key, offered):
        raise _wrong(unlock)


def _wrong(unlock: Unlock | None) -> FileTrouble:
    return WrongRecoveryCode() if isinstance(unlock, keys.RecoveryCode) else WrongPassphrase()


def _inspected(path: Path, key: str | None, unlock: Unlock | None) -> Marks:
    """Read the file before anything may write in it. Raises the trouble that stands in the way."""
    with in_plain_words(path):
        try:
            bare = connect_to_read(path, key)
        except SqliteError as error:
            if key is None or code_of(error) != NOT_A_DATABASE or not places.is_whole_pages(path):
                raise
            raise _wrong(unlock) from None
        try:
            marks = read_marks(bare)
            if path.stat().st_size <= CHECKED_AT_ONCE:
                demand_sound(bare)
        finally:
            bare.close()
    return marks


@contextmanager
def _no_traces(path: Path) -> Iterator[None]:
    """Take away the index that SQLite makes to read a log that was left behind. The lock of the file is ours."""
    had = places.has_shared_memory(path)
    try:
        yield
    finally:
        if not had:
            path.with_name(path.name + "-shm").unlink(missing_ok=True)


def _opened(path: Path, key: str | None, marks: Marks, door: _Door) -> CaseFile:
    database = Database(path, key)
    try:
        file = CaseFile(database, marks, door, unchecked=path.stat().st_size > CHECKED_AT_ONCE)
        if marks.is_old:
            from secondopinion_desktop.storage.migrate import migrate  # noqa: PLC0415 - Alembic, for older files only

            file.backups.make(Reason.MIGRATION)
            migrate(database)
        file.device_id = this_device()
        introduce(database, file.device_id)
    except BaseException:
        database.close()
        raise
    return file
