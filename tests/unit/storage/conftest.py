"""A store on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.revision import Device
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEVICE = "d" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    file = casefile.create(tmp_path / "case.secondopinion", None).file
    with file.database.writing() as session:
        session.add(Device(id=DEVICE, name="laptop"))
    store = Store(file.database, DEVICE)
    store.author = "a" * 32
    yield store
    file.close()
