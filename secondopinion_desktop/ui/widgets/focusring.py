"""The ring around what has the keyboard: outside it, so that it shows on every ground, a filled button's too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QTabBar, QWidget

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


class FocusRing(QWidget):
    """Follows the keyboard in one application. Fields and lists draw their own focus; buttons, ticks and tabs get this.

    It shows only when the keyboard moved the focus (Tab, arrows, a shortcut), never after a click.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @property
    def target(self) -> QWidget | None:
        """What the ring is around now, or None."""
        return self._target if self.isVisible() else None

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        by_keyboard = False
        if now is not None:
            top = now.window()
            by_keyboard = top.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            # Qt sets this for Tab, arrows and shortcuts and does not take it back for a click.
            top.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)  # noqa: FBT003
        self._release()
        if now is not None and by_keyboard and isinstance(now, QAbstractButton | QTabBar):
            self._surround(now)

    def _surround(self, widget: QWidget) -> None:
        holder = self._holder_of(widget)
        if holder is None:
            return
        self._target = widget
        self.setParent(holder)
        between: QWidget | None = widget
        while between is not None and between is not holder:
            self._watched.append(between)
            between.installEventFilter(self)
            between = between.parentWidget()
        widget.destroyed.connect(self._gone)
        self._place()

    def _holder_of(self, widget: QWidget) -> QWidget | None:
        """Go as far up as the ring needs to be whole, but never out of a scroll area or a window."""
        holder = widget.parentWidget()
        while holder is not None and not holder.rect().contains(self._ring_around(widget, holder)):
            above = holder.parentWidget()
            if above is None or holder.isWindow() or isinstance(above, QAbstractScrollArea):
                break
            holder = above
        return holder

    def _release(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        if self._target is not None:
            self._target.destroyed.disconnect(self._gone)
            self._target = None
        self.hide()
        self.setParent(self._window)  # so that it is not deleted with the page it was on

    def _gone(self) -> None:
        self._watched.clear()
        self._target = None
        self.hide()

    @staticmethod
    def _ring_around(widget: QWidget, holder: QWidget) -> QRect:
        inner = widget.tabRect(widget.currentIndex()) if isinstance(widget, QTabBar) else widget.rect()
        return inner.translated(widget.mapTo(holder, QPoint())).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)

    def _place(self) -> None:
        holder = self.parentWidget()
        if self._target is None or holder is None:
            return
        self.setGeometry(self._ring_around(self._target, holder))
        self.setVisible(self._target.isVisible())
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
