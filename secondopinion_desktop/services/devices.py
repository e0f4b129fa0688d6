"""This computer, as the journal knows it: a random id kept with the settings, not with the file."""

from __future__ import annotations

import platform
import re
from typing import TYPE_CHECKING

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.files import write_whole
from secondopinion_desktop.model.fields import new_id
from secondopinion_desktop.model.revision import Device

if TYPE_CHECKING:
    from secondopinion_desktop.storage.database import Database

_FILE = "computer"


def this_computer() -> str:
    """Return the id of this computer, 32 hex digits; it is made on first use."""
    path = paths.settings_dir() / _FILE
    try:
        known = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        known = ""
    if re.fullmatch("[0-9a-f]{32}", known):
        return known
    fresh = new_id()
    write_whole(path, fresh.encode("ascii"))
    return fresh


def introduce(database: Database) -> str:
    """Make sure that an open file knows this computer, and return its id."""
    device_id = this_computer()
    with database.reading() as session:
        known = session.get(Device, device_id) is not None
    if not known:
        with database.writing() as session:
            session.add(Device(id=device_id, name=platform.node()))
    return device_id
