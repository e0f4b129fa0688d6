"""What goes into the built program and what stays outside. The same lists for Linux, Windows and macOS.

A list of what is allowed, not of what is not: a plug-in that a newer Qt brings along stays outside until somebody
decides otherwise.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

KEEP_PLUGINS = {
    # How a window reaches the screen; offscreen and minimal for the self-test.
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qminimal", "qwindows", "qcocoa"},
    # Pictures that people keep beside their records; qmacheif and qmacjp2 read photos of an iPhone.
    "imageformats": {"qjpeg", "qsvg", "qgif", "qico", "qtiff", "qwebp", "qmacheif", "qmacjp2"},
    "iconengines": {"qsvgicon"},
    "printsupport": {"cupsprintersupport"},
    # Dead keys and the input methods of many languages.
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    # File dialogues of the desktop.
    "platformthemes": {"qxdgdesktopportal"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
}

KEEP_QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}

EXCLUDED_MODULES = [
    # Nothing here connects to anything. asyncio stays: SQLAlchemy imports it, and it does without ssl.
    "ssl", "_ssl", "ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "http.server",
    "http.client", "urllib.request", "urllib.robotparser", "webbrowser", "socketserver",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDBus", "PySide6.QtOpenGL",
    # The standard library's own SHA and MD5 do; with this, OpenSSL would come along.
    "_hashlib",
    # sqlcipher3 is our SQLite.
    "sqlite3", "_sqlite3",
    "tkinter", "_tkinter", "unittest", "doctest", "pydoc", "pdb", "test", "lib2to3", "ensurepip", "venv", "idlelib",
    "distutils", "setuptools", "pip", "pkg_resources", "curses", "readline", "multiprocessing", "dbm",
    # Databases that are not ours. postgresql stays: Alembic imports it.
    "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql",
    "pydantic.v1", "pydantic.mypy", "charset_normalizer", "chardet", "rich", "pygments", "numpy", "email_validator",
    "cffi", "pycparser", "IPython", "greenlet", "yaml",
    "PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk", "PIL._webp", "PIL.ImageQt", "PIL.ImageTk",
    "babel.messages", "mako.ext", "reportlab.graphics.barcode",
]  # fmt: skip

# Libraries that are not Qt's and come along on Linux. All others are the system's: copies of the build machine's would
# clash with newer graphics drivers and fonts. libxkbcommon-x11 stays outside: it must fit the system's libxkbcommon.
LINUX_LIBRARIES = re.compile(
    r"lib(python3|bz2\.|lzma\.|ffi\.|expat\.|xcb-(cursor|icccm|image|keysyms|render-util|util)\.)"
)

# Libraries without which there is no window on X11. Qt's wheels leave them to the system, which seldom has them all.
LINUX_DEMANDED = {
    "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1", "libxcb-render-util.so.0",
}  # fmt: skip

# Languages whose names of days and months come along; with any other, dates are written as in English.
LOCALES = {
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "he", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "lt", "lv", "nb", "nl", "no", "pl", "pt", "ro", "root", "ru", "sk", "sl", "sv", "th", "tr", "uk", "vi",
    "zh",
}  # fmt: skip


def keeps(target: str) -> bool:
    """Return whether a file may go in at `target`, its place inside the program, before looking at what needs it."""
    path = _place(target)
    parts = path.parts
    if "PySide6" in parts or "PyQt6" in parts:
        return _keeps_of_qt(path)
    if "babel" in parts and "locale-data" in parts:
        return path.stem.split("_", maxsplit=1)[0] in LOCALES
    if "zxcvbn" in parts:
        return path.suffix not in {".c", ".h"}
    return not any(part.endswith((".dist-info", ".egg-info")) for part in parts)


def _keeps_of_qt(path: PurePosixPath) -> bool:
    parts = path.parts
    if "plugins" in parts:
        kind = parts[parts.index("plugins") + 1]
        return plugin_name(path.name) in KEEP_PLUGINS.get(kind, set())
    if "qml" in parts or "translations" in parts or "metatypes" in parts or path.suffix in {".qm", ".pyi"}:
        return False
    if re.match(r"opengl32sw|d3dcompiler", path.name):  # drawing without a graphics card: plain widgets do without
        return False
    binding = re.match(r"(Qt\w+)\.(abi3|cp\d+|pyd)", path.name)
    return binding is None or binding[1] in KEEP_QT_MODULES


def plugin_name(file_name: str) -> str:
    """Return the name of a plug-in without what the system adds: "libqxcb.so", "qwindows.dll", "libqcocoa.dylib"."""
    return re.sub(r"^lib|\.(so|dll|dylib)$", "", file_name)


def is_only_for_others(target: str) -> bool:
    """Return whether this is a library of Qt's or Pillow's own, wanted only if something needs it."""
    path = _place(target)
    name = path.name
    return (
        path.parts[0] == "pillow.libs"
        or re.match(r"(lib)?Qt6?[A-Z0-9]\w*(\.so|\.dll|\.framework|$)|libicu|icu(dt|in|uc)", name) is not None
    )


def is_systems_library(target: str, source: str, environment: str) -> bool:
    """Return whether a library was found on the build machine, and belongs to whatever machine the program runs on."""
    if not sys.platform.startswith("linux") or source.startswith(environment):
        return False
    name = PurePosixPath(target).name
    if ".so" not in name or "lib-dynload" in source or "/lib/python3" in source:
        return False
    return LINUX_LIBRARIES.match(name) is None


def filtered(entries: list[tuple[str, str, str]], environment: str) -> list[tuple[str, str, str]]:
    """Return the (target, source, kind) entries that go in: allowed, not the system's, and needed by something."""
    kept = [entry for entry in entries if keeps(entry[0]) and not is_systems_library(entry[0], entry[1], environment)]
    missing = LINUX_DEMANDED - {PurePosixPath(target).name for target, _, _ in kept}
    if sys.platform.startswith("linux") and any(target.endswith("libqxcb.so") for target, _, _ in kept) and missing:
        raise SystemExit(f"These libraries are not on the build machine: {', '.join(sorted(missing))}")
    return reachable(kept, needed_by)


