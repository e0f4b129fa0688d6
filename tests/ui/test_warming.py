"""What waits for the first picture comes right after it, and also where there is never a picture."""

from __future__ import annotations

import gc
from threading import Thread, current_thread
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop.base import garbage
from secondopinion_desktop.ui.collecting import Collecting
from secondopinion_desktop.ui.warming import FirstPaint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_comes_once_after_the_window_was_painted(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    painted = FirstPaint(window)
    told: list[bool] = []
    painted.happened.connect(lambda: told.append(painted.past.is_set()))
    with qtbot.waitSignal(painted.happened):
        window.show()
    window.repaint()
    window.repaint()
    assert told == [True]


def test_a_window_nobody_sees_does_not_keep_a_file_from_opening(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    painted = FirstPaint(window, in_any_case=True)
    qtbot.waitUntil(painted.past.is_set)


def test_garbage_is_looked_for_by_the_thread_of_the_window_alone(qtbot: QtBot) -> None:
    class Knot:
        ended_on: ClassVar[list[Thread]] = []

        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            self.ended_on.append(current_thread())

    def make_many() -> None:
        Knot()
        kept.extend([[number]] for number in range(100_000))

    kept: list[object] = []
    garbage.hold_collection()
    collecting = Collecting(QApplication.instance())  # type: ignore[arg-type]
    collecting.begin()
    worker = Thread(target=make_many)
    worker.start()
    worker.join()
    assert Knot.ended_on == []
    qtbot.waitUntil(lambda: Knot.ended_on == [current_thread()])
    collecting.end()
    collecting.deleteLater()
    assert not gc.isenabled()
