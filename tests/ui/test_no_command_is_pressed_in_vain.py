# ruff: noqa: ARG002 - a stand-in takes what the real one takes
"""Every command of the menus, on every page and screen: it does its work, says why it cannot, or cannot be chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from secondopinion_desktop import guidance
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.ui.actions import MENUS
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.pages.notes import NotesPage
from secondopinion_desktop.ui.program import Program
from secondopinion_desktop.ui.theme import theme
from tests.helpers.casefiles import CHEAP
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget
    from pytestqt.qtbot import QtBot

PAGES = ("overview", "questions", "records", "opinions", "notes", *(f"step:{key}" for key in guidance.STEP_KEYS))
LEAVE = ("quit", "close_file", "lock", "new_file", "open_file")
"""Commands that end the page: what they do is tested with the program."""

SAME_EVERYWHERE = (
    "print", "export", "person", "writers", "passphrase", "removed", "look", "larger", "smaller", "normal", "key_dates",
    "help", "shortcuts", "about",
)  # fmt: skip
"""Commands no page is asked for before the program does them in the same way; slow ones, so one page is enough."""

EDITS = ("cut", "copy", "paste", "select_all")


NEXT_LETTER = {("notes", "bold"), ("notes", "italic"), ("notes", "highlight")}
"""Where nothing is marked, these change what is typed next; tests/ui/test_editor_keys.py types it."""


class Listening(FakeMessages):
    """Changes their mind about every dialog and file, and remembers that there was one."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self.met = 0

    def run(self, dialog: QDialog) -> bool:
        self.met += 1
        dialog.reject()
        dialog.deleteLater()
        return False

    def _choose(self, title: str) -> Path | None:
        self.met += 1
        return None


class Walk:
    """The program with a file, and whether anything changed for the person."""

    def __init__(self, qtbot: QtBot, folder: Path, path: Path | None) -> None:
        self.messages = Listening()
        settings = SettingsStore(folder / "settings.json")
        self.program = Program(settings, self.messages, partial(Files, LockFile, CHEAP))
        self.window = self.program.window
        qtbot.addWidget(self.window)
        self.window.resize(1366, 700)
        self.program.start(path)
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        qtbot.waitUntil(lambda: not self.program.workers.is_busy)

    def seen(self) -> Any:
        """Return all that a command could change for the person."""
        shell, focus = self.window.shell, QApplication.focusWidget()
        picture: list[Any] = [
            len(self.messages.toasts), len(self.messages.told), self.messages.met, theme().look, id(focus),
            self.window.windowTitle(),
        ]  # fmt: skip
        if shell is None:
            return picture
        view = shell.view
        picture += [view.stack.key, view.pane_shown, view.sidebar_shown, view.topbar.slot.isVisible()]
        if isinstance(view.stack.page, NotesPage):
            sheet = view.stack.page.sheet
            picture += [sheet.key, sheet.is_open, sheet.frame.editor.toHtml()]
        return picture

    def in_vain(self, key: str, page: str = "") -> bool:
        """Choose a command on `page`, with the keyboard at its start; return whether nothing came of it."""
        action = self.window.actions_[key]
        shell = self.window.shell
        if shell is not None and page:
            shell.go(page)
            shell.view.close_drawer()
        if not action.isEnabled() or not action.isVisible():
            return False
        before = self.seen()
        action.trigger()
        if key.startswith(("page:", "step:")) and shell is not None:
            return shell.view.stack.key != key.removeprefix("page:")
        if key == "new_question" and shell is not None:
            return shell.view.stack.key != "questions"
        if key in EDITS and isinstance(QApplication.focusWidget(), QLineEdit):
            return False  # the field does it, though there may be nothing in it to copy
        return bool(self.seen() == before)


@pytest.fixture
def walk(qtbot: QtBot, tmp_path: Path) -> Iterator[Walk]:
    path = tmp_path / "sample.secondopinion"
    write_sample(path)
    walk = Walk(qtbot, tmp_path, path)
    assert walk.program.file is not None
    yield walk
    walk.window.close()
    walk.program.end()
    QApplication.sendPostedEvents()


def commands(walk: Walk) -> list[str]:
    return [key for key in walk.window.actions_.keys if key not in LEAVE]


def test_every_page_is_walked(walk: Walk) -> None:
    assert walk.window.shell is not None
    assert all(walk.window.shell.view.stack.has(page) for page in PAGES)
    assert {command.key for _title, listed in MENUS for command in listed} > set(LEAVE)


def test_on_no_page_a_command_is_pressed_in_vain(walk: Walk) -> None:
    quick = [key for key in commands(walk) if key not in SAME_EVERYWHERE]
    assert [key for key in quick if walk.in_vain(key, PAGES[0])] == []
    tried = [(page, key) for page in PAGES[1:] for key in quick if (page, key) not in NEXT_LETTER]
    assert [(page, key) for page, key in tried if walk.in_vain(key, page)] == []


def test_the_dialogs_and_sizes_are_not_chosen_in_vain(walk: Walk) -> None:
    assert [key for key in commands(walk) if key in SAME_EVERYWHERE and walk.in_vain(key, PAGES[0])] == []


@pytest.mark.parametrize(("width", "pane"), [(1366, False), (1000, True), (800, True)])
def test_without_room_or_pane_no_command_is_pressed_in_vain(walk: Walk, width: int, pane: bool) -> None:
    assert walk.window.shell is not None
    view = walk.window.shell.view
    walk.window.resize(width, 600)
    if not pane:
        view.hide_pane()
    quick = [key for key in commands(walk) if key not in SAME_EVERYWHERE]
    pages = ("overview", "notes", "records")
    tried = [(page, key) for page in pages for key in quick if (page, key) not in NEXT_LETTER]
    assert [(page, key) for page, key in tried if walk.in_vain(key, page)] == []


def test_the_ticks_of_the_view_menu_are_true(walk: Walk) -> None:
    assert walk.window.shell is not None
    view, actions = walk.window.shell.view, walk.window.actions_
    for key in ("sidebar", "pane", "pane", "sidebar"):
        actions[key].trigger()
        assert actions["sidebar"].isChecked() == view.sidebar_shown
        assert actions["pane"].isChecked() == view.pane_shown


@pytest.mark.parametrize("screen", ["welcome", "new_file"])
def test_before_a_file_is_open_only_what_needs_none_can_be_chosen(qtbot: QtBot, tmp_path: Path, screen: str) -> None:
    walk = Walk(qtbot, tmp_path, None)
    if screen == "new_file":
        walk.program.entrance.new_file()
    anywhere = {command.key for _title, listed in MENUS for command in listed if command.anywhere}
    enabled = {key for key in walk.window.actions_.keys if walk.window.actions_[key].isEnabled()}
    assert enabled == anywhere
    assert [key for key in sorted(anywhere - {*EDITS, *LEAVE}) if walk.in_vain(key)] == []
    walk.window.close()
    walk.program.end()
    QApplication.sendPostedEvents()


def test_before_a_file_is_open_words_can_be_pasted_into_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    walk = Walk(qtbot, tmp_path, None)
    walk.program.entrance.new_file()
    field: Any = QApplication.focusWidget()
    QApplication.clipboard().setText("Margaret Doyle")
    walk.window.actions_["paste"].trigger()
    assert field.text() == "Margaret Doyle"
    walk.window.actions_["select_all"].trigger()
    walk.window.actions_["cut"].trigger()
    assert field.text() == ""
    walk.window.close()
    walk.program.end()
    QApplication.sendPostedEvents()
