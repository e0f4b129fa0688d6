"""An open file for tests, without the cost of a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.seeding import seed
from secondopinion_desktop.storage import casefile

if TYPE_CHECKING:
    from pathlib import Path


def new_file(folder: Path, name: str = "Margaret Doyle") -> OpenFile:
    """Return a new, seeded file for `name` in `folder`, open."""
    file = OpenFile(casefile.create(folder / "test.secondopinion", None).file)
    seed(file.store, name)
    file.start_writing()
    file.history.forget()
    return file
