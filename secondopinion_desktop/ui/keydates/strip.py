"""The line itself: points evenly spaced, the days between them written out; upright where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.keydates.point import PointView, sign_side
from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.ui.keydates.points import Point

_MOST_LINES = 2  # of words under a point, before the line stands upright


class KeyDateStrip(QWidget):
    """Shows points in order. `opened` carries the target (table, id) of the point that was pressed.

    One stop for Tab; arrows, Home and End go from point to point, Enter opens. Evenly spaced, because points spaced
    by days would collide. `always_upright` is for long lists.
    """

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: list[PointView] = []
        self._always_upright = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Key dates"))
        theme().changed.connect(self._place)

    @property
    def views(self) -> tuple[PointView, ...]:
        """The points shown, in order."""
        return tuple(self._views)

    @property
    def is_upright(self) -> bool:
        """Whether the points stand below each other."""
        return self._upright(self.width())

    def show_points(self, found: Sequence[Point], *, upright: bool = False) -> None:
        """Show `found`; the keyboard stays on the point of the same place if it was in here."""
        had = next((number for number, view in enumerate(self._views) if view.hasFocus()), None)
        for view in self._views:
            view.hide()
            view.deleteLater()
        self._always_upright = upright
        self._views = [PointView(point, self) for point in found]
        for number, view in enumerate(self._views, start=1):
            place = _("date {number} of {count}").format(number=number, count=len(self._views))
            view.setAccessibleDescription(place)
            view.clicked.connect(self._open)
            view.moved.connect(self._move)
            view.show()
        self._make_stop(self._first_stop())
        if had is not None and self._views:
            self._views[min(had, len(self._views) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._views:
            return 0
        if self._upright(width):
            self._agree_on_dates()
            return sum(view.height_beside(width) for view in self._views) + sum(self._gaps_upright())
        slot = width // len(self._views)
        return self._top() + max(view.height_below(slot) for view in self._views)

    def sizeHint(self) -> QSize:
        width = sum(view.widest() for view in self._views)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().text_px(160), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # Where things stand

    def _upright(self, width: int) -> bool:
        if self._always_upright or not self._views:
            return self._always_upright
        slot = width // len(self._views)
        gaps = QFontMetrics(theme().font("small"))
        return any(
            view.room() > slot
            or view.lines(slot) > _MOST_LINES
            or gaps.horizontalAdvance(view.point.gap) > slot - sign_side() - theme().px(4)
            for view in self._views
        )

    def _top(self) -> int:
        """Return the height above the signs, for the days between them."""
        gap = QFontMetrics(theme().font("small")).height() + theme().px(2)
        return max(0, gap - sign_side() // 2)

    def _gaps_upright(self) -> list[int]:
        words = QFontMetrics(theme().font("small")).height() + theme().px(4)
        return [words if view.point.gap else theme().px(12) for view in self._views[1:]]

    def _agree_on_dates(self) -> None:
        strong = QFontMetrics(theme().font("strong"))
        widest = max((strong.horizontalAdvance(view.point.when) for view in self._views), default=0)
        for view in self._views:
            view.when_width = widest

    def _place(self) -> None:
        upright = self._upright(self.width())
        for view in self._views:
            view.upright = upright
        if upright:
            self._place_upright()
        else:
            self._place_in_line()
        self.updateGeometry()
        self.update()

    def _place_upright(self) -> None:
        self._agree_on_dates()
        top = 0
        for view, gap in zip(self._views, [*self._gaps_upright(), 0], strict=True):
            height = view.height_beside(self.width())
            view.setGeometry(0, top, self.width(), height)
            top += height + gap

    def _place_in_line(self) -> None:
        count = len(self._views)
        slot = self.width() / max(count, 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, view in enumerate(self._views):
            place = count - 1 - number if mirrored else number
            width = min(view.widest(), int(slot))
            left = round(place * slot + (slot - width) / 2)
            view.setGeometry(left, self._top(), width, view.height_below(width))

    # Keyboard

    def _first_stop(self) -> PointView | None:
        """Return where the keyboard comes in: the next date, which is what people look for."""
        ahead = (view for view in self._views if not view.point.is_past)
        return next(ahead, self._views[-1] if self._views else None)

    def _make_stop(self, stop: PointView | None) -> None:
        for view in self._views:
            strong = view is stop
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _move(self, offset: int) -> None:
        view = self.sender()
        if isinstance(view, PointView):
            place = max(0, min(len(self._views) - 1, self._views.index(view) + offset))
            self._make_stop(self._views[place])
            self._views[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        view = self.sender()
        if isinstance(view, PointView) and view.opens:
            self.opened.emit(*view.point.target)

    # Paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        upright = self.is_upright
        for before, after in zip(self._views, self._views[1:], strict=False):
            done = after.point.is_past
            pen = QPen(theme().color("done" if done else "control"), theme().px(3) if done else 1.5)
            if not done:
                pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            line = self._line_upright(before, after) if upright else self._line_across(before, after)
            painter.drawLine(line)
            painter.setPen(theme().color("muted"))
            self._draw_gap(painter, line, after.point.gap, upright=upright)

    def _line_across(self, before: PointView, after: PointView) -> QLineF:
        y = self._top() + sign_side() / 2
        ends = sorted((before.geometry().center().x() + 0.5, after.geometry().center().x() + 0.5))
        away = sign_side() / 2 + theme().px(3)
        return QLineF(ends[0] + away, y, ends[1] - away, y)

    def _line_upright(self, before: PointView, after: PointView) -> QLineF:
        left = sign_side() / 2
        x = left if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - left
        return QLineF(x, before.geometry().top() + sign_side() + 3, x, after.geometry().top() - 1)

    def _draw_gap(self, painter: QPainter, line: QLineF, words: str, *, upright: bool) -> None:
        if not words:
            return
        metrics = painter.fontMetrics()
        middle = line.center()
        if upright:
            left = sign_side() + theme().px(8)
            place = QRectF(left, middle.y() - metrics.height() / 2, self.width() - 2 * left, metrics.height())
            alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, alignment.value, words)
            return
        width = metrics.horizontalAdvance(words) + 2
        place = QRectF(middle.x() - width / 2, middle.y() - metrics.height() - theme().px(2), width, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, words)
