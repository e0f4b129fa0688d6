"""Install the program with pip into a fresh environment, as anybody would, and let it check itself there.

Only what the program needs may be there: no tests, no tools.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Return the exit code of the self-test."""
    with tempfile.TemporaryDirectory() as place:
        venv.create(place, with_pip=True)
        programs = Path(place, "Scripts" if os.name == "nt" else "bin")
        subprocess.run(
            [programs / "python", "-m", "pip", "--quiet", "--disable-pip-version-check", "install",
             "--only-binary", ":all:", "--no-binary", "secondopinion-desktop", str(ROOT)], check=True
        )  # fmt: skip
        installed = [line.split("==")[0] for line in _said(programs / "python", "-m", "pip", "list", "--format=freeze")]
        print("Installed:", ", ".join(installed))
        surplus = {"pytest", "mypy", "ruff", "hypothesis"} & set(installed)
        if surplus:
            print("Not wanted:", ", ".join(sorted(surplus)))
            return 1
        return subprocess.call([programs / "secondopinion", "self-test"], cwd=place, stdout=subprocess.DEVNULL)


def _said(*command: str | Path) -> list[str]:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


if __name__ == "__main__":
    sys.exit(main())
