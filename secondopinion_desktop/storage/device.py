"""Which computer writes: a random name of its own, kept on it, so that two copies of a file can tell theirs apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondopinion_desktop.base import files, paths
from secondopinion_desktop.model.ids import new_id

if TYPE_CHECKING:
    from secondopinion_desktop.storage.database import Database

_ID = re.compile(r"[0-9a-f]{32}")


def this_device() -> str:
    """Return the id of this computer for this person: 32 hex digits. A new one where none can be kept."""
    try:
        place = paths.data_dir() / "device"
        if place.is_file() and _ID.fullmatch(found := place.read_text(encoding="ascii", errors="replace").strip()):
            return found
        fresh = new_id()
        files.write_whole(place, fresh.encode())
    except OSError:
        return new_id()
    return fresh


def introduce(database: Database, device_id: str) -> None:
    """Make this computer known in the file, if it is not; no name goes with it."""
    with database.reading() as reading:
        known = reading.execute("SELECT 1 FROM device WHERE id = ?", (device_id,))
    if not known:
        with database.writing() as session:
            session.connection().exec_driver_sql(
                "INSERT INTO device (id, name, last_hlc) VALUES (?, '', '')", (device_id,)
            )
