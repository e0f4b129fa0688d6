"""Every command is in a menu, has its own keys, and reaches whoever can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from secondopinion_desktop.ui.actions import MENUS
from tests.helpers.hands import CTRL, write
from tests.helpers.messages import FakeMessages
from tests.helpers.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme


def test_every_command_is_in_a_menu_once_and_has_words(window: Window) -> None:
    keys = [command.key for _title, commands in MENUS for command in commands if command.key != "-"]
    assert len(keys) == len(set(keys))
    for menu in window.widget.menuBar().findChildren(QMenu):
        for action in menu.actions():
            assert action.isSeparator() or action.text()


def test_no_two_commands_share_their_keys(window: Window) -> None:
    actions = [window.widget.actions_[key] for key in window.widget.actions_.keys]
    used = [shortcut.toString() for action in actions for shortcut in action.shortcuts()]
    assert len(used) > 30
    assert len(used) == len(set(used))


def test_letters_under_a_line_are_used_once_in_each_menu(window: Window) -> None:
    for title, commands in MENUS:
        words = [command.words.replace("&&", "") for command in commands if "&" in command.words.replace("&&", "")]
        letters = [word[word.index("&") + 1].lower() for word in words]
        assert len(letters) == len(set(letters)), title


def test_a_page_is_asked_before_the_application(window: Window) -> None:
    window.page.does = {"print"}
    window.choose("print")
    assert window.page.commands[-1] == "print"
    assert window.commands == []
    window.choose("export")
    assert window.commands == ["export"]


def test_a_new_note_can_be_asked_for_anywhere(window: Window) -> None:
    window.keys(Qt.Key.Key_N, CTRL)
    assert window.title == "Appointments & notes"
    assert window.page.commands == ["new_note"]


def test_text_size_changes_with_keys_and_is_kept(window: Window, look: Theme) -> None:
    window.keys(Qt.Key.Key_Equal, CTRL)
    assert look.look.text_percent == 110
    assert window.settings.settings.text_percent == 110
    window.keys(Qt.Key.Key_0, CTRL)
    assert look.look.text_percent == 100


def test_undo_takes_back_the_last_change_and_says_what(qtbot: QtBot, file: OpenFile, tmp_path: Path) -> None:
    messages = FakeMessages()
    window = Window(qtbot, file, tmp_path, messages=messages)
    task = file.tasks.of_step(file.steps.tracker().steps[0].key)[0]
    file.tasks.tick(task.id, done=True)
    window.widget.actions_.edit_menu_opens.emit()
    assert window.widget.actions_["undo"].text() == "&Undo tick task"
    window.keys(Qt.Key.Key_Z, CTRL)
    assert window.steps()[0].endswith("not started")
    assert messages.toasts == ["Taken back: Tick task"]
    window.keys(Qt.Key.Key_Y, CTRL)
    assert "in progress" in window.steps()[0]


def test_undo_in_a_field_takes_back_letters_first(window: Window, file: OpenFile) -> None:
    task = file.tasks.of_step(file.steps.tracker().steps[0].key)[0]
    file.tasks.tick(task.id, done=True)
    window.page.field.setFocus()
    write("biopsy")
    window.keys(Qt.Key.Key_Z, CTRL)
    assert window.page.field.text() == ""
    assert "in progress" in window.steps()[0]


def test_copy_in_the_menu_copies_from_the_field(window: Window, qapp: object) -> None:
    window.page.field.setFocus()
    write("48-2217")
    window.choose("select_all")
    window.choose("cut")
    assert window.page.field.text() == ""
    window.choose("paste")
    assert window.page.field.text() == "48-2217"


def test_a_file_without_a_passphrase_has_nothing_to_lock(window: Window) -> None:
    assert not window.view.topbar.lock.isVisible()
    assert not window.widget.actions_["lock"].isVisible()
