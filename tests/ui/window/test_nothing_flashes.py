"""No part of the window comes up as a window of its own, not for a moment: it would take the keyboard away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.ui.navigation import SECTIONS, step_page
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from tests.helpers.keyboard import StrayWindows
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_every_page_of_the_sample_is_shown_in_the_window_and_nowhere_else(qtbot: QtBot, tmp_path: Path) -> None:
    write_sample(tmp_path / "sample.secondopinion")
    file = OpenFile(casefile.open_file(tmp_path / "sample.secondopinion"))
    messages = FakeMessages()
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), messages)
    qtbot.addWidget(window)
    qtbot.addWidget(messages._window)
    window.resize(1366, 768)
    window.show()
    strays = StrayWindows()
    window.show_file(file, page_factories(file, messages), lambda: make_pane(file, messages))
    assert window.shell is not None
    for page in [
        *(one.key for one in SECTIONS),
        *(step_page(step.key) for step in file.steps.tracker().steps),
    ]:
        window.shell.go(page)
    window.shell.open("contacts", "")
    window.close_file()
    file.close()
    assert not strays.seen, f"windows nobody asked for: {strays.seen}"
