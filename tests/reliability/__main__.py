"""Run one campaign and say what was found; exit 1 if a word was lost: `python -m tests.reliability --help`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

VICTIMS = ("writing", "passphrase", "backup", "creation", "migration")


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("--seed", type=int, default=1)
    campaigns = parser.add_subparsers(dest="campaign", required=True)
    kills = campaigns.add_parser("kills", help="kill -9 at any moment")
    kills.add_argument("victim", choices=VICTIMS)
    kills.add_argument("times", type=int)
    cuts = campaigns.add_parser("powercuts", help="cut the power at any moment of a recording (needs strace)")
    cuts.add_argument("victim", choices=VICTIMS)
    cuts.add_argument("times", type=int)
    live = campaigns.add_parser("live", help="be a victim, until so many things are done")
    live.add_argument("victim", choices=VICTIMS)
    live.add_argument("place", type=Path)
    live.add_argument("run", type=int)
    given = parser.parse_args()
    if given.campaign == "live":
        return _live(given)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
        found, fine = {"kills": _kills, "powercuts": _power_cuts}[given.campaign](given, Path(folder))
    sys.stdout.write(f"{found}, {time.monotonic() - started:.0f} s\n")
    return 0 if fine else 1


def _kills(given: argparse.Namespace, folder: Path) -> tuple[object, bool]:
    from tests.reliability.kills import campaign  # noqa: PLC0415 - each campaign loads its own part
    from tests.reliability.victims import VICTIMS as KINDS  # noqa: PLC0415 - the names above need no SQL

    os.environ["SECONDOPINION_HOME"] = str(folder / "home")
    tally = campaign(KINDS[given.victim], folder / "place", given.times, given.seed)
    return tally, not tally.lost


def _power_cuts(given: argparse.Namespace, folder: Path) -> tuple[object, bool]:
    from tests.reliability import powercut, recording  # noqa: PLC0415
    from tests.reliability.victims import VICTIMS as KINDS  # noqa: PLC0415

    if not recording.can_record():
        return "strace cannot record here: nothing was tried", True
    kind, found = KINDS[given.victim], []
    for run in (0, 11):  # without a passphrase and with one
        recorded, left = folder / f"recorded {run}", folder / "left"
        (recorded / "place").mkdir(parents=True)
        os.environ["SECONDOPINION_HOME"] = str(recorded / "home")
        kind(recorded / "place", run).prepare()
        disk = powercut.Disk(recorded)
        arguments = ["-m", "tests.reliability", "live", given.victim, str(recorded / "place"), str(run)]
        events = recording.record(arguments, recorded, folder / "strace")
        os.environ["SECONDOPINION_HOME"] = str(left / "home")
        found.append(powercut.cut(kind, disk, events, left, cuts=given.times // 2, run=run, seed=given.seed))
    return found, not any(tally.lost for tally in found)


def _live(given: argparse.Namespace) -> int:
    from tests.reliability.victims import VICTIMS as KINDS  # noqa: PLC0415

    victim = KINDS[given.victim](given.place, given.run)
    write, left = os.write, iter(range(victim.recorded))

    def say(handle: int, line: bytes) -> int:
        """Say it before anything else is done, and end once enough is said."""
        write(handle, line)
        if next(left) == victim.recorded - 1:
            os._exit(0)
        return len(line)

    os.write = say  # type: ignore[assignment]  # the victims write bytes only
    victim.live(1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
