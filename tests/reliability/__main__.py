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
    given = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
        os.environ["SECONDOPINION_HOME"] = str(Path(folder) / "home")
        found, fine = _kills(given, Path(folder) / "place")
    sys.stdout.write(f"{found}, {time.monotonic() - started:.0f} s\n")
    return 0 if fine else 1


def _kills(given: argparse.Namespace, place: Path) -> tuple[object, bool]:
    from tests.reliability.kills import campaign  # noqa: PLC0415 - each campaign loads its own part
    from tests.reliability.victims import VICTIMS as KINDS  # noqa: PLC0415 - the names above need no SQL

    tally = campaign(KINDS[given.victim], place, given.times, given.seed)
    return tally, not tally.lost


if __name__ == "__main__":
    sys.exit(main())
