"""The screens before a file is open, as a person meets them, in a real window with real files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.entrance.flow import Entrance
from secondopinion_desktop.ui.entrance.lock import LockScreen
from secondopinion_desktop.ui.entrance.newfile import NewFile
from secondopinion_desktop.ui.entrance.recovery import RecoveryKey
from secondopinion_desktop.ui.entrance.welcome import Welcome
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.workers import Workers
from tests.helpers.casefiles import CHEAP
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

Screen = TypeVar("Screen", bound=QWidget)


class FrontDoor:
    """The window at its first screens. What was opened is in `file`; `code` is the recovery key that opened it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.settings = SettingsStore(paths.settings_dir() / "settings.json")
        self.messages = FakeMessages()
        self.window = MainWindow(self.settings, self.messages)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 692)
        self.workers = Workers(self.window)
        self.entrance = Entrance(self.window, self.settings, self.workers, partial(Files, LockFile, CHEAP))
        self.entrance.opened.connect(self._keep)
        self.file: OpenFile | None = None
        self.code = ""
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    def _keep(self, file: OpenFile, code: str) -> None:
        self.file, self.code = file, code

    def close(self) -> None:
        """Wait for work under way, and close what is open."""
        try:
            self.rest()
        finally:
            self.entrance.leave()
            self.workers.finish()  # work nobody waits for any more; a pool deleted under it would wait forever
            if self.file is not None:
                self.file.close()
                self.file = None

    def rest(self) -> None:
        """Wait until no work is under way."""
        self._qtbot.waitUntil(self._is_at_rest)

    def _is_at_rest(self) -> bool:
        return not self.workers.is_busy

    def screen(self, kind: type[Screen]) -> Screen:
        """Return the screen shown, which must be of this kind."""
        return only_shown(self.window, kind)

    @property
    def welcome(self) -> Welcome:
        """The first screen."""
        return self.screen(Welcome)

    @property
    def new_file(self) -> NewFile:
        """The screen for a new file."""
        return self.screen(NewFile)

    @property
    def key(self) -> RecoveryKey:
        """The screen with the recovery key."""
        return self.screen(RecoveryKey)

    @property
    def lock(self) -> LockScreen:
        """The lock screen."""
        return self.screen(LockScreen)

    def words(self) -> str:
        """Return all words that can be seen."""
        return all_words(self.window)

    def open(self, path: Path) -> None:
        """Ask for a file, and wait for what comes of it."""
        self.entrance.open(path)
        self.rest()


def only_shown(window: QWidget, kind: type[Screen]) -> Screen:
    """Return the one widget of this kind that can be seen."""
    shown = [widget for widget in window.findChildren(kind) if widget.isVisible()]
    assert len(shown) == 1, f"not a {kind.__name__}: {all_words(window)}"
    return shown[0]


def all_words(window: QWidget) -> str:
    """Return the words of all labels and buttons that can be seen."""
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    buttons = [button.text() for button in window.findChildren(QPushButton) if button.isVisible()]
    return "\n".join([*labels, *buttons])


def has_keyboard(widget: QWidget) -> bool:
    """Return whether a widget, or what is in it, has the keyboard."""
    focused = QApplication.focusWidget()
    return focused is not None and (widget is focused or widget.isAncestorOf(focused))
