"""A button among others in a line: arrow keys lead from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.ui.widgets import PaintedButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ArrowButton(PaintedButton):
    """Arrow keys emit `moved`: -1, 1 or an end."""

    moved = Signal(int)
    FIRST, LAST = -1000, 1000

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Home: self.FIRST,
            Qt.Key.Key_End: self.LAST,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        else:
            super().keyPressEvent(event)
