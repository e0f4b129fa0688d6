"""The one QApplication, which also hears of files that macOS asks it to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from secondopinion_desktop import __version__
from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.ui.theme import STYLE

if TYPE_CHECKING:
    from collections.abc import Sequence

DESKTOP_FILE = "io.github.secondopinion.SecondOpinion"


class Application(QApplication):
    """`file_asked` carries the path of a file that was double-clicked or dropped on the program's icon (macOS).

    `desktop_changed`: the desktop told of its letters and colours; GNOME and its kin do so soon after the start.
    """

    file_asked = Signal(str)
    desktop_changed = Signal()

    def __init__(self, argv: Sequence[str]) -> None:
        # Said here: the theme would have to ask for the style, and PySide then makes all 600 names of its parts.
        super().__init__([*argv, "-style", STYLE])
        self.setProperty("style", STYLE)
        self.setApplicationName("Second Opinion")
        self.setApplicationVersion(__version__)
        self.setDesktopFileName(DESKTOP_FILE)
        self.setWindowIcon(QIcon(str(resource("icons", "app", "secondopinion.svg"))))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.desktop_changed.emit()
        return done
