"""From the command to the first picture, and to a file one can use; against a bare PySide6 window in the same run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.filling import file_with_notes
from tests.bench.measuring import Timing, pss_mb, tell, title
from tests.helpers.files import new_file

ROOT = Path(__file__).parents[2]
TIMES = 9


@dataclass(frozen=True)
class Start:
    """Milliseconds to the first picture and to the usable window, and the memory then (MB, shared parts divided)."""

    painted: float
    usable: float
    memory: float


def run() -> None:
    """Start each kind in turn, several times over, so that all meet the same weather."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty").mkdir()
        new_file(folder / "empty").close()
        file_with_notes(folder / "notes", 5_000, 300).close()
        kinds = {
            "bare window": ("bare",),
            "first screen": ("program",),
            "empty file": ("program", str(folder / "empty" / "test.secondopinion")),
            "5,000 notes": ("program", str(folder / "notes" / "test.secondopinion")),
        }
        starts: dict[str, list[Start]] = {kind: [] for kind in kinds}
        for number in range(TIMES + 1):
            for kind, arguments in kinds.items():
                start = _start(arguments, folder / "home")
                if number:
                    starts[kind].append(start)
    _report(starts)


def _report(starts: dict[str, list[Start]]) -> None:
    title("Start, ms from the command")
    bare = Timing("bare window", tuple(start.painted for start in starts["bare window"]))
    tell(bare)
    for kind in list(starts)[1:]:
        tell(Timing(f"{kind}: first picture", tuple(s.painted for s in starts[kind])), against=bare)
        tell(Timing(f"{kind}: usable", tuple(s.usable for s in starts[kind])), against=bare)
    title("Memory when usable, MB (PSS)")
    least = Timing("bare window", tuple(start.memory for start in starts["bare window"]))
    tell(least)
    for kind in list(starts)[1:]:
        tell(Timing(kind, tuple(start.memory for start in starts[kind])), against=least)


def _screen(home: Path) -> Path:
    """Describe a usual screen: Qt's own is 800 pixels wide, where the window would leave out its right pane."""
    place = home.with_name("screen.json")
    if not place.is_file():
        screen = {"name": "usual", "x": 0, "y": 0, "width": 1920, "height": 1080}
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        place.write_text(json.dumps({"screens": [screen]}))
    return place


def _start(arguments: tuple[str, ...], home: Path) -> Start:
    environment = {**os.environ, "SECONDOPINION_HOME": str(home)}
    if environment.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={_screen(home)}"
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # people start what is compiled already
    begin = time.clock_gettime(time.CLOCK_MONOTONIC)
    command = [sys.executable, "-m", "tests.bench.starting", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        moments = {}
        while "usable" not in moments:
            what, moment = process.stdout.readline().split()
            moments[what] = (float(moment) - begin) * 1000
        memory = pss_mb(process.pid)
        process.communicate("\n")
    return Start(moments["painted"], moments["usable"], memory)
