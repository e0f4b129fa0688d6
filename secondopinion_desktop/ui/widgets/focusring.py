"""The ring around what has the keyboard: outside it, so that it shows on every ground, a filled button's too."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QSplitter,
    QTabBar,
    QWidget,
)

from secondopinion_desktop.ui.theme import theme

_WIDTH = 2
_GAP = 2
_ROOM = _WIDTH + _GAP
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
    QEvent.Type.ParentChange,
}


class FocusRing(QObject):
    """Follows the keyboard in the application. Fields and lists draw their own focus; buttons, ticks and tabs get this.

    It shows only when the keyboard moved the focus (Tab, arrows, a shortcut), never after a click.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: _Ring | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @property
    def target(self) -> QWidget | None:
        """What the ring is around now, or None."""
        ring = self._living_ring()
        return ring.target if ring is not None and ring.isVisible() else None

    @property
    def rect(self) -> QRect:
        """Where the ring is on the screen; empty without one."""
        ring = self._living_ring()
        return QRect(ring.mapToGlobal(QPoint()), ring.size()) if ring is not None and ring.isVisible() else QRect()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        by_keyboard = False
        if now is not None:
            top = now.window()
            by_keyboard = top.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            # Qt sets this for Tab, arrows and shortcuts and does not take it back for a click.
            top.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)  # noqa: FBT003
        ring = self._living_ring()
        if ring is not None:
            ring.let_go()
        self._ring = None
        if now is not None and by_keyboard and isinstance(now, QAbstractButton | QTabBar):
            holder = _holder_of(now)
            self._ring = _Ring(now, holder) if holder is not None else None

    def _living_ring(self) -> _Ring | None:
        """Return the ring, unless it went with the page it was on."""
        return self._ring if self._ring is not None and shiboken6.isValid(self._ring) else None


class _Ring(QWidget):
    """One ring around `target`, a child of `holder`: it goes when either goes."""

    def __init__(self, target: QWidget, holder: QWidget) -> None:
        super().__init__(holder)
        self.target = target
        self._holder = holder
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.destroyed.connect(self.deleteLater)
        if isinstance(target, QTabBar):
            target.currentChanged.connect(self._place)
        self._watched: list[QWidget] = []
        between: QWidget | None = target
        while between is not None and between is not holder:
            between.installEventFilter(self)
            self._watched.append(between)
            between = between.parentWidget()
        self._place()

    def let_go(self) -> None:
        """Follow nothing any more, and go: what is between may move before Qt gets to deleting this."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _place(self, _index: int = 0) -> None:
        if not shiboken6.isValid(self.target) or not self._holder.isAncestorOf(self.target):
            self.hide()
            return
        # Where there is no room around it, such as at the edge of a scroll area, the ring lies on its edge instead.
        self.setGeometry(_ring_around(self.target, self._holder).intersected(self._holder.rect()))
        self.setVisible(self.target.isVisible())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("focus"), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)


def _holder_of(widget: QWidget) -> QWidget | None:
    """Go as far up as the ring needs to be whole, but never out of a scroll area or a window.

    A splitter is passed by: it would take the ring for one more part to make room for.
    """
    holder = widget.parentWidget()
    while holder is not None and not holder.rect().contains(_ring_around(widget, holder)):
        above = holder.parentWidget()
        while isinstance(above, QSplitter):
            above = above.parentWidget()
        if above is None or holder.isWindow() or isinstance(above, QAbstractScrollArea):
            break
        holder = above
    return holder


def _ring_around(widget: QWidget, holder: QWidget) -> QRect:
    inner = widget.rect()
    if isinstance(widget, QTabBar):
        inner = widget.tabRect(widget.currentIndex())
    elif isinstance(widget, QCheckBox) and not widget.text():  # its words stand close beside it, in a label
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # noqa: PLC0415 - enums the first window spares

        option = QStyleOptionButton()
        widget.initStyleOption(option)
        inner = widget.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, widget)
    return inner.translated(widget.mapTo(holder, QPoint())).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
