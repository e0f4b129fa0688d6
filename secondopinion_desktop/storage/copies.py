"""Whole copies of a file: written beside their place, verified, then moved there. No file in use is copied bytewise.

A copy is a single file without a log, so it opens on a read-only disk, and a cloud folder cannot tear it apart.
"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from secondopinion_desktop.base.files import create_private, sync_folder
from secondopinion_desktop.base.troubles import trouble_with_folder
from secondopinion_desktop.storage import places
from secondopinion_desktop.storage.connection import address, connect_fresh, in_plain_words
from secondopinion_desktop.storage.health import counts, verify_copy
from secondopinion_desktop.storage.stamp import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secondopinion_desktop.storage.database import Database

PARTIAL = ".partial"


def partial_of(target: Path) -> Path:
    """Return where a copy is written before it is whole: beside `target`, hidden."""
    return target.with_name(f".{target.name}{PARTIAL}")


def write_copy(database: Database, target: Path) -> None:
    """Write a verified copy of the open file to `target`, under the same key; other threads may go on writing.

    Raises ReadOnlyFolder, VanishedDrive, DiskFull, DiskTrouble, DamagedFile; then `target` is as it was.
    """
    with staged(target) as partial:
        before = database.commits
        with database.raw() as bare:
            expected: dict[str, int] | None = counts(bare)
            bare.execute("VACUUM INTO ?", (address(partial),))
        verify_copy(partial, database.key, expected if database.commits == before else None)
        put_in_place(partial, target)


def write_rekeyed(source: Path, source_key: str | None, partial: Path, key: str | None) -> None:
    """Write a verified copy of `source` under another key into the empty file `partial`. Nobody may write meanwhile."""
    with in_plain_words(partial):
        expected = _export(source, source_key, partial, key)
    verify_copy(partial, key, expected)


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Yield an empty private file beside `target`; what is left of it after the block is removed.

    Errors of the file system come out as troubles with the folder.
    """
    partial = partial_of(target)
    places.check_folder(target)
    try:
        places.remove_all(partial)
        create_private(partial)
        yield partial
    except OSError as error:
        raise trouble_with_folder(error) from error
    finally:
        with suppress(OSError):
            places.remove_all(partial)


def put_in_place(partial: Path, target: Path) -> None:
    """Make `partial` last through a power cut, then set it in the place of `target` in one step. Raises OSError."""
    _make_last(partial)
    partial.replace(target)
    # The step itself is done: should the disk not confirm it, a power cut leaves the old file or the new one, whole.
    with suppress(OSError):
        sync_folder(target.parent)


def put_anew(partial: Path, target: Path) -> None:
    """Do the same where no `target` may be yet. Raises FileExistsError, OSError."""
    _make_last(partial)
    if os.name == "nt":
        partial.rename(target)  # refuses to overwrite, there
        return
    try:
        os.link(partial, target)
        partial.unlink()
    except FileExistsError:
        raise
    except OSError:  # sticks and cards know no links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "exists") from None
        partial.rename(target)
    with suppress(OSError):
        sync_folder(target.parent)


def _make_last(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _export(source: Path, source_key: str | None, partial: Path, key: str | None) -> dict[str, int]:
    bare = connect_fresh(partial, key)
    try:
        where = f"{address(source)}?mode=ro" + ("" if places.has_open_log(source) else "&immutable=1")
        bare.execute("ATTACH DATABASE ? AS source KEY ?", (where, f"x'{source_key}'" if source_key else ""))
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("SELECT sqlcipher_export('main', 'source')").fetchall()
        bare.execute(f"PRAGMA main.application_id={APPLICATION_ID}")  # the export leaves this one out
        bare.execute("COMMIT")
        return counts(bare, "source")
    finally:
        bare.close()
