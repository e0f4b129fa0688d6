"""The whole program in one window, with real files and nobody else's folders."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.entrance.lock import LockScreen
from secondopinion_desktop.ui.entrance.welcome import Welcome
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.program import Program
from secondopinion_desktop.ui.widgets import PageFrame
from tests.helpers.casefiles import CHEAP
from tests.helpers.entrance import all_words, only_shown
from tests.helpers.hands import click, press, write
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

PASSPHRASE = "violet kettle on the moon"


def make_person_file(path: Path, passphrase: str | None = None, name: str = "Margaret Doyle") -> str:
    """Make a whole file for somebody, closed; return its recovery key, "" without a passphrase."""
    made = Files(LockFile, CHEAP).create(path, name, passphrase)
    made.file.close()
    return made.recovery_code or ""


class Running:
    """The program as it runs. Give it a file to begin with, or None."""

    def __init__(
        self,
        qtbot: QtBot,
        path: Path | None = None,
        size: tuple[int, int] = (1366, 692),
        messages: FakeMessages | None = None,
    ) -> None:
        self._qtbot = qtbot
        self.settings = SettingsStore(paths.settings_dir() / "settings.json")
        self.messages = messages or FakeMessages()
        self.program = Program(self.settings, self.messages, partial(Files, LockFile, CHEAP))
        self.window = self.program.window
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.program.start(path)
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.rest()

    @property
    def file(self) -> OpenFile:
        """The open file, which there must be."""
        assert self.program.file is not None, self.words()
        return self.program.file

    def rest(self) -> None:
        """Wait until no work is under way, and what follows from it has happened."""
        QApplication.processEvents()
        self._qtbot.waitUntil(self._is_at_rest)
        self._complete()

    def _complete(self) -> None:
        """Build what is further down on the page, which comes by itself while nobody waits."""
        shown = self.window.shell.view.stack.page if self.window.shell is not None else None
        if isinstance(shown, PageFrame):
            shown.complete()

    def _is_at_rest(self) -> bool:
        return not self.program.workers.is_busy

    def words(self) -> str:
        """Return all words that can be seen."""
        return all_words(self.window)

    def ask(self, key: str) -> None:
        """Choose a command in the menu."""
        self.window.actions_[key].trigger()
        self.rest()

    def go(self, page: str) -> QWidget:
        """Go to a page through the menu; return it."""
        self.ask(f"page:{page}")
        self._complete()
        return self.page

    @property
    def page(self) -> QWidget:
        """The page shown, which there must be."""
        assert self.window.shell is not None, self.words()
        shown = self.window.shell.view.stack.page
        assert shown is not None
        return shown

    def button(self, words: str) -> QPushButton:
        """Return the button that says `words` and can be seen."""
        visible = [one for one in self.window.findChildren(QPushButton) if one.isVisible()]
        found = [one for one in visible if one.text().strip() == words]
        assert len(found) == 1, self.words()
        return found[0]

    def press(self, name: str) -> None:
        """Press the first button that is called so, by its words or to a screen reader."""
        buttons = self.window.findChildren(QAbstractButton)
        click(next(one for one in buttons if one.isVisible() and name in {one.text().strip(), one.accessibleName()}))
        self.rest()

    def look_away(self) -> None:
        """Let another program come to the front."""
        other = QWidget()
        self._qtbot.addWidget(other)
        other.show()
        with self._qtbot.waitActive(other):
            other.activateWindow()
        self.rest()

    def look_back(self) -> None:
        """Come back to this program."""
        with self._qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.rest()

    def go_on_after_a_power_cut(self, folder: Path) -> None:
        """Show the file as it would be if the power went now; what is done to the other one meanwhile is not in it."""
        folder.mkdir()
        for part in self.file.path.parent.glob(f"{self.file.path.name}*"):
            shutil.copy(part, folder)
        copy = folder / self.file.path.name
        self.window.file_dropped.emit(str(copy))
        self._qtbot.waitUntil(partial(self._shows, copy))
        self.look_back()

    def _shows(self, path: Path) -> bool:
        return self.program.file is not None and self.program.file.path == path

    @property
    def lock(self) -> LockScreen:
        """The lock screen, which must be shown."""
        return only_shown(self.window, LockScreen)

    @property
    def welcome(self) -> Welcome:
        """The first screen, which must be shown."""
        return only_shown(self.window, Welcome)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase on the lock screen."""
        field = self.lock.field.editor
        field.clear()
        write(passphrase, field)
        press(Qt.Key.Key_Return, on=field)
        self.rest()

    def close_window(self) -> bool:
        """Close the window as the cross does; return whether it closed."""
        return self.window.close()

    def end(self) -> None:
        """End the program as after the last event."""
        try:
            self.rest()
        finally:
            self.program.end()  # also waits for work that takes too long: its threads must not lose their pool
            QApplication.sendPostedEvents()
