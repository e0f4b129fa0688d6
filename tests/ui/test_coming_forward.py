"""Opening a file by double click, by drag, and a second time: one window shows it, and it comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base import paths
from secondopinion_desktop.ui.forward import Call, Presence, is_held
from secondopinion_desktop.ui.lockfile import LockFile
from tests.helpers.program import Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Start = Callable[[Path | None], Running]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Start programs with a file or none; they are ended after the test."""
    started: list[Running] = []

    def begin(path: Path | None) -> Running:
        started.append(Running(qtbot, path))
        return started[-1]

    yield begin
    for running in started:
        running.close_window()
        running.end()


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    return path


def drop(running: Running, *files: Path) -> bool:
    """Drag files onto the window and let go; return whether it would take them."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(300, 300), both, dragged, left, none)
    entering.ignore()
    QApplication.sendEvent(running.window, entering)
    if not entering.isAccepted():
        return False
    letting_go = QDropEvent(QPointF(300, 300), both, dragged, left, none)
    QApplication.sendEvent(running.window, letting_go)
    assert letting_go.dropAction() == Qt.DropAction.CopyAction  # a moved file would be removed where it was
    running.rest()
    running.rest()
    return True


def test_a_file_dropped_on_the_first_screen_opens(start: Start, plain: Path) -> None:
    running = start(None)
    assert drop(running, plain)
    assert running.file.path == plain
    assert plain.exists()


def test_a_file_dropped_on_an_open_one_takes_its_place(start: Start, plain: Path, tmp_path: Path) -> None:
    other = tmp_path / "Frank.secondopinion"
    make_person_file(other, name="Frank Doyle")
    running = start(plain)
    assert drop(running, other)
    assert running.file.path == other
    assert not is_held(plain)


def test_a_letter_or_two_files_at_once_are_not_taken(start: Start, plain: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF")
    running = start(None)
    assert not drop(running, letter)
    assert not drop(running, plain, plain)


def test_a_second_start_brings_the_first_window_to_the_front_and_ends(
    start: Start, plain: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start(plain)
    first.window.showMinimized()
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "given-by-the-desktop")
    assert is_held(plain)
    call = Call(plain, first.window)
    with qtbot.waitSignal(call.answered):
        pass
    assert not first.window.isMinimized()
    assert first.window.isActiveWindow()
    assert list((paths.data_dir() / "windows").iterdir()) == []


def test_a_window_that_shows_another_file_stays_where_it_is(qtbot: QtBot, plain: Path, tmp_path: Path) -> None:
    owner = QObject()
    presence = Presence(owner)
    presence.listen(tmp_path / "another.secondopinion")
    with qtbot.assertNotEmitted(presence.called):
        call = Call(plain, presence)
        with qtbot.waitSignal(call.unanswered):
            pass
    assert list((paths.data_dir() / "windows").iterdir()) == []
    presence.rest()


def test_the_lock_of_a_dead_program_makes_nobody_wait(plain: Path) -> None:
    plain.with_name(f".{plain.name}.lock").write_text("999999\nsecondopinion\nhere\n")
    assert not is_held(plain.with_name("nothing.secondopinion"))
    lock = LockFile(plain)
    assert lock.take_over()
    assert is_held(plain)
    lock.unlock()
    assert not is_held(plain)
