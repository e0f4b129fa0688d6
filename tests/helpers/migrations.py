"""A second migration, so that there is such a thing as an older file before the first release has become old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.storage import migrate, stamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SECOND = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

def upgrade():
    connection = op.get_bind()
    op.execute("ALTER TABLE contact RENAME COLUMN phone TO telephone")
    op.add_column("contact", sa.Column("rank", sa.Integer))
    connection.exec_driver_sql("UPDATE contact SET rank = length(note), note = note || '.'")
    if connection.exec_driver_sql("SELECT 1 FROM file_setting WHERE name = 'stumble'").fetchone():
        raise ValueError("stumbled")
"""


def add_second_migration(folder: Path, put: Callable[[object, str, object], None] = setattr) -> None:
    """Let this process believe that the program has a second migration, kept in `folder`."""
    for each in migrate.FOLDER.rglob("*"):
        if each.suffix in {".py", ".sql", ".mako"}:
            place = folder / each.relative_to(migrate.FOLDER)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(each.read_bytes())
    (folder / "versions" / "0002_rename.py").write_text(_SECOND, encoding="utf-8")
    put(migrate, "FOLDER", folder)
    put(migrate, "HEAD", "0002")
    put(stamp, "HEAD", "0002")
    put(stamp, "__version__", "9.1")
