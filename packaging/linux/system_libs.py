"""Which libraries the built program takes from the system, read from its own files, and whose those inside are."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

# Library: Debian package. Where Debian 13 renamed it, the old name is provided by the new one or stands second.
DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libc.so.6": "libc6",
    "libcups.so.2": "",  # for printing only: recommended
    "libdbus-1.so.3": "libdbus-1-3",
    "libdl.so.2": "libc6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": "libc6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_LOADER = re.compile(r"ld-linux")


def programs_in(folder: Path) -> list[Path]:
    """Return every program and library in `folder`."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def wanted_from_system(folder: Path) -> tuple[list[str], str]:
    """Return the libraries that are not inside, and the version of glibc that is needed, such as "2.35"."""
    inside = {path.name for path in folder.rglob("*")}
    wanted: set[str] = set()
    glibc = (2, 0)
    for path in programs_in(folder):
        said = subprocess.run(["objdump", "-p", path], capture_output=True, check=True, text=True).stdout
        wanted.update(re.findall(r"NEEDED +(\S+)", said))
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", said):
            glibc = max(glibc, (int(major), int(minor)))
    outside = sorted(name for name in wanted - inside if not _LOADER.match(name))
    return outside, f"{glibc[0]}.{glibc[1]}"


def debian_depends(folder: Path) -> list[str]:
    """Return the packages for `Depends:`. A library nobody has named yet stops the build."""
    libraries, glibc = wanted_from_system(folder)
    unknown = [name for name in libraries if name not in DEBIAN]
    if unknown:
        raise SystemExit(f"Name the Debian package of {', '.join(unknown)} in packaging/linux/system_libs.py.")
    versions = {"libc6": f" (>= {glibc})", "libstdc++6": " (>= 11)"}
    packages = {DEBIAN[name] for name in libraries} - {""}
    return sorted(package + versions.get(package, "") for package in packages)


def brought_along(inside: Path, licences: Path) -> list[tuple[str, str]]:
    """Put the licences of the system's libraries that lie in `inside` into the folder `licences`.

    Return (package, version) of each: only a build on Debian can tell, and the packages we give out are built there.
    """
    packages = {}
    for library in sorted(inside.glob("lib*.so*")):
        if library.is_symlink() or library.name.startswith("libpython"):  # Python's licence is there already
            continue
        owner = _ask_dpkg("--search", f"*/{library.name}").partition(":")[0]
        text = Path("/usr/share/doc", owner, "copyright")
        if not owner or not text.is_file():
            print(f"No licence was found for {library.name}: do not give this build to others.")
            continue
        shutil.copyfile(text, licences / f"{owner}.txt")
        packages[owner] = _ask_dpkg("--show", "--showformat=${Version}", owner)
    return sorted(packages.items())


def _ask_dpkg(*question: str) -> str:
    if shutil.which("dpkg-query") is None:
        return ""
    return subprocess.run(["dpkg-query", *question], capture_output=True, check=False, text=True).stdout
