"""How hard a passphrase is to guess: four bars, and a sentence that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.services.strength import Strength
    from secondopinion_desktop.ui.workers import Job, Workers

_BARS: Final = 4
_ENOUGH: Final = 3
_PAUSE_MS: Final = 150


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(244), theme().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = theme().px(4)
        width = (self.width() - gap * (_BARS - 1)) / _BARS
        full = theme().color("done" if self.filled >= _ENOUGH else "prog")
        for number in range(_BARS):
            painter.setBrush(full if number < self.filled else theme().color("press"))
            painter.drawRoundedRect(QRectF(number * (width + gap), 0, width, self.height()), 4, 4)


class StrengthLine(QWidget):
    """Shows how strong what is being typed is. The estimate is made beside the window: it takes word lists."""

    def __init__(self, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._asked: Job | None = None
        self._text = ""
        self._known: tuple[str, ...] = ()
        row = Row(self, gap=12)
        self._bars = _Bars()
        row.addWidget(self._bars, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = PlainLabel("", "small-strong")
        row.addWidget(self._words, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def words(self) -> str:
        """The sentence shown, "" while nothing is typed."""
        return self._words.text()

    def show_text(self, text: str, known: tuple[str, ...] = ()) -> None:
        """Judge `text`, for somebody who knows `known`, when the typing pauses."""
        self._text, self._known = text, known
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._forget()
            self._show(0, "")

    def _ask(self) -> None:
        self._forget()
        text, known = self._text, self._known

        def judge() -> Strength:
            from secondopinion_desktop.services.strength import strength  # noqa: PLC0415 - word lists

            return strength(text, known)

        self._asked = self._workers.start(judge, self._answer)

    def _forget(self) -> None:
        if self._asked is not None:
            self._asked.drop()
            self._asked = None

    def _answer(self, found: Strength) -> None:
        self._asked = None
        self._show(int(found), found.words)

    def _show(self, filled: int, words: str) -> None:
        self._bars.filled = filled
        self._bars.update()
        self._words.setText(words)
        self._bars.setAccessibleName(words)
