"""How the opinions stand to each other on a topic: a shape and a word, set by the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Match
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import PaintedButton, button_text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent

# Agreeing is not good and differing is not bad: no green, no red.
_LOOKS: Final = {Match.DIFFERENT: ("accent_soft", "sel_text"), Match.NOT_SURE: ("", "muted")}
_USUAL: Final = ("hover", "muted")
_HALVES: Final = {"◐": 90, "◑": -90}
_SIDE, _GAP, _SHAPE, _MENU_SHAPE = 10, 7, 14, 18


class MarkerButton(PaintedButton):
    """A chip that opens a menu. `marked` carries the Match a person chose."""

    marked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._match = Match.NOT_SURE
        self._topic = ""
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_menu)
        theme().changed.connect(self.updateGeometry)

    @property
    def match(self) -> Match:
        """What is shown."""
        return self._match

    def show_match(self, match: Match, topic: str) -> None:
        """Show how they stand on `topic`."""
        if (match, topic) == (self._match, self._topic):
            return
        self._match, self._topic = match, topic
        self.setAccessibleName(_("{topic}: {how}").format(topic=topic, how=match.words))
        self.setAccessibleDescription(_("How the opinions stand to each other. Press Enter to change it."))
        self.updateGeometry()
        self.update()

    def open_menu(self) -> None:
        """Offer all ways."""
        if self._menu is None:
            self._menu = QMenu(self)
            self._menu.triggered.connect(self._tell)
        self._menu.clear()
        for shape in guidance.match_shapes():
            action = self._menu.addAction(_shape_icon(shape.shape), button_text(shape.word))
            action.setData(str(shape.match))
            if shape.match is self._match:
                self._menu.setActiveAction(action)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _tell(self, action: QAction) -> None:
        self.marked.emit(str(action.data()))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("small-strong"))
        width = metrics.horizontalAdvance(self._match.words) + theme().text_px(_SHAPE)
        width += theme().px(_GAP) + 2 * theme().px(_SIDE)
        return QSize(width, max(metrics.lineSpacing() + theme().px(8), 32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme().font("small-strong")
        height = QFontMetrics(font).lineSpacing() + theme().px(4)
        chip = QRect(0, (self.height() - height) // 2, self.width(), height)
        ground, ink = _LOOKS.get(self._match, _USUAL)
        path = QPainterPath()
        path.addRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.is_touched:
            painter.fillPath(path, theme().color("press"))
        elif ground:
            painter.fillPath(path, theme().color(ground))
        if not ground:
            pen = QPen(theme().color("control"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPath(path)
        inner = chip.adjusted(theme().px(_SIDE), 0, -theme().px(_SIDE), 0)
        side = theme().text_px(_SHAPE)
        place = QRect(inner.left(), chip.center().y() - side // 2, side, side)
        draw_shape(painter, place, guidance.match_shape(self._match).shape, ink)
        painter.setFont(font)
        painter.setPen(theme().color(ink))
        words = inner.adjusted(side + theme().px(_GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._match.words)


def draw_shape(painter: QPainter, place: QRect, shape: str, ink: str) -> None:
    """Draw the shape of a Match in colour `ink`. Half circles are in few typefaces, so they are drawn."""
    painter.setPen(QPen(theme().color(ink), 1.4))
    if shape in _HALVES:
        circle = QRectF(place).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setBrush(theme().color(ink))
        painter.drawPie(circle, _HALVES[shape] * 16, 180 * 16)
        return
    painter.setFont(theme().font("small-strong"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, shape)


def _shape_icon(shape: str) -> QIcon:
    side, ratio = theme().text_px(_MENU_SHAPE), 2.0
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_shape(painter, QRect(2, 2, side - 4, side - 4), shape, "text")
    painter.end()
    return QIcon(picture)
