"""The feed of the open file as a Qt signal on the main thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from secondopinion_desktop.services.changes import Change, Feed


class FeedSignal(QObject):
    """Emits `changed` with each Change of `feed`, whatever thread it came from. Deleted with its parent.

    A page makes its own: `FeedSignal(file.feed, self).changed.connect(self._see)`; it ends with the page.
    """

    changed = Signal(object)

    def __init__(self, feed: Feed, parent: QObject) -> None:
        super().__init__(parent)
        link = _Link(feed, self)
        feed.subscribe(link)
        self.destroyed.connect(link.cut)


class _Link:
    """Stands between a feed, which knows no Qt, and a signal, which may be deleted."""

    def __init__(self, feed: Feed, signal: FeedSignal) -> None:
        self._feed = feed
        self._signal: FeedSignal | None = signal

    def __call__(self, change: Change) -> None:
        if self._signal is not None:
            self._signal.changed.emit(change)

    def cut(self) -> None:
        self._signal = None
        self._feed.unsubscribe(self)
