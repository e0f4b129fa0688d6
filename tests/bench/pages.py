"""How long each page takes to be there, the first time and again, in a file with a great deal in it."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from secondopinion_desktop import guidance
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.ui.navigation import SECTIONS, step_page
from secondopinion_desktop.ui.theme import Look, install_theme
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from tests.bench.filling import file_with_notes
from tests.bench.measuring import Timing, tell, title

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

_ROUNDS = 5
_NOTES, _MANY, _CALLS = 5_000, 200, 100


def full_file(folder: Path) -> OpenFile:
    """Return a file with 5,000 notes, 100 calls, and 200 of everything else that comes in lists."""
    file = file_with_notes(folder, _NOTES, 300)
    steps = guidance.STEP_KEYS
    for number in range(_MANY):
        contact = file.contacts.add(name=f"Dr. Number {number}", role=list(ContactRole)[number % len(ContactRole)])
        file.records.add(name=f"Scan number {number}", holder_id=contact.id)
        file.questions.ask(f"What about number {number}?")
        file.tasks.add(step=steps[number % len(steps)], title=f"Ask about number {number}")
    for number in range(_CALLS):
        file.insurance.calls.add(day="2026-03-02", organization="Blue Plan", person=f"Person {number}")
    return file


def run() -> None:
    """Visit every page in turn, in several windows; the first visit builds the page, the second shows it again."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_theme(application, Look())
    keys = [section.key for section in SECTIONS] + [step_page(key) for key in guidance.STEP_KEYS]
    first: dict[str, list[float]] = {key: [] for key in keys}
    again: dict[str, list[float]] = {key: [] for key in keys}
    with tempfile.TemporaryDirectory() as name:
        file = full_file(Path(name) / "file")
        for number in range(_ROUNDS + 1):
            window = _window(application, file, Path(name))
            for times in (first, again):
                for key in keys:
                    took = _visit(application, window, key)
                    if number:  # the first window also imports what it shows
                        times[key].append(took)
            window.close()
            application.processEvents()
        file.close()
    title(f"Pages of a file with {_NOTES:,} notes and {_MANY} of everything, ms")
    for key in keys:
        tell(Timing(f"{key}: first", tuple(first[key])), Timing(f"{key}: again", tuple(again[key])))


def _window(application: QApplication, file: OpenFile, folder: Path) -> MainWindow:
    window = MainWindow(SettingsStore(folder / "settings.json"))
    window.resize(1366, 692)
    window.show_file(file, {**page_factories(file, window.messages)}, lambda: make_pane(file, window.messages))
    window.show()
    for _turn in range(3):
        application.processEvents()
    return window


def _visit(application: QApplication, window: MainWindow, key: str) -> float:
    assert window.shell is not None
    if window.shell.view.stack.key == key:
        window.shell.go(step_page(guidance.STEP_KEYS[-1]))
        application.processEvents()
    start = time.perf_counter()
    window.shell.go(key)
    application.processEvents()
    return (time.perf_counter() - start) * 1000
