"""A disk with no byte left: what was saved stays, what was not is told, and a little room is enough to go on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from secondopinion_desktop.base.troubles import DiskFull
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.keys import Passphrase
from tests.helpers.casefiles import CHEAP, add_contact, contact_names
from tests.reliability.writing import opened

if TYPE_CHECKING:
    from pathlib import Path

_MOUNTED = 'mount -t tmpfs -o size=6m,mode=700 tmpfs "$1" && shift && exec "$@"'
PASSPHRASE = "blue door"


def can_mount() -> bool:
    """Return whether a small disk can be had here, in a name space of its own."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode == 0


def run_on_small_disk(arguments: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    """Run this Python with a disk of 6 MB mounted at `place`."""
    command = ["unshare", "-rm", "sh", "-c", _MOUNTED, "sh", str(place), sys.executable, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def fill_up(place: Path, elsewhere: Path) -> dict[str, int]:
    """Write on the small disk at `place` until it is full, and then see what still works."""
    path = place / "a.secondopinion"
    file = casefile.create(path, PASSPHRASE, cost=CHEAP).file
    ballast = place / "holiday.jpg"
    ballast.write_bytes(bytes(1_000_000))
    saved, refused = [], 0
    for number in range(10_000):
        name = f"{number:05} " + "x" * 20_000
        try:
            add_contact(file.database, name)
        except DiskFull:
            refused += 1
            if refused == 5:
                break
            continue
        saved.append(name)
    assert refused, "the disk was never full"
    assert contact_names(file.database) == saved
    _nothing_left_behind(file, place)
    file.save_copy(elsewhere / "copy.secondopinion")
    ballast.unlink()
    add_contact(file.database, "99999 with room again")
    file.close()
    names = [*saved, "99999 with room again"]
    again = opened(path, PASSPHRASE)
    assert contact_names(again.database) == names
    again.close()
    copy = opened(elsewhere / "copy.secondopinion", PASSPHRASE)
    assert contact_names(copy.database) == saved
    copy.close()
    return {"saved": len(saved), "refused": refused}


def _nothing_left_behind(file: casefile.CaseFile, place: Path) -> None:
    """Whatever needs room fails whole."""
    before = {each.name for each in place.iterdir()}
    for attempt in (
        lambda: file.save_copy(place / "copy.secondopinion"),
        lambda: file.change_passphrase(Passphrase(PASSPHRASE), "red door"),
        lambda: casefile.create(place / "b.secondopinion", None),
    ):
        try:
            attempt()
        except DiskFull:
            continue
        raise AssertionError("there was room after all")
    assert {each.name for each in place.iterdir()} == before
