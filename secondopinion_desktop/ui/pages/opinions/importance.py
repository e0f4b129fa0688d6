"""How much a point matters: five squares and a number. Never added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.scales import MATTERS
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import announce, plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from secondopinion_desktop.ui.pages.opinions.reading import Hand

WORDS: Final = MATTERS
MOST: Final = 5
_SQUARE, _GAP, _NUMBER = 12, 2, 6
_INKS: Final[dict[Hand, str]] = {"first": "first", "second": "second", "another": "accent_text"}


def importance_words(value: int | None) -> str:
    """Return "4, a lot", or that nothing was said yet."""
    if value is None:
        return _("not said yet")
    return _("{number}, {words}").format(number=value, words=_(WORDS[value]))


class Importance(QAbstractButton):
    """Keys 0 to 5 set it, arrows move it, Delete takes it away; so does a press on the squares.

    `changed` carries the number a person chose, -1 for none.
    """

    changed = Signal(int)

    def __init__(self, hand: Hand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = _INKS[hand]
        self._value: int | None = None
        self._point = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(_("Press 0 to 5"))
        theme().changed.connect(self.updateGeometry)
        self._say()

    @property
    def value(self) -> int | None:
        """0 to 5, or None."""
        return self._value

    def show_value(self, value: int | None, point: str) -> None:
        """Show how much `point` matters."""
        if (value, point) != (self._value, self._point):
            self._value, self._point = value, point
            self._say()
            self.update()

    def _say(self) -> None:
        words = importance_words(self._value)
        self.setAccessibleName(_("How much {point} matters: {words}").format(point=self._point, words=words))
        self.setToolTip(plain_tooltip(words))

    def _take(self, value: int | None) -> None:
        if value != self._value:
            self.show_value(value, self._point)
            announce(self, importance_words(value))
            self.changed.emit(-1 if value is None else value)

    def sizeHint(self) -> QSize:
        number = QFontMetrics(theme().font("small-strong")).horizontalAdvance("5")
        width = MOST * self._pitch() + theme().px(_NUMBER) + number
        return QSize(width + 4, max(theme().px(32), 32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _pitch(self) -> int:
        return theme().text_px(_SQUARE + _GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Minus: -1}.get(Qt.Key(key))
        if len(typed) == 1 and typed in "012345":
            self._take(int(typed))
        elif step:
            now = self._value if self._value is not None else 0 if step > 0 else 1
            self._take(min(max(now + step, 0), MOST))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._take(None)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.rect().contains(event.position().toPoint()):
            return
        number = min(int(event.position().x() // self._pitch()) + 1, MOST)
        # The last square that is filled empties itself: that is the way to 0.
        self._take(number - 1 if number == self._value else number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, pitch = theme().text_px(_SQUARE), self._pitch()
        top = (self.height() - side) / 2
        pen = QPen(theme().color(self._ink), 1.2)
        for number in range(MOST):
            square = QRectF(number * pitch + 1, top, side, side).adjusted(0.6, 0.6, -0.6, -0.6)
            painter.setPen(pen)
            filled = self._value is not None and number < self._value
            painter.setBrush(theme().color(self._ink) if filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square, 3, 3)
        painter.setFont(theme().font("small-strong"))
        painter.setPen(theme().color("text"))
        room = QRectF(MOST * pitch + theme().px(_NUMBER), 0, self.width(), self.height())
        words = "\N{EN DASH}" if self._value is None else str(self._value)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
