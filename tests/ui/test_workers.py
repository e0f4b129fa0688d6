"""Long work goes on beside the window, and what it gives comes back to it."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING, Any

import pytest

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.ui.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def workers(qtbot: QtBot) -> Iterator[Workers]:
    workers = Workers()
    yield workers
    assert workers.finish()


class Waiting:
    """Remembers what came back, and on which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.troubles: list[Exception] = []
        self.threads: set[int] = set()

    def done(self, result: Any) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def failed(self, trouble: Exception) -> None:
        self.troubles.append(trouble)
        self.threads.add(threading.get_ident())


def test_work_is_done_elsewhere_and_told_here(workers: Workers, qtbot: QtBot) -> None:
    waiting = Waiting()
    workers.start(threading.get_ident, waiting.done, waiting.failed)
    qtbot.waitUntil(lambda: bool(waiting.results))
    assert waiting.results[0] != threading.get_ident()
    assert waiting.threads == {threading.get_ident()}
    assert not workers.is_busy


def test_trouble_is_told_here(workers: Workers, qtbot: QtBot) -> None:
    def work() -> None:
        raise UserError("The disk is full.", "Make room and try again.")

    waiting = Waiting()
    workers.start(work, waiting.done, waiting.failed)
    qtbot.waitUntil(lambda: bool(waiting.troubles))
    assert str(waiting.troubles[0]) == "The disk is full. Make room and try again."
    assert waiting.threads == {threading.get_ident()}


def test_nobody_hears_of_work_that_was_dropped(workers: Workers, qtbot: QtBot) -> None:
    go_on = threading.Event()
    waiting = Waiting()
    job = workers.start(lambda: go_on.wait(5), waiting.done, waiting.failed)
    job.drop()
    go_on.set()
    qtbot.waitUntil(lambda: not workers.is_busy)
    assert not waiting.results


def test_nothing_is_begun_once_the_window_closes(qtbot: QtBot) -> None:
    workers, begun = Workers(), threading.Event()
    assert workers.finish()
    assert workers.start(begun.set, Waiting().done).is_dropped
    assert not workers.is_busy
    assert not begun.wait(0.05)


def test_trouble_nobody_asked_about_is_not_lost(workers: Workers, qtbot: QtBot) -> None:
    def work() -> None:
        raise ValueError

    with qtbot.captureExceptions() as caught:
        workers.start(work, Waiting().done)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ValueError


def test_work_that_is_over_keeps_no_hold_on_who_asked_for_it(workers: Workers, qtbot: QtBot) -> None:
    waiting = Waiting()
    gone = weakref.ref(waiting)
    job = workers.start(lambda: "read", waiting.done, waiting.failed)
    over: list[object] = []
    job.over.connect(over.append)
    qtbot.waitUntil(lambda: bool(over))
    assert waiting.results == ["read"]
    del waiting
    assert over == [job]
    assert gone() is None
