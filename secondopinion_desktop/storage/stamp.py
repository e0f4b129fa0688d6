"""The marks of a case file: that it is one, its own name, and which program gave it its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from secondopinion_desktop import __version__
from secondopinion_desktop.base import clock
from secondopinion_desktop.base.troubles import DamagedFile, NewerFile, NotOurFile

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

APPLICATION_ID = 0x324F504E  # "2OPN", at offset 68 of a plain file
HEAD = "0001"  # the newest migration; a test holds it against the migrations folder

# As Alembic would make it, so that a new file needs no Alembic.
_VERSION_TABLE = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""
_SET = "INSERT OR REPLACE INTO file_setting (name, value) VALUES (?, ?)"
_GET = "SELECT value FROM file_setting WHERE name = ?"
_FILE_ID, _MADE_BY, _MADE_AT, _SHAPED_BY = "file_id", "made_by", "made_at", "shaped_by"


class Marks(NamedTuple):
    """What a file says about itself. `file_id` stays with it wherever it is moved or copied."""

    version: str
    file_id: str
    shaped_by: str

    @property
    def is_old(self) -> bool:
        """Return whether the file has to be migrated before use."""
        return int(self.version) < int(HEAD)


def mark_new(connection: Connection) -> None:
    """Mark an empty file with all its tables as a case file of this program."""
    from uuid import uuid4  # noqa: PLC0415 - for new files only

    connection.exec_driver_sql(_VERSION_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    for name, value in ((_FILE_ID, uuid4().hex), (_MADE_BY, __version__), (_MADE_AT, clock.now().isoformat())):
        connection.exec_driver_sql(_SET, (name, value))
    sign(connection)


def sign(connection: Connection) -> None:
    """Note that this program gave the file its present shape."""
    connection.exec_driver_sql(_SET, (_SHAPED_BY, __version__))


def read_marks(bare: Any, path: Path | None = None) -> Marks:
    """Read the marks over a bare connection to `path`. Raises NotOurFile, NewerFile, DamagedFile."""
    if bare.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotOurFile(path)
    if not _has_table(bare, "alembic_version"):
        raise DamagedFile
    version = bare.execute("SELECT version_num FROM alembic_version").fetchone()
    shaped_by = _setting(bare, _SHAPED_BY)
    if version is None:
        raise DamagedFile
    if not version[0].isdecimal() or int(version[0]) > int(HEAD):
        raise NewerFile(shaped_by)
    return Marks(version[0], _setting(bare, _FILE_ID), shaped_by)


def _setting(bare: Any, name: str) -> str:
    if not _has_table(bare, "file_setting"):
        return ""
    found = bare.execute(_GET, (name,)).fetchone()
    return str(found[0]) if found else ""


def _has_table(bare: Any, name: str) -> bool:
    return bare.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone() is not None
