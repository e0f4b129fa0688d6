"""The picker for narrow pages: what is open, and steps to the earlier and later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, ComboBox, IconButton, Row, plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from secondopinion_desktop.ui.pages.notes.entries import EntryModel


class _Choice(ComboBox):
    """A choice list that shortens what does not fit with "…", and tells all of it in its tooltip.

    `asked` is emitted before the list opens: what is added to it then is counted for its height.
    """

    asked = Signal()

    def showPopup(self) -> None:
        self.asked.emit()
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class Picker(Box):
    """`opened` carries the key of what was chosen; `asked` is emitted before the list opens."""

    asked = Signal()
    opened = Signal(str)
    earlier_requested = Signal()
    later_requested = Signal()

    def __init__(self, entries: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        row = Row(self, gap=4)
        self.earlier = IconButton("chevron-left", _("Earlier"))
        self.later = IconButton("chevron-right", _("Later"))
        self.choice = _Choice()
        self.choice.setModel(entries)
        lines = QListView()
        lines.setUniformItemSizes(True)
        self.choice.setView(lines)
        self.choice.setAccessibleName(_("Appointments and notes"))
        self.choice.setProperty("role", "strong")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.earlier)
        row.addWidget(self.choice, 1)
        row.addWidget(self.later)
        self.setFocusProxy(self.choice)
        self.choice.asked.connect(self.asked)
        self.choice.activated.connect(self._tell)
        self.earlier.clicked.connect(self.earlier_requested)
        self.later.clicked.connect(self.later_requested)

    def mark(self, key: str) -> None:
        """Show that `key` is what is open."""
        place = self._entries.place_of(key)
        self.choice.setCurrentIndex(place.row())
        self.choice.setToolTip(plain_tooltip(str(place.data(Qt.ItemDataRole.AccessibleTextRole) or "")))
        keys = self._entries.keys
        number = keys.index(key) if key in keys else -1
        self.later.setEnabled(number > 0)
        self.earlier.setEnabled(0 <= number < len(keys) - 1)

    def _tell(self, row: int) -> None:
        key = str(self._entries.index(row).data(Qt.ItemDataRole.UserRole) or "")
        if key:
            self.opened.emit(key)
