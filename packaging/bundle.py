"""Build the program that people install: `python3 dev.py bundle`.

    python3 dev.py bundle               the folder dist/secondopinion (on macOS also "Second Opinion.app")
    python3 dev.py bundle --test        and let it check itself
    python3 dev.py bundle --deb --tar   and the Linux packages, from one staged tree
    python3 dev.py bundle --again       build only what changed since the last time (quicker, for trying things out)

Run it with the packages of requirements/build.txt and nothing else: `dev.py` sees to that. The same source, packages
and Python give the same bytes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import about
import catalogues
import icons
import licences

if TYPE_CHECKING:
    from pathlib import Path

ROOT = about.ROOT
HERE = ROOT / "packaging"
BUILD = ROOT / "build" / "bundle"
DIST = ROOT / "dist"
FOLDER = DIST / about.COMMAND


def main() -> int:
    """Build what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bundle", description="Build the program that people install.")
    parser.add_argument("--test", action="store_true", help="let the built program check itself")
    parser.add_argument("--deb", action="store_true", help="make the Debian package")
    parser.add_argument("--tar", action="store_true", help="make the archive with an installer for other Linux systems")
    parser.add_argument("--again", action="store_true", help="build only what changed")
    wanted = parser.parse_args()
    reproducibly()
    begin = time.monotonic()
    build(clean=not wanted.again)
    print(f"{FOLDER.relative_to(ROOT)}: {megabytes(FOLDER):.1f} MB, in {time.monotonic() - begin:.0f} s", flush=True)
    if wanted.test and self_test():
        return 1
    if wanted.deb or wanted.tar:
        import packages  # noqa: PLC0415 - Linux only

        for made in packages.make(FOLDER, DIST, deb=wanted.deb, tar=wanted.tar):
            print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB", flush=True)
    return 0


def reproducibly() -> None:
    """Take from the surroundings what would end up in the files: the hour, the order of sets, the umask."""
    os.umask(0o022)
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    if asked is None:
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        said = subprocess.run(command, capture_output=True, check=False, text=True)
        os.environ["SOURCE_DATE_EPOCH"] = said.stdout.strip() or "1767225600"
    if os.environ.get("PYTHONHASHSEED") != "1":
        os.environ["PYTHONHASHSEED"] = "1"
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        if os.name == "posix":
            os.execv(sys.executable, [sys.executable, *sys.argv])  # the seed counts from the start only
        sys.exit(subprocess.call([sys.executable, *sys.argv]))


def build(*, clean: bool) -> None:
    """Build dist/secondopinion."""
    BUILD.mkdir(parents=True, exist_ok=True)
    DIST.mkdir(exist_ok=True)
    catalogues.copy_resources(ROOT / "resources", BUILD / "resources")
    licences.write(BUILD / "resources" / "licences")
    icons.draw(ROOT / "resources" / "icons" / "app", BUILD / "icons")
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", str(DIST),
        "--workpath", str(BUILD / "work"), *(["--clean"] if clean else []), str(HERE / "secondopinion.spec"),
    ]  # fmt: skip
    result = subprocess.call(command, cwd=ROOT)
    if result:
        sys.exit(result)
    of_system = []
    if sys.platform.startswith("linux"):
        sys.path.insert(0, str(HERE / "linux"))
        import shrink  # noqa: PLC0415 - Linux only
        import system_libs  # noqa: PLC0415

        shrink.shrink(FOLDER)
        inside = FOLDER / "_internal"
        of_system = system_libs.brought_along(inside, inside / "secondopinion_desktop" / "resources" / "licences")
    licences.write_parts(DIST / f"{about.COMMAND}.cdx.json", of_system)


def self_test() -> int:
    """Let the built program check itself; say what it found."""
    name = f"{about.COMMAND}-cli.exe" if os.name == "nt" else about.COMMAND
    begin = time.monotonic()
    done = subprocess.run([FOLDER / name, "self-test"], capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        print(done.stderr.strip() or done.stdout)  # it names what is not right
    words = "is well" if done.returncode == 0 else "is NOT well"
    print(f"The built program {words} ({time.monotonic() - begin:.1f} s)", flush=True)
    return done.returncode


def megabytes(folder: Path) -> float:
    """Return how much is in `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
