"""The program with its real dialogs, each met once it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.program import Program
from tests.helpers.casefiles import CHEAP
from tests.helpers.program import make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


class Desk:
    """The program with a file that is open, and its real dialogs."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot, self.path = qtbot, path
        make_person_file(path)
        settings = SettingsStore(path.with_name("settings.json"))
        self.program = Program(settings, None, lambda: Files(LockFile, CHEAP))
        self.window = self.program.window
        qtbot.addWidget(self.window)
        self.program.start(path)
        qtbot.waitUntil(lambda: self.program.file is not None and not self.program.workers.is_busy)

    @property
    def file(self) -> OpenFile:
        assert self.program.file is not None
        return self.program.file

    @property
    def messages(self) -> Any:
        return self.window.messages

    def meet(self, kind: type[QDialog], do: Callable[[Any], object]) -> None:
        """Do something with a dialog once it is open."""

        def look() -> None:
            found = [one for one in self.window.findChildren(kind) if one.isActiveWindow()]
            if not found:
                QTimer.singleShot(10, self.window, look)
                return
            try:
                do(found[-1])
            except BaseException:
                self.messages.close_all(keeping=False)  # else the test would wait for ever
                raise

        QTimer.singleShot(0, self.window, look)

    def end(self) -> None:
        self.program.end()

    def opened_again(self) -> OpenFile:
        self.end()
        return Files(LockFile, CHEAP).open(self.path)
