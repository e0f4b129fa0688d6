"""Promises that only a fresh process can show: which modules a start really loads."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys

import pytest

from secondopinion_desktop.selftest.parts import CONNECTS
from tests.house.sources import PACKAGE, ROOT

SLOW = ("sqlmodel", "sqlalchemy", "reportlab", "babel", "alembic", "pypdfium2", "pydantic")

IMPORT_ALL = """
import importlib, pkgutil, secondopinion_desktop as package
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    if ".migrations." not in found.name and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
"""
WATCHED = """
import json, sys
opened = []
def watch(event, args):
    if event.startswith("socket."):
        opened.append(event)
sys.addaudithook(watch)
{code}
print(json.dumps([sorted(sys.modules), opened]))
"""


def loaded_by(code: str) -> tuple[set[str], list[str]]:
    """Run `code` in a fresh Python; return the modules it loaded and the sockets it touched."""
    command = [sys.executable, "-W", "ignore", "-c", WATCHED.format(code=code)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    loaded, opened = json.loads(result.stdout.splitlines()[-1])
    return set(loaded), opened


def exists(name: str) -> bool:
    return (PACKAGE / f"{name}.py").is_file()


def test_no_part_of_the_program_loads_what_opens_connections() -> None:
    loaded, opened = loaded_by(IMPORT_ALL)
    assert "secondopinion_desktop.base.clock" in loaded
    assert sorted(loaded & set(CONNECTS)) == []
    assert opened == []


@pytest.mark.skipif(not exists("ui/window"), reason="there is no window yet")
def test_the_first_window_waits_for_nothing_slow() -> None:
    loaded, _ = loaded_by("import secondopinion_desktop.ui.window")
    assert sorted(loaded & set(SLOW)) == []


@pytest.mark.skipif(not exists("cli"), reason="there is no command line yet")
def test_the_command_line_works_without_qt() -> None:
    loaded, _ = loaded_by("import secondopinion_desktop.__main__, secondopinion_desktop.cli")
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]


def test_the_watch_sees_a_socket() -> None:
    _, opened = loaded_by("import socket; socket.socket().close()")
    assert "socket.__new__" in opened


def test_every_name_on_the_list_is_a_real_one() -> None:
    """A misspelt module would never be found loaded. Some are third-party or gone from newer Pythons."""
    elsewhere = {"urllib3", "requests", "httpx", "aiohttp", "nntplib", "telnetlib", "PySide6.QtWebSockets"}
    assert all(importlib.util.find_spec(name) for name in (*CONNECTS, *SLOW) if name not in elsewhere)
