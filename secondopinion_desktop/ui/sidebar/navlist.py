"""A short list of places: a shape, a name, sometimes a second line. Both lists at the left are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from secondopinion_desktop.ui.theme import pixmap, theme
from secondopinion_desktop.ui.widgets.labels import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
_ICON = 18
_LEFT = 12  # before the icon
_GAP = 10
_RIGHT = 8
_LOW = 34  # rows of this height stand close together


@dataclass(frozen=True)
class NavRow:
    """One row. `second` is the line under the name, `spoken` what a screen reader says, `ink` the icon's token."""

    key: str
    name: str
    icon: str
    ink: str
    second: str = ""
    spoken: str = ""


class NavModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, view: NavList) -> None:
        super().__init__(view)
        self._view = view
        self._rows: list[NavRow] = []

    def show(self, rows: Sequence[NavRow]) -> None:
        """Show `rows`; the same places in the same order are changed in place, so that the keyboard stays."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for number, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old != new:
                self._rows[number] = new
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def row_of(self, key: str) -> int:
        """Return the place of the row called `key`, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def at(self, index: Index) -> NavRow:
        """Return the row at `index`."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(row.name) if self._view.shortens(row.name) else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken or row.name
            case _:
                return None


class NavDelegate(QStyledItemDelegate):
    """Draws a row: soft ground and a bar at the left for the place shown, a ring for the keyboard."""

    def __init__(self, view: NavList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(theme().px(self._view.row_height), QFontMetrics(theme().font("body")).height() + 8)
        if self._view.nav.at(index).second:
            small = QFontMetrics(theme().font("small")).height()
            room = theme().px(6 if self._view.row_height > _LOW else 2)
            height = max(height, QFontMetrics(theme().font("body")).height() + small + room)
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.nav.at(index)
        current = index.row() == self._view.shown_row
        hovered = index.row() == self._view.hovered_row  # to ask `option`, PySide makes the 600 names of a style
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option.rect, shown=current, hovered=hovered)
        self._words(painter, option.rect, row, shown=current, ratio=self._view.devicePixelRatioF())
        has_keyboard = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        if has_keyboard and self._view.shows_keyboard:
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, rect: QRect, *, shown: bool, hovered: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        inner = QRectF(rect).adjusted(0, 1, 0, -1)
        if shown or hovered:
            painter.setBrush(theme().color("accent_soft" if shown else "hover"))
            painter.drawRoundedRect(inner, 6, 6)
        if shown:
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(QRectF(inner.left(), inner.top() + 3, 4, inner.height() - 6), 2, 2)

    def _words(self, painter: QPainter, rect: QRect, row: NavRow, *, shown: bool, ratio: float) -> None:
        look = theme()
        font = look.font("strong" if shown else "body")
        metrics = QFontMetrics(font)
        small = QFontMetrics(look.font("small"))
        lines = metrics.height() + (small.height() - look.px(3) if row.second else 0)
        top = rect.top() + (rect.height() - lines) // 2
        side = look.text_px(_ICON)
        left = rect.left() + look.px(_LEFT)
        icon_top = top + (metrics.height() - side) // 2
        ink = row.ink if not shown or row.second else "accent_text" if row.ink == "muted" else row.ink
        painter.drawPixmap(QPointF(left, icon_top), pixmap(row.icon, ink, side, ratio))
        text_left = left + side + look.px(_GAP)
        width = rect.right() - text_left - look.px(_RIGHT)
        painter.setFont(font)
        painter.setPen(look.color("sel_text" if shown else "text"))
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(text_left, top, width, metrics.height()), Qt.AlignmentFlag.AlignVCenter.value, name)
        if row.second:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("prog"))
            second = small.elidedText(row.second, Qt.TextElideMode.ElideRight, width)
            below = QRect(text_left, top + metrics.height() - look.px(3), width, small.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter.value, second)


class NavList(QListView):
    """As high as its rows. Arrows move, Enter, Space or a click opens: `opened` carries the row's key."""

    opened = Signal(str)
    current_moved = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nav = NavModel(self)
        self.row_height = 36
        self.shown_row = self.hovered_row = -1
        self.shows_keyboard = True
        self.setAccessibleName(name)
        self.setModel(self.nav)
        self.setItemDelegate(NavDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._hover)
        self.clicked.connect(self._open)
        theme().changed.connect(self.measure_again)

    def show_rows(self, rows: Sequence[NavRow]) -> None:
        """Show `rows`."""
        self.nav.show(rows)
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self.nav.index(0))
        self.measure_again()

    def mark(self, key: str) -> None:
        """Mark the row called `key` as the place shown; "" or an unknown key marks none."""
        self.shown_row = self.nav.row_of(key)
        if self.shown_row >= 0:
            self.setCurrentIndex(self.nav.index(self.shown_row))
        self._draw_again()

    def set_row_height(self, height: int) -> None:
        """Give each row `height` logical pixels at 100 % text."""
        if height != self.row_height:
            self.row_height = height
            self.measure_again()

    def measure_again(self) -> None:
        """Take the height the rows need now."""
        self.setFixedHeight(sum(self.sizeHintForRow(number) for number in range(self.nav.rowCount())))
        self.doItemsLayout()

    def row_rect(self, key: str) -> QRect:
        """Return where the row called `key` is in this list."""
        return self.visualRect(self.nav.index(self.nav.row_of(key)))

    def natural_width(self) -> int:
        """Return the width at which no name is shortened."""
        names = [self.nav.at(self.nav.index(number)).name for number in range(self.nav.rowCount())]
        return max((self._width_of(name) for name in names), default=0)

    def shortens(self, name: str) -> bool:
        """Return whether there is too little room for `name`."""
        return self._width_of(name) > self.width() + 4

    @staticmethod
    def _width_of(name: str) -> int:
        look = theme()
        words = QFontMetrics(look.font("strong")).horizontalAdvance(name)
        return words + look.text_px(_ICON) + look.px(_LEFT + _GAP + _RIGHT) + 4

    def _draw_again(self) -> None:
        # Not by way of the viewport: to name one that is Qt's own, PySide makes 50 enums.
        for number in range(self.nav.rowCount()):
            self.update(self.nav.index(number))

    def _hover(self, index: Index | None = None) -> None:
        before, self.hovered_row = self.hovered_row, -1 if index is None else index.row()
        for row in (before, self.hovered_row):
            self.update(self.nav.index(row))

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self.nav.at(index).key)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        # A click shows no ring, the keyboard does: the same rule as FocusRing's.
        if event.type() == QEvent.Type.MouseButtonPress:
            self.shows_keyboard = False
        elif event.type() == QEvent.Type.Leave:
            self._hover()
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self.shows_keyboard = True
            self._draw_again()
        elif event.type() == QEvent.Type.FocusOut:
            self.shows_keyboard = True
        return super().event(event)
