"""Notices that nobody has used the keyboard or the mouse for a while, the time a computer sleeps included."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base import clock

_USED = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)


class Idle(QObject):
    """`reached` is emitted once nobody has used the program for the minutes set by `wait_for`."""

    reached = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._patience = timedelta()
        self._last = clock.now()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.reached)

    def wait_for(self, minutes: float) -> None:
        """Begin to wait; 0 waits for nothing."""
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self._timer.stop()
        self._patience, self._last = timedelta(minutes=minutes), clock.now()
        if minutes:
            self._timer.start(int(minutes * 60_000))
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USED:
            before, self._last = self._last, clock.now()
            if self._last - before > self._patience:
                # The timer stood still while the computer slept. Whoever woke it is not shown anything.
                self.reached.emit()
                return True
            self._timer.start()
        return super().eventFilter(watched, event)
