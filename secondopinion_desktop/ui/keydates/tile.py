"""The leaf of a calendar: month above, day below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base import formats
from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from datetime import date

_NARROWEST = 58
_RADIUS = 8
_DAY_SHARE = 0.84  # of the letters of a page title


class DateTile(QWidget):
    """Shows `day`; the words beside it say the same, so a screen reader hears nothing here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month, self._day = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._month, self._day = formats.month_short(day), str(day.day)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        month, day = QFontMetrics(theme().font("body")), QFontMetrics(_day_font())
        width = max(month.horizontalAdvance(self._month), day.horizontalAdvance("30")) + 2 * theme().px(10)
        height = month.height() + day.height() - theme().px(2)
        return QSize(max(theme().text_px(_NARROWEST), width), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        month = QFontMetrics(theme().font("body")).height()
        painter.setFont(theme().font("body"))
        painter.setPen(theme().color("muted"))
        painter.drawText(0, theme().px(2), self.width(), month, Qt.AlignmentFlag.AlignCenter, self._month)
        painter.setFont(_day_font())
        painter.setPen(theme().color("sel_text"))
        top = month - theme().px(3)
        painter.drawText(0, top, self.width(), self.height() - top, Qt.AlignmentFlag.AlignCenter, self._day)


def _day_font() -> QFont:
    font = theme().font("page-title")
    font.setPointSizeF(font.pointSizeF() * _DAY_SHARE)
    return font
