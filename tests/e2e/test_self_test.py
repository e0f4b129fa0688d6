"""The self-test of an installed program: it finds what is broken, names it, and touches nobody's file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.house.sources import PACKAGE, ROOT

if TYPE_CHECKING:
    from pathlib import Path


def self_test(place: Path, *more: str) -> tuple[int, dict[str, Any], str]:
    """Run the self-test of the program in `place`; return its exit code, its report, and its complaints."""
    command = [sys.executable, "-P", "-m", "secondopinion_desktop", "self-test", *more]
    env = {**os.environ, "PYTHONPATH": str(place)}
    done = subprocess.run(command, cwd=place, env=env, capture_output=True, check=False, encoding="utf-8")
    return done.returncode, json.loads(done.stdout), done.stderr


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return a folder with the program as a wheel lays it out."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "site" / PACKAGE.name, ignore=ignored)
    shutil.copytree(ROOT / "resources", tmp_path / "site" / PACKAGE.name / "resources", ignore=ignored)
    return tmp_path / "site"


def append(module: Path, code: str) -> None:
    """Write more code at the end of a module."""
    with module.open("a", encoding="utf-8") as stream:
        stream.write("\n" + code)


def test_a_whole_program_passes_and_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    code, report, complaints = self_test(ROOT, "--output", str(tmp_path / "report.json"))
    said = [line for line in complaints.splitlines() if not line.startswith("This plugin does not support")]
    assert (code, said) == (0, [])  # what the offscreen screen of Qt cannot do is no complaint of ours
    assert report["well"] is True
    assert {check["name"] for check in report["checks"]} >= {"plain file", "protected file", "paper", "window"}
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8")) == report
    assert not home.exists()


def test_whatever_is_missing_is_named_and_the_rest_is_checked_all_the_same(installed: Path) -> None:
    inside = installed / PACKAGE.name
    (inside / "resources/fonts/AtkinsonHyperlegibleNext-Regular.ttf").unlink()
    (inside / "resources/icons/pencil.svg").write_text("<svg/>", encoding="utf-8")
    (inside / "storage/migrations/versions/0001_first_schema.sql").unlink()
    (inside / "services/strength.py").write_text("import nothing_of_that_name\n", encoding="utf-8")
    append(inside / "selftest/showing.py", "def sorting(folder):\n    __import__('os').abort()\n")
    append(inside / "ui/theme/icons.py", "import urllib.request\n")
    code, report, complaints = self_test(installed)
    failures = {check["name"]: check["failure"] for check in report["checks"] if check["failure"]}
    assert (code, report["well"]) == (1, False)
    assert set(failures) == {"modules", "resources", "migrations", "sorting", "fonts", "icons", "network"}
    assert "services.strength" in failures["modules"]
    assert "AtkinsonHyperlegibleNext-Regular.ttf" in failures["resources"]
    assert "pencil" in failures["icons"]
    assert "broke off" in failures["sorting"]
    assert "urllib.request" in failures["network"]
    assert all(f"Not right: {name}: " in complaints for name in failures)
