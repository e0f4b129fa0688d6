"""The first window is painted before anything is imported that only an open file needs."""

from __future__ import annotations

import subprocess
import sys

LATE = (
    "alembic",
    "argon2",
    "babel",
    "pydantic",
    "pypdfium2",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
    "sqlmodel",
)
FIRST_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.ui.theme import Look, install_theme
from secondopinion_desktop.ui.window import MainWindow

class Window(MainWindow):
    def paintEvent(self, event):
        print(*sorted({name.partition(".")[0] for name in sys.modules}))
        sys.stdout.flush()
        QApplication.exit()

app = QApplication([])
install_theme(app, Look())
window = Window(SettingsStore(Path(sys.argv[1])))
window.show()
window.grab()
"""


def test_the_first_window_does_not_wait_for_what_a_file_needs(tmp_path: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW, f"{tmp_path}/settings.json"], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    assert loaded.isdisjoint(LATE), sorted(loaded.intersection(LATE))
