"""One point of the line: its sign and its words, a button for hand, keyboard and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from secondopinion_desktop.ui.keydates.arrows import ArrowButton
from secondopinion_desktop.ui.theme import pixmap, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.ui.keydates.points import Point

_WRAP = Qt.TextFlag.TextWordWrap
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_MIN_WORDS = 12  # letters beside the date; with less room the words go under it


def sign_side() -> int:
    """Return the side of the square a sign stands in, in pixels."""
    return theme().text_px(26)


def words_height(words: str, font: QFont, width: int) -> int:
    """Return how high `words` stand when wrapped to `width`."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP.value, words).height()


class PointView(ArrowButton):
    """A point, with its words below the sign or, `upright`, beside it."""

    def __init__(self, point: Point, parent: QWidget) -> None:
        super().__init__(parent)
        self.point = point
        self.upright = False
        self.when_width = 0
        self.setAccessibleName(point.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if self.opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def opens(self) -> bool:
        """Whether there is something to open."""
        return bool(self.point.target[0])

    # Measures

    def room(self) -> int:
        """Return the width that shows date and longest word without breaking one."""
        when = QFontMetrics(theme().font("strong")).horizontalAdvance(self.point.when)
        what = QFontMetrics(theme().font("small"))
        longest = max((what.horizontalAdvance(word) for word in self.point.what.split()), default=0)
        return max(when, longest, sign_side()) + 2 * self._around()

    def lines(self, width: int) -> int:
        """Return how many lines the words take when they stand below, `width` wide."""
        font = theme().font("small")
        return round(words_height(self.point.what, font, width - 2 * self._around()) / QFontMetrics(font).height())

    def height_below(self, width: int) -> int:
        """Return the height with the words below the sign."""
        when = QFontMetrics(theme().font("strong")).height()
        what = words_height(self.point.what, theme().font("small"), width - 2 * self._around())
        return sign_side() + when + what + self._around()

    def height_beside(self, width: int) -> int:
        """Return the height with the words beside the sign."""
        when, what = self._rects_beside(width)
        return max(sign_side(), when.united(what).height() + 2 * self._around())

    def widest(self) -> int:
        """Return the width of date or words in one line each, whichever is wider, for the frame around them."""
        when = QFontMetrics(theme().font("strong")).horizontalAdvance(self.point.when)
        what = QFontMetrics(theme().font("small")).horizontalAdvance(self.point.what)
        return max(when, what, sign_side()) + 2 * self._around() + 2

    def sizeHint(self) -> QSize:
        return QSize(self.widest(), self.height_below(self.widest()))

    @staticmethod
    def _around() -> int:
        return theme().px(4)

    def _rects_beside(self, width: int) -> tuple[QRect, QRect]:
        """Return where date and words stand beside the sign, from the top of both."""
        strong, body = theme().font("strong"), theme().font("small")
        left = sign_side() + theme().px(8)
        when = QRect(left, 0, self.when_width, QFontMetrics(strong).height())
        start = when.right() + theme().px(14)
        room = width - start - self._around()
        if room >= _MIN_WORDS * QFontMetrics(body).averageCharWidth():
            return when, QRect(start, 0, room, words_height(self.point.what, body, room))
        room = max(width - left - self._around(), 1)
        when.setHeight(words_height(self.point.when, strong, room))
        when.setWidth(room)
        return when, QRect(left, when.height(), room, words_height(self.point.what, body, room))

    # Paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.opens:
            self.paint_ground(painter, QRectF(self.rect()), 6)
        side = sign_side()
        if self.upright:
            when, what = self._rects_beside(self.width())
            first = when.height() if what.top() else max(when.height(), QFontMetrics(theme().font("small")).height())
            top = max(self._around(), (side - first) // 2)
            self._draw_sign(painter, self._mirrored(QRect(0, max(0, top + (first - side) // 2), side, side)))
            alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
            self._draw_words(painter, when.translated(0, top), what.translated(0, top), alignment)
        else:
            self._draw_sign(painter, QRect((self.width() - side) // 2, 0, side, side))
            inner = self.rect().adjusted(self._around(), side, -self._around(), 0)
            height = QFontMetrics(theme().font("strong")).height()
            when = QRect(inner.left(), inner.top(), inner.width(), height)
            what = inner.adjusted(0, height, 0, 0)
            self._draw_words(painter, when, what, _CENTER)

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())

    def _draw_words(self, painter: QPainter, when: QRect, what: QRect, alignment: Qt.AlignmentFlag) -> None:
        flags = alignment.value | _WRAP.value
        painter.setFont(theme().font("strong"))
        painter.setPen(theme().color("text"))
        painter.drawText(self._mirrored(when), flags, self.point.when)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("muted"))
        painter.drawText(self._mirrored(what), flags, self.point.what)

    def _draw_sign(self, painter: QPainter, place: QRect) -> None:
        if self.point.is_today:
            _draw_today(painter, place)
            return
        side = theme().text_px(22)
        ink = "done" if self.point.is_past else "accent_text"
        picture = pixmap(self.point.icon, ink, side, self.devicePixelRatioF())
        corner = QPointF(place.center()) - QPointF((side - 1) / 2, (side - 1) / 2)
        painter.drawPixmap(corner, picture)


def _draw_today(painter: QPainter, place: QRect) -> None:
    center = QRectF(place).center()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().color("accent"), max(2.0, theme().scale * 2)))
    painter.drawEllipse(center, place.width() * 0.44, place.width() * 0.44)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    painter.drawEllipse(center, place.width() * 0.29, place.width() * 0.29)
