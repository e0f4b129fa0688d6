"""Dragging a row to another place of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

if TYPE_CHECKING:
    from secondopinion_desktop.ui.rowlist import RowList

_THICK = 3


class RowDrag(QObject):
    """Lets rows of `lists`, which follow each other, be dragged by what in them cannot be pressed.

    `placed` carries the row's id and its new place among all rows; the first is 0. Nothing moves until it is dropped.
    """

    placed = Signal(str, int)

    def __init__(self, *lists: RowList) -> None:
        super().__init__(lists[0])
        self._lists = lists
        self._row: QWidget | None = None
        self._from = QPoint()
        self._marks = [_mark(one) for one in lists]
        for one in lists:
            one.rearranged.connect(self._watch)
        self._watch()

    def _watch(self) -> None:
        for one in self._lists:
            for row in one.rows.values():
                row.removeEventFilter(self)
                row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._row, self._from = watched, event.globalPosition().toPoint()
        elif kind == QEvent.Type.MouseMove and self._row is watched:
            self._show(event.globalPosition().toPoint())
        elif kind == QEvent.Type.MouseButtonRelease and self._row is watched:
            self._drop(event.globalPosition().toPoint())
        else:
            return super().eventFilter(watched, event)
        event.accept()
        return True

    def _is_drag(self, here: QPoint) -> bool:
        return (here - self._from).manhattanLength() >= QApplication.startDragDistance()

    def _show(self, here: QPoint) -> None:
        """Draw a line where the row would go."""
        if not self._is_drag(here) or self._row is None:
            return
        self._row.setCursor(Qt.CursorShape.ClosedHandCursor)
        above = [row for row in self._rows() if _middle(row) < here.y()]
        for one, mark in zip(self._lists, self._marks, strict=True):
            rows = list(one.rows.values())
            last = above[-1] if above else None
            here_now = last in rows or (last is None and one is self._lists[0])
            mark.setVisible(here_now)
            if here_now:
                y = last.geometry().bottom() if last is not None else 0
                mark.setGeometry(0, max(y - _THICK // 2, 0), one.width(), _THICK)
                mark.raise_()

    def _drop(self, here: QPoint) -> None:
        row, self._row = self._row, None
        for mark in self._marks:
            mark.hide()
        if row is None:
            return
        row.unsetCursor()
        if not self._is_drag(here):
            return
        rows = self._rows()
        place = sum(_middle(other) < here.y() for other in rows if other is not row)
        ids = [row_id for one in self._lists for row_id in one.rows]
        if place != rows.index(row):
            self.placed.emit(ids[rows.index(row)], place)

    def _rows(self) -> list[QWidget]:
        return [row for one in self._lists for row in one.rows.values()]


def _middle(row: QWidget) -> int:
    return row.mapToGlobal(row.rect().center()).y()


def _mark(one: RowList) -> QFrame:
    mark = QFrame(one)
    mark.setProperty("kind", "drop")
    mark.hide()
    return mark
