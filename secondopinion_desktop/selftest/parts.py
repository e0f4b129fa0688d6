"""Look whether everything is inside that belongs there, and nothing that does not."""

from __future__ import annotations

import importlib
import importlib.util
import os
import pkgutil
import sys
from gettext import GNUTranslations
from pathlib import Path
from typing import TYPE_CHECKING

import secondopinion_desktop
from secondopinion_desktop import guidance
from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.selftest.demand import demand, is_built

if TYPE_CHECKING:
    from collections.abc import Iterator

CONNECTS = (
    "http.client", "http.server", "urllib.request", "urllib.robotparser", "urllib3", "requests", "httpx", "aiohttp",
    "ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "socketserver", "xmlrpc.client", "webbrowser",
    "multiprocessing.connection", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtDBus",
)  # fmt: skip
"""Modules that open connections. Not in the list, because they come along and open nothing by themselves: asyncio,
socket and ssl (SQLAlchemy imports asyncio for an engine we do not use), and urllib.parse."""
NOT_IN_A_BUILT_PROGRAM = ("ssl", "_ssl", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtWebSockets")

# What each folder of resources must hold at the least, by pattern.
_SHIPPED = {
    "fonts": ("SourceSans3-Regular.ttf", "AtkinsonHyperlegibleNext-Regular.ttf", "*-OFL.txt"),
    "guidance/en": ("steps.toml", "questions.toml", "records.toml", "insurance.toml", "opinions.toml", "safety.toml"),
    "icons": ("*.svg",),
    "locale": ("secondopinion.pot",),
    "sample/en": ("case.toml",),
    "style": ("app.qss", "light/*.svg", "dark/*.svg"),
    "themes": ("light.toml", "dark.toml"),
}


def modules(_folder: Path) -> str:
    """Import every module there is."""
    names = list(_own_modules())
    broken = []
    for name in names:
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 - all of them are named
            broken.append(f"{name} ({type(error).__name__}: {error})")
    demand(not broken, "; ".join(broken))
    demand(len(names) > 100, f"only {len(names)} modules were found")  # noqa: PLR2004 - there are hundreds
    return f"{len(names)} modules"


def _own_modules() -> Iterator[str]:
    package = secondopinion_desktop
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if ".migrations." not in found.name and not found.name.endswith("__main__"):
            yield found.name


def resources(_folder: Path) -> str:
    """Look for the shipped files, and read the guidance."""
    missing = [
        f"{folder}/{pattern}"
        for folder, patterns in _SHIPPED.items()
        for pattern in patterns
        if not any(resource(*folder.split("/")).glob(pattern))
    ]
    demand(not missing, "missing: " + ", ".join(missing))

    counts = (
        len(guidance.steps()), len(guidance.questions()), len(guidance.record_kinds()),
        len(guidance.insurance_words()), len(guidance.comparison_rows()), len(guidance.safety().can),
    )  # fmt: skip
    demand(all(counts), f"a list of guidance is empty: {counts}")
    return f"{sum(1 for _ in resource().rglob('*'))} files"


def translations(_folder: Path) -> str:
    """Read the words of every language."""
    written = sorted(resource("locale").glob("*/LC_MESSAGES/*.po"))
    compiled = sorted(resource("locale").glob("*/LC_MESSAGES/*.mo"))
    if is_built():
        demand(len(written) <= len(compiled), "a translation was not compiled")
    for path in compiled:
        with path.open("rb") as stream:
            GNUTranslations(stream)
    return f"English and {len(compiled)} more"


def surroundings(_folder: Path) -> str:
    """Look for what the starter of a built program sets, and other programs would stumble on."""
    if not is_built():
        return "not a built program"
    home = str(Path(sys.executable).parent)
    left = [name for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH") if home in os.environ.get(name, "")]
    demand(not left, ", ".join(left) + " would be handed on to other programs")
    return ""


def no_network(_folder: Path) -> str:
    """Look, after everything was used, for modules that connect; a built program does not even hold them."""
    loaded = sorted(set(sys.modules) & set(CONNECTS))
    demand(not loaded, "loaded: " + ", ".join(loaded))
    if not is_built():
        return "no module that connects was loaded"
    there = [name for name in NOT_IN_A_BUILT_PROGRAM if importlib.util.find_spec(name) is not None]
    demand(not there, "inside: " + ", ".join(there))
    inside = Path(getattr(sys, "_MEIPASS", ""))
    plugins = [path.name for kind in ("tls", "networkinformation", "qml*") for path in inside.rglob(f"plugins/{kind}")]
    demand(not plugins, "plug-ins: " + ", ".join(plugins))
    return "no module that connects is inside"
