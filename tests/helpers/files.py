"""An open file for tests, without the cost of a passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondopinion_desktop.model.fields import new_id
from secondopinion_desktop.model.revision import Device
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.seeding import seed
from secondopinion_desktop.storage.database import Database
from secondopinion_desktop.storage.schema import create_schema

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class PlainFile:
    """The least an OpenFile needs of a file."""

    path: Path
    database: Database
    device_id: str
    is_protected: bool = False

    def close(self) -> None:
        self.database.close()


def new_file(folder: Path, name: str = "Margaret Doyle") -> OpenFile:
    """Return a new, seeded file for `name` in `folder`, open."""
    path = folder / "test.secondopinion"
    database = Database(path)
    device = new_id()
    with database.writing() as session:
        create_schema(session.connection())
        session.add(Device(id=device, name="test"))
    file = OpenFile(PlainFile(path, database, device))  # type: ignore[arg-type] - the test needs no more of it
    seed(file.store, name)
    file.history.forget()
    return file
