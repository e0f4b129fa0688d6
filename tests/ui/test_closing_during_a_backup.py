"""A backup under way is waited for when somebody closes or locks, and the last one is made all the same."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Timer
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base import clock, paths
from secondopinion_desktop.services.backups import backups_of
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.health import verify_copy
from secondopinion_desktop.storage.keys import Passphrase
from secondopinion_desktop.ui.lockfile import LockFile
from tests.helpers.casefiles import CHEAP
from tests.helpers.program import PASSPHRASE, Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path
    from typing import Any

    from pytestqt.qtbot import QtBot

SOON = 0.3  # seconds


@pytest.fixture
def half_way() -> Event:
    """Return what is set once a backup is under way and has read what it holds."""
    return Event()


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch, half_way: Event) -> Event:
    """Return what lets backups come to their end; until it is set, the first one is stuck half-way."""
    go_on = Event()

    def wait_and_verify(*values: Any) -> None:
        half_way.set()
        go_on.wait(30)
        verify_copy(*values)

    monkeypatch.setattr("secondopinion_desktop.storage.copies.verify_copy", wait_and_verify)
    return go_on


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path, slow_disk: Event, half_way: Event, a_tuesday: datetime) -> Iterator[Running]:
    """Return the program with a protected file, and a backup under way on a slow disk."""
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path, PASSPHRASE)
    running = Running(qtbot, path)
    running.unlock()
    running.file.questions.ask("Why surgery first?")
    with clock.standing_at(a_tuesday + timedelta(minutes=31)):
        running.program.back_up_if_due()
    assert half_way.wait(30)
    running.file.questions.ask("Can it wait?")
    yield running
    slow_disk.set()
    running.end()


def _backups_are_whole(path: Path) -> None:
    """Fail unless two whole backups are there, the closing one with the last words, and no half one."""
    found = backups_of(path)
    assert [one.reason for one in found] == [Reason.CLOSING, Reason.REGULAR]
    assert not list((paths.data_dir() / "backups").rglob("*.partial*"))
    for one in found:
        casefile.open_to_read(one.path, Passphrase(PASSPHRASE), cost=CHEAP).close()
    restored = path.with_name("restored.secondopinion")
    restored.write_bytes(found[0].path.read_bytes())
    file = Files(LockFile, CHEAP).open(restored, passphrase=PASSPHRASE)
    assert [question.text for question in file.questions.top()] == ["Why surgery first?", "Can it wait?"]
    file.close()


def test_closing_the_window_waits_for_it_and_makes_the_last_one(running: Running, slow_disk: Event) -> None:
    path = running.file.path
    assert running.close_window()
    later = Timer(SOON, slow_disk.set)
    later.start()
    running.program.end()
    later.join()
    QApplication.sendPostedEvents()
    assert [one.name for one in path.parent.iterdir() if one.is_file()] == [path.name]
    _backups_are_whole(path)


def test_locking_waits_for_it_and_the_file_opens_again(running: Running, slow_disk: Event) -> None:
    path = running.file.path
    running.window.actions_["lock"].trigger()
    assert running.lock.isVisible()
    slow_disk.set()
    running.rest()
    _backups_are_whole(path)
    running.unlock()
    assert [question.text for question in running.file.questions.top()] == ["Why surgery first?", "Can it wait?"]


def test_closing_the_window_right_after_locking_waits_for_the_file(running: Running, slow_disk: Event) -> None:
    path = running.file.path
    running.window.actions_["lock"].trigger()
    assert running.close_window()
    later = Timer(SOON, slow_disk.set)
    later.start()
    running.program.end()
    later.join()
    QApplication.sendPostedEvents()
    _backups_are_whole(path)
    Files(LockFile, CHEAP).open(path, passphrase=PASSPHRASE).close()


def test_closing_the_file_waits_for_it_too(running: Running, slow_disk: Event) -> None:
    path = running.file.path
    later = Timer(SOON, slow_disk.set)
    later.start()
    running.ask("close_file")
    later.join()
    assert running.welcome.isVisible()
    _backups_are_whole(path)
