"""A window with an open file and plain pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.files import new_file
from tests.helpers.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    yield file
    file.close()


@pytest.fixture
def window(qtbot: QtBot, file: OpenFile, tmp_path: Path) -> Window:
    return Window(qtbot, file, tmp_path)
