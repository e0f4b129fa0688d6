"""Bullets, numbers and tick boxes: drawn in the margin of their lines, never part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from secondopinion_desktop.model.richtext import LISTS, Kind
from secondopinion_desktop.ui.editor.formats import is_checked, kind_of
from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument

_TICK_SHAPE = ((0.22, 0.52), (0.42, 0.72), (0.80, 0.30))


def gutter(metrics: QFontMetricsF) -> float:
    """Return how far the words of a list stand in, in pixels: room for a number of two figures."""
    return metrics.horizontalAdvance("000. ")


def number_of(block: QTextBlock) -> int:
    """Return the number of a numbered item, which `renumber` has left with it."""
    return max(block.userState(), 1)


def renumber(owner: QTextDocument, position: int, added: int) -> None:
    """Count the numbered items again from `position` on, until the old numbers are right again."""
    block = owner.findBlock(position)
    end = owner.findBlock(position + added)
    last = end.blockNumber() if end.isValid() else owner.blockCount() - 1
    before = block.previous()
    number = max(before.userState(), 0) if before.isValid() else 0
    while block.isValid():
        number = number + 1 if kind_of(block.blockFormat()) is Kind.NUMBER else 0
        if block.userState() == number and block.blockNumber() > last:
            return
        block.setUserState(number)
        block = block.next()


class Markers:
    """Draws the markers of the blocks that can be seen, and says which tick box lies under a point."""

    def __init__(self, owner: QTextDocument) -> None:
        self._owner = owner

    def _first_line(self, block: QTextBlock) -> QRectF:
        """Return the first line of `block`, in the document's coordinates."""
        whole = self._owner.documentLayout().blockBoundingRect(block)
        lines = block.layout()
        if not lines.lineCount():
            return whole
        line = lines.lineAt(0)
        # In text from right to left the words start at the right edge, and so does the margin for the marker.
        return line.rect().translated(lines.position())

    def _mirrored(self, block: QTextBlock) -> bool:
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    def box(self, block: QTextBlock, metrics: QFontMetricsF) -> QRectF:
        """Return the tick box of `block`, in the document's coordinates."""
        line = self._first_line(block)
        side = round(metrics.ascent() * 0.92)
        top = line.top() + (line.height() - side) / 2
        gap = metrics.averageCharWidth()
        left = line.right() + gap if self._mirrored(block) else line.left() - gap - side
        return QRectF(round(left), round(top), side, side)

    def tick_box_at(self, point: QPointF, metrics: QFontMetricsF) -> QTextBlock | None:
        """Return the tick item whose box, or the margin around it, holds `point` (document coordinates)."""
        position = self._owner.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = self._owner.findBlock(position)
        if not block.isValid() or kind_of(block.blockFormat()) is not Kind.TICK:
            return None
        reach = metrics.averageCharWidth()
        return block if self.box(block, metrics).adjusted(-reach, -reach, reach, reach).contains(point) else None

    def paint(self, painter: QPainter, seen: QRectF, metrics: QFontMetricsF) -> None:
        """Draw the markers of all blocks that touch `seen` (document coordinates)."""
        layout = self._owner.documentLayout()
        block = self._owner.findBlock(layout.hitTest(seen.topLeft(), Qt.HitTestAccuracy.FuzzyHit))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        while block.isValid():
            if layout.blockBoundingRect(block).top() > seen.bottom():
                return
            kind = kind_of(block.blockFormat())
            if kind in LISTS:
                self._paint_one(painter, block, kind, metrics)
            block = block.next()

    def _paint_one(self, painter: QPainter, block: QTextBlock, kind: Kind, metrics: QFontMetricsF) -> None:
        line = self._first_line(block)
        gap = metrics.averageCharWidth()
        mirrored = self._mirrored(block)
        if kind is Kind.NUMBER:
            words = f"{number_of(block)}."
            width = metrics.horizontalAdvance(words)
            left = line.right() + gap if mirrored else line.left() - gap - width
            painter.setPen(theme().color("text"))
            painter.drawText(QPointF(left, line.top() + metrics.ascent()), words)
        elif kind is Kind.BULLET:
            radius = metrics.xHeight() * 0.32
            middle = line.top() + metrics.ascent() - metrics.xHeight() / 2
            away = gap * 1.2 + radius
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("text"))
            painter.drawEllipse(
                QPointF(line.right() + away if mirrored else line.left() - away, middle), radius, radius
            )
        else:
            _paint_box(painter, self.box(block, metrics), checked=is_checked(block.blockFormat()))


def _paint_box(painter: QPainter, box: QRectF, *, checked: bool) -> None:
    accent, edge = theme().color("accent"), theme().color("control")
    painter.setPen(QPen(accent if checked else edge, max(1.5, box.width() / 10)))
    painter.setBrush(accent if checked else QColor(theme().color("card")))
    painter.drawRoundedRect(box, box.width() / 5, box.width() / 5)
    if checked:
        pen = QPen(theme().color("on_accent"), box.width() / 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x, y) * box.width() for x, y in _TICK_SHAPE]))
