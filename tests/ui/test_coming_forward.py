"""Opening a file by double click, by drag, and a second time: one window shows it, and it comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.locks import lock_path
from secondopinion_desktop.base.settings import place_key
from secondopinion_desktop.ui.forward import Call, Presence
from tests.helpers.messages import FakeMessages
from tests.helpers.program import Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    Start = Callable[..., Running]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Start programs with a file or none; they are ended after the test."""
    started: list[Running] = []

    def begin(path: Path | None, messages: FakeMessages | None = None) -> Running:
        started.append(Running(qtbot, path, messages=messages))
        return started[-1]

    yield begin
    for running in started:
        running.close_window()
        running.end()


def answered(qtbot: QtBot, path: Path, first: Running) -> bool:
    """Start the program a second time with the file at `path`; return whether the first window came to the front."""
    second = Presence(first.window)
    assert not second.listen(path)
    first.window.showMinimized()
    call = Call(path, second)
    with qtbot.waitSignal(call.answered):
        pass
    assert notes() == []
    return not first.window.isMinimized()


def notes() -> list[Path]:
    """Return what second starts left for others to read."""
    return [path for path in (paths.data_dir() / "windows").iterdir() if path.suffix != ".lock"]


def drop(running: Running, *files: Path, onto: QWidget | None = None) -> bool:
    """Drag files onto the window, or a part of it, and let go; return whether it would take them."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    dragged.setText("\n".join(str(path) for path in files))  # as a file manager does
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(300, 300), both, dragged, left, none)
    entering.ignore()
    QApplication.sendEvent(onto or running.window, entering)
    if not entering.isAccepted():
        return False
    letting_go = QDropEvent(QPointF(300, 300), both, dragged, left, none)
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
    assert not lock_path(plain).exists()
    elsewhere = Presence(running.window)
    assert elsewhere.listen(plain)  # nobody answers for it any more
    elsewhere.rest()


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
        if one.isVisible() and isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit) and not one.isReadOnly()
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
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "given-by-the-desktop")
    assert answered(qtbot, plain, first)
    assert first.window.isActiveWindow()


def test_a_second_start_finds_the_window_that_asks_for_the_passphrase(
    start: Start, protected: Path, qtbot: QtBot
) -> None:
    first = start(protected)
    assert first.lock.field.editor.isVisible()
    assert answered(qtbot, protected, first)


def test_a_second_start_finds_the_window_that_was_locked(start: Start, protected: Path, qtbot: QtBot) -> None:
    first = start(protected)
    first.unlock()
    first.ask("lock")
    assert answered(qtbot, protected, first)
    first.unlock()
    assert first.file.path == protected


def test_a_second_start_brings_an_open_question_to_the_front(start: Start, plain: Path, qtbot: QtBot) -> None:
    messages = FakeMessages()
    first = start(plain, messages)

    def meet(dialog: QDialog) -> None:
        dialog.hide()
        dialog.setModal(True)  # as when it waits for an answer
        dialog.show()
        assert answered(qtbot, plain, first)
        qtbot.waitUntil(dialog.isActiveWindow)
        dialog.reject()

    messages.will_meet(meet)
    first.ask("about")


def test_a_window_on_the_first_screen_answers_for_no_file(start: Start, protected: Path) -> None:
    first = start(protected)
    first.lock.other.click()
    elsewhere = Presence(first.window)
    assert first.welcome.isVisible()
    assert elsewhere.listen(protected)
    elsewhere.rest()


def test_a_window_that_shows_another_file_stays_where_it_is(qtbot: QtBot, plain: Path, tmp_path: Path) -> None:
    owner = QObject()
    presence = Presence(owner)
    presence.listen(tmp_path / "another.secondopinion")
    with qtbot.assertNotEmitted(presence.called):
        call = Call(plain, presence)
        with qtbot.waitSignal(call.unanswered):
            pass
    assert notes() == []
    presence.rest()


def test_the_lock_of_a_dead_program_makes_nobody_wait(plain: Path) -> None:
    owner = QObject()
    folder = paths.data_dir() / "windows"
    folder.mkdir()
    lock_path(folder / place_key(plain)).write_text("999999\nsecondopinion\nhere\n")
    presence = Presence(owner)
    assert presence.listen(plain)
    presence.rest()
