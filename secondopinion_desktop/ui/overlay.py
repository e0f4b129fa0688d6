"""A side part shown over the page when the window is too narrow to have it beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from secondopinion_desktop.ui.widgets import Column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_LEAVES = 48  # of the page stays in sight, to press and close

_EDGES = 2  # the line around it, left and right


class Overlay(QFrame):
    """Holds a side part at an edge of `over`. Esc or a press beside it closes it; the keyboard goes back."""

    closed = Signal()

    def __init__(self, over: QWidget, *, left: bool) -> None:
        super().__init__(over)
        self._over, self._left = over, left
        self._width = 0
        self._before: QWidget | None = None
        self.setProperty("ground", "chrome")
        self.setProperty("kind", "overlay")
        self._column = Column(self, gap=0, margins=(0, 0, 8, 0) if left else (0, 0, 0, 0))
        self._shield = _Shield(over)
        self._shield.pressed.connect(self.close_it)
        over.installEventFilter(self)
        self.hide()
        self._shield.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.isVisibleTo(self._over)

    def open_with(self, content: QWidget, width: int) -> None:
        """Show `content`, `width` logical pixels wide if there is room."""
        self._before = QApplication.focusWidget()
        self._width = width
        self._column.addWidget(content)
        content.show()
        self._place()
        self._shield.show()
        self._shield.raise_()
        self.show()
        self.raise_()

    def close_it(self) -> None:
        """Hide it and give the keyboard back to whatever had it. The content stays a child until someone takes it."""
        if not self.is_open:
            return
        focus = QApplication.focusWidget()
        had_keyboard = focus is None or self.isAncestorOf(focus)
        self.hide()
        self._shield.hide()
        if had_keyboard and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._before = None
        self.closed.emit()

    def _place(self) -> None:
        around = self._column.contentsMargins()
        wanted = self._width + around.left() + around.right() + _EDGES
        width = min(wanted, self._over.width() - _LEAVES)
        left = 0 if self._left else self._over.width() - width
        self.setGeometry(left, 0, width, self._over.height())
        self._shield.setGeometry(self._over.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)


class _Shield(QWidget):
    """Catches a press beside the overlay, so that it closes and nothing under it is pressed by mistake."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()
