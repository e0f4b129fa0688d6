"""Promises about what we stand on: versions of other people's code that are known to lose things."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# Older ones can damage a WAL file when two connections checkpoint at the same moment.
OLDEST_SQLITE = (3, 51, 3)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal in this Python")
def test_calling_qt_does_not_use_up_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 gave back one reference too many on each call, and the program died after some thousands."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(2000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 500


def test_sqlite_is_new_enough_to_keep_a_file_whole() -> None:
    version: str = sqlcipher3.dbapi2.sqlite_version
    assert tuple(int(part) for part in version.split(".")) >= OLDEST_SQLITE


def test_sqlite_can_encrypt_and_search() -> None:
    connection = sqlcipher3.dbapi2.connect(":memory:")
    try:
        assert connection.execute("PRAGMA cipher_version").fetchone()[0]
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
        assert "ENABLE_FTS5" in options
    finally:
        connection.close()
