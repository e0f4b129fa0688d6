"""What a computer may lack to work on Second Opinion, each with its cure in one plain message. For dev.py.

Written so that an old Python can still read this file, and say that it is too old.
"""

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable, NoReturn

OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")

# Qt brings most libraries along; these it takes from the system. (library, Debian package, Fedora package)
QT_LIBRARIES = (
    ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ("libX11.so.6", "libx11-6", "libX11"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libfreetype.so.6", "libfreetype6", "freetype"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    ("libzstd.so.1", "libzstd1", "libzstd"),
    ("libstdc++.so.6", "libstdc++6", "libstdc++"),
)
X11_LIBRARIES = (
    ("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
WAYLAND_LIBRARIES = (
    ("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    ("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)


def refuse_old_python() -> None:
    if sys.version_info >= OLDEST_PYTHON:
        return
    found = next((name for name in NEWER_PYTHONS if starts(name)), None)
    cure = (
        f"This computer has a newer one. Run: {found} dev.py {' '.join(sys.argv[1:])}"
        if found
        else "Debian 12, Ubuntu 24.04 and newer: sudo apt install python3 python3-venv\n"
        "Ubuntu 22.04: sudo apt install python3.11 python3.11-venv, then: python3.11 dev.py ...\n"
        "Fedora: sudo dnf install python3\n"
        "macOS, Windows: install Python from python.org"
    )
    stop(f"Second Opinion needs Python 3.11 or newer; this is Python {platform.python_version()}.\n{cure}")


def starts(name: str) -> bool:
    return (
        shutil.which(name) is not None and subprocess.call([name, "-c", "import venv"], stderr=subprocess.DEVNULL) == 0
    )


def refuse_without_venv(said: str = "") -> None:
    there = importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")
    if there and "ensurepip" not in said:
        return
    stop(
        "This Python lacks its venv module, which keeps the program's packages apart from the system's.\n"
        f"Debian, Ubuntu: sudo apt install python3-venv   (or python3.{sys.version_info[1]}-venv)\n"
        "Fedora: sudo dnf install python3 python3-pip"
    )


def refuse_without_display() -> None:
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    stop(
        "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
        "Start this in a desktop session, or over ssh with: ssh -X\n"
        "For a display nobody sees: Debian, Ubuntu: sudo apt install xvfb   Fedora: sudo dnf install "
        "xorg-x11-server-Xvfb\nthen: xvfb-run python3 dev.py run\n"
        "The tests need no display: python3 dev.py test"
    )


def refuse_without_qt_libraries(*, window: bool) -> None:
    if not sys.platform.startswith("linux"):
        return
    wanted = list(QT_LIBRARIES)
    if window and os.environ.get("DISPLAY"):
        wanted.extend(X11_LIBRARIES)
    if window and os.environ.get("WAYLAND_DISPLAY"):
        wanted.extend(WAYLAND_LIBRARIES)
    missing = [row for row in wanted if not can_load(row[0])]
    if missing:
        stop(
            "Qt, which draws the window, needs system libraries that are not installed: "
            f"{', '.join(row[0] for row in missing)}\n"
            f"Debian, Ubuntu: sudo apt install {once_each(row[1] for row in missing)}\n"
            f"Fedora: sudo dnf install {once_each(row[2] for row in missing)}"
        )


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def once_each(packages: "Iterable[str]") -> str:
    return " ".join(dict.fromkeys(packages))


def refuse_without_packages(said: str) -> None:
    """Tell a missing network from a missing package; what pip said is shown below the plain words."""
    offline = any(
        sign in said for sign in ("NewConnectionError", "Retrying (", "SSLError", "ConnectTimeout", "ProxyError")
    )
    if offline:
        plain = (
            "The packages could not be fetched: the network, or the package index, cannot be reached.\n"
            "Check the connection and run the same command again. Behind a mirror, set PIP_INDEX_URL."
        )
    elif "DO NOT MATCH THE HASHES" in said:
        plain = (
            "A package is not the one that was pinned, so it was not installed.\n"
            "Run the same command again; if it stays so, the mirror in use changes packages."
        )
    else:
        plain = (
            "There is no ready-made package for this computer: "
            f"Python {platform.python_version()}, {platform.platform(terse=True)}, {platform.machine()}.\n"
            "Needed are Python 3.11 to 3.14 and one of: Linux with glibc 2.34 (Debian 12, Ubuntu 22.04, Fedora 35) or "
            "newer, macOS 13 or newer, Windows 10 or newer."
        )
    last = said.strip().splitlines()[-1:] or ["(nothing)"]
    stop(f"{plain}\n\nThe installer's last words: {last[0][:300].strip()}")


def stop(message: str) -> "NoReturn":
    sys.exit(message)
