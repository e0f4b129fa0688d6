"""The list at the left: when, what, with whom; months between. Moving in it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pages.notes import words
from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from secondopinion_desktop.services.notes import Entry
    from secondopinion_desktop.ui.pages.notes.entries import EntryModel, Index
    from secondopinion_desktop.ui.theme import Look, Role

_SIDE = 14
_ABOVE = 7


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry in three lines, or the heading of a month in one."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view
        self._measured_for: Look | None = None
        self._heights = (0, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._measured_for != theme().look:  # asked for each of a hundred entries
            self._measured_for = theme().look
            small = QFontMetrics(theme().font("small")).height()
            three_lines = 2 * small + QFontMetrics(theme().font("strong")).height() + theme().px(18)
            self._heights = (small + theme().px(16), three_lines)
        is_entry = self._view.entries.entry(index) is not None
        return QSize(option.rect.width(), self._heights[is_entry])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._view.entries.entry(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(theme().px(_SIDE), 0, -theme().px(8), 0)
        if entry is None:
            painter.setPen(theme().color("muted"))
            painter.setFont(theme().font("small-strong"))
            line = Qt.AlignmentFlag.AlignBottom.value | Qt.AlignmentFlag.AlignLeading.value
            painter.drawText(area.adjusted(0, 0, 0, -theme().px(4)), line, str(index.data()))
        else:
            shown = entry.key == self._view.shown_key
            self._ground(painter, option, shown=shown)
            self._lines(painter, area, entry, shown=shown)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, shown: bool) -> None:
        inner = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if shown or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme().color("accent_soft" if shown else "hover"))
            painter.drawRoundedRect(inner, 6, 6)
        if shown:
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(QRectF(inner.left(), inner.top() + 6, 4, inner.height() - 12), 2, 2)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 6, 6)

    @staticmethod
    def _lines(painter: QPainter, area: QRect, entry: Entry, *, shown: bool) -> None:
        top = area.top() + theme().px(_ABOVE) + 1
        lines: tuple[tuple[str, Role, str], ...] = (
            (words.when(entry.day, entry.time), "small", "sel_text" if shown else "muted"),
            (words.name_of(entry), "strong", "sel_text" if shown else "text"),
            (entry.who, "small", "sel_text" if shown else "muted"),
        )
        for text, role, ink in lines:
            font = theme().font(role)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme().color(ink))
            line = QRect(area.left(), top, area.width(), metrics.height())
            shortened = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeading.value, shortened)
            top += metrics.height() + theme().px(1)


class EntryList(QListView):
    """Visits and notes. Arrows and clicks open; Enter goes into the text; Delete asks to remove.

    `opened` carries the key of what was moved to, `entered` and `remove_requested` that of what stands there.
    """

    opened = Signal(str)
    entered = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, entries: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = entries
        self.shown_key = ""
        self.setAccessibleName(_("Appointments and notes"))
        self.setModel(entries)
        self.setItemDelegate(EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def mark(self, key: str) -> None:
        """Show that `key` is what is open."""
        self.shown_key = key
        place = self.entries.place_of(key)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        entry = self.entries.entry(index)
        if entry is not None:
            self.opened.emit(entry.key)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over the headings."""
        index = super().moveCursor(action, modifiers)
        back = action in {QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePageUp}
        while index.isValid() and self.entries.entry(index) is None:
            index = self.entries.index(index.row() + (-1 if back and index.row() else 1))
            back = back and index.row() > 0
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.entries.entry(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and entry is not None:
            self.entered.emit(entry.key)
        elif event.key() == Qt.Key.Key_Delete and entry is not None:
            self.remove_requested.emit(entry.key)
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._open(self.currentIndex())
