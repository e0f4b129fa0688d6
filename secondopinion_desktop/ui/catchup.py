"""Reading anew what changed in the file: at once where it is seen, else when it is seen again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from secondopinion_desktop.base import clock
from secondopinion_desktop.ui.feed import FeedSignal

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.changes import Change, Feed


class CatchUp(QObject):
    """`due` is emitted when `widget` is to read anew: a row of one of the tables `kinds` changed, or it is another day.

    Something that `hides_itself` while it is empty is not seen then, and reads as soon as its place is seen.
    """

    due = Signal()

    def __init__(self, widget: QWidget, feed: Feed, kinds: Collection[str], *, hides_itself: bool = False) -> None:
        super().__init__(widget)
        self._widget, self._kinds, self._hides_itself = widget, frozenset(kinds), hides_itself
        self._is_stale = False
        self._day = clock.today()
        FeedSignal(feed, self).changed.connect(self._see)
        widget.installEventFilter(self)

    def _see(self, change: Change) -> None:
        if not change.touches(*self._kinds):
            return
        self._is_stale = True
        around = self._widget.parentWidget() if self._hides_itself else None
        if self._widget.isVisible() or (around is not None and around.isVisible()):
            self._read()
        elif around is not None:
            around.installEventFilter(self)

    def _read(self) -> None:
        self._is_stale, self._day = False, clock.today()
        self.due.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and (self._is_stale or self._day != clock.today()):
            self._read()
        return super().eventFilter(watched, event)
