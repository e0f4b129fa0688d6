"""The person at the keyboard: writes notes as the program does, and says which ones were called saved."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.storage import casefile, health
from secondopinion_desktop.storage.keys import Passphrase
from secondopinion_desktop.storage.store import Store
from tests.helpers.casefiles import CHEAP, DEVICE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from secondopinion_desktop.storage.casefile import CaseFile
    from secondopinion_desktop.storage.database import Database

_SIZES = (20, 200, 2_000, 60_000)


def opened(path: Path, passphrase: str | None) -> CaseFile:
    """Open the file at the price of tests."""
    return casefile.open_file(path, Passphrase(passphrase) if passphrase else None, cost=CHEAP)


def words(seed: int, row: int, version: int, most: int = 60_000) -> str:
    """Return the text that version of that row has: 20 to `most` letters."""
    chance = random.Random(f"{seed} {row} {version}")
    size = min(most, chance.choice(_SIZES))
    return f"{version} " + " ".join(chance.choices(("nausea", "scan", "Zoë", "Dr.", "ツ"), k=size // 5))


def write_on(database: Database, seed: int, acknowledge: int, *, most: int = 1_000_000) -> None:
    """Add rows and change them until killed or `most` writes are done; tell the pipe of each one that was saved.

    One line for each: row, version.
    """
    store = Store(database, DEVICE)
    ids: list[str] = []
    versions: list[int] = []
    chance = random.Random(seed)
    for _write in range(most):
        row = chance.randrange(len(ids) + 1) if len(ids) < 20 else chance.randrange(len(ids))
        if row == len(ids):
            with store.writing("Add") as unit:
                contact = unit.add(Contact(name=f"{seed} {row}", note=words(seed, row, 0)))
            ids.append(contact.id)
            versions.append(0)
        else:
            with store.writing("Change") as unit:
                unit.change(Contact, ids[row], note=words(seed, row, versions[row] + 1))
            versions[row] += 1
        os.write(acknowledge, f"{row} {versions[row]}\n".encode())


def newest(lines: Iterable[str]) -> dict[int, int]:
    """Return the newest acknowledged version of each row."""
    found: dict[int, int] = {}
    for line in lines:
        row, version = map(int, line.split())
        found[row] = max(version, found.get(row, 0))
    return found


def lost(file: CaseFile, seed: int, acknowledged: dict[int, int], most: int = 60_000, *, thorough: bool = True) -> int:
    """Return how many acknowledged writes are not in the file; raise AssertionError if the file is not well.

    A version written but not yet acknowledged may be there: that is no loss. `thorough` holds the search index against
    the rows, too, which is most of the time it takes.
    """
    if thorough:
        report = health.examine(file.database)
        assert report.is_sound, report.problems
    with file.database.raw() as bare:
        assert not health.damage(bare)
    notes = {contact.name: contact.note for contact in Store(file.database, DEVICE).rows(Contact)}
    missing = 0
    for row, version in acknowledged.items():
        note = notes.get(f"{seed} {row}", "")
        missing += note not in {words(seed, row, version, most), words(seed, row, version + 1, most)}
    return missing
