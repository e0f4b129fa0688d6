"""Work that takes longer than a blink: files, PDF, backup. It gets plain values and returns a plain value."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_MS = 10_000


class Job(QObject):
    """One piece of work under way. What it returns reaches `done` on the main thread; what it raises, `failed`."""

    _finished = Signal(object, object)
    over = Signal(object)

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work: Callable[[], Any] | None = work
        self._done: Callable[[Any], object] | None = done
        self._failed = failed
        self._dropped = False
        self._finished.connect(self._tell)

    @property
    def is_dropped(self) -> bool:
        """True once nobody waits for the result. Long work may look at it and stop."""
        return self._dropped

    def drop(self) -> None:
        """Forget the result: neither `done` nor `failed` will be called."""
        self._dropped = True

    def carry_out(self) -> None:
        """Do the work; called on a worker thread."""
        result: object = None
        trouble: Exception | None = None
        try:
            if self._work is not None:
                result = self._work()
        except Exception as error:  # noqa: BLE001 - it is handed to whoever asked for the work
            trouble = error
        self._finished.emit(result, trouble)

    def _tell(self, result: object, trouble: Exception | None) -> None:
        done, failed = self._done, self._failed
        # A job that goes must not hold whoever asked for it: the last to do so would take its workers, and them the
        # job, away while it is going.
        self._work = self._done = self._failed = None
        self.over.emit(self)
        if self._dropped:
            return
        if trouble is not None:
            (failed or _fail)(trouble)
        elif done is not None:
            done(result)


def _fail(trouble: Exception) -> None:
    sys.excepthook(type(trouble), trouble, trouble.__traceback__)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.carry_out()


class Workers(QObject):
    """A small pool of threads. One for the application; `finish` before it ends.

    After that no work is begun any more: a timer may still ask for some, and a pool that ends while work begins in
    Python waits for it forever.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._jobs: set[Job] = set()
        self._is_finished = False

    @property
    def is_busy(self) -> bool:
        """True while any work is under way."""
        return bool(self._jobs)

    def start(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Job:
        """Do `work` on a thread; call `done` or `failed` on the main one. Without `failed`, trouble is a crash."""
        job = Job(work, done, failed, self)
        if self._is_finished:
            job.drop()
            return job
        job.over.connect(self._forget)
        self._jobs.add(job)
        self._pool.start(_Runner(job))
        return job

    def finish(self) -> bool:
        """Drop all results and wait for work under way, 10 s at most; return whether it came to its end."""
        self._is_finished = True
        for job in self._jobs:
            job.drop()
        is_done = self._pool.waitForDone(_PATIENCE_MS)
        for job in tuple(self._jobs):
            # What it said on its way out must arrive now: when this object is gone, the call would lead nowhere.
            QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall.value)
        return is_done

    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        job.deleteLater()
