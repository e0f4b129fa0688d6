"""A damaged file, and a large one that is read whole only while its window is there."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from secondopinion_desktop.base.troubles import DamagedFile, FileBusy
from secondopinion_desktop.storage import casefile, unlocking
from secondopinion_desktop.ui import program
from secondopinion_desktop.ui.lockfile import LockFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.helpers.program import Running

    Start = Callable[[Path], Running]


def test_damage_that_is_seen_while_the_first_page_is_read_closes_the_file_and_says_so(
    start: Start, plain: Path, qtbot: QtBot
) -> None:
    connection = sqlcipher.connect(str(plain))
    connection.execute("UPDATE search_index_content SET c0 = 'what no row says'")
    connection.commit()
    connection.close()
    before = plain.read_bytes()
    running = start(plain)
    qtbot.waitUntil(lambda: running.program.file is None)
    running.rest()
    assert DamagedFile().message in running.words()
    assert running.welcome.start.isEnabled()
    assert plain.read_bytes() == before


@pytest.mark.parametrize("table", ["person", "task", "note"])
def test_damage_in_a_large_file_that_keeps_the_first_page_from_being_shown_is_told_on_the_first_screen(
    table: str, start: Start, plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = sqlcipher.connect(str(plain))
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    with plain.open("r+b") as damaged:
        damaged.seek((root - 1) * size)
        damaged.write(b"\xff" * 200)
    for module in (casefile, unlocking):
        monkeypatch.setattr(module, "CHECKED_AT_ONCE", 1)
    running = start(plain)
    assert running.program.file is None
    assert DamagedFile().message in running.words()
    lock = LockFile(plain)
    assert lock.try_lock()
    lock.unlock()


def test_a_large_file_that_could_not_be_read_whole_at_first_is_read_once_more_and_its_damage_is_told(
    start: Start, plain: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def busy_then_damaged(_bare: object) -> None:
        asked.append(monotonic())
        raise FileBusy if len(asked) == 1 else DamagedFile

    monkeypatch.setattr(casefile, "demand_sound", busy_then_damaged)
    monkeypatch.setattr(casefile, "CHECKED_AT_ONCE", 1)
    monkeypatch.setattr(program, "CHECK_AGAIN_MS", 50)
    running = start(plain)
    qtbot.waitUntil(lambda: running.program.file is None)
    running.rest()
    assert len(asked) == 2
    assert DamagedFile().message in running.words()


def test_a_large_file_that_stays_busy_is_not_asked_again_and_again(
    start: Start, plain: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def busy(_bare: object) -> None:
        asked.append(monotonic())
        raise FileBusy

    monkeypatch.setattr(casefile, "demand_sound", busy)
    monkeypatch.setattr(casefile, "CHECKED_AT_ONCE", 1)
    monkeypatch.setattr(program, "CHECK_AGAIN_MS", 1)
    running = start(plain)
    qtbot.waitUntil(lambda: len(asked) == 2)
    qtbot.wait(50)
    running.rest()
    assert len(asked) == 2
    assert running.file.is_open
