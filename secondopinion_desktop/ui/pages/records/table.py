"""The table of records: rows to choose, columns to sort by, and a place to drop files on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.delegates.records import RecordDelegate
from secondopinion_desktop.ui.models.records import ROW_ID, SORT, Column, RecordLine, RecordsModel
from secondopinion_desktop.ui.pages.records.header import SortHeader
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )

_ON_THE_WAY = (Column.ASKED, Column.RECEIVED, Column.SENT)
_LEAST_ROWS = 4
_NAMES_SHARE = 0.55
_SHARING = (Column.RECORD, Column.HELD_BY)


class RecordsTable(QTableView):
    """`chosen` carries the id of the record the keyboard is on, "" for none; `remove_requested` its id.

    `files_dropped` carries the id of the record they fell on, and a list of paths.
    """

    chosen = Signal(str)
    entered_row = Signal(str)
    remove_requested = Signal(str)
    files_dropped = Signal(str, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = RecordsModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSortRole(SORT)
        self._sorted.setSortLocaleAware(True)
        self._sorted.setSourceModel(self._records)
        self.setModel(self._sorted)
        self._delegate = RecordDelegate(self)
        self.setItemDelegate(self._delegate)
        self._head = SortHeader(self)
        self.setHorizontalHeader(self._head)
        self._head.sort_chosen.connect(self._sort)
        self._head.sectionResized.connect(self._other_resized)
        self._set_up()
        self._most_rows = 8
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_entered)
        theme().changed.connect(self.fit)
        self.fold(folded=False)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Records"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        modes = {Column.RECORD: QHeaderView.ResizeMode.Fixed, Column.HELD_BY: QHeaderView.ResizeMode.Stretch}
        for column in Column:
            self._head.setSectionResizeMode(column, modes.get(column, QHeaderView.ResizeMode.ResizeToContents))
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)

    # What is shown

    @property
    def head(self) -> SortHeader:
        """The heads of the columns."""
        return self._head

    @property
    def ids(self) -> list[str]:
        """The ids of the records from top to bottom."""
        return [self._sorted.index(row, 0).data(ROW_ID) for row in range(self._sorted.rowCount())]

    @property
    def current_id(self) -> str:
        """The id of the record chosen, or an empty text."""
        return str(self.currentIndex().data(ROW_ID) or "")

    def show_lines(self, lines: Sequence[RecordLine]) -> None:
        """Show these records; the chosen one stays chosen, its neighbour is when it went."""
        before = self.currentIndex().row()
        self._records.show_lines(lines)
        self.fit()
        if self._sorted.rowCount() and not self.currentIndex().isValid():
            self._choose_row(min(max(before, 0), self._sorted.rowCount() - 1))

    def choose(self, record_id: str) -> bool:
        """Choose a record and bring it into sight; return whether it is there."""
        row = self.ids.index(record_id) if record_id in self.ids else -1
        if row >= 0:
            self._choose_row(row)
        return row >= 0

    def fold(self, *, folded: bool) -> None:
        """Show one column "Where it is" instead of three."""
        self._head.column_shown(Column.WHERE, shown=folded)
        for column in _ON_THE_WAY:
            self._head.column_shown(column, shown=not folded)

    def use_small_words(self, *, small: bool) -> None:
        """Write cells small, or as large as other words."""
        self._delegate.role = "small" if small else "body"
        self.fit()

    def fit(self, most_rows: int | None = None) -> None:
        """Be as high as the rows, `most_rows` at most; more of them are scrolled to."""
        if most_rows is not None:
            self._most_rows = max(most_rows, _LEAST_ROWS)
        height = self._delegate.row_height()
        self.verticalHeader().setDefaultSectionSize(height)
        rows = min(self._sorted.rowCount(), self._most_rows)
        self.setFixedHeight(self._head.sizeHint().height() + rows * height)
        self._head.resizeSections()
        self._share_room()

    def _share_room(self) -> None:
        """Give names and holders the room each of them needs; where that is too much, the names get more of it."""
        others = (column for column in Column if column not in _SHARING and not self._head.isSectionHidden(column))
        room = self.viewport().width() - sum(self._head.sectionSize(column) for column in others)
        names, holders = (self._wanted(column) for column in (Column.RECORD, Column.HELD_BY))
        spare = room - names - holders
        share = names + spare // 2 if spare >= 0 else min(max(names + spare, round(room * _NAMES_SHARE)), names)
        self._head.resizeSection(Column.RECORD, share)

    def _wanted(self, column: Column) -> int:
        return max(self.sizeHintForColumn(column), self._head.sectionSizeHint(column))

    def _other_resized(self, column: int, _before: int, _now: int) -> None:
        if column not in _SHARING:
            self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    def sizeHintForColumn(self, column: int) -> int:
        # Qt would ask for the cells one by one, each through two models.
        return max((self._delegate.width(cell) for cell in self._records.column_cells(column)), default=0)

    def row_height(self) -> int:
        """Return how high a row is."""
        return self._delegate.row_height()

    def _choose_row(self, row: int) -> None:
        index = self._sorted.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted.sort(column, order)
        self._head.resizeSections()
        self._share_room()
        self.scrollTo(self.currentIndex())

    # What the person does

    def _tell_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(str(index.data(ROW_ID) or ""))

    def _tell_entered(self, index: QModelIndex) -> None:
        self.entered_row.emit(str(index.data(ROW_ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current_id:
            self.remove_requested.emit(self.current_id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id:
            self.entered_row.emit(self.current_id)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._sorted.rowCount():
            self._choose_row(0 if event.key() == Qt.Key.Key_Home else self._sorted.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what is shortened."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            hint = self._delegate.sizeHint(None, index).width() if index.isValid() else 0  # type: ignore[arg-type]
            words = str(index.data() or "") if hint > self.columnWidth(index.column()) else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    # Files held over a row

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._weigh(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._weigh(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        self._mark(-1)
        paths = _files_in(event.mimeData())
        if row >= 0 and paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.files_dropped.emit(self.ids[row], paths)

    def _weigh(self, event: QDragMoveEvent) -> None:
        row = self.rowAt(event.position().toPoint().y()) if _files_in(event.mimeData()) else -1
        self._mark(row)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(row >= 0 or (event.type() == QEvent.Type.DragEnter and bool(_files_in(event.mimeData()))))

    def _mark(self, row: int) -> None:
        if row != self._delegate.under_drag:
            self._delegate.under_drag = row
            self.viewport().update()

    # Keyboard

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("focus"), 2))
            top, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
            painter.drawRoundedRect(2, top + 2, self.viewport().width() - 4, height - 5, 5, 5)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _files_in(data: QMimeData) -> list[Path]:
    """Return the files that are held over the table; folders and addresses are none."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
