"""Run the checks in another process: one that takes the process down is named too, and the rest still run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.selftest.demand import is_built

if TYPE_CHECKING:
    from pathlib import Path

_TOLD = "outcomes.txt"
_PATIENCE_S = 300


class Outcome(NamedTuple):
    """What one check found: `failure` is empty where all is well, `detail` what there is to tell then."""

    name: str
    failure: str
    detail: str
    milliseconds: int


def run_apart(place: Path, names: list[str]) -> list[Outcome]:
    """Let another process carry out the checks of these names, one after the other; return what they found.

    Where it ends too early, the check it was at has failed, and the next process goes on with the one after that.
    """
    outcomes: list[Outcome] = []
    while len(outcomes) < len(names):
        end = _start(place, len(outcomes))
        outcomes = _told(place)
        if len(outcomes) < len(names):
            tell(place, Outcome(names[len(outcomes)], f"the program broke off here ({end})", "", 0))
            outcomes = _told(place)
    return outcomes


def tell(place: Path, outcome: Outcome) -> None:
    """Write what was found where the first process reads it."""
    with (place / _TOLD).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(outcome) + "\n")


def _told(place: Path) -> list[Outcome]:
    told = place / _TOLD
    if not told.exists():
        return []
    return [Outcome(*json.loads(line)) for line in told.read_text(encoding="utf-8").splitlines()]


def _start(place: Path, first: int) -> str:
    """Start the process that does the work from check number `first` on, wait for it, and return how it ended."""
    program = [sys.executable] if is_built() else [sys.executable, "-P", "-m", "secondopinion_desktop"]
    command = [*program, "self-test", "--inside", str(place), "--from", str(first)]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows only
    # The starter of a built program must not take it for a part of this one.
    env = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    nothing = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - it starts itself
            command, env=env, stdin=nothing, stdout=nothing, timeout=_PATIENCE_S, check=False, creationflags=hidden
        )
    except subprocess.TimeoutExpired:
        return f"nothing happened for {_PATIENCE_S} seconds"
    return f"exit code {done.returncode}"
