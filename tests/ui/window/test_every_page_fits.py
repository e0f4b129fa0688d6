"""Every page of a full file, at every text size and in small windows: nothing is cut, nothing is too wide."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.ui.theme import Colors, Letters, Look
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from tests.helpers.fitting import does_not_fit
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

PAGES = tuple(
    key
    for key in (
        "overview",
        "notes",
        "questions",
        "records",
        "opinions",
        "step:records",
        "step:insurance",
        "step:write_down",
    )
    if find_spec(f"secondopinion_desktop.ui.pages.{key.partition(':')[0]}")
)
SHAPES = (
    (1366, 692, 100, Letters.STANDARD),
    (1366, 692, 125, Letters.STANDARD),
    (1366, 692, 150, Letters.CLEAR),
    (1600, 924, 175, Letters.STANDARD),
    (1366, 692, 200, Letters.STANDARD),
    (800, 480, 100, Letters.STANDARD),
    (1280, 720, 100, Letters.CLEAR),
)


@pytest.fixture
def sample(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    write_sample(tmp_path / "sample.secondopinion")
    file = Files(unshared).open(tmp_path / "sample.secondopinion")
    yield file
    file.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_at_every_size(qtbot: QtBot, look: Theme, sample: OpenFile, tmp_path: Path, page: str) -> None:
    messages = FakeMessages()
    faults: list[str] = []
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), messages)
    qtbot.addWidget(window)
    window.show_file(sample, page_factories(sample, messages), lambda: make_pane(sample, messages))
    window.show()
    assert window.shell is not None
    window.shell.go(page)
    for width, height, percent, letters in SHAPES:
        look.set_look(Look(Colors.LIGHT, letters, percent))
        window.resize(width, height)
        where = f"{width}x{height}, {percent} %, {letters.name.lower()}"
        try:
            qtbot.waitUntil(lambda: not does_not_fit(window), timeout=3000)
        except qtbot.TimeoutError:
            faults += [f"{where}: {fault}" for fault in does_not_fit(window)]
        if window.width() > width or window.height() > height:
            faults.append(f"{where}: the window cannot be that small: {window.size().toTuple()}")
    assert not faults, "\n".join(faults)
