"""kill -9 at any moment, and a look at what is left."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import time
import traceback
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BEGUN = b"begun\n"
RUNS_IN_ONE_PLACE = 10


@dataclass
class Tally:
    """What a campaign found. `states` counts how the file was met after the kill."""

    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    states: dict[str, int] = field(default_factory=dict)

    def met(self, state: str) -> None:
        """Count one more of `state`."""
        self.states[state] = self.states.get(state, 0) + 1


class Victim(ABC):
    """Something that is going on when the kill comes, for the run with this number."""

    spread: float
    """Seconds within which the kill comes."""

    recorded: int
    """How many lines it says in a recording for power cuts."""

    def __init__(self, place: Path, run: int) -> None:
        self.place = place
        self.run = run

    @abstractmethod
    def prepare(self) -> None:
        """Lay out the files for the next ten runs, in the process that survives."""

    @abstractmethod
    def live(self, acknowledge: int) -> None:
        """Write the line BEGUN, then work until killed; after each thing done, write a line."""

    @abstractmethod
    def bury(self, lines: list[str], tally: Tally) -> None:
        """Look at what is left; raise AssertionError if it is not whole."""


def campaign(kind: type[Victim], place: Path, kills: int, seed: int) -> Tally:
    """Kill a victim that many times. Must run in a process without other threads: it forks."""
    tally, chance = Tally(), random.Random(seed)
    for run in range(kills):
        victim = kind(place, run)
        if run % RUNS_IN_ONE_PLACE == 0:
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True)
            victim.prepare()
        lines = _killed(victim, chance.random() * victim.spread)
        victim.bury(lines, tally)
        tally.runs += 1
    return tally


def _killed(victim: Victim, after: float) -> list[str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(victim, writing)
    os.close(writing)
    select.select([reading], [], [], 30)  # until it has begun
    time.sleep(after)  # the moment of the kill is the point here
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "r", encoding="ascii") as pipe:
        lines = pipe.read().splitlines(keepends=True)
    assert lines, "it never began"
    return [line.strip() for line in lines[1:] if line.endswith("\n")]


def _live(victim: Victim, acknowledge: int) -> None:
    try:
        victim.live(acknowledge)
    except BaseException:  # noqa: BLE001 - told, and then the process ends in any case
        traceback.print_exc()
    finally:
        os._exit(1)
