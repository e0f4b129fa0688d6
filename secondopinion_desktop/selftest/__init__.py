"""What an installed program checks about itself: `secondopinion self-test`.

Everything happens in a folder of its own, which is removed afterwards; nobody's file or setting is touched. The answer
is one JSON object on standard output (and in a file, for a program that has none). Exit codes: 0 all is well; 1 at
least one check failed, each named on standard error too; 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from secondopinion_desktop import __version__
from secondopinion_desktop.selftest.apart import Outcome, run_apart, tell
from secondopinion_desktop.selftest.demand import Failure, is_built

ALL_WELL, NOT_WELL = 0, 1
SOCKETS = "sockets"

# Name, module and function. Each is imported on its own: a part that is broken is named, and the rest still runs.
_CHECKS = (
    ("modules", "parts", "modules"),
    ("resources", "parts", "resources"),
    ("translations", "parts", "translations"),
    ("plain file", "keeping", "plain_file"),
    ("protected file", "keeping", "protected_file"),
    ("migrations", "keeping", "migrations"),
    ("paper", "showing", "paper"),
    ("sorting", "showing", "sorting"),
    ("pictures", "showing", "pictures"),
    ("fonts", "showing", "fonts"),
    ("icons", "showing", "icons"),
    ("window", "showing", "window"),
    ("surroundings", "parts", "surroundings"),
    ("network", "parts", "no_network"),
)


def main(given: list[str]) -> int:
    """Run every check, print what was found, and return the exit code."""
    parser = argparse.ArgumentParser(prog="secondopinion self-test", description="Check that this program is whole.")
    parser.add_argument("--output", type=Path, metavar="FILE.json", help="write the result into this file too")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)  # the process that does the work
    parser.add_argument("--from", type=int, dest="first", default=0, help=argparse.SUPPRESS)
    arguments = parser.parse_args(given)
    if arguments.inside is not None:
        _run(arguments.inside, arguments.first)
        return ALL_WELL
    with tempfile.TemporaryDirectory(prefix="secondopinion-", ignore_cleanup_errors=True) as place:
        outcomes = run_apart(Path(place), [*(name for name, _, _ in _CHECKS), SOCKETS])
    report = json.dumps(_report(outcomes), indent=1)
    if arguments.output is not None:
        arguments.output.write_text(report + "\n", encoding="utf-8")
    if sys.stdout is not None:  # a program with a window has none on Windows
        sys.stdout.write(report + "\n")
        for outcome in outcomes:
            if outcome.failure:
                sys.stderr.write(f"Not right: {outcome.name}: {outcome.failure}\n")
    return NOT_WELL if any(outcome.failure for outcome in outcomes) else ALL_WELL


def _run(place: Path, first: int) -> None:
    """Carry out the checks from number `first` on, in the folder `place`; what each finds is told at once."""
    sockets: list[str] = []

    def watch(event: str, _values: tuple[object, ...]) -> None:
        if event.startswith("socket."):
            sockets.append(event)

    sys.addaudithook(watch)
    folder = place / str(first)
    folder.mkdir()
    os.environ["SECONDOPINION_HOME"] = str(folder / "home")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nothing is shown to anybody
    for name, module, function in _CHECKS[first:]:
        tell(place, _outcome(name, module, function, folder))
    tell(place, Outcome(SOCKETS, "touched: " + ", ".join(sockets) if sockets else "", "", 0))


def _outcome(name: str, module: str, function: str, folder: Path) -> Outcome:
    start, failure, detail = time.perf_counter(), "", ""
    try:
        detail = getattr(import_module(f"{__name__}.{module}"), function)(folder)
    except Failure as found:
        failure = str(found)
    except Exception as error:  # noqa: BLE001 - whatever it is, it has a name, and the other checks still run
        failure = f"{type(error).__name__}: {error}"
    return Outcome(name, failure, detail, round(1000 * (time.perf_counter() - start)))


def _report(outcomes: list[Outcome]) -> dict[str, Any]:
    return {
        "program": "Second Opinion",
        "version": __version__,
        "built": is_built(),
        "system": platform.platform(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "well": not any(outcome.failure for outcome in outcomes),
        "checks": [outcome._asdict() for outcome in outcomes],
    }
