"""How a connection to a case file is made, and what the answers of SQLite mean in plain words."""

from __future__ import annotations

import os
import shutil
import string
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher

from secondopinion_desktop.base.troubles import (
    DamagedFile,
    DiskFull,
    DiskTrouble,
    FileBusy,
    FileVanished,
    ReadOnlyFile,
    TooLarge,
)
from secondopinion_desktop.storage import places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from secondopinion_desktop.base.errors import UserError

# For every connection. The SQLite documentation asks for the first three with files that may come from elsewhere.
_CAREFUL = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON", "temp_store=MEMORY")
# WAL with FULL is the fastest mode that lost no acknowledged edit in simulated power cuts.
_DURABLE = (
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "secure_delete=ON",
    "wal_autocheckpoint=256",
    "journal_size_limit=4194304",
)
_UNQUOTED = frozenset((string.ascii_letters + string.digits + "/._-~:").encode())
_WAIT_SECONDS = 5
_PRIMARY = 0xFF  # SQLite's extended result codes carry the primary one in the low byte
_DBMOVED = 1032  # SQLITE_READONLY_DBMOVED: SQLite itself saw that the file was moved away
_NEARLY_FULL = 1 << 20

SqliteError = sqlcipher.Error
NOT_A_DATABASE = sqlcipher.SQLITE_NOTADB
"""The code for a wrong key, and for a damaged first page."""


def connect(path: Path, key: str | None, *, wait: float = _WAIT_SECONDS) -> Any:
    """Return a raw connection for reading and writing. `key` is SQLCipher's raw key literal, None for a plain file.

    The file has to exist: a file that vanished must not be made again, empty. Raises sqlcipher3's errors.
    """
    connection = _opened(path, "mode=rw", key, wait)
    try:
        _apply(connection, _CAREFUL)
        journal = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        _apply(connection, _DURABLE)
        if journal != "wal":  # no shared memory on this disk; the other mode that lost nothing is DELETE with EXTRA
            _apply(connection, ("synchronous=EXTRA",))
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, key: str | None) -> Any:
    """Return a raw connection that cannot write. Works beside an open window, and on a disk that cannot be written."""
    # Without a log nobody works in the file, and SQLite need not keep anything beside it.
    mode = "mode=ro" if places.has_open_log(path) else "mode=ro&immutable=1"
    connection = _opened(path, mode, key, _WAIT_SECONDS)
    try:
        _apply(connection, (*_CAREFUL, "query_only=ON"))
    except BaseException:
        connection.close()
        raise
    return connection


def connect_fresh(path: Path, key: str | None) -> Any:
    """Return a raw connection to an empty file, with a rollback journal: until COMMIT the file stays empty.

    `key` brings the salt that becomes the head of the file.
    """
    connection = _opened(path, "mode=rw", key, _WAIT_SECONDS)
    try:
        _apply(connection, (*_CAREFUL, "synchronous=EXTRA", "fullfsync=ON"))
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(path: Path, mode: str, key: str | None, wait: float) -> Any:
    connection = sqlcipher.connect(
        f"{address(path)}?{mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=wait
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")  # else SQLCipher speaks to the terminal
        if key is not None:
            connection.execute(f"PRAGMA key=\"x'{key}'\"")
        connection.execute(
            "SELECT count(*) FROM sqlite_master"
        ).fetchone()  # the first real read: a wrong key shows here
    except BaseException:
        connection.close()
        raise
    return connection


def address(path: Path) -> str:
    """Return `path` as SQLite's file: address, which holds any file name."""
    raw = os.fsencode(path.absolute().as_posix())
    name = "".join(chr(byte) if byte in _UNQUOTED else f"%{byte:02X}" for byte in raw)
    return f"file://{name}" if name.startswith("/") else f"file:///{name}"


def _apply(connection: Any, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def code_of(error: BaseException | None) -> int:
    """Return SQLite's extended result code, 0 for an error that did not come from SQLite."""
    return int(getattr(error, "sqlite_errorcode", None) or 0)


def trouble_behind(error: BaseException | None, path: Path) -> UserError | None:
    """Return what an error of SQLite means to a person; None when the fault is ours."""
    code = code_of(error)
    primary = code & _PRIMARY
    if code == _DBMOVED or (primary in _LOST_SIGHT and not path.exists()):
        return FileVanished()
    if primary == sqlcipher.SQLITE_IOERR and _is_full(path):  # a quota speaks as an I/O error
        return DiskFull()
    kind = _TROUBLES.get(primary)
    return kind() if kind else None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NEARLY_FULL
    except OSError:
        return False


_LOST_SIGHT = (sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_CANTOPEN, sqlcipher.SQLITE_READONLY)
_TROUBLES: dict[int, Callable[[], UserError]] = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_READONLY: ReadOnlyFile,
    sqlcipher.SQLITE_PERM: ReadOnlyFile,
    sqlcipher.SQLITE_IOERR: DiskTrouble,
    sqlcipher.SQLITE_CANTOPEN: DiskTrouble,
    sqlcipher.SQLITE_BUSY: FileBusy,
    sqlcipher.SQLITE_LOCKED: FileBusy,
    sqlcipher.SQLITE_CORRUPT: DamagedFile,
    sqlcipher.SQLITE_NOTADB: DamagedFile,
    sqlcipher.SQLITE_TOOBIG: TooLarge,
}


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn errors of SQLite inside the block into `UserError`s; errors that are our fault pass as they are."""
    try:
        yield
    except Exception as error:
        behind = getattr(error, "orig", error)  # SQLAlchemy, which need not be loaded yet, wraps the driver's errors
        trouble = trouble_behind(behind, path) if isinstance(behind, SqliteError) else None
        if trouble is None:
            raise
        raise trouble from error
