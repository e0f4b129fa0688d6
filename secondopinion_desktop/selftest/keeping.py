"""Are words kept? Files with and without a passphrase, brought up to date, searched, and opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command

from secondopinion_desktop.base.files import create_private
from secondopinion_desktop.base.troubles import WrongPassphrase
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.selftest.demand import Failure, demand
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.storage import migrate, stamp
from secondopinion_desktop.storage.database import Database, build
from secondopinion_desktop.ui.lockfile import LockFile

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile

_WORDS = "marmalade appointment"
_PASSPHRASE = "seven quiet herons by the pier"  # noqa: S105 - of a file that lives for a second


def plain_file(folder: Path) -> str:
    """Keep words in a file without a passphrase."""
    path = folder / "plain.secondopinion"
    _write_and_find(path, None)
    demand(path.read_bytes().startswith(b"SQLite format 3\0"), "it is not an ordinary SQLite file")
    return ""


def protected_file(folder: Path) -> str:
    """Keep words in an encrypted file, which its passphrase and its recovery code open, and nothing else."""
    path = folder / "protected.secondopinion"
    code = _write_and_find(path, _PASSPHRASE)
    content = path.read_bytes()
    demand(_WORDS.encode() not in content and not content.startswith(b"SQLite"), "it is not encrypted")
    _files().open(path, recovery_code=code).close()
    try:
        _files().open(path, passphrase=_PASSPHRASE + "x").close()
    except WrongPassphrase:
        return ""
    raise Failure("a wrong passphrase opens it")


def _write_and_find(path: Path, passphrase: str | None) -> str:
    """Make a file, write in it, close it, open it again and find the words; return the recovery code, if any."""
    made = _files().create(path, "Self Test", passphrase)
    note = made.file.notes.write_new("Check", Document.from_plain(f"We spoke of {_WORDS}.").to_json())
    made.file.close()
    again = _files().open(path, passphrase=passphrase)
    try:
        found = again.finder.find("marmal")
        demand([one.target for one in found] == [("note", note.id)], f"searching finds {len(found)} of 1")
        demand(_WORDS in again.notes.get(note.id).body, "what was written is not there after opening again")
        demand(again.path.stat().st_size > 0, "the file is empty")
    finally:
        again.close()
    return made.recovery_code or ""


def _files() -> Files:
    return Files(LockFile)


def migrations(folder: Path) -> str:
    """Let every migration run, one after the other, on an empty file: the result must have the shape of a new one."""
    old, new = folder / "old.secondopinion", folder / "new.secondopinion"
    shapes = []
    for path in (old, new):
        create_private(path)
        if path is new:
            build(path, None)
        database = Database(path)
        try:
            if path is old:
                with database.reshaping() as connection:
                    command.upgrade(migrate.config(connection), stamp.HEAD)
            with database.raw() as bare:
                shapes.append(bare.execute("SELECT type, name, tbl_name FROM sqlite_master ORDER BY 2, 1").fetchall())
        finally:
            database.close()
    demand(shapes[0] == shapes[1], "a file brought up to date has another shape than a new one")
    return f"to {stamp.HEAD}, {len(shapes[0])} tables and indexes"


def open_sample(folder: Path) -> OpenFile:
    """Open the made-up case, written when it is first asked for."""
    path = folder / "sample.secondopinion"
    if not path.exists():
        write_sample(path)
    return _files().open(path)
