"""Damage on the disk: a flipped bit, a lost page, a missing end, a log of another day. All of it has to be noticed."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from secondopinion_desktop.base.troubles import FileTrouble
from secondopinion_desktop.storage import casefile
from tests.helpers.casefiles import CHEAP, add_contact, contact_names, seen_from_outside
from tests.reliability.writing import opened

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = 4096
PASSPHRASE = "blue door"


def campaign(place: Path, times: int, seed: int) -> dict[str, int]:
    """Damage a protected file in many ways; return how often it was refused, and how often all was there anyway.

    Raises AssertionError if words are missing and nobody said so, or if a refused file was changed.
    """
    chance = random.Random(seed)
    place.mkdir(parents=True, exist_ok=True)
    whole, log = _whole(place)
    found = {"refused": 0, "all there": 0}
    for _time in range(times):
        path = place / "damaged" / "a.secondopinion"
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        _damage(path, whole, log, chance)
        before = seen_from_outside(path.parent)
        try:
            file = opened(path, PASSPHRASE)
        except FileTrouble:
            assert seen_from_outside(path.parent) == before
            found["refused"] += 1
            continue
        assert len(contact_names(file.database)) >= 100, "words are missing"
        try:
            file.database.check()
        except FileTrouble:
            file.close()
            assert seen_from_outside(path.parent) == before
            found["refused"] += 1
            continue
        file.close()
        found["all there"] += 1
    return found


def _whole(place: Path) -> tuple[bytes, bytes]:
    """Return a file with a hundred contacts, and the log with one more of them."""
    path = place / "whole.secondopinion"
    file = casefile.create(path, PASSPHRASE, cost=CHEAP).file
    for number in range(100):
        add_contact(file.database, f"Visitor {number:03}")
    file.close()
    whole = path.read_bytes()
    file = opened(path, PASSPHRASE)
    add_contact(file.database, "Visitor 100")
    log = path.with_name(path.name + "-wal").read_bytes()
    file.close()
    return whole, log


def _damage(path: Path, whole: bytes, log: bytes, chance: random.Random) -> None:
    content = bytearray(whole)
    place = chance.randrange(len(content))
    kind = chance.choice(("bit", "page", "swap", "end", "zeros", "log bit"))
    if kind == "bit":
        content[place] ^= 1 << chance.randrange(8)
    elif kind == "page":
        start = place // _PAGE * _PAGE
        content[start : start + _PAGE] = chance.randbytes(_PAGE)
    elif kind == "swap":
        one, other = (chance.randrange(1, len(content) // _PAGE) * _PAGE for _page in range(2))
        content[one : one + _PAGE], content[other : other + _PAGE] = (
            content[other : other + _PAGE],
            content[one : one + _PAGE],
        )
    elif kind == "end":
        del content[place:]
    elif kind == "zeros":
        content[place : place + 3 * _PAGE] = bytes(len(content[place : place + 3 * _PAGE]))
    else:
        torn = bytearray(log)
        torn[chance.randrange(len(torn))] ^= 1 << chance.randrange(8)
        path.with_name(path.name + "-wal").write_bytes(torn)
    path.write_bytes(content)
