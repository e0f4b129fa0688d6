"""Draws a cell of the records table: a sign for how far it is, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from secondopinion_desktop.ui.models.records import CELL, Cell, Stage
from secondopinion_desktop.ui.theme import pixmap, theme

if TYPE_CHECKING:
    from secondopinion_desktop.ui.theme import Look, Role

_SIGNS = {
    Stage.DONE: ("check", "done", "text"),
    Stage.WAITING: ("status-in-progress", "prog", "prog"),
    Stage.NOT_YET: ("", "", "muted"),
    Stage.FILES: ("clip", "muted", "text"),
    Stage.PLAIN: ("", "", "text"),
}
_SIDE, _GAP, _SIGN = 7, 8, 16


class RecordDelegate(QStyledItemDelegate):
    """`role` is the size of the words; `under_drag` the row a file is held over, or -1."""

    role: Role = "small"
    under_drag = -1

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._widths: dict[str, int] = {}
        self._measured_for: tuple[Role, Look] | None = None
        self._sign = self._around = self._height = 0
        self._font, self._metrics = theme().font(self.role), QFontMetrics(theme().font(self.role))

    def row_height(self) -> int:
        """Return how high a row is."""
        self._measure()
        return self._height

    def _measure(self) -> None:
        """Take the letters of now; measuring every word of a long table again would take long."""
        if self._measured_for != (self.role, theme().look):
            self._measured_for = (self.role, theme().look)
            self._font = theme().font(self.role)
            self._metrics = QFontMetrics(self._font)
            self._widths.clear()
            self._sign = theme().text_px(_SIGN) + theme().px(_GAP)
            self._around = 2 * theme().px(_SIDE) + 4
            self._height = max(self._metrics.lineSpacing() + theme().px(20), theme().px(40))

    def _width(self, words: str) -> int:
        if words not in self._widths:
            self._widths[words] = self._metrics.horizontalAdvance(words)
        return self._widths[words]

    def width(self, cell: Cell) -> int:
        """Return how wide a cell wants to be."""
        self._measure()
        sign = self._sign if _SIGNS[cell.stage][0] else 0
        return self._width(cell.words) + sign + self._around

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.width(index.data(CELL)), self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "accent_soft" if selected else "hover" if index.row() == self.under_drag else "card"
        painter.fillRect(rect, theme().color(ground))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))
        self._paint_words(painter, rect, index.data(CELL), option.direction, selected=selected)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, cell: Cell, direction: Qt.LayoutDirection, *, selected: bool
    ) -> None:
        sign, sign_ink, ink = _SIGNS[cell.stage]
        room = rect.adjusted(theme().px(_SIDE), 0, -theme().px(_SIDE), -1)
        if sign and cell.words:
            side = theme().text_px(_SIGN)
            place = QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)
            place = QStyle.visualRect(direction, room, place)
            device = painter.device()
            ratio = device.devicePixelRatioF() if device else 1.0
            painter.drawPixmap(place.topLeft(), pixmap(sign, sign_ink, side, ratio))
            taken = side + theme().px(_GAP)
            room = (
                room.adjusted(0, 0, -taken, 0)
                if direction == Qt.LayoutDirection.RightToLeft
                else room.adjusted(taken, 0, 0, 0)
            )
        self._measure()
        painter.setFont(self._font)
        painter.setPen(theme().color("sel_text" if selected and ink != "prog" else ink))
        words = self._metrics.elidedText(" ".join(cell.words.split()), Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, words)
