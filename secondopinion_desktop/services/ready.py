"""Importing ahead of time what only writing needs."""

from __future__ import annotations


def get_ready_to_write() -> None:
    """Import SQLModel and every table, and let them know each other: 0.5 s that the first save is spared."""
    from secondopinion_desktop.storage.database import load_sql  # noqa: PLC0415 - so that importing this stays free

    load_sql()
