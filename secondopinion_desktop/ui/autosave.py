"""Saving what is typed, by itself and truthfully: "Saved" is said only after the words are on the disk."""

from __future__ import annotations

import logging
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import KeptAside, UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui import composing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

PAUSE_MS = 400  # after the last key
LONGEST_MS = 2_000  # while typing goes on
RETRIES_MS = (1_000, 2_000, 5_000, 10_000, 30_000)  # the last one again and again
SLOW_MS = 1_000

_log = logging.getLogger(__name__)


class Saving(Enum):
    """Where the words are."""

    NOTHING = auto()  # nothing was typed since this was opened
    SAVING = auto()  # this takes longer than a second, so it is said
    SAVED = auto()
    NOT_SAVED = auto()  # the words are still in the editor, and it is tried again


class Autosave(QObject):
    """Calls `save` when it is time to. `save` returns once the words are on the disk, or raises.

    `touch` says that something was typed; `flush` saves at once, on leaving, locking, closing and exporting. `changed`
    is emitted when `state`, `saved_at` or `trouble` are new.
    """

    changed = Signal()

    def __init__(self, save: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._unsaved = False
        self._slow = False
        self._tries = 0
        self.state = Saving.NOTHING
        self.saved_at: datetime | None = None
        self.trouble: UserError | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._retry = QTimer(self, singleShot=True)
        for timer in (self._pause, self._longest, self._retry):
            timer.timeout.connect(self._try)

    @property
    def is_unsaved(self) -> bool:
        """Whether there are words that are not on the disk."""
        return self._unsaved

    def touch(self) -> None:
        """Hear that something was typed."""
        self._unsaved = True
        if self.state is Saving.NOT_SAVED:
            return  # it is being tried again, and more often would not help
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> bool:
        """Save now if there is anything to save; return whether all is on the disk."""
        composing.finish()
        if self._unsaved:
            self._try()
        return not self._unsaved

    def start_anew(self, saved_at: datetime | None = None) -> None:
        """Forget the words of before: something else is being edited, saved at `saved_at`."""
        self._stop()
        self._unsaved = False
        self._tries = 0
        self.trouble = None
        self.saved_at = saved_at
        self._show(Saving.SAVED if saved_at else Saving.NOTHING)

    def _stop(self) -> None:
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()

    def _try(self) -> None:
        self._stop()
        if not self._unsaved:
            return
        if self._slow:
            self._show(Saving.SAVING)
        took = QElapsedTimer()
        took.start()
        try:
            self._save()
        except KeptAside as told:
            self._is_saved(told)
        except UserError as error:
            self._keep(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the words stay and it is tried again
            _log.error("saving did not work: %s", type(error).__name__)
            self._keep(UserError(_("We could not save your last change."), _("Your words are still here.")))
        else:
            self._is_saved()
        self._slow = took.elapsed() > SLOW_MS

    def _is_saved(self, told: KeptAside | None = None) -> None:
        self._unsaved = False
        self._tries = 0
        self.trouble = told
        self.saved_at = clock.now()
        self._show(Saving.SAVED)

    def _keep(self, error: UserError) -> None:
        self.trouble = error
        self._retry.start(RETRIES_MS[min(self._tries, len(RETRIES_MS) - 1)])
        self._tries += 1
        self._show(Saving.NOT_SAVED)

    def _show(self, state: Saving) -> None:
        self.state = state
        self.changed.emit()
