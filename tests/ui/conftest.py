"""Every window of these tests looks as it will: theme, letters and stylesheet are installed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.ui.theme import Colors, Look, Theme, install_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

PLAIN = Look(Colors.LIGHT)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light colours and 100 % text before and after each test."""
    theme = install_theme(qapp, PLAIN)
    theme.set_look(PLAIN)
    yield theme
    theme.set_look(PLAIN)
