"""One start, in a process of its own: `python -m tests.bench.starting bare|program [FILE]`.

Prints "painted" and "usable" with the moment of each (system clock that never jumps, seconds), then waits for a line.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def tell(what: str) -> None:
    sys.stdout.write(f"{what} {time.clock_gettime(time.CLOCK_MONOTONIC)}\n")
    sys.stdout.flush()


class Watch(QObject):
    """Notes the first picture; and, once there is something to use, the next quiet moment after it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        self.ready = False
        self._quiet = QTimer(self, singleShot=True, interval=0)
        self._quiet.timeout.connect(self._usable)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if not self._painted:
                self._painted = True
                tell("painted")
            if self.ready and not self._quiet.isActive():
                self._quiet.start()
        return False

    def _usable(self) -> None:
        tell("usable")
        sys.stdin.readline()
        QApplication.exit()


def bare() -> None:
    application = QApplication([])
    watch = Watch()
    watch.ready = True
    window = QMainWindow()
    window.resize(1366, 692)
    window.show()
    application.exec()


def program(path: Path | None) -> None:
    from secondopinion_desktop.base import garbage  # noqa: PLC0415

    garbage.hold_collection()  # as __main__ does
    from secondopinion_desktop import app  # noqa: PLC0415 - the bare window must not pay for it
    from secondopinion_desktop.ui.program import Program  # noqa: PLC0415

    class Watched(Program):
        def start(self, path: Path | None) -> None:
            self._watch = Watch()
            self._watch.ready = path is None
            self.entrance.opened.connect(self._opened)
            super().start(path)

        def _opened(self) -> None:
            self._watch.ready = True

    app.run(["secondopinion"], path, Watched)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        program(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
