"""Python's search for cyclic garbage, kept to the thread of the window."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1_000


class Collecting(QObject):
    """Looks for garbage once a second, if there may be enough.

    By itself Python looks wherever something is made, also on a worker. Widgets that it finds there are ended by a
    thread that is not theirs, and the program with them. It looks also while Qt ends an object, under a lock that
    Qt then takes once more for the widgets that are garbage: everything stands still.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start()

    def end(self) -> None:
        """Look no more: the process ends, and gives back everything."""
        self._timer.stop()

    def _look(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
