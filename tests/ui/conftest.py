"""Every window of these tests looks as it will: theme, letters and stylesheet are installed once. And new files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.ui.theme import Colors, Look, Theme, install_theme
from secondopinion_desktop.ui.widgets import Box, Column
from tests.helpers.entrance import FrontDoor
from tests.helpers.files import new_file
from tests.helpers.program import PASSPHRASE, Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

PLAIN = Look(Colors.LIGHT)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """Light colours and 100 % text before and after each test."""
    theme = install_theme(qapp, PLAIN)
    theme.set_look(PLAIN)
    yield theme
    theme.set_look(PLAIN)


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    """Return Margaret's file, new and open on a Tuesday in March."""
    opened = new_file(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def door(qtbot: QtBot) -> Iterator[FrontDoor]:
    """Return the window before a file is open."""
    door = FrontDoor(qtbot)
    yield door
    door.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where somebody keeps files."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Return where a file without a passphrase lies."""
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    return path


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    """Return where a file with PASSPHRASE lies."""
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path, PASSPHRASE)
    return path


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[..., Running]]:
    """Return a function that starts the program, with a file or none; all are ended after the test."""
    running: list[Running] = []

    def begin(path: Path | None = None) -> Running:
        running.append(Running(qtbot, path))
        return running[-1]

    yield begin
    for one in running:
        one.end()


@pytest.fixture
def running(qtbot: QtBot, plain: Path) -> Iterator[Running]:
    """Return the program in a large window, with a file without a passphrase."""
    started = Running(qtbot, plain, size=(1600, 900))
    yield started
    started.end()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Return a function that puts widgets under each other into an active window and returns that window."""
    kept: list[QWidget] = []

    def in_a_window(*widgets: QWidget, width: int = 420, height: int = 600) -> QWidget:
        window = Box(ground="page")
        column = Column(window, margins=(16, 16, 16, 16))
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        kept.append(window)
        return window

    yield in_a_window
    for window in kept:
        window.close()
        window.deleteLater()
