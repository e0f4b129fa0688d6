"""A store on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.revision import Device
from secondopinion_desktop.storage.database import Database
from secondopinion_desktop.storage.schema import create_schema
from secondopinion_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEVICE = "d" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    database = Database(tmp_path / "case.secondopinion")
    with database.writing() as session:
        create_schema(session.connection())
        session.add(Device(id=DEVICE, name="laptop"))
    store = Store(database, DEVICE)
    store.author = "a" * 32
    yield store
    database.close()
