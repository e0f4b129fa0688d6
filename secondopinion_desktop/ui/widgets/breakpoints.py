"""Layouts that depend on the effective width: logical width divided by text scale."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Breakpoints(QObject):
    """Watches the width of `widget`. `index` counts how many of `edges` it reaches: (860, 1180) gives 0, 1 or 2.

    `changed` carries the new index, and is emitted only when an edge is crossed. What is arranged above an edge must
    need less than that width, in every typeface: else it holds itself wide, and never gets below the edge again.
    """

    changed = Signal(int)

    def __init__(self, widget: QWidget, edges: tuple[int, ...]) -> None:
        super().__init__(widget)
        self._widget, self._edges = widget, edges
        self.index = self._measure()
        widget.installEventFilter(self)
        theme().changed.connect(self._check)

    @property
    def width(self) -> float:
        """The effective width now."""
        return self._widget.width() / theme().scale

    def _measure(self) -> int:
        return bisect_right(self._edges, self.width)

    def _check(self) -> None:
        index = self._measure()
        if index != self.index:
            self.index = index
            self.changed.emit(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._check()
        return super().eventFilter(watched, event)
