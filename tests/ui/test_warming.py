"""What waits for the first picture comes right after it, and also where there is never a picture."""

from __future__ import annotations

import gc
import linecache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base import garbage
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


def test_garbage_is_looked_for_again_after_the_start() -> None:
    garbage.hold_collection()
    assert not gc.isenabled()
    linecache.getlines(__file__)
    garbage.resume_collection()
    assert gc.isenabled()
    assert __file__ not in linecache.cache