def reachable(entries: list[tuple[str, str, str]], needs: Callable[[str], set[str]]) -> list[tuple[str, str, str]]:
    """Leave out those libraries of Qt's and Pillow's that nothing which goes in needs, not even by way of another."""
    files = [entry for entry in entries if entry[2] != "SYMLINK"]
    libraries = {_name(target): source for target, source, _ in files}
    wanted: set[str] = set()
    waiting = [source for target, source, _ in files if not is_only_for_others(target)]
    while waiting:
        for name in map(str.lower, needs(waiting.pop())):
            if name in libraries and name not in wanted:
                wanted.add(name)
                waiting.append(libraries[name])
    return [entry for entry in entries if not is_only_for_others(entry[0]) or _name(entry[0]) in wanted]


def without_loose_links(*lists: list[tuple[str, str, str]]) -> list[list[tuple[str, str, str]]]:
    """Return the same lists without links to what stays outside."""
    files = [_place(target) for entries in lists for target, _, kind in entries if kind != "SYMLINK"]
    places = {*files, *(folder for file in files for folder in file.parents)}
    names = {place.name for place in places}

    def leads_somewhere(link: PurePosixPath, aim: PurePosixPath) -> bool:
        # On macOS a link may lead by way of another one: "QtCore" to "Versions/Current/QtCore", "Current" to "A".
        return link.parent / aim in places or (len(aim.parts) > 1 and aim.name in names)

    return [
        [entry for entry in entries if entry[2] != "SYMLINK" or leads_somewhere(_place(entry[0]), _place(entry[1]))]
        for entries in lists
    ]


def _place(target: str) -> PurePosixPath:
    return PurePosixPath(target.replace("\\", "/"))


def _name(target: str) -> str:
    return _place(target).name.lower()  # Windows finds a library however its name is written


def needed_by(source: str) -> set[str]:
    """Return the names of the libraries that a program or library asks for itself."""
    if sys.platform.startswith("linux"):
        if ".so" not in Path(source).name:
            return set()
        said = subprocess.run(["objdump", "-p", source], capture_output=True, check=False, text=True).stdout
        return set(re.findall(r"NEEDED +(\S+)", said))
    from PyInstaller.depend.bindepend import get_imports  # noqa: PLC0415 - on Linux it would ask for everything below

    if Path(source).suffix.lower() not in {".dll", ".pyd", ".so", ".dylib", ".exe", ""}:
        return set()
    return {PurePosixPath(name.replace("\\", "/")).name for name, _ in get_imports(source)}
