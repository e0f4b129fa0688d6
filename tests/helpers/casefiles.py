"""Case files for tests: made, filled and looked at from outside."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.keys import Cost
from secondopinion_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.storage.database import Database

CHEAP = Cost(memory_kib=8, rounds=1, lanes=1)
"""The smallest cost Argon2id takes, so that a test need not spend half a second on each passphrase."""
DEVICE = "d" * 32
_NOBODY = 65534


def made(path: Path, passphrase: str | None = None, *names: str) -> str:
    """Make a file with these contacts, close it, and return the recovery code ("" without a passphrase)."""
    new = casefile.create(path, passphrase, cost=CHEAP)
    for name in names:
        add_contact(new.file.database, name)
    new.file.close()
    return new.recovery_code or ""


def add_contact(database: Database, name: str) -> None:
    """Write one contact as the program does."""
    with Store(database, DEVICE).writing("Add a contact") as unit:
        unit.add(Contact(name=name))


def contact_names(database: Database) -> list[str]:
    """Return the names of all contacts, sorted."""
    return sorted(contact.name for contact in Store(database, DEVICE).rows(Contact))


def seen_from_outside(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@contextmanager
def as_ordinary_user() -> Iterator[Path]:
    """Yield a folder of an ordinary person and act as that person: the administrator may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "place"
        folder.mkdir()
        if os.name == "nt":
            pytest.skip("Windows keeps permissions in another way")
        os.environ["SECONDOPINION_HOME"] = str(folder.parent / "home")  # the fixture `home` puts it back
        if os.getuid() != 0:
            yield folder
            return
        if not hasattr(os, "setresuid"):
            pytest.skip("this system has no way to act as somebody else for a while")
        for each in (folder, folder.parent):
            os.chown(each, _NOBODY, -1)
        os.setresuid(_NOBODY, _NOBODY, 0)
        try:
            yield folder
        finally:
            os.setresuid(0, 0, 0)
