"""A power cut: what the disk holds when only synced writes are sure, and each later one may be whole, torn or missing.

The disk here keeps what was synced, and writes 512 bytes at a time. A drive that says it synced and did not is beyond
what a program can mend.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.reliability.kills import Tally

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reliability.kills import Victim
    from tests.reliability.recording import Event

_SECTOR = 512
_LATE = 40


@dataclass
class _File:
    """One file on the disk, whatever its name: what is sure, and what was asked for since."""

    sure: bytearray = field(default_factory=bytearray)
    waiting: list[Event] = field(default_factory=list)

    def take(self, event: Event) -> None:
        if event.kind != "sync":
            self.waiting.append(event)
            return
        for waiting in self.waiting:
            _apply(self.sure, waiting)
        self.waiting.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        content = bytearray(self.sure)
        for event in self.waiting:
            fate = chance.random()
            if fate < 1 / 3:
                _apply(content, event)
            elif fate < 2 / 3:
                _apply(content, event, chance)
        return bytes(content)


def _apply(content: bytearray, event: Event, torn: random.Random | None = None) -> None:
    if event.kind == "truncate":
        if torn is None:
            _resize(content, event.offset)
        return
    for start in range(0, len(event.data), _SECTOR):
        if torn is None or torn.random() < 0.5:
            place = event.offset + start
            part = event.data[start : start + _SECTOR]
            _resize(content, max(len(content), place + len(part)))
            content[place : place + len(part)] = part


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


class Disk:
    """All files below a root; names change at once for the program, but last only once their folder is synced."""

    def __init__(self, root: Path) -> None:
        self._now = {
            str(path.relative_to(root)): _File(bytearray(path.read_bytes()))
            for path in root.rglob("*")
            if path.is_file()
        }
        self._sure = dict(self._now)
        self._waiting: list[tuple[str, str, _File | None]] = []

    def take(self, event: Event) -> None:
        """Let the program do one thing."""
        if event.kind == "make":
            if event.path not in self._now:
                self._name(event.path, _File())
        elif event.kind in {"write", "truncate", "sync"}:
            self._now.get(event.path, _File()).take(event)
        elif event.kind == "sync_folder":
            self._sync_folder(event.path)
        elif event.kind == "remove":
            self._name(event.path, None)
        elif event.kind in {"rename", "link"}:
            self._name(event.other, self._now.get(event.path))
            if event.kind == "rename":
                self._name(event.path, None)

    def _name(self, path: str, file: _File | None) -> None:
        _set(self._now, path, file)
        self._waiting.append((path.rpartition("/")[0] or ".", path, file))

    def _sync_folder(self, folder: str) -> None:
        for each, path, file in self._waiting:
            if each == folder:
                _set(self._sure, path, file)
        self._waiting = [waiting for waiting in self._waiting if waiting[0] != folder]

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return what is found when the power is back.

        Names change in order up to some point, as on a disk with a journal, or each for itself, as on one without.
        """
        names = dict(self._sure)
        in_order = chance.random() < 0.5
        until = chance.randrange(len(self._waiting) + 1)
        for place, (_folder, path, file) in enumerate(self._waiting):
            if place < until if in_order else chance.random() < 0.5:
                _set(names, path, file)
        return {path: file.after_cut(chance) for path, file in names.items()}


def _set(names: dict[str, _File], path: str, file: _File | None) -> None:
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


def cut(victim: type[Victim], disk: Disk, events: list[Event], root: Path, *, cuts: int, run: int, seed: int) -> Tally:
    """Cut the power at `cuts` random moments of a recording, lay out below `root` what is left each time, and look."""
    chance, tally = random.Random(seed), Tally()
    begun = next(place for place, event in enumerate(events) if event.kind == "said")
    # A third of them near the end: what was called done last has had the least time to reach the disk.
    late = [max(begun, len(events) - chance.randrange(_LATE)) for _cut in range(cuts // 3)]
    moments = sorted([*late, *(chance.randrange(begun, len(events) + 1) for _cut in range(cuts - len(late)))])
    said, done = b"", 0
    for moment in moments:
        for event in events[done:moment]:
            disk.take(event)
            said += event.data if event.kind == "said" else b""
        done = moment
        _lay_out(disk.after_cut(chance), root)
        lines = said.decode().splitlines()[1:]
        try:
            victim(root / "place", run).bury(lines, tally)
        except BaseException as error:
            error.add_note(f"power cut after request {moment} of {len(events)}, {len(lines)} acknowledged, in {root}")
            raise
        tally.runs += 1
    return tally


def _lay_out(files: dict[str, bytes], root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    (root / "place").mkdir(parents=True)
    for name, content in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
