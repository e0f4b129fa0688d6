"""Records as a table: who holds each, and how far it is on its way."""

from __future__ import annotations

from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from secondopinion_desktop.base.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

CELL = Qt.ItemDataRole.UserRole
"""Role of the whole Cell, for the delegate."""
SORT = Qt.ItemDataRole.UserRole + 1
"""Role of what a column is sorted by."""
ROW_ID = Qt.ItemDataRole.UserRole + 2
"""Role of the record's id."""


class Column(IntEnum):
    """The columns. `WHERE` says in one what `ASKED`, `RECEIVED` and `SENT` say in three."""

    RECORD = 0
    HELD_BY = 1
    WHERE = 2
    ASKED = 3
    RECEIVED = 4
    SENT = 5
    CONFIRMED = 6
    FILES = 7


_HEADS = {
    Column.RECORD: N_("Record"),
    Column.HELD_BY: N_("Held by"),
    Column.WHERE: N_("Where it is"),
    Column.ASKED: N_("Asked for"),
    Column.RECEIVED: N_("Received"),
    Column.SENT: N_("Sent on"),
    Column.CONFIRMED: N_("Confirmed"),
    Column.FILES: N_("Files"),
}


class Stage(Enum):
    """What a cell says about one step of a record's way."""

    PLAIN = auto()
    DONE = auto()
    WAITING = auto()
    NOT_YET = auto()
    FILES = auto()


class Cell(NamedTuple):
    """Words of one cell. `key` is what the column is sorted by."""

    words: str
    stage: Stage = Stage.PLAIN
    key: str = ""


class RecordLine(NamedTuple):
    """One record as the table shows it; `cells` in the order of Column."""

    id: str
    cells: tuple[Cell, ...]


class RecordsModel(QAbstractTableModel):
    """`show_lines` replaces what is shown, and tells views only what is new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[RecordLine] = []

    def show_lines(self, lines: Sequence[RecordLine]) -> None:
        """Show these records, in this order."""
        wanted = {line.id for line in lines}
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].id not in wanted:
                self.beginRemoveRows(_NO_INDEX, row, row)
                del self._lines[row]
                self.endRemoveRows()
        here = {line.id for line in self._lines}
        new = [line for line in lines if line.id not in here]
        if new:
            self.beginInsertRows(_NO_INDEX, len(self._lines), len(self._lines) + len(new) - 1)
            self._lines += new
            self.endInsertRows()
        self._put_in_order(list(lines))
        for row, line in enumerate(lines):
            if line != self._lines[row]:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def column_cells(self, column: int) -> set[Cell]:
        """Return all that stands in a column, each once."""
        return {line.cells[column] for line in self._lines}

    def row_of(self, record_id: str) -> int:
        """Return in which row a record stands, -1 for none."""
        return next((row for row, line in enumerate(self._lines) if line.id == record_id), -1)

    def _put_in_order(self, lines: list[RecordLine]) -> None:
        order = [line.id for line in lines]
        if order == [line.id for line in self._lines]:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._lines[index.row()].id for index in before]
        by_id = {line.id: line for line in self._lines}
        self._lines = [by_id[record_id] for record_id in order]
        places = {record_id: row for row, record_id in enumerate(order)}
        after = [self.index(places[row_id], index.column()) for row_id, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # What Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        cell = line.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(Column(index.column()), cell)
        return {CELL: cell, SORT: cell.key or cell.words.casefold(), ROW_ID: line.id}.get(role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        known = orientation == Qt.Orientation.Horizontal and 0 <= section < len(Column)
        spoken = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return _(_HEADS[Column(section)]) if known and spoken else None


def _spoken(column: Column, cell: Cell) -> str:
    """Return what a screen reader says: a tick is no word."""
    if column in {Column.RECORD, Column.HELD_BY}:
        return cell.words
    head = _(_HEADS[column])
    return f"{head}: {cell.words or _('none')}"
