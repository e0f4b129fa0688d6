"""Short forms of the campaigns; the long ones are `python3 dev.py faults`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability import recording

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the campaigns fork")


def _campaign(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.reliability", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_fifty_kills_while_writing_lose_nothing_that_was_called_saved() -> None:
    assert "runs=50" in _campaign("kills", "writing", "50")


@pytest.mark.parametrize("victim", ["passphrase", "backup", "creation", "migration"])
def test_a_kill_leaves_the_old_or_the_new_and_nothing_between(victim: str) -> None:
    assert "runs=12" in _campaign("kills", victim, "12")


@pytest.mark.skipif(not recording.can_record(), reason="strace cannot record here")
@pytest.mark.parametrize(("victim", "cuts"), [("writing", 60), ("passphrase", 20)])
def test_a_power_cut_loses_nothing_that_was_called_saved(victim: str, cuts: int) -> None:
    assert f"runs={cuts // 2}" in _campaign("powercuts", victim, str(cuts))


def test_damage_on_the_disk_is_noticed_before_anything_is_written() -> None:
    assert "refused" in _campaign("damages", "60")


@pytest.mark.skipif(shutil.which("unshare") is None, reason="no small disk can be mounted here")
def test_a_full_disk_loses_nothing_that_was_called_saved() -> None:
    found = _campaign("fulldisk")
    assert "saved" in found or "nothing was tried" in found
