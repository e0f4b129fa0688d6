"""A disk that fails: each write, sync and truncation of a session in turn, once or from then on."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondopinion_desktop.base.troubles import FileTrouble
from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.store import Store
from tests.helpers.casefiles import CHEAP, DEVICE
from tests.reliability.writing import lost, newest, opened, words

if TYPE_CHECKING:
    from secondopinion_desktop.storage.casefile import CaseFile

LONGEST = 2_000
WRITES = 30
TRIES = 3
_SOURCE = Path(__file__).with_name("faults.c")


@dataclass(frozen=True)
class Fault:
    """What the disk answers: an error number, once or for ever, with half of the data written or none."""

    name: str
    number: int
    for_ever: bool = False
    half: bool = False


FAULTS = (
    Fault("one I/O error", errno.EIO),
    Fault("full once, half written", errno.ENOSPC, half=True),
    Fault("I/O errors for ever", errno.EIO, for_ever=True),
    Fault("full for ever", errno.ENOSPC, for_ever=True),
    Fault("quota for ever", errno.EDQUOT, for_ever=True),
    Fault("read-only for ever", errno.EROFS, for_ever=True),
)


def can_fail() -> bool:
    """Return whether a failing disk can be built here."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def run_with_shim(arguments: list[str], folder: Path) -> int:
    """Run this Python with `arguments` on top of the failing disk; return its exit code."""
    library = folder / "faults.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(_SOURCE), "-ldl"], check=True)
    environment = {**os.environ, "LD_PRELOAD": str(library)}
    return subprocess.run([sys.executable, *arguments], env=environment, check=False).returncode


def campaign(folder: Path, every: int) -> dict[str, dict[str, int]]:
    """Fail every `every`-th request of a session, each kind of fault for itself. Runs on top of the shim; it forks."""
    found: dict[str, dict[str, int]] = {}
    for fault in FAULTS:
        found[fault.name] = counts = dict.fromkeys(("runs", "told", "acknowledged", "lost", "unfinished"), 0)
        target, reached = 1, True
        while reached:
            lines = _one_session(folder, fault, target)
            reached = int(lines.pop()) >= target
            told = lines.pop()
            counts["runs"] += 1
            counts["told"] += int(told)
            counts["acknowledged"] += len(lines)
            counts["unfinished"] += not fault.for_ever and len(lines) < WRITES
            file = opened(folder / "place" / "a.secondopinion", None)
            counts["lost"] += lost(file, 0, newest(lines), LONGEST)
            file.close()
            target += every
    return found


def _one_session(folder: Path, fault: Fault, target: int) -> list[str]:
    shutil.rmtree(folder / "place", ignore_errors=True)
    (folder / "place").mkdir(parents=True)
    path = folder / "place" / "a.secondopinion"
    casefile.create(path, None, cost=CHEAP).file.close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _session(opened(path, None), fault, target, writing)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "r", encoding="ascii") as pipe:
        lines = pipe.read().splitlines()
    os.waitpid(child, 0)
    assert len(lines) >= 2, f"the session broke off: {lines}"
    return lines


def _session(file: CaseFile, fault: Fault, target: int, acknowledge: int) -> None:
    """Write with a person's patience: what was not saved is tried again, up to three times."""
    shim = ctypes.CDLL(None)
    store = Store(file.database, DEVICE)
    ids: list[str] = []
    told = 0
    shim.faults_arm(ctypes.c_long(target), fault.number, int(fault.for_ever), int(fault.half))
    for number in range(WRITES):
        row, version = number % 10, number // 10
        for _try in range(TRIES):
            try:
                _write(store, ids, row, version)
            except FileTrouble:
                told += 1
                continue
            os.write(acknowledge, f"{row} {version}\n".encode())
            break
        if len(ids) <= row:
            break
    os.write(acknowledge, f"{told}\n{shim.faults_seen()}\n".encode())


def _write(store: Store, ids: list[str], row: int, version: int) -> None:
    if version == 0:
        with store.writing("Add") as unit:
            contact = unit.add(Contact(name=f"0 {row}", note=words(0, row, 0, LONGEST)))
        ids.append(contact.id)
    else:
        with store.writing("Change") as unit:
            unit.change(Contact, ids[row], note=words(0, row, version, LONGEST))
