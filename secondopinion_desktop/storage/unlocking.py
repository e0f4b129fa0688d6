"""From what a person typed to the key of a file, and a first look inside that writes nothing."""

from __future__ import annotations

import hmac
from contextlib import contextmanager
from typing import TYPE_CHECKING

from secondopinion_desktop.base.troubles import FileTrouble, NeedsPassphrase, WrongPassphrase, WrongRecoveryCode
from secondopinion_desktop.storage import keys, places
from secondopinion_desktop.storage.connection import (
    NOT_A_DATABASE,
    SqliteError,
    code_of,
    connect_fresh,
    connect_to_read,
    in_plain_words,
)
from secondopinion_desktop.storage.health import demand_readable, demand_sound
from secondopinion_desktop.storage.stamp import Marks, read_marks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secondopinion_desktop.storage.keys import Cost, Unlock

CHECKED_AT_ONCE = 100_000_000
"""Files up to this many bytes are checked before anything is written (0.6 s at most); larger ones meanwhile."""


def new_key(passphrase: str | None, cost: Cost) -> tuple[str | None, str | None]:
    """Return the raw key and the recovery code for a new passphrase, nothing for none."""
    if passphrase is None:
        return None, None
    salt = places.fresh_salt()
    secret = keys.new_secret(passphrase, salt, cost)
    return keys.raw_key(secret, salt), keys.recovery_code(secret)


def key_of(path: Path, unlock: Unlock | None, cost: Cost) -> str | None:
    """Return the raw key that `unlock` gives for this file, None for a plain one; whether it fits shows on opening."""
    if places.kind(path) is places.Kind.PLAIN:
        return None
    return key_for(places.read_head(path), unlock, cost)


def key_for(salt: bytes, unlock: Unlock | None, cost: Cost) -> str:
    """Return the raw key for a file with this salt. Raises NeedsPassphrase, MistypedRecoveryCode."""
    if unlock is None:
        raise NeedsPassphrase
    return keys.raw_key(keys.secret_from(unlock, salt, cost), salt)


def demand_same(key: str, offered: str, unlock: Unlock | None) -> None:
    """Raise WrongPassphrase or WrongRecoveryCode unless the keys are the same."""
    if not hmac.compare_digest(key, offered):
        raise _wrong(unlock)


def _wrong(unlock: Unlock | None) -> FileTrouble:
    return WrongRecoveryCode() if isinstance(unlock, keys.RecoveryCode) else WrongPassphrase()


def inspected(path: Path, key: str | None, unlock: Unlock | None, *, in_peace: bool = False) -> Marks:
    """Read the file before anything may write in it. Raises the trouble that stands in the way.

    Of a file that was closed in peace, something may be left for `Database.check`.
    """
    with in_plain_words(path):
        try:
            # Nobody can read past a write that was cut off; the one way on is to let SQLite undo it.
            bare = connect_fresh(path, key) if places.has_rollback(path) else connect_to_read(path, key)
        except SqliteError as error:
            if key is None or code_of(error) != NOT_A_DATABASE or not places.is_whole_pages(path):
                raise
            raise _wrong(unlock) from None
        try:
            marks = read_marks(bare, path)
            if path.stat().st_size <= CHECKED_AT_ONCE:
                (demand_readable if in_peace and not marks.is_old else demand_sound)(bare)
        finally:
            bare.close()
    return marks


@contextmanager
def no_traces(path: Path) -> Iterator[None]:
    """Take away the index that SQLite makes to read a log that was left behind. The lock of the file is ours."""
    had = places.has_shared_memory(path)
    try:
        yield
    finally:
        if not had:
            path.with_name(path.name + "-shm").unlink(missing_ok=True)
