"""A damaged file, and a large one that is read whole only while its window is there."""

from __future__ import annotations

from functools import partial
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.base.troubles import DamagedFile
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.storage import casefile, unlocking
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.program import Program
from tests.helpers.casefiles import CHEAP
from tests.helpers.program import Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Start = Callable[[Path], Running]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Return a function that starts the program; all are ended after the test."""
    running: list[Running] = []

    def begin(path: Path) -> Running:
        running.append(Running(qtbot, path))
        return running[-1]

    yield begin
    for one in running:
        one.end()


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    return path


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


def test_closing_the_window_does_not_wait_until_a_large_file_was_read_whole(
    plain: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = Event()

    def count_for_ever(bare: sqlcipher.Connection) -> None:
        reads.set()
        bare.execute("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n").fetchone()

    monkeypatch.setattr(casefile, "CHECKED_AT_ONCE", 1)
    monkeypatch.setattr(casefile, "demand_sound", count_for_ever)
    program = Program(SettingsStore(paths.settings_dir() / "settings.json"), None, partial(Files, LockFile, CHEAP))
    qtbot.addWidget(program.window)
    program.start(plain)
    qtbot.waitUntil(reads.is_set)
    program.window.close()
    before = perf_counter()
    program.end()
    assert perf_counter() - before < 5
    Files(LockFile, CHEAP).open(plain).close()
