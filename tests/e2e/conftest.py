"""One person at the whole program, as it looks on an ordinary morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.ui.theme import Colors, Look, install_theme
from tests.helpers.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, a_tuesday: datetime) -> Iterator[Person]:
    """Start the program with nothing open, on Tuesday, March 3, 2026; end it afterwards."""
    assert a_tuesday
    plain = Look(Colors.LIGHT)
    install_theme(qapp, plain).set_look(plain)
    one = Person(qtbot)
    yield one
    one.running.end()
