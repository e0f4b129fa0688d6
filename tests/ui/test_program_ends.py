"""The end of the program, whatever is under way."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.program import Program
from tests.helpers.casefiles import CHEAP
from tests.helpers.program import Running

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    import sqlcipher3.dbapi2 as sqlcipher
    from pytestqt.qtbot import QtBot


def test_the_end_does_not_wait_until_a_large_file_is_read_whole(
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
    assert program.window.close()
    took = QElapsedTimer()
    took.start()
    program.end()
    assert took.elapsed() < 5_000
    assert not program.workers.is_busy
    Files(LockFile, CHEAP).open(plain).close()


def test_a_page_that_is_still_being_built_is_let_go_with_its_file(plain: Path, qtbot: QtBot) -> None:
    running = Running(qtbot, plain)
    running.window.actions_["step:get_started"].trigger()
    page = running.page
    with qtbot.waitSignal(page.destroyed):  # what is read from the closed file meanwhile would fail this test
        running.program.end()
