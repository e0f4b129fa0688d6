"""Making and opening files. Slow where a passphrase is involved (a second): call `create` and `open` from a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.storage import casefile, keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from secondopinion_desktop.base.locks import FileLock
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.storage.casefile import CaseFile

SUFFIX = ".secondopinion"


class Created(NamedTuple):
    """A file just made, open; and the recovery code for its sheet, None without a passphrase."""

    file: OpenFile
    recovery_code: str | None


class Files:
    """Makes and opens files. `make_lock` gives the lock for a path; `cost` is lowered by tests only."""

    def __init__(self, make_lock: Callable[[Path], FileLock], cost: keys.Cost = keys.STANDARD) -> None:
        self._make_lock = make_lock
        self._cost = cost

    def create(self, path: Path, name: str, passphrase: str | None, *, kept_by_helper: bool = False) -> Created:
        """Make a file for the person called `name`.

        Raises FieldError("name"), FieldError("passphrase"), FileTrouble; then nothing is left behind.
        """
        if not name.strip():
            raise FieldError("name", _("Please write a name. A first name is enough."))
        made = casefile.create(path, passphrase, make_lock=self._make_lock, cost=self._cost)
        from secondopinion_desktop.services.seeding import seed  # noqa: PLC0415 - for new files only

        try:
            file = _served(made.file)
            seed(file.store, name.strip(), kept_by_helper=kept_by_helper)
            file.start_writing()
            file.history.forget()
        except BaseException:
            made.file.discard()
            raise
        return Created(file, made.recovery_code)

    def open(
        self,
        path: Path,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        take_over: bool = False,
    ) -> OpenFile:
        """Open a file to work in it; `take_over` once a person has said that it is open nowhere else.

        Raises FileTrouble: `base.troubles` has a class for each kind.
        """
        unlock: keys.Unlock | None = None
        if recovery_code is not None:
            unlock = keys.RecoveryCode(recovery_code)
        elif passphrase is not None:
            unlock = keys.Passphrase(passphrase)
        opened = casefile.open_file(path, unlock, make_lock=self._make_lock, take_over=take_over, cost=self._cost)
        return _served(opened)

    @staticmethod
    def needs_passphrase(path: Path) -> bool:
        """Return whether a passphrase is needed to open a file. Raises FileTrouble."""
        return casefile.needs_passphrase(path)


def _served(case_file: CaseFile) -> OpenFile:
    """Return the open file with its services, which are imported only now.

    While SQLite reads a file to check it, the window has Python for itself, and can import what shows the file. If it
    cannot be read after all, nothing of it stays open, nor its lock.
    """
    try:
        from secondopinion_desktop.services.file import OpenFile  # noqa: PLC0415

        return OpenFile(case_file)
    except BaseException:
        case_file.close()
        raise


def open_to_read(path: Path, ask_passphrase: Callable[[], str]) -> OpenFile:
    """Open a file without ever writing in it, also while a window has it open. Raises FileTrouble.

    `ask_passphrase` is called only if the file needs one; what it returns may be the recovery code as well.
    """
    unlock = keys.read_unlock(ask_passphrase()) if casefile.needs_passphrase(path) else None
    return _served(casefile.open_to_read(path, unlock))


def save_copy(file: OpenFile, target: Path) -> None:
    """Write a verified copy, which opens with the same passphrase, where no file of notes is. Raises FileTrouble."""
    file.case_file.save_copy(target)


def rescue(file: OpenFile, target: Path) -> None:
    """Save everything to a new place after `FileVanished`, and go on there; nothing may be at `target` yet.

    Raises FileTrouble, and then everything is as it was before.
    """
    file.case_file.rescue(target)


def change_passphrase(
    file: OpenFile, new: str | None, *, passphrase: str | None = None, recovery_code: str | None = None
) -> str | None:
    """Protect an open file by `new`, or by nothing; return the code for the new sheet. The old sheet is void then.

    Raises FieldError("passphrase"), FileTrouble; then the file is as it was. Call it from a worker.
    """
    old: keys.Unlock | None = None
    if recovery_code is not None:
        old = keys.RecoveryCode(recovery_code)
    elif passphrase is not None:
        old = keys.Passphrase(passphrase)
    return file.case_file.change_passphrase(old, new)
