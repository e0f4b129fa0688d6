"""The line under a note's title: when, with whom, where. Pressing it changes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import button_text, plain_tooltip, press_by_enter


class MetaLine(QPushButton):
    """A quiet line that can be pressed, shortened with "…" where it does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "meta")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = self._hint = ""

    def say(self, words: str, hint: str) -> None:
        """Show `words`; `hint` says what a press does."""
        self._words, self._hint = words, hint
        self.setAccessibleName(words or hint)
        self.setAccessibleDescription(hint)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        room = self.width() - 2 * theme().px(4) - 4  # the padding of the stylesheet, and what a button keeps beside it
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(button_text(shown))
        self.setToolTip(plain_tooltip(self._hint if shown == self._words else f"{self._words}\n{self._hint}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())
