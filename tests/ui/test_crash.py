"""When the program makes a mistake, words are saved first, and the details tell nothing a person wrote."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.ui.crash import CrashGuard, details_of
from secondopinion_desktop.ui.widgets import Button
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from tests.conftest import LogWatch

SECRET = "Margaret's biopsy"


def _mistake() -> None:
    note = SECRET
    raise KeyError(note)


def _caught() -> KeyError:
    try:
        _mistake()
    except KeyError as error:
        return error
    raise AssertionError


def _copy_and_go_on(dialog: QDialog) -> None:
    for button in dialog.findChildren(Button):
        if button.words == "Copy details":
            button.click()
    dialog.accept()


def test_details_tell_the_place_and_never_the_words() -> None:
    details = details_of(_caught())
    assert "KeyError" in details
    assert "_mistake" in details
    assert SECRET not in details
    assert "/" not in details


def test_words_are_saved_before_anyone_is_told(qtbot: QtBot, log_watch: LogWatch) -> None:
    happened: list[str] = []
    messages = FakeMessages()

    def flush() -> None:
        happened.append("saved")

    def read(dialog: QDialog) -> None:
        happened.append("told")
        _copy_and_go_on(dialog)

    messages.will_meet(read)
    error = _caught()
    with log_watch.expecting("unexpected error"):
        CrashGuard(messages, flush).catch(type(error), error)
    assert happened == ["saved", "told"]
    assert "KeyError" in QGuiApplication.clipboard().text()


def test_a_mistake_on_another_thread_is_told_on_this_one(qtbot: QtBot, log_watch: LogWatch) -> None:
    told: list[int] = []
    messages = FakeMessages()

    def read(dialog: QDialog) -> None:
        told.append(threading.get_ident())
        dialog.accept()

    messages.will_meet(read)
    guard = CrashGuard(messages, list)
    error = _caught()
    thread = threading.Thread(target=guard.catch, args=(type(error), error))
    with log_watch.expecting("unexpected error"):
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]


def test_trouble_of_the_world_that_nobody_told_is_told_calmly_and_is_no_crash(qtbot: QtBot) -> None:
    messages = FakeMessages()
    guard = CrashGuard(messages, list)
    error = UserError("This was removed.", "Bring it back first.")
    guard.catch(type(error), error)
    qtbot.waitUntil(lambda: bool(messages.told))
    assert messages.told == ["This was removed. Bring it back first."]


@pytest.mark.parametrize(("saved", "said"), [(True, "What you wrote is saved."), (False, "not saved yet")])
def test_the_page_about_a_mistake_says_truly_whether_the_words_are_saved(
    qtbot: QtBot, log_watch: LogWatch, saved: bool, said: str
) -> None:
    messages = FakeMessages()
    read: list[str] = []

    def look(dialog: QDialog) -> None:
        read.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    messages.will_meet(look)
    error = _caught()
    with log_watch.expecting("unexpected error"):
        CrashGuard(messages, lambda: saved).catch(type(error), error)
    assert any(said in words for words in read)
