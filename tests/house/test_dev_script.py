"""Promises about dev.py: whatever a computer lacks, one plain message names the cure."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import dev
import dev_cures
from tests.house.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux takes these from the system")


def run_without(*variables: str, args: tuple[str, ...] = ("run",)) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in variables}
    command = [sys.executable, str(ROOT / "dev.py"), *args]
    return subprocess.run(command, env=env, capture_output=True, check=False, encoding="utf-8")


@pytest.mark.parametrize("name", ["dev.py", "dev_cures.py"])
def test_an_old_python_can_read_it_to_the_end(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))


@on_linux
def test_without_a_display_it_says_so_before_it_installs_anything() -> None:
    result = run_without("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    assert result.returncode == 1
    assert result.stdout == ""
    assert "no display" in result.stderr
    assert "sudo apt install xvfb" in result.stderr
    assert "Traceback" not in result.stderr


def test_without_a_verb_it_shows_the_verbs() -> None:
    result = run_without(args=())
    assert result.returncode == 2
    assert "python3 dev.py test" in result.stdout


@pytest.mark.skipif(importlib.util.find_spec("secondopinion_desktop.__main__") is None, reason="no command line yet")
def test_a_display_is_asked_for_only_when_a_window_is_wanted() -> None:
    program = importlib.import_module("secondopinion_desktop.__main__")
    assert set(dev.WITHOUT_WINDOW) == {*program.COMMANDS, *program.HELP}


@on_linux
def test_a_missing_library_is_named_with_both_package_names(monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = (("libnothere.so.9", "libnothere9", "nothere-libs"), *dev_cures.QT_LIBRARIES)
    monkeypatch.setattr(dev_cures, "QT_LIBRARIES", libraries)
    with pytest.raises(SystemExit) as stopped:
        dev_cures.refuse_without_qt_libraries(window=False)
    assert "libnothere.so.9\n" in str(stopped.value)
    assert "sudo apt install libnothere9\n" in str(stopped.value)
    assert str(stopped.value).endswith("sudo dnf install nothere-libs")


def test_a_python_without_venv_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else True)
    with pytest.raises(SystemExit) as stopped:
        dev_cures.refuse_without_venv()
    assert "sudo apt install python3-venv" in str(stopped.value)


def test_an_old_python_names_a_newer_one_or_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_cures, "OLDEST_PYTHON", (99, 0))
    monkeypatch.setattr(dev_cures, "NEWER_PYTHONS", ("no-such-python",))
    with pytest.raises(SystemExit) as stopped:
        dev_cures.refuse_old_python()
    assert "sudo apt install python3 python3-venv" in str(stopped.value)
    assert "sudo dnf install python3" in str(stopped.value)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("WARNING: Retrying (Retry(total=0)) after connection broken\nERROR: No matching distribution", "the network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one that was pinned"),
        ("ERROR: No matching distribution found for pyside6-essentials==6.11.3", "no ready-made package"),
    ],
)
def test_an_install_that_stops_says_why(said: str, plain: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev_cures.refuse_without_packages(said)
    assert plain in str(stopped.value)
    assert said.splitlines()[-1] in str(stopped.value)


def test_changed_pins_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "REQUIREMENTS", tmp_path)
    pins = tmp_path / "app.txt"
    pins.write_text("a==1\n", encoding="utf-8")
    before = dev.fingerprint("app")
    pins.write_text("a==2\n", encoding="utf-8")
    assert dev.fingerprint("app") != before
