"""A line in which something new is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.widgets import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class NewLine(LineEdit):
    """`left` is emitted when the keyboard goes to another place of the same window."""

    left = Signal()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()
