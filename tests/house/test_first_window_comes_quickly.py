"""The first window does not wait for what only an open file needs, nor a file for what only writing needs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.ui import widgets
from tests.helpers.files import new_file

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

WITHOUT_A_HOOK = """
import builtins, linecache
import_as_python_does = builtins.__import__
from secondopinion_desktop.__main__ import get_ready_for_a_window
get_ready_for_a_window()
from secondopinion_desktop import app
from PySide6 import QtSvg
assert builtins.__import__ is import_as_python_does
print(*linecache.cache)
"""


# Opening a file and showing its first page reads; only writing needs these. They cost as much as all the rest: 0.5 s.
LATER = ("alembic", "argon2", "babel", "pydantic", "pypdfium2", "reportlab", "sqlalchemy", "sqlmodel")
FIRST_PAGE = """
import sys
from pathlib import Path
from PySide6 import QtCore, QtWidgets
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.application import Application
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.theme import Look, install_theme
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories

app = Application([])
install_theme(app, Look())
file = Files(LockFile).open(Path(sys.argv[2]))
window = MainWindow(SettingsStore(Path(sys.argv[1])))
window.resize(1366, 692)
window.show_file(file, page_factories(file, window.messages), lambda: make_pane(file, window.messages))
window.shell.view.pane
window.show()
window.grab()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print(*vars(QtCore), *vars(QtWidgets))
file.close()
"""
# What PySide makes only when it is named, with hundreds of names in it: 6 ms for a style. To name a widget or an object
# that Qt made (a viewport, a child of a label), it makes every kind there is, such as the last two: 10 ms.
MADE_LATE = ("QStyle", "QWizard", "QProcess")


def test_the_first_page_of_a_file_does_not_wait_for_what_only_writing_needs(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    for step in file.steps.tracker().steps:
        file.tasks.add_to(step.key, "Ask the nurse")
    visit = file.appointments.book(title="Second opinion", day="2030-03-12")
    file.notes.save_body(file.notes.of_visit(visit.id).id, Document.from_plain("What we heard.").to_json())
    file.contacts.add(name="Dr. Anita Rao")
    file.insurance.save_plan(1, carrier="Blue Plan")
    file.insurance.calls.add(person="Renee", day="2026-03-02")
    file.questions.add(text="Is there time to wait?")
    file.close()
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, f"{tmp_path}/settings.json", str(file.path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    loaded, made = (set(line.split()) for line in done.stdout.splitlines())
    early = sorted(loaded.intersection(LATER))
    assert not early, f"imported too early: {early}. Services take tables from model/handles.py; see there."
    assert "QLabel" in made
    assert made.isdisjoint(MADE_LATE), sorted(made.intersection(MADE_LATE))


def test_the_first_window_does_not_wait_for_what_a_file_needs(tmp_path: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW, f"{tmp_path}/settings.json"], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    assert loaded.isdisjoint(LATE), sorted(loaded.intersection(LATE))


def test_pyside_does_not_read_the_text_of_everything_that_is_imported_after_it() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_A_HOOK], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "secondopinion" not in done.stdout


def test_every_part_of_the_widgets_comes_when_it_is_asked_for() -> None:
    source = ast.parse(Path(widgets.__file__).read_text(encoding="utf-8"))
    parts = [node for node in ast.walk(source) if isinstance(node, ast.ImportFrom) and "widgets" in (node.module or "")]
    names = [name.name for part in parts for name in part.names]
    assert "Button" in names
    assert [name for name in names if not hasattr(widgets, name)] == []
    assert not hasattr(widgets, "Wheel")
