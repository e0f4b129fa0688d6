"""A damaged file, and a large one that is read whole only while its window is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from secondopinion_desktop.base.troubles import DamagedFile
from secondopinion_desktop.storage import casefile, unlocking
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
