"""Opening a file by double click, by drag, and a second time: one window shows it, and it comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from secondopinion_desktop.base import paths
from secondopinion_desktop.ui.forward import Call, Presence, is_held
from secondopinion_desktop.ui.lockfile import LockFile
from tests.helpers.program import PASSPHRASE, Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Start = Callable[[Path | None], Running]

LEFT, NOTHING_HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


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


def drop(running: Running, *files: Path, onto: QWidget | None = None) -> bool:
    """Drag files onto the window, or a part of it, and let go; return whether it would take them."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    dragged.setText("\n".join(str(path) for path in files))  # as a file manager does
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    entering = QDragEnterEvent(QPoint(300, 300), both, dragged, LEFT, NOTHING_HELD)
    entering.ignore()
    QApplication.sendEvent(onto or running.window, entering)
    if not entering.isAccepted():
        return False
    letting_go = QDropEvent(QPointF(300, 300), both, dragged, LEFT, NOTHING_HELD)
    QApplication.sendEvent(onto or running.window, letting_go)
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


@pytest.mark.parametrize("page", ["notes", "step:timing", "opinions"])
def test_a_file_dropped_on_any_field_opens_and_leaves_no_path_there(
    start: Start, plain: Path, tmp_path: Path, page: str
) -> None:
    other = tmp_path / "Frank.secondopinion"
    make_person_file(other, name="Frank Doyle")
    running = start(plain)
    running.file.notes.write_new("How I sleep")
    running.file.records.add(name="Scan")
    running.file.opinions.add_opinion()
    running.ask(page if page.startswith("step:") else f"page:{page}")
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF")
    fields = [
        one.viewport() if isinstance(one, QPlainTextEdit | QTextEdit) else one
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit)
        for one in running.window.findChildren(kind)
        if one.isVisible() and not one.isReadOnly()
    ]
    assert fields
    assert [field for field in fields if drop(running, letter, onto=field)] == []
    assert drop(running, other, onto=fields[0])
    assert running.file.path == other


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


@pytest.mark.parametrize("was_open", [True, False])
def test_a_second_start_brings_the_lock_screen_to_the_front(
    start: Start, tmp_path: Path, qtbot: QtBot, *, was_open: bool
) -> None:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path, PASSPHRASE)
    first = start(path)
    if was_open:
        first.unlock()
        first.ask("lock")
    assert first.lock.isVisible()
    assert is_held(path)
    first.window.showMinimized()
    with qtbot.waitSignal(Call(path, first.window).answered):
        pass
    assert first.window.isActiveWindow()
    assert first.lock.isVisible()
    first.unlock()
    assert first.file.path == path
    first.ask("close_file")
    assert not is_held(path)


def test_a_second_start_opens_the_file_in_the_window_that_left_its_lock_screen(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path, PASSPHRASE)
    first = start(path)
    first.lock.other_file_requested.emit()
    assert first.welcome.isVisible()
    with qtbot.waitSignal(Call(path, first.window).answered):
        pass
    first.rest()
    assert first.lock.isVisible()


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
