"""What the entrance asks of the services, each piece whole, so that it can run beside the window."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import AlreadyOpen, FileTrouble
from secondopinion_desktop.services.ready import get_ready_to_write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from threading import Event

    from secondopinion_desktop.base.locks import FileLock
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.files import Created, Files
    from secondopinion_desktop.ui.entrance.lock import Key
    from secondopinion_desktop.ui.entrance.newfile import Wish

    MakeFiles = Callable[[], Files]
    MakeLock = Callable[[Path], FileLock]

_SAMPLE_NAME = "Margaret Doyle (sample).secondopinion"


class Opening(NamedTuple):
    """A file to open. `after`: wait for this first; `take_over`: somebody said that it is open nowhere else."""

    path: Path
    key: Key | None = None
    after: Event | None = None
    take_over: bool = False


def open_or_ask(files: MakeFiles, wish: Opening) -> OpenFile | None:
    """Open a file; None where it needs a passphrase and none was typed. Raises FileTrouble."""
    if wish.after is not None:
        wish.after.wait()
    door = files()
    if wish.key is None:
        if door.needs_passphrase(wish.path):
            return None
        return door.open(wish.path, take_over=wish.take_over)
    return door.open(
        wish.path,
        passphrase=wish.key.passphrase,
        recovery_code=wish.key.recovery_code,
        take_over=wish.take_over,
    )


def create(files: MakeFiles, wish: Wish) -> Created:
    """Make a file. Raises FieldError("name"), FieldError("passphrase"), FileTrouble."""
    if wish.passphrase is not None:
        refuse_easy(wish.passphrase, wish.name)
    made = files().create(wish.path, wish.name, wish.passphrase, kept_by_helper=wish.for_someone)
    try:
        if wish.helper:
            author = made.file.people.authors.add(name=wish.helper, relation=wish.relation)
            made.file.write_as(author.id)
            made.file.history.forget()
    except BaseException:
        made.file.case_file.discard()  # else the next try would say that there is such a file already
        raise
    return made


def refuse_easy(passphrase: str, *known: str) -> None:
    """Raise FieldError("passphrase") for one that is too easy to guess."""
    from secondopinion_desktop.services.strength import Strength, strength  # noqa: PLC0415 - word lists

    found = strength(passphrase, known)
    if found is Strength.TOO_EASY:
        raise FieldError("passphrase", found.words)


def sample_folder() -> Path:
    """Return where the sample lies while somebody looks at it; nothing else is kept there."""
    return paths.data_dir() / "sample"


def open_sample(files: MakeFiles, make_lock: MakeLock) -> OpenFile:
    """Write the made-up case anew and open it. Raises AlreadyOpen while another window shows it, and FileTrouble."""
    get_ready_to_write()
    from secondopinion_desktop.services.sample import write_sample  # noqa: PLC0415 - seldom needed

    path = sample_folder() / _SAMPLE_NAME
    path.parent.mkdir(mode=0o700, exist_ok=True)
    lock = make_lock(path)
    if not lock.try_lock():
        holder = lock.holder()
        raise AlreadyOpen(holder.host if holder else "", holder.since if holder else None, here=True)
    try:
        for left in path.parent.iterdir():
            if left.name.startswith(path.name):
                left.unlink(missing_ok=True)
        write_sample(path)
    finally:
        lock.unlock()
    return files().open(path)


class KeptBackup(NamedTuple):
    """The newest backup of a file that does not open; `day` says when it was made."""

    day: str
    backup: Any


def newest_backup(path: Path) -> KeptBackup | None:
    """Return the newest backup of the file at `path` on this computer, None where there is none."""
    from secondopinion_desktop.base import formats  # noqa: PLC0415 - for a day that seldom comes
    from secondopinion_desktop.services.backups import backups_of  # noqa: PLC0415

    newest = next(iter(backups_of(path)), None)
    if newest is None:
        return None
    return KeptBackup(formats.day_short(newest.moment.astimezone().date()), newest)


def lay_out(kept: KeptBackup, damaged: Path) -> Path:
    """Lay a backup out as a file beside the damaged one, or in Documents; return where. Raises FileTrouble."""
    from secondopinion_desktop.services import newplace  # noqa: PLC0415
    from secondopinion_desktop.services.backups import restore  # noqa: PLC0415

    name = _("{name}, backup of {day}").format(name=damaged.stem, day=kept.day)
    folders = [damaged.parent, paths.documents_dir()]
    while True:
        target = newplace.free_place(folders.pop(0), newplace.file_name(name))
        try:
            restore(kept.backup, target)
        except FileTrouble:
            if not folders:
                raise
        else:
            return target


def remove_sample() -> None:
    """Take the sample away again, after it was closed."""
    shutil.rmtree(sample_folder(), ignore_errors=True)
