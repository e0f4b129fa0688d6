"""Run one campaign and say what was found; exit 1 if a word was lost: `python -m tests.reliability --help`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

VICTIMS = ("writing", "passphrase", "backup", "creation", "migration")
EVERYTHING = (
    "fulldisk",
    "secondreader",
    "damages 600",
    "kills writing 500",
    "kills passphrase 120",
    "kills backup 200",
    "kills creation 120",
    "kills migration 200",
    "powercuts writing 1500",
    "powercuts passphrase 300",
    "powercuts backup 100",
    "powercuts creation 100",
    "powercuts migration 300",
    "failingdisk 9",
)


def main() -> int:
    """Run what was asked for."""
    given = _parser().parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
        found, fine = given.carry_out(given, Path(folder))
    if found:
        sys.stdout.write(f"{found}, {time.monotonic() - started:.0f} s\n")
    return 0 if fine else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("--seed", type=int, default=1)
    campaigns = parser.add_subparsers(required=True, metavar="CAMPAIGN")

    kills = campaigns.add_parser("kills", help="kill -9 at any moment")
    kills.set_defaults(carry_out=_kills)
    cuts = campaigns.add_parser("powercuts", help="cut the power at any moment of a recording (needs strace)")
    cuts.set_defaults(carry_out=_power_cuts)
    for campaign in (kills, cuts):
        campaign.add_argument("victim", choices=VICTIMS)
        campaign.add_argument("times", type=int)

    damages = campaigns.add_parser("damages", help="damage the file on the disk")
    damages.add_argument("times", type=int)
    damages.set_defaults(carry_out=_damages)

    disk = campaigns.add_parser("failingdisk", help="fail every n-th request to the disk (Linux, needs cc)")
    disk.add_argument("every", type=int)
    disk.add_argument("--on-shim", action="store_true", help=argparse.SUPPRESS)
    disk.set_defaults(carry_out=_failing_disk)

    full = campaigns.add_parser("fulldisk", help="fill a small disk up (Linux, needs unshare)")
    full.add_argument("--mounted", type=Path, help=argparse.SUPPRESS)
    full.set_defaults(carry_out=_full_disk)

    reader = campaigns.add_parser("secondreader", help="read a file with another maker's SQLite (needs apsw-sqlite3mc)")
    reader.set_defaults(carry_out=_second_reader)

    everything = campaigns.add_parser("all", help="everything, for an hour")
    everything.set_defaults(carry_out=_everything)

    live = campaigns.add_parser("live", help="be a victim, until enough is done")
    live.add_argument("victim", choices=VICTIMS)
    live.add_argument("place", type=Path)
    live.add_argument("run", type=int)
    live.set_defaults(carry_out=_live)
    return parser


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


def _damages(given: argparse.Namespace, folder: Path) -> tuple[object, bool]:
    from tests.reliability import damages  # noqa: PLC0415

    os.environ["SECONDOPINION_HOME"] = str(folder / "home")
    return damages.campaign(folder / "place", given.times, given.seed), True


def _failing_disk(given: argparse.Namespace, folder: Path) -> tuple[object, bool]:
    from tests.reliability import faults  # noqa: PLC0415

    if given.on_shim:
        os.environ["SECONDOPINION_HOME"] = str(folder / "home")
        found = faults.campaign(folder, given.every)
        return found, not any(counts["lost"] or counts["unfinished"] for counts in found.values())
    if not faults.can_fail():
        return "no failing disk can be built here: nothing was tried", True
    arguments = ["-m", "tests.reliability", "failingdisk", str(given.every), "--on-shim"]
    return "", faults.run_with_shim(arguments, folder) == 0


def _full_disk(given: argparse.Namespace, folder: Path) -> tuple[object, bool]:
    from tests.reliability import fulldisk  # noqa: PLC0415

    os.environ["SECONDOPINION_HOME"] = str(folder / "home")
    if given.mounted:
        return fulldisk.fill_up(given.mounted, folder), True
    if not fulldisk.can_mount():
        return "no small disk can be mounted here: nothing was tried", True
    place = folder / "place"
    place.mkdir()
    done = fulldisk.run_on_small_disk(["-m", "tests.reliability", "fulldisk", "--mounted", str(place)], place)
    return done.stdout.strip() + done.stderr.strip(), done.returncode == 0


def _second_reader(_given: argparse.Namespace, folder: Path) -> tuple[object, bool]:
    from tests.reliability import secondreader  # noqa: PLC0415

    os.environ["SECONDOPINION_HOME"] = str(folder / "home")
    if not secondreader.can_read():
        return "apsw-sqlite3mc is not installed: nothing was tried", True
    found = secondreader.read_by_another(folder)
    return found, found == ["Dr. Rivera", "Zoë Łukasz", "Dr. Rivera"]


def _everything(given: argparse.Namespace, _folder: Path) -> tuple[object, bool]:
    wrong = []
    for campaign in EVERYTHING:
        sys.stdout.write(f"{campaign}: ")
        sys.stdout.flush()
        command = [sys.executable, "-m", "tests.reliability", "--seed", str(given.seed), *campaign.split()]
        if subprocess.run(command, check=False).returncode:
            wrong.append(campaign)
    return (f"Not right: {', '.join(wrong)}" if wrong else "All right"), not wrong


def _live(given: argparse.Namespace, _folder: Path) -> tuple[object, bool]:
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
    return "", True


if __name__ == "__main__":
    sys.exit(main())
