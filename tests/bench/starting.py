"""One start, in a process of its own: `python -m tests.bench.starting bare|program [FILE]`.

Prints "painted" and "usable" with the moment of each (system clock that never jumps, seconds), then waits for a line.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

if sys.argv[1] != "bare":
    from secondopinion_desktop.__main__ import get_ready_for_a_window

    get_ready_for_a_window()

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def tell(what: str) -> None:
    sys.stdout.write(f"{what} {time.clock_gettime(time.CLOCK_MONOTONIC)}\n")
    sys.stdout.flush()


class Watch(QObject):
    """Notes the first picture of a window; and, once there is something to use, the first quiet moment after that.

    It listens to few widgets: listening to all of them would cost what is measured a third of its time.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._used = window, window
        self._is_painted = self._is_ready = False
        self._quiet = QTimer(self, singleShot=True, interval=0)
        self._quiet.timeout.connect(self._settled)
        self._still_quiet = QTimer(self, singleShot=True, interval=0)
        self._still_quiet.timeout.connect(self._usable)
        window.installEventFilter(self)

    def wait_for(self, used: QWidget) -> None:
        """Take the next picture of `used` for the one that can be used."""
        self._used, self._is_ready = used, True
        used.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if not self._is_painted:
                self._is_painted = True
                tell("painted")
            if self._is_ready and watched is self._used and not self._quiet.isActive():
                self._quiet.start()
        return False

    def _settled(self) -> None:
        self._still_quiet.start()  # what was left for after the picture comes first

    def _usable(self) -> None:
        tell("usable")
        sys.stdin.readline()
        QApplication.exit()


def bare() -> None:
    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 692)
    Watch(window).wait_for(window)
    window.show()
    application.exec()


def program(path: Path | None) -> None:
    from secondopinion_desktop import app  # noqa: PLC0415 - the bare window must not pay for it
    from secondopinion_desktop.ui.program import Program  # noqa: PLC0415

    class Watched(Program):
        def start(self, path: Path | None) -> None:
            self._watch = Watch(self.window)
            if path is None:
                self._watch.wait_for(self.window)
            self.entrance.opened.connect(self._opened)
            super().start(path)

        def _opened(self) -> None:
            assert self.window.shell is not None
            self._watch.wait_for(self.window.shell.view)

    app.run(["secondopinion"], path, Watched)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        program(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
