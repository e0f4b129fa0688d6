"""The heads of the table: press one, by pointer or by keys, to sort by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.theme import pixmap, theme
from secondopinion_desktop.ui.widgets import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_SIDE, _ARROW, _RADIUS = 7, 14, 7


class SortHeader(QHeaderView):
    """A head pressed once sorts by it, twice the other way round, three times takes the usual order again.

    `sort_chosen` carries the column and the order; the column is -1 for the usual one.
    """

    sort_chosen = Signal(int, Qt.SortOrder)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sorted = -1
        self._order = Qt.SortOrder.AscendingOrder
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(10)
        self.setAccessibleName(_("Columns to sort by"))
        self.sectionClicked.connect(self.press)

    @property
    def current(self) -> int:
        """The column the keyboard is on."""
        return self._current

    def press(self, column: int) -> None:
        """Sort by a column, as a press on its head does."""
        self._current = column
        if column != self._sorted:
            self._sorted, self._order = column, Qt.SortOrder.AscendingOrder
        elif self._order == Qt.SortOrder.AscendingOrder:
            self._order = Qt.SortOrder.DescendingOrder
        else:
            self._sorted, self._order = -1, Qt.SortOrder.AscendingOrder
        self.viewport().update()
        self.sort_chosen.emit(self._sorted, self._order)
        self._say()

    def column_shown(self, column: int, *, shown: bool) -> None:
        """Show or hide a column; the keyboard is never on a hidden one."""
        self.setSectionHidden(column, not shown)
        if self.isSectionHidden(self._current):
            self._current = next((number for number in range(self.count()) if not self.isSectionHidden(number)), 0)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's signature
        metrics = QFontMetrics(theme().font("small-strong"))
        width = metrics.horizontalAdvance(self._words(logicalIndex)) + 2 * theme().px(_SIDE) + 4
        if logicalIndex == self._sorted:
            width += theme().text_px(_ARROW) + 4
        return QSize(width, max(metrics.lineSpacing() + theme().px(14), theme().px(36)))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._ground(rect, logicalIndex), theme().color("chrome"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))
        room = rect.adjusted(theme().px(_SIDE), 0, -theme().px(_SIDE), -1)
        font = theme().font("small-strong")
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        words = self._words(logicalIndex)
        if logicalIndex == self._sorted:
            side = theme().text_px(_ARROW)
            room.setRight(room.right() - side - 4)
            name = "chevron-up" if self._order == Qt.SortOrder.AscendingOrder else "chevron-down"
            left = min(room.left() + QFontMetrics(font).horizontalAdvance(words) + 4, room.right() + 4)
            ratio = self.viewport().devicePixelRatioF()
            painter.drawPixmap(left, rect.center().y() - side // 2, pixmap(name, "text", side, ratio))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
        if self.hasFocus() and logicalIndex == self._current:
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 5, 5)
        painter.restore()

    def _ground(self, rect: QRect, column: int) -> QPainterPath:
        """Return what the head covers: the corners of the card stay round."""
        shown = [number for number in range(self.count()) if not self.isSectionHidden(number)]
        path = QPainterPath()
        path.addRect(QRectF(rect))
        whole = QPainterPath()
        left = 0 if column == shown[0] else -_RADIUS
        table = self.parentWidget()
        at_the_edge = column == shown[-1] and table is not None and rect.right() + 2 >= table.width()
        right = 0 if at_the_edge else _RADIUS
        whole.addRoundedRect(QRectF(rect).adjusted(left, 0, right, _RADIUS), _RADIUS, _RADIUS)
        return path.intersected(whole)

    def _words(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _say(self) -> None:
        if self._sorted < 0:
            announce(self, _("Not finished first"))
            return
        upward = self._order == Qt.SortOrder.AscendingOrder
        words = _("Sorted by {column}, upward") if upward else _("Sorted by {column}, downward")
        announce(self, words.format(column=self._words(self._sorted)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self._step(-step if self.isRightToLeft() else step)
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.press(self._current)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        column = self._current + step
        while 0 <= column < self.count() and self.isSectionHidden(column):
            column += step
        if 0 <= column < self.count():
            self._current = column
            self.viewport().update()
            announce(self, self._words(column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
