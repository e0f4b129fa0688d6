"""The key dates in one thin line, for the pages that have no room for the large one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.keydates.arrows import ArrowButton
from secondopinion_desktop.ui.keydates.points import missing, points
from secondopinion_desktop.ui.theme import pixmap, theme
from secondopinion_desktop.ui.widgets import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secondopinion_desktop.services.timeline import KeyDate
    from secondopinion_desktop.ui.keydates.points import Point

KEY_DATES: Final = ("command", "key_dates")
_ICON, _AROUND, _GAP = 16, 7, 5
_MOST: Final = 5


class SlimItem(ArrowButton):
    """An icon, a date in strong letters and a few words, in one line."""

    def __init__(self, icon_name: str, when: str, what: str, spoken: str, opens: tuple[str, str]) -> None:
        super().__init__()
        self.icon_name, self.when, self.what, self.opens = icon_name, when, what, opens
        self.setAccessibleName(spoken)
        self.setToolTip("")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What can be read in it."""
        return " ".join(part for part in (self.when, self.what) if part)

    def sizeHint(self) -> QSize:
        strong, small = QFontMetrics(theme().font("small-strong")), QFontMetrics(theme().font("small"))
        px = theme().px
        width = 2 * px(_AROUND)
        parts = [theme().text_px(_ICON)] if self.icon_name else []
        parts += [strong.horizontalAdvance(self.when) + 1] if self.when else []
        parts += [small.horizontalAdvance(self.what) + 1] if self.what else []
        width += sum(parts) + px(_GAP) * max(len(parts) - 1, 0)
        return QSize(width, max(theme().text_px(32), strong.height() + 2 * px(4)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, QRectF(self.rect()).adjusted(0, 2, 0, -2), 5)
        px = theme().px
        left = px(_AROUND)
        if self.icon_name:
            side = theme().text_px(_ICON)
            place = self._mirrored(QRect(left, (self.height() - side) // 2, side, side))
            painter.drawPixmap(place.topLeft(), pixmap(self.icon_name, "accent_text", side, self.devicePixelRatioF()))
            left += side + px(_GAP)
        muted = "muted" if self.when else "accent_text"
        for words, font, ink in (
            (self.when, theme().font("small-strong"), "text"),
            (self.what, theme().font("small"), muted),
        ):
            if not words:
                continue
            painter.setFont(font)
            painter.setPen(theme().color(ink))
            room = max(self.width() - left - px(_AROUND), 0)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            width = painter.fontMetrics().horizontalAdvance(shown) + 1
            flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self._mirrored(QRect(left, 0, width, self.height())), flags.value, shown)
            left += width + px(_GAP)

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())


class SlimDates(QWidget):
    """The dates ahead in one line, the next first, as many as fit; then what is missing, and "Change dates".

    One stop for Tab; arrows, Home and End go along. `opened` carries what to open (kind, id), as of a page.
    """

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Key dates"))
        self._row = Row(self, gap=2, margins=(17, 0, 10, 1))
        self._points: list[SlimItem] = []
        self._adder: SlimItem | None = None
        self._more = self._make(SlimItem("", "", "", "", KEY_DATES))
        self._changer = self._make(SlimItem("pencil", "", _("Change dates"), _("Change dates"), KEY_DATES))
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._row.addWidget(self._changer)
        self._more.hide()
        theme().changed.connect(self._fit)

    @property
    def items(self) -> list[SlimItem]:
        """What can be seen, in order."""
        return [item for item in self._all() if item.isVisibleTo(self)]

    def show_dates(self, dates: Sequence[KeyDate]) -> None:
        """Show what lies ahead of `dates`; where nothing does, the latest of those that have passed."""
        today = clock.today()
        found = [point for point in points(dates, today) if not point.is_today]
        ahead = [point for point in found if not point.is_past] or found[-1:]
        had = self._place_of_keyboard()
        for item in (*self._points, self._adder):
            if item is not None:
                self._row.removeWidget(item)
                item.hide()
                item.deleteLater()
        self._points = [self._make(_item_of(point)) for point in ahead]
        lacking = missing(dates, today)
        self._adder = None
        if lacking is not None:
            self._adder = self._make(SlimItem("plus", "", lacking.words, lacking.words, lacking.opens))
        for place, item in enumerate(self._points):
            self._row.insertWidget(place, item)
        if self._adder is not None:
            self._row.insertWidget(len(self._points) + 1, self._adder)
        self._fit()
        items = self.items
        if had is not None and items:
            items[min(had, len(items) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._changer.sizeHint().height() + 1)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # What there is room for

    def _fit(self) -> None:
        """Show as many dates as fit, at least one; of the others say how many there are.

        Where there is too little room for one date, "Change dates" becomes its icon, then the count a short one.
        """
        for short_changer, short_count in ((False, False), (True, False), (True, True)):
            self._changer.what = "" if short_changer else _("Change dates")
            shown = self._how_many(short=short_count)
            if shown or not self._points:
                break
        if not shown and self._points:
            shown = 1
            self._say_more(len(self._points) - 1, short=True)
        for place, item in enumerate(self._points):
            item.setVisible(place < shown)
        self._more.setVisible(shown < len(self._points))
        if self._adder is not None:
            self._adder.setVisible(bool(self._changer.what) or not self._points)
        for item in self._all():
            item.updateGeometry()
        self._name_places()
        self.updateGeometry()

    def _how_many(self, *, short: bool) -> int:
        """Return how many dates fit beside what else is in the line; the count of the others is said then."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._changer.sizeHint().width()
        if self._adder is not None and self._changer.what:
            room -= self._adder.sizeHint().width() + self._row.spacing()
        room -= 2 * self._row.spacing()
        widths = [item.sizeHint().width() + self._row.spacing() for item in self._points]
        for shown in range(min(len(widths), _MOST), -1, -1):
            left = len(widths) - shown
            self._say_more(left, short=short)
            beside = self._more.sizeHint().width() + self._row.spacing() if left else 0
            if sum(widths[:shown]) + beside <= room:
                return shown
        return 0

    def _say_more(self, count: int, *, short: bool) -> None:
        words = ngettext("and {count} more date", "and {count} more dates", count).format(count=count)
        self._more.what = f"+{count}" if short else words
        self._more.setAccessibleName(words)

    def _name_places(self) -> None:
        items = self.items or [self._changer]
        for number, item in enumerate(items, start=1):
            item.setAccessibleDescription(
                _("{number} of {count} in the line of dates").format(number=number, count=len(items))
            )
        focused = next((item for item in items if item.hasFocus()), items[0])
        self._make_stop(focused)

    # Keyboard

    def _all(self) -> Iterator[SlimItem]:
        yield from self._points
        yield self._more
        if self._adder is not None:
            yield self._adder
        yield self._changer

    def _make(self, item: SlimItem) -> SlimItem:
        item.setParent(self)
        item.clicked.connect(self._open)
        item.moved.connect(self._move)
        return item

    def _make_stop(self, stop: SlimItem) -> None:
        for item in self._all():
            policy = Qt.FocusPolicy.StrongFocus if item is stop else Qt.FocusPolicy.ClickFocus
            item.setFocusPolicy(policy)

    def _place_of_keyboard(self) -> int | None:
        return next((place for place, item in enumerate(self.items) if item.hasFocus()), None)

    def _move(self, offset: int) -> None:
        items, here = self.items, self._place_of_keyboard()
        if here is not None:
            item = items[max(0, min(len(items) - 1, here + offset))]
            self._make_stop(item)
            item.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        item = self.sender()
        if isinstance(item, SlimItem):
            self.opened.emit(*item.opens)


def _item_of(point: Point) -> SlimItem:
    table = point.target[0]
    opens = KEY_DATES if table == "situation" else point.target
    return SlimItem(point.icon, point.when, point.what, point.spoken, opens)
