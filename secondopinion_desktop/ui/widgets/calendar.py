"""A month to point at a day in, in the colours of the program: no day is red."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame

from secondopinion_desktop.base import clock
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.layouts import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_RADIUS = 6
_WIDTH, _HEIGHT = 320, 290  # room to hit a day with a shaky hand


class Calendar(QCalendarWidget):
    """One month. Today has a ring, the chosen day is filled, days of other months are faint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        self._take_colors()
        theme().changed.connect(self._take_colors)

    def _take_colors(self) -> None:
        self.setMinimumSize(theme().text_px(_WIDTH), theme().text_px(_HEIGHT))
        head = QTextCharFormat()
        head.setForeground(theme().color("muted"))
        head.setBackground(theme().color("card"))
        self.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, head)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        here = date.month() == self.monthShown() and date.year() == self.yearShown()
        chosen = date == self.selectedDate()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(rect).adjusted(2, 2, -2, -2)
        if chosen or date.toPython() == clock.today():
            painter.setPen(Qt.PenStyle.NoPen if chosen else QPen(theme().color("accent_text"), 1.5))
            painter.setBrush(theme().color("accent") if chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        painter.setPen(theme().color("on_accent" if chosen else "text" if here else "faint"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()


class CalendarPopup(QFrame):
    """The calendar of a field for a day, gone with a click elsewhere or Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.calendar = Calendar(self)
        Column(self, margins=(6, 6, 6, 6)).addWidget(self.calendar)

    def show_beside(self, field: QWidget) -> None:
        """Show it below `field`, or above where the screen ends."""
        self.adjustSize()
        room = field.screen().availableGeometry()
        below, above = field.mapToGlobal(QPoint(0, field.height())), field.mapToGlobal(QPoint(0, -self.height()))
        fits = below.y() + self.height() <= room.bottom() or above.y() < room.top()
        top = below.y() if fits else above.y()
        self.move(max(room.left(), min(below.x(), room.right() - self.width())), top)
        self.show()
