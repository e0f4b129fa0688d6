"""A second start with the same file brings the window that shows it, or asks for its passphrase, to the front.

A window that answers for a file holds a lock in a folder of this person's on this computer, named so that it does not
tell the file. A second start finds the lock held and leaves a note beside it; the window watches that folder, takes the
note away, and comes forward. No network, no D-Bus.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base import files, paths
from secondopinion_desktop.base.settings import place_key
from secondopinion_desktop.ui.lockfile import LockFile

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 2_000
_LONGEST_TOKEN = 300
_ANY_PROCESS = 0xFFFFFFFF  # ASFW_ANY of winuser.h


def _note(path: Path) -> Path:
    folder = paths.data_dir() / "windows"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / place_key(path)


class Presence(QObject):
    """Answers for one file at a time. `called` is emitted when somebody started the program with it again."""

    called = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._note: Path | None = None
        self._lock: LockFile | None = None
        self._watcher: QFileSystemWatcher | None = None  # a window without a file does without

    def listen(self, path: Path) -> bool:
        """Answer calls for the file at `path` from now on, and for no other.

        Return False if another living window on this computer answers for it already.
        """
        try:
            note = _note(path)
        except OSError:  # without this folder, a second start says where the file is open
            self.rest()
            return True
        if note == self._note:
            return True
        self.rest()
        lock = LockFile(note)
        if not lock.try_lock():
            holder = lock.holder()
            return holder is None or not holder.here
        self._note, self._lock = note, lock
        self._watcher = QFileSystemWatcher([str(note.parent)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()
        return True

    def rest(self) -> None:
        """Answer no more calls."""
        self._note = None
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _look(self, _folder: str = "") -> None:
        if self._note is None:
            return
        try:
            token = self._note.read_bytes()[:_LONGEST_TOKEN].decode("ascii")
            self._note.unlink()
        except (OSError, ValueError):
            return
        if token.isprintable() and token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Wayland lets a window come forward only with this; Qt reads it
        self.called.emit()


class Call(QObject):
    """Calls the window that shows the file at `path`. Either `answered` or, after a while, `unanswered` is emitted."""

    answered = Signal()
    unanswered = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._give_up)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._timer.start()
        try:
            self._note: Path | None = _note(path.resolve())
            self._watcher.addPath(str(self._note.parent))
            _let_others_come_forward()
            files.write_whole(self._note, os.environ.get("XDG_ACTIVATION_TOKEN", "").encode("ascii", "ignore"))
        except OSError:
            self._note = None

    def _look(self, _folder: str) -> None:
        if self._timer.isActive() and self._note is not None and not self._note.exists():
            self._timer.stop()
            self.answered.emit()

    def _give_up(self) -> None:
        if self._note is not None:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
        self.unanswered.emit()


def bring_forward(window: QWidget) -> None:
    """Show `window` above the others, and what is asked over it above that, with the keyboard in it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    for one in (window, QApplication.activeModalWidget()):
        if one is not None:
            one.raise_()
            one.activateWindow()


def _let_others_come_forward() -> None:
    """Hand on the right to come to the front, which Windows gives only to the program that was just started."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - on Windows only

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
