"""How long each page takes to be there, the first time and again, in a file with a great deal in it."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop import guidance
from secondopinion_desktop.base import garbage
from secondopinion_desktop.base.settings import SettingsStore, WindowPlace
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
_TURNS, _PAUSE = 60, 0.001  # of the event loop, and seconds between two, after which a page is complete
ELSEWHERE = "elsewhere"  # an empty page
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
    garbage.hold_collection()  # as __main__ does; the program looks for garbage when a second has passed, not here
    keys = [section.key for section in SECTIONS] + [step_page(key) for key in guidance.STEP_KEYS]
    with tempfile.TemporaryDirectory() as name:
        file = full_file(Path(name) / "file")
        visits = _Visits(application, keys)
        for number in range(_ROUNDS + 1):
            visits.counts = number > 0  # the first window also imports what it shows
            window = window_of(application, file, Path(name))
            visits.all_pages(window, "first")
            visits.all_pages(window, "again")
            window.close()
            application.processEvents()
            gc.collect()
        file.close()
    title(f"Pages of a file with {_NOTES:,} notes and {_MANY} of everything: ms of the processor, then ms by the clock")
    for key in keys:
        tell(*visits.timings(key))


class _Visits:
    """Goes to pages, and keeps how long each took: to be painted, and to build what is built when that is done."""

    def __init__(self, application: QApplication, keys: list[str]) -> None:
        self._application, self._keys = application, keys
        self._kept: dict[tuple[str, str], list[float]] = {}
        self.counts = False

    def all_pages(self, window: MainWindow, which: str) -> None:
        """Visit each page."""
        for key in self._keys:
            self._visit(window, key, which)

    def timings(self, key: str) -> list[Timing]:
        """Return what was kept of one page."""
        return [Timing(f"{key}: {which}", tuple(values)) for (of, which), values in self._kept.items() if of == key]

    def _visit(self, window: MainWindow, key: str, which: str) -> None:
        assert window.shell is not None
        window.shell.go(ELSEWHERE)
        self._rest()
        start, start_cpu = time.perf_counter(), time.process_time()
        window.shell.go(key)
        _until_painted(window.shell.view.stack.page)
        took, took_cpu = time.perf_counter() - start, time.process_time() - start_cpu
        self._keep(key, f"{which}, processor", took_cpu)
        self._keep(key, f"{which}, clock", took)
        start_cpu = time.process_time()
        longest = self._rest()
        if which == "first":
            self._keep(key, "afterwards, processor", time.process_time() - start_cpu)
            self._keep(key, "afterwards, longest at a time", longest)

    def _rest(self) -> float:
        """Let everything be built that is built while nobody waits; return how many seconds the longest part took."""
        longest = 0.0
        for _turn in range(_TURNS):
            start = time.process_time()
            self._application.processEvents()
            longest = max(longest, time.process_time() - start)
            time.sleep(_PAUSE)
        return longest

    def _keep(self, key: str, which: str, seconds: float) -> None:
        if self.counts:
            self._kept.setdefault((key, which), []).append(seconds * 1000)


class _Painted(QObject):
    """Notices that a page is painted."""

    seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def _until_painted(page: QWidget | None) -> None:
    """Let happen what happens before the picture, and the picture; no timers, which come after it."""
    assert page is not None
    painted = _Painted()
    page.installEventFilter(painted)
    for _turn in range(_TURNS):
        QCoreApplication.sendPostedEvents()
        if painted.seen:
            return
    raise AssertionError("never painted")


def window_of(
    application: QApplication, file: OpenFile, folder: Path, width: int = 1366, height: int = 692
) -> MainWindow:
    """Return a window that shows `file` and an empty page of it."""
    settings = SettingsStore(folder / "settings.json")
    settings.remember_place(file.path, WindowPlace(page=ELSEWHERE))
    window = MainWindow(settings)
    window.resize(width, height)
    pages = {**page_factories(file, window.messages), ELSEWHERE: QWidget}
    window.show_file(file, pages, lambda: make_pane(file, window.messages))
    window.show()
    for _turn in range(3):
        application.processEvents()
    return window
