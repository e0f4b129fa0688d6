"""Bringing a file from an older program up to date. Imports Alembic, so it is itself imported only for such a file."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from secondopinion_desktop.storage.stamp import HEAD, sign

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from secondopinion_desktop.storage.database import Database

_log = logging.getLogger(__name__)
FOLDER = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Bring the file to `HEAD` in one transaction: afterwards it has the new shape or, after any error, the old one.

    A verified backup is the caller's duty.
    """
    with database.reshaping() as connection:
        command.upgrade(config(connection), HEAD)
        sign(connection)
    _log.info("file migrated head=%s", HEAD)


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration; `connection` is the open one that migrations run on."""
    found = Config()
    found.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    found.set_main_option("path_separator", "os")
    found.attributes["connection"] = connection
    return found
