"""Every page, with nothing, one thing, endless texts, other scripts and 200 of everything: nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.guidance import STEP_KEYS
from secondopinion_desktop.ui.navigation import SECTIONS, step_page
from secondopinion_desktop.ui.theme import Colors, Letters, Look
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from tests.helpers.crowd import LONG, SCRIPTS, fill
from tests.helpers.files import new_file
from tests.helpers.fitting import does_not_fit
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

PAGES = (*(section.key for section in SECTIONS), *(step_page(key) for key in STEP_KEYS))
SHAPES = ((1366, 692, 100), (1366, 692, 200))
FILLED = {
    "nothing": (0, ("",)),
    "one": (1, ("A short text",)),
    "endless": (3, (LONG, "W" * 400)),
    "scripts": (7, SCRIPTS),
    "crowd": (200, ("A short text", "Something a little longer, as people write")),
}
# Of these a person may really have 200.
MANY = ("appointment", "asking", "call", "contact", "key_point", "note", "question", "record", "task")

pytestmark = pytest.mark.usefixtures("a_tuesday")


@pytest.fixture
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenFile]:
    count, texts = FILLED[request.param]
    file = new_file(tmp_path)
    if count:
        fill(file, count, texts, only=MANY if request.param == "crowd" else ())
    yield file
    file.close()


@pytest.mark.parametrize("file", FILLED, indirect=True)
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_nothing_is_cut(qtbot: QtBot, look: Theme, file: OpenFile, tmp_path: Path, shape: tuple[int, int, int]) -> None:
    width, height, percent = shape
    look.set_look(Look(Colors.LIGHT, Letters.STANDARD, percent))
    messages = FakeMessages()
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), messages)
    qtbot.addWidget(window)
    window.show_file(file, page_factories(file, messages), lambda: make_pane(file, messages))
    window.resize(width, height)
    window.show()
    assert window.shell is not None
    faults: list[str] = []
    for page in PAGES:
        window.shell.go(page)
        try:
            qtbot.waitUntil(lambda: not does_not_fit(window), timeout=2000)
        except qtbot.TimeoutError:
            faults += [f"{page}: {fault}" for fault in does_not_fit(window)]
    assert (window.width(), window.height()) == (width, height)
    assert not faults, "\n".join(faults)
