"""What was committed reaches the pages that are there, on the main thread, and no others."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from secondopinion_desktop.services.changes import Change, Feed
from secondopinion_desktop.ui.feed import FeedSignal

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Page(QObject):
    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self.seen: list[tuple[Change, int]] = []
        self.signal = FeedSignal(feed, self)
        self.signal.changed.connect(self._see)

    def _see(self, change: Change) -> None:
        self.seen.append((change, threading.get_ident()))


CHANGE = Change(frozenset({"task"}), frozenset({"1"}), "Tick task")


def test_a_page_hears_of_a_change(qtbot: QtBot) -> None:
    feed = Feed()
    page = Page(feed)
    feed.publish(CHANGE)
    assert page.seen == [(CHANGE, threading.get_ident())]


def test_a_change_made_on_another_thread_is_heard_on_this_one(qtbot: QtBot) -> None:
    feed = Feed()
    page = Page(feed)
    thread = threading.Thread(target=feed.publish, args=(CHANGE,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(page.seen))
    assert page.seen == [(CHANGE, threading.get_ident())]


def test_a_page_that_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    feed = Feed()
    page = Page(feed)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    feed.publish(CHANGE)
    assert page.seen == []
