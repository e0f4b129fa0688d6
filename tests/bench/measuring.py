"""Repeat, and tell the median, the least and the most."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


@dataclass(frozen=True)
class Timing:
    """Milliseconds of one thing, done several times."""

    name: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def line(self, against: Timing | None = None) -> str:
        ratio = f"   {self.median / against.median:5.2f} x {against.name}" if against else ""
        times = f"{self.median:9.2f}  ({min(self.values):.2f} to {max(self.values):.2f}, n={len(self.values)})"
        return f"{self.name:<58}{times}{ratio}"


def timed(name: str, what: Callable[[], object], times: int = 9) -> Timing:
    """Do `what` a number of times after one that does not count."""
    what()
    return Timing(name, tuple(_once(what) for _ in range(times)))


def _once(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1000


def title(words: str) -> None:
    print(f"\n{words}\n{'-' * len(words)}")


def tell(*timings: Timing, against: Timing | None = None) -> None:
    for timing in timings:
        print(timing.line(None if timing is against else against))


def pss_mb(pid: int) -> float:
    """Return the proportional memory of a process in megabytes; 0 where the system does not tell."""
    from pathlib import Path as FilePath  # noqa: PLC0415

    rollup: Path = FilePath(f"/proc/{pid}/smaps_rollup")
    try:
        lines: Iterable[str] = rollup.read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
