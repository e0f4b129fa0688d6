"""Being asked by the system to end (a shutdown, a closed terminal): an event, so that words are saved first."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType


class EndSignals(QObject):
    """`received` is emitted on the main thread when the system asks the program to end. Does nothing on Windows."""

    received = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._notifier: QSocketNotifier | None = None
        if os.name != "nt":
            self._listen()

    def _listen(self) -> None:
        # Python hears of a signal only when it runs next, and the event loop is not Python: a pipe wakes it.
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        self._reading = reading
        signal.set_wakeup_fd(writing)
        for wanted in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(wanted, _heard)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)

    def _tell(self) -> None:
        os.read(self._reading, 64)
        self.received.emit()


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Leave it to the pipe to tell."""
