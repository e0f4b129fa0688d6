"""What can be said about a file before it is opened: where it lies, what kind it is, whether it can be written."""

from __future__ import annotations

import os
import stat
from enum import Enum
from threading import Lock
from typing import TYPE_CHECKING

from secondopinion_desktop.base.troubles import (
    AlreadyExists,
    MissingFile,
    NoPermission,
    NotOurFile,
    ReadOnlyFile,
    ReadOnlyFolder,
    UnfinishedFile,
    VanishedDrive,
)
from secondopinion_desktop.storage.keys import SALT_BYTES, random_salt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAGE = 4096  # of SQLCipher 4
PLAIN_HEAD = b"SQLite format 3\0"
# First bytes of files that people keep beside ours and may pick by mistake. An encrypted file starts with random bytes.
_OTHER_HEADS = (
    b"PK", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"BM", b"RIFF", b"\x1f\x8b",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"ftyp",
)  # fmt: skip

# Heads of the files this process has open, by device and inode, and how often. Opening such a file even to read 16
# bytes would drop the locks SQLite holds on it (POSIX locks end with the first close in the process).
_in_use: dict[tuple[int, int], tuple[bytes, int]] = {}
_counting = Lock()  # one file is closed on a worker while another is opened


class Kind(Enum):
    """The two kinds of case file."""

    PLAIN = "plain"
    ENCRYPTED = "encrypted"


def identity(path: Path) -> tuple[int, int]:
    """Return device and inode of `path`, without opening it. Raises OSError."""
    seen = path.stat()
    return seen.st_dev, seen.st_ino


def begin_use(path: Path) -> tuple[int, int]:
    """Note that this process is about to open `path`; return what `end_use` needs. Raises OSError."""
    with _counting:
        place, head = identity(path), read_head(path)
        _in_use[place] = head, _in_use.get(place, (head, 0))[1] + 1
    return place


def end_use(place: tuple[int, int]) -> None:
    """Note that this process has closed the file again."""
    with _counting:
        head, count = _in_use.pop(place)
        if count > 1:
            _in_use[place] = head, count - 1


def read_head(path: Path) -> bytes:
    """Return the first 16 bytes. Raises OSError."""
    known = _in_use.get(identity(path))
    if known is not None:
        return known[0]
    with path.open("rb") as stream:
        return stream.read(SALT_BYTES)


def kind(path: Path) -> Kind:
    """Return which kind of case file this looks like.

    Raises UnfinishedFile, NotOurFile, NoPermission, MissingFile. What looks encrypted may still be anything.
    """
    try:
        head = read_head(path)
    except PermissionError:
        raise NoPermission from None
    except OSError:
        raise MissingFile from None
    if head == PLAIN_HEAD:
        return Kind.PLAIN
    if not head:
        raise UnfinishedFile
    if len(head) < SALT_BYTES or _is_something_else(head):
        raise NotOurFile(path)
    return Kind.ENCRYPTED


def fresh_salt() -> bytes:
    """Return 16 random bytes that cannot be taken for the head of any other kind of file."""
    while _is_something_else(salt := random_salt()) or salt == PLAIN_HEAD:
        pass
    return salt


def resolved(path: Path) -> Path:
    """Return `path` without links. Raises MissingFile for links that lead nowhere but round and round."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        raise MissingFile from None


def check_before_reading(path: Path) -> None:
    """Raise the trouble that stands between a person and reading `path`; nothing is opened."""
    _check_parent(path)
    try:
        mode = path.stat().st_mode
    except PermissionError:
        raise NoPermission from None
    except OSError:
        raise MissingFile from None
    if not stat.S_ISREG(mode):
        raise NotOurFile(path)
    if not os.access(path, os.R_OK):
        raise NoPermission


def check_before_writing(path: Path) -> None:
    """Raise the trouble that stands between a person and working in `path`; nothing is opened."""
    check_before_reading(path)
    check_folder(path)
    if not os.access(path, os.W_OK):
        raise ReadOnlyFile


def check_before_creating(path: Path) -> None:
    """Raise the trouble that stands between a person and a new file at `path`."""
    check_folder(path)
    if os.path.lexists(path):
        raise AlreadyExists


def check_folder(path: Path) -> None:
    """Raise the trouble that stands between a person and any file in the folder of `path`."""
    _check_parent(path)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise ReadOnlyFolder


def companions(path: Path) -> Iterator[Path]:
    """Yield the files that SQLite may keep beside `path`."""
    for suffix in ("-wal", "-shm", "-journal"):
        yield _beside(path, suffix)


def has_open_log(path: Path) -> bool:
    """Return True if changes lie in a write-ahead log beside `path`: it is open now, or was not closed in peace."""
    try:
        return _beside(path, "-wal").stat().st_size > 0
    except OSError:
        return False


def has_rollback(path: Path) -> bool:
    """Return True if a write was cut off in a way that SQLite has to undo before anybody can read `path`."""
    try:
        return _beside(path, "-journal").stat().st_size > 0
    except OSError:
        return False


def has_shared_memory(path: Path) -> bool:
    """Return True if SQLite's index of the log lies beside `path`."""
    return _beside(path, "-shm").exists()


def is_whole_pages(path: Path) -> bool:
    """Return whether an encrypted file ends where one of its pages ends; else a part of it is missing."""
    return path.stat().st_size % _PAGE == 0


def remove_rollback(path: Path) -> None:
    """Remove what is left of a cut-off write, once SQLite has opened the file and so undone it."""
    _beside(path, "-journal").unlink(missing_ok=True)


def remove_all(path: Path) -> None:
    """Remove a half-made file and what SQLite keeps beside it."""
    for each in (path, *companions(path)):
        each.unlink(missing_ok=True)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _check_parent(path: Path) -> None:
    try:
        found = stat.S_ISDIR(path.parent.stat().st_mode)
    except PermissionError:
        raise NoPermission from None
    except OSError:
        found = False
    if not found:
        raise VanishedDrive


def _is_something_else(head: bytes) -> bool:
    if head.startswith(_OTHER_HEADS) or head[4:8] == b"ftyp":
        return True
    return all(byte in b"\t\n\r" or 0x20 <= byte < 0x7F for byte in head)  # noqa: PLR2004 - printable ASCII
