"""A second start with the same file brings the window that shows it to the front.

The second start leaves a note in a folder of this person's on this computer, named so that it does not tell the file;
the window that shows the file watches that folder, takes the note away, and comes forward. No network, no D-Bus.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from secondopinion_desktop.base import files, paths
from secondopinion_desktop.base.locks import lock_path
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


def is_held(path: Path) -> bool:
    """Return whether a living window on this computer seems to show the file at `path`, or asks for its passphrase.

    Writes nothing lasting.
    """
    with suppress(OSError):
        return _is_locked(path.resolve()) or _is_locked(_note(path.resolve()))
    return False


def _is_locked(path: Path) -> bool:
    if not lock_path(path).exists():
        return False
    lock = LockFile(path)
    if lock.try_lock():
        lock.unlock()
        return False
    holder = lock.holder()
    return holder is not None and holder.here


class Presence(QObject):
    """Listens for calls while a file is shown. `called` is emitted when somebody started the program with it again."""

    called = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._note: Path | None = None
        self.path: Path | None = None
        self._watcher: QFileSystemWatcher | None = None  # the first window does without
        self._seat: LockFile | None = None

    def listen(self, path: Path) -> None:
        """Answer calls for the file at `path` from now on, and for no other."""
        self.rest()
        self.path = path
        with suppress(OSError):  # without this folder, a second start says where the file is open
            self._note = _note(path)
            self._watcher = QFileSystemWatcher([str(self._note.parent)], self)
            self._watcher.directoryChanged.connect(self._look)
        self._look()

    def wait_at(self, path: Path) -> None:
        """Answer calls for a file whose passphrase is asked for; nobody holds its own lock meanwhile."""
        self.listen(path.resolve())
        if self._note is not None:
            self._seat = LockFile(self._note)
            self._seat.try_lock()

    def rest(self) -> None:
        """Answer no more calls."""
        self._note = self.path = None
        if self._seat is not None:
            self._seat.unlock()
            self._seat = None
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

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
    """Show `window` above the others, with the keyboard in it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _let_others_come_forward() -> None:
    """Hand on the right to come to the front, which Windows gives only to the program that was just started."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - on Windows only

        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
