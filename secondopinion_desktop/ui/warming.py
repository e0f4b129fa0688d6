"""What can wait until the window was painted: it is done while people read, and before they could have typed a word."""

from __future__ import annotations

from importlib import import_module
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LATEST_MS = 300
_WITH_A_FILE = (
    "secondopinion_desktop.ui.commands",
    "secondopinion_desktop.ui.fileshell",
    "secondopinion_desktop.ui.pages.overview",
    "secondopinion_desktop.ui.pane",
    "secondopinion_desktop.ui.wiring",
)


class FirstPaint(QObject):
    """Emits `happened` once, in the first quiet moment after `widget` was painted; `past` is set then, for workers.

    It keeps no hold on `widget`, which would then go only with the next search for garbage, and lives no longer than
    needed. With `in_any_case` it happens after 0.3 s too: a window that is minimized or covered may never be painted.
    """

    happened = Signal()

    def __init__(self, widget: QWidget, *, in_any_case: bool = False) -> None:
        super().__init__(widget)
        self.past = Event()
        self._is_painted = False
        self._quiet = QTimer(self, singleShot=True, interval=_LATEST_MS)
        self._quiet.timeout.connect(self._tell)
        if in_any_case:
            self._quiet.start()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            self._quiet.start(0)
        return False

    def _tell(self) -> None:
        self.past.set()
        self.happened.emit()
        self.deleteLater()


def import_what_shows_a_file() -> None:
    """Import the parts of the window that every file needs: 0.1 s, during which a worker reads the file."""
    for name in _WITH_A_FILE:
        import_module(name)


def get_ready_to_write() -> None:
    """Import SQLModel and what else the first saved word needs: 0.5 s. Call it from a worker."""
    from secondopinion_desktop.services.ready import get_ready_to_write as import_it  # noqa: PLC0415 - that is the point

    import_it()
