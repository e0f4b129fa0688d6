"""Removed items: look at them, bring them back, or take them out for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.removed import RemovedItem
    from secondopinion_desktop.ui.messages import Messages

Index = QModelIndex | QPersistentModelIndex
_HEADS: Final = (N_("What"), N_("Kind"), N_("Removed"))


class RemovedModel(QAbstractTableModel):
    """One line for each removed item."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: list[RemovedItem] = []

    def show(self, items: list[RemovedItem]) -> None:
        """Show these items."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def item(self, row: int) -> RemovedItem:
        """Return the item in a row."""
        return self._items[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        from secondopinion_desktop.services.finding import place_words  # noqa: PLC0415 - this dialog comes late

        item = self._items[index.row()]
        removed = formats.day_short(item.removed_at.astimezone().date())
        return (item.title or _("Without a title"), place_words(item.table), removed)[index.column()]


class RemovedItems(Dialog):
    """Shows what was removed in the last 90 days."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("Removed items"))
        self._file, self._messages = file, messages
        self.add(PlainLabel(_("Removed items stay here for 90 days. Then they leave the file for good.")))
        self.empty_words = PlainLabel(_("Nothing was removed."), "body", "muted")
        self.add(self.empty_words)
        self.model = RemovedModel(self)
        self.table = QTableView()
        self._dress_table()
        self.body.addWidget(self.table, 1)
        self.empty_now = self.add_button(_("Empty now"), "danger")
        self.empty_now.clicked.connect(self._empty)
        self.bring_back = self.add_button(_("Bring back"), icon_name="undo")
        self.bring_back.clicked.connect(self._bring_back)
        self.close_button = self.add_button(_("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self._read()

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(_("Removed items"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(theme().text_px(34))
        table.setMinimumHeight(theme().text_px(240))
        table.selectionModel().selectionChanged.connect(self._selected)
        table.activated.connect(self._bring_back)

    def _read(self) -> None:
        items = self._file.removed.all()
        self.model.show(items)
        self.table.setVisible(bool(items))
        self.empty_words.setVisible(not items)
        self.empty_now.setEnabled(bool(items))
        self._selected()
        if items:
            first = self.model.index(0, 0)
            self.table.setCurrentIndex(first)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> list[RemovedItem]:
        return [self.model.item(index.row()) for index in self.table.selectionModel().selectedRows()]

    def _selected(self) -> None:
        self.bring_back.setEnabled(bool(self._chosen()))

    def _bring_back(self) -> None:
        for item in self._chosen():
            self._file.removed.restore(item)
        self._read()

    def _empty(self) -> None:
        items = self._file.removed.all()
        title = _("Empty removed items?")
        sentence = ngettext(
            "{count} item leaves the file for good. It cannot be brought back.",
            "{count} items leave the file for good. They cannot be brought back.",
            len(items),
        ).format(count=len(items))
        if self._messages.ask(title, sentence, _("Empty now"), _("Keep them"), danger=True):
            self._file.removed.erase(items)
            self._read()
