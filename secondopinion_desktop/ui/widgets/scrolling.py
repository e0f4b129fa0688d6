"""A scroll area with a thin handle that keeps what has the keyboard in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QLineEdit, QScrollArea, QWidget

from secondopinion_desktop.ui.widgets.layouts import Box
from secondopinion_desktop.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ScrollArea(QScrollArea):
    """Scrolls up and down only; the content must wrap. `ground` is the token behind it, as for Box.

    The content is never wider than what is seen of it, also while it needs more. Qt would make it as wide as it needs,
    but what is arranged by its width may then need less, and at that width more again, without an end.

    `steady` keeps the room of the handle also where all is in sight: the words do not move when there comes more, and
    Qt need not lay out all of it twice to find out whether a handle is needed.

    A line that is written in stays in sight when what is added with it comes above it. One that the person scrolled
    away from is left where it is.
    """

    def __init__(
        self,
        content: QWidget | None = None,
        *,
        ground: str = "none",
        steady: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if steady:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(QWidget())  # to name Qt's own, PySide would make 50 enums; this one lets the ground show
        self.content = content or Box(ground=ground)
        if self.content.property("ground") is None:
            self.content.setProperty("ground", ground)
        self.setWidget(self.content)
        self._line: QLineEdit | None = None
        self._line_top = 0
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self.verticalScrollBar().rangeChanged.connect(self._look_after_line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.content.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.content.isAncestorOf(now):
            return
        tall = isinstance(now, QAbstractScrollArea) and now.height() > self.viewport().height()
        if not tall:
            self.ensureWidgetVisible(now, 0, 12)
        self._line = now if isinstance(now, QLineEdit) else None
        self._line_top = _top_in(self.content, now)

    def _look_after_line(self) -> None:
        if self._line is not None and self._line is QApplication.focusWidget():
            QTimer.singleShot(0, self, self._keep_line)  # what is inside has its new place only then

    def _keep_line(self) -> None:
        line = self._line
        if line is None or line is not QApplication.focusWidget() or not self.content.isAncestorOf(line):
            return
        seen_from = self.verticalScrollBar().value()
        was_in_sight = seen_from <= self._line_top <= seen_from + self.viewport().height() - line.height()
        self._line_top = _top_in(self.content, line)
        if was_in_sight:
            self.ensureWidgetVisible(line, 0, 12)


def _top_in(content: QWidget, widget: QWidget) -> int:
    return widget.mapTo(content, QPoint()).y()


def bring_keyboard_into_view(inside: QWidget) -> None:
    """Scroll to what has the keyboard, if that is in `inside`. The card around it shows too, from its heading on."""
    found = around = QApplication.focusWidget()
    while around is not None and not isinstance(around, Card):
        around = around.parentWidget()
    for widget in (around, found):
        if widget is not None and inside.isAncestorOf(widget):
            bring_into_view(widget)


def bring_into_view(widget: QWidget) -> None:
    """Scroll to `widget`, also one that was put in a moment ago and has no place yet. Of a high one the top shows."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, ScrollArea):
        area = area.parentWidget()
    if area is None:
        return
    layout = area.content.layout()
    if layout is not None:
        layout.activate()
    QCoreApplication.sendEvent(area.content, QEvent(QEvent.Type.LayoutRequest))
    if widget.height() > area.viewport().height():
        area.verticalScrollBar().setValue(_top_in(area.content, widget) - 12)
    else:
        area.ensureWidgetVisible(widget, 0, 12)
