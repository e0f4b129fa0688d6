"""The picker for narrow pages: what is open, and steps to the earlier and later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, ComboBox, IconButton, Row

if TYPE_CHECKING:
    from secondopinion_desktop.ui.pages.notes.entries import EntryModel


class Picker(Box):
    """`opened` carries the key of what was chosen."""

    opened = Signal(str)
    earlier_requested = Signal()
    later_requested = Signal()

    def __init__(self, entries: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        row = Row(self, gap=4)
        self.earlier = IconButton("chevron-left", _("Earlier"))
        self.later = IconButton("chevron-right", _("Later"))
        self.choice = ComboBox()
        self.choice.setModel(entries)
        self.choice.setView(QListView())
        self.choice.setAccessibleName(_("Appointments and notes"))
        self.choice.setProperty("role", "strong")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.earlier)
        row.addWidget(self.choice, 1)
        row.addWidget(self.later)
        self.setFocusProxy(self.choice)
        self.choice.activated.connect(self._tell)
        self.earlier.clicked.connect(self.earlier_requested)
        self.later.clicked.connect(self.later_requested)

    def mark(self, key: str) -> None:
        """Show that `key` is what is open."""
        self.choice.setCurrentIndex(self._entries.place_of(key).row())
        keys = self._entries.keys
        place = keys.index(key) if key in keys else -1
        self.later.setEnabled(place > 0)
        self.earlier.setEnabled(0 <= place < len(keys) - 1)

    def _tell(self, row: int) -> None:
        key = str(self._entries.index(row).data(Qt.ItemDataRole.UserRole) or "")
        if key:
            self.opened.emit(key)
