"""What the shared fixtures promise, so that no test passes by accident."""

from __future__ import annotations

import logging
import os
import socket
import stat
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import clock, paths
from secondopinion_desktop.base.i18n import ngettext

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tests.conftest import LogWatch


def test_no_test_writes_into_the_real_home(home: Path) -> None:
    folders = [paths.settings_dir(), paths.data_dir(), paths.documents_dir()]
    assert all(home in folder.parents for folder in folders)


def test_a_tuesday_is_a_tuesday_morning(a_tuesday: datetime) -> None:
    assert clock.now() == a_tuesday
    assert f"{clock.local_now():%A %d %B %Y %H:%M}" == "Tuesday 03 March 2026 10:42"


def test_words_are_english() -> None:
    assert ngettext("{n} note", "{n} notes", 2) == "{n} notes"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask to speak of")
def test_an_ordinary_file_is_readable_by_others(tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.touch()
    assert stat.S_IMODE(plain.stat().st_mode) == 0o644


def test_a_warning_in_the_log_is_seen(log_watch: LogWatch) -> None:
    logging.getLogger("somewhere").warning("the roof leaks")
    assert log_watch.unexpected == ["WARNING somewhere: the roof leaks"]
    log_watch.unexpected.clear()


def test_a_warning_that_was_expected_is_let_through(log_watch: LogWatch) -> None:
    with log_watch.expecting("roof"):
        logging.getLogger("somewhere").warning("the roof leaks")
    assert not log_watch.unexpected


def test_a_socket_is_seen(socket_watch: list[str]) -> None:
    socket.socket().close()
    assert socket_watch == ["socket.__new__"]
    socket_watch.clear()
