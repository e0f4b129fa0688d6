"""Closing the window never drops words: they are saved, or the person is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor
from sqlalchemy import text as sql

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.ui.dialogs.unsaved import UnsavedWords
from secondopinion_desktop.ui.pages.notes import NotesPage
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import page_factories
from tests.helpers import hands
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from tests.conftest import LogWatch


@pytest.fixture
def window(qtbot: QtBot, file: OpenFile, sleep: str, tmp_path: Path) -> MainWindow:
    messages = FakeMessages()
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), messages)
    qtbot.addWidget(window)
    window.show_file(file, page_factories(file, messages))
    with qtbot.waitActive(window):
        window.show()
    assert window.shell is not None
    window.shell.open("note", sleep)
    return window


def write(window: MainWindow, words: str) -> None:
    assert window.shell is not None
    page = window.shell.view.stack.page
    assert isinstance(page, NotesPage)
    page.sheet.frame.editor.setFocus()
    page.sheet.frame.editor.moveCursor(QTextCursor.MoveOperation.End)
    hands.write(words)


def body(file: OpenFile, note_id: str) -> str:
    return Document.from_json(file.notes.get(note_id).body).plain_text()


def keep_it_open(dialog: QDialog) -> None:
    assert isinstance(dialog, UnsavedWords)
    assert dialog.windowTitle() == "Some words are not saved yet"
    dialog.keep_button.click()


def test_closing_the_window_saves_the_last_word(window: MainWindow, file: OpenFile, sleep: str) -> None:
    write(window, " tonight")
    assert window.close()
    assert body(file, sleep) == "Badly tonight"


def test_words_that_could_not_be_saved_keep_the_window_open(
    window: MainWindow, file: OpenFile, sleep: str, log_watch: LogWatch
) -> None:
    with file.store.database.writing() as session:
        session.execute(sql("CREATE TRIGGER deny BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'no'); END"))
    write(window, " tonight")
    assert isinstance(window.messages, FakeMessages)
    window.messages.will_meet(keep_it_open)
    with log_watch.expecting("saving did not work"):
        assert not window.close()
    assert window.isVisible()
    with file.store.database.writing() as session:
        session.execute(sql("DROP TRIGGER deny"))
    assert window.close()
    assert body(file, sleep) == "Badly tonight"


def test_a_mistake_of_ours_while_closing_keeps_the_window_and_the_words(
    qtbot: QtBot, window: MainWindow, file: OpenFile, sleep: str, log_watch: LogWatch
) -> None:
    with file.store.database.writing() as session:
        session.execute(sql("CREATE TRIGGER deny BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'no'); END"))
    write(window, " tonight")
    with log_watch.expecting("saving did not work"), qtbot.captureExceptions() as told:
        assert not window.close()  # nobody answers the question that comes up, which raises in the middle of closing
    assert len(told) == 1
    assert window.isVisible()
    with file.store.database.writing() as session:
        session.execute(sql("DROP TRIGGER deny"))
    assert window.close()
    assert body(file, sleep) == "Badly tonight"


def test_the_file_opens_again_where_the_cursor_stood(
    qtbot: QtBot, window: MainWindow, file: OpenFile, sleep: str
) -> None:
    write(window, " tonight")
    window.close()
    again = MainWindow(window.settings, FakeMessages())
    qtbot.addWidget(again)
    again.show_file(file, page_factories(file, again.messages))
    assert again.shell is not None
    page = again.shell.view.stack.page
    assert isinstance(page, NotesPage)
    assert page.sheet.note_id == sleep
    assert page.sheet.caret == len("Badly tonight")
    again.close()
