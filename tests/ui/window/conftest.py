"""A window with an open file and plain pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def window(qtbot: QtBot, file: OpenFile, tmp_path: Path) -> Window:
    return Window(qtbot, file, tmp_path)
