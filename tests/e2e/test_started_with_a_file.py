"""The program started with a file, as by a double click: once, a second time, and by the system's own event."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers.program import make_person_file

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PROGRAM = (sys.executable, "-P", "-m", "secondopinion_desktop")
# The program, told by the system once it runs which file to open; it ends when the file is shown.
NAMED_BY_AN_EVENT = """
import sys
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from secondopinion_desktop import app
from secondopinion_desktop.ui.program import Program

class Named(Program):
    def start(self, path):
        super().start(path)
        self.entrance.opened.connect(self.tell)
        QCoreApplication.postEvent(QCoreApplication.instance(), QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1])))

    def tell(self, file, code):
        print(file.path)
        self.window.close()

sys.exit(app.run(["secondopinion"], None, Named))
"""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that asks a program to end")
def test_a_second_start_ends_by_itself_and_leaves_the_first_at_work(plain: Path, home: Path, qtbot: QtBot) -> None:
    with subprocess.Popen([*PROGRAM, str(plain)]) as first:
        watched = home / "data" / "windows"
        qtbot.waitUntil(watched.is_dir, timeout=60_000)
        second = subprocess.run([*PROGRAM, str(plain)], timeout=60, check=False)
        assert second.returncode == 0
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(60) == 0


def test_the_system_may_name_the_file_by_an_event(plain: Path) -> None:
    command = [sys.executable, "-P", "-c", NAMED_BY_AN_EVENT, str(plain)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == str(plain)
