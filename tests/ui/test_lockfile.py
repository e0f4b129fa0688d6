"""The lock: one window at a time, free after a crash, and a person decides about another computer."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.locks import lock_path
from secondopinion_desktop.base.troubles import AlreadyOpen
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.ui.lockfile import LockFile
from tests.helpers.casefiles import made, seen_from_outside

if TYPE_CHECKING:
    from pathlib import Path

OPENING = """
import sys
from pathlib import Path
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.ui.lockfile import LockFile
file = casefile.open_file(Path(sys.argv[1]), make_lock=LockFile)
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "place"
    place.mkdir()
    made(place / "Maria.secondopinion", None, "Dr. Rivera")
    return place / "Maria.secondopinion"


def _open_elsewhere(path: Path) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-c", OPENING, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    return program


def _end(program: subprocess.Popen[str]) -> None:
    for stream in (program.stdin, program.stdout):
        assert stream is not None
        stream.close()
    program.wait()


def _locked_by_another_computer(path: Path) -> None:
    lock_path(path).write_text("4711\nsecondopinion\nMarias-MacBook\n\n\n")


def test_a_second_window_is_told_where_the_file_is_open(path: Path) -> None:
    program = _open_elsewhere(path)
    with pytest.raises(AlreadyOpen, match="already open on this computer") as found:
        casefile.open_file(path, make_lock=LockFile)
    assert found.value.here
    assert found.value.since is not None
    assert clock.now() - found.value.since < timedelta(minutes=5)
    _end(program)
    casefile.open_file(path, make_lock=LockFile).close()


def test_a_living_window_on_this_computer_cannot_be_pushed_aside(path: Path) -> None:
    program = _open_elsewhere(path)
    with pytest.raises(AlreadyOpen):
        casefile.open_file(path, make_lock=LockFile, take_over=True)
    _end(program)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_crash_frees_the_file_at_once(path: Path) -> None:
    program = _open_elsewhere(path)
    program.send_signal(signal.SIGKILL)
    _end(program)
    casefile.open_file(path, make_lock=LockFile).close()


def test_another_computer_is_named_and_a_person_decides(path: Path) -> None:
    _locked_by_another_computer(path)
    with pytest.raises(AlreadyOpen, match="Marias-MacBook") as found:
        casefile.open_file(path, make_lock=LockFile)
    assert not found.value.here
    casefile.open_file(path, make_lock=LockFile, take_over=True).close()


def test_being_refused_changes_nothing(path: Path) -> None:
    _locked_by_another_computer(path)
    before = seen_from_outside(path.parent)
    with pytest.raises(AlreadyOpen):
        casefile.open_file(path, make_lock=LockFile)
    assert seen_from_outside(path.parent) == before


@pytest.mark.parametrize("rest", ["", "\0\0\0\0", "half of a l"])
def test_a_lock_torn_by_a_power_cut_does_not_shut_anybody_out(path: Path, rest: str) -> None:
    lock_path(path).write_text(rest)
    casefile.open_file(path, make_lock=LockFile).close()


def test_a_closed_file_leaves_no_lock_behind(path: Path) -> None:
    before = {each.name for each in path.parent.iterdir()}
    file = casefile.open_file(path, make_lock=LockFile)
    assert stat.S_IMODE(lock_path(path).stat().st_mode) == 0o600 or os.name == "nt"
    file.close()
    assert {each.name for each in path.parent.iterdir()} == before
