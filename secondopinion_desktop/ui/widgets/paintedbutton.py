"""A button that paints itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.buttons import press_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter


class PaintedButton(QAbstractButton):
    """Enter presses it like the space bar, and it is painted anew when the pointer comes and goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @property
    def is_touched(self) -> bool:
        """Whether the pointer is over it, or presses it."""
        return self.underMouse() or self.isDown()

    def paint_ground(self, painter: QPainter, place: QRectF, radius: int) -> None:
        """Paint the ground that shows while it is touched."""
        if self.is_touched:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("press" if self.isDown() else "hover"))
            painter.drawRoundedRect(place, radius, radius)
