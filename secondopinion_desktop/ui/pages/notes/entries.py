"""Visits and notes as a model: as many rows as were scrolled to, with a heading for each month of a long list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from secondopinion_desktop.base import clock
from secondopinion_desktop.ui.pages.notes import words
from secondopinion_desktop.ui.widgets import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.services.notes import Entry

Index = QModelIndex | QPersistentModelIndex
BATCH = 100
_MONTH = len("2026-03")
MONTHS_FROM = 12  # so many entries, and months help to find one


def _rows(entries: Sequence[Entry]) -> list[Entry | str]:
    """Return the entries, each month's heading before its first."""
    if len(entries) < MONTHS_FROM:
        return list(entries)
    rows: list[Entry | str] = []
    last, month, worded = "", "", ""
    this_month = clock.today().isoformat()[:_MONTH]
    for entry in entries:
        # Days of the same month in the past have the same heading, which need not be worded again for each.
        if not (worded and entry.day.startswith(worded)):
            month = words.month_of(entry)
            worded = entry.day[:_MONTH] if entry.day[:1] != "~" and entry.day[:_MONTH] < this_month else ""
        if month != last:
            rows.append(month)
            last = month
        rows.append(entry)
    return rows


class EntryModel(QAbstractListModel):
    """The list of visits and notes. A row is an Entry, or a heading, which cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[Entry | str] = []
        self._shown = 0
        self._places: dict[str, int] = {}

    def show(self, entries: Sequence[Entry]) -> None:
        """Show `entries`. The same places in the same order are changed in place, so that list and keyboard stay."""
        rows = _rows(entries)
        places = {row.key: place for place, row in enumerate(rows) if not isinstance(row, str)}
        if places == self._places and len(rows) == len(self._all):
            self._replace(rows)
            return
        self.beginResetModel()
        self._all, self._places = rows, places
        self._shown = min(max(self._shown, BATCH), len(rows))
        self.endResetModel()

    def _replace(self, rows: list[Entry | str]) -> None:
        before, self._all = self._all, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new and place < self._shown:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rename(self, key: str, title: str) -> None:
        """Show another title for an entry, without reading all of them again."""
        entry = self.entry_called(key)
        if entry is not None:
            place = self._places[key]
            self._all[place] = entry._replace(title=title)
            if place < self._shown:
                self.dataChanged.emit(self.index(place), self.index(place))

    @property
    def keys(self) -> list[str]:
        """The keys of all entries, in order."""
        return list(self._places)

    def entry(self, index: Index) -> Entry | None:
        """Return the entry at `index`, None for a heading."""
        row = self._all[index.row()] if index.isValid() else ""
        return None if isinstance(row, str) else row

    def entry_called(self, key: str) -> Entry | None:
        """Return the entry with this key, or None."""
        row = self._all[self._places[key]] if key in self._places else ""
        return None if isinstance(row, str) else row

    def place_of(self, key: str) -> QModelIndex:
        """Return where an entry stands, fetched if need be; an invalid index if it is not in the list."""
        place = self._places.get(key, -1)
        while place >= self._shown and self.canFetchMore(QModelIndex()):
            self.fetchMore(QModelIndex())
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._shown < len(self._all)

    def fetchMore(self, parent: Index) -> None:
        if parent.isValid():
            return
        more = min(BATCH, len(self._all) - self._shown)
        self.beginInsertRows(QModelIndex(), self._shown, self._shown + more - 1)
        self._shown += more
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._all[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row if isinstance(row, str) else words.short(row)
            case Qt.ItemDataRole.ToolTipRole:
                return None if isinstance(row, str) else plain_tooltip(words.spoken(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return row if isinstance(row, str) else words.spoken(row)
            case Qt.ItemDataRole.UserRole:
                return "" if isinstance(row, str) else row.key
            case _:
                return None
