"""A picture of every screen: `python3 dev.py shots [NAME ...]` writes them to build/shots.

Two window sizes, light and dark, text at 100 % and at 200 %. Names narrow it: `overview`, `dark`, `200`, `1366`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.ui.theme import Colors, Look, install_theme, theme
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.services.file import OpenFile

MORNING = datetime(2026, 3, 3, 10, 42).astimezone()
SIZES = (QSize(1366, 692), QSize(1600, 924))  # what a title bar and a task bar leave of 1366x768 and 1600x1000
PAGES = (
    "overview",
    "step:get_started",
    "step:insurance",
    "step:schedule",
    "step:records",
    "step:timing",
    "notes",
    "questions",
    "records",
    "opinions",
)


class Camera:
    """Takes pictures of one window, in every look."""

    def __init__(self, folder: Path, wanted: list[str]) -> None:
        self._folder, self._wanted = folder, wanted
        folder.mkdir(parents=True, exist_ok=True)

    def wants(self, *names: str) -> bool:
        return all(any(wish in name for name in names) for wish in self._wanted)

    def take(self, widget: QWidget, *names: str) -> None:
        QApplication.processEvents()
        widget.grab().save(str(self._folder / ("-".join(names).replace(":", "-") + ".png")))


def looks() -> Iterator[tuple[QSize, Colors, int, tuple[str, str, str]]]:
    for size, colors, percent in product(SIZES, (Colors.LIGHT, Colors.DARK), (100, 200)):
        yield size, colors, percent, (str(size.width()), colors.name.lower(), str(percent))


def open_window(file: OpenFile, settings: SettingsStore) -> MainWindow:
    messages = FakeMessages()
    window = MainWindow(settings, messages)
    window.show_file(file, page_factories(file, messages), lambda: make_pane(file, messages))
    window.show()
    return window


def shoot(camera: Camera, file: OpenFile, settings: SettingsStore, state: str, pages: tuple[str, ...]) -> None:
    for size, colors, percent, names in looks():
        if not any(camera.wants(state, page, *names) for page in pages):
            continue
        theme().set_look(replace(theme().look, colors=colors, text_percent=percent))
        window = open_window(file, settings)
        window.resize(size)
        for page in pages:
            if camera.wants(state, page, *names):
                assert window.shell is not None
                window.shell.go(page)
                camera.take(window, state, page, *names)
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def main(wanted: list[str]) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_theme(application, Look())
    camera = Camera(Path("build/shots"), wanted)
    with tempfile.TemporaryDirectory() as home, clock.standing_at(MORNING):
        os.environ["SECONDOPINION_HOME"] = home
        settings = SettingsStore(Path(home) / "settings.json")
        write_sample(Path(home) / "sample.secondopinion")
        files = Files(unshared)
        sample = files.open(Path(home) / "sample.secondopinion")
        shoot(camera, sample, settings, "sample", PAGES)
        sample.close()
        empty = files.create(Path(home) / "empty.secondopinion", "Margaret Doyle", None).file
        shoot(camera, empty, settings, "empty", PAGES)
        empty.close()


if __name__ == "__main__":
    main(sys.argv[1:])
