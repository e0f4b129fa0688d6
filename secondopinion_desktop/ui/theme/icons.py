"""Icons from resources/icons, drawn in the colours of the moment when painted."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.ui.theme.theme import theme


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


# Drawings that point along a line of words, and point the other way where words run from right to left.
_POINTING = frozenset(
    ("arrow-left", "arrow-right", "bullets", "chevron-left", "chevron-right", "panel", "redo", "undo")
)


@lru_cache(maxsize=512)
def _rendered(name: str, color: str, cut: str, size: tuple[int, int], ratio: float, *, mirrored: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - a bare window does not pay for it

    width, height = size
    drawing = _drawing(name).replace("#000", color).replace("#fff", cut)
    pixmap = QPixmap(QSize(width, height) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if mirrored:
        painter.translate(pixmap.width(), 0)
        painter.scale(-1, 1)
    side = min(width, height) * ratio
    QSvgRenderer(QByteArray(drawing.encode())).render(
        painter, QRectF((pixmap.width() - side) / 2, (pixmap.height() - side) / 2, side, side)
    )
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _draw(name: str, color: str, width: int, height: int, ratio: float) -> QPixmap:
    mirrored = name in _POINTING and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _rendered(name, color, theme().tokens.card, (width, height), ratio, mirrored=mirrored)


def pixmap(name: str, ink: str, size: int, ratio: float = 0) -> QPixmap:
    """Return icon `name` in colour `ink`, a token, `size` logical pixels square; `ratio` 0 means the main screen's."""
    return _draw(name, theme().tokens.color(ink), size, size, ratio or _screen_ratio())


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


class _TokenEngine(QIconEngine):
    """Paints one drawing in one token's colour; `on` is the colour while checked."""

    def __init__(self, name: str, ink: str, on: str) -> None:
        super().__init__()
        self._name, self._ink, self._on = name, ink, on

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        tokens = theme().tokens
        if mode == QIcon.Mode.Disabled:
            return tokens.faint
        return tokens.color(self._on if state == QIcon.State.On else self._ink)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size() * ratio, mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        width, height = round(size.width() / scale), round(size.height() / scale)
        return _draw(self._name, self._color(mode, state), width, height, scale)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return size

    def clone(self) -> QIconEngine:
        return _TokenEngine(self._name, self._ink, self._on)


def icon(name: str, ink: str = "text", on: str = "") -> QIcon:
    """Return drawing `name` as an icon in colour `ink`, a token, in `on` while checked. Follows the theme by itself."""
    return QIcon(_TokenEngine(name, ink, on or ink))
