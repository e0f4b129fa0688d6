"""The one suggested next action."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.theme import pixmap, theme
from secondopinion_desktop.ui.widgets import PaintedButton

_SIDE = 12
_ABOVE = 7
_ARROW = 18


class NextButton(PaintedButton):
    """Says "Next:" and the task; wraps, so that it is never cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fit)
        self.hide()

    def show_task(self, task: str) -> None:
        """Suggest `task`, or nothing."""
        self._task = task
        self.setAccessibleName(self._words())
        self.setVisible(bool(task))
        self._fit()
        self.update()

    def _words(self) -> str:
        return _("Next: {task}").format(task=self._task)

    def _layout(self, width: float) -> QTextLayout:
        words = self._words()
        layout = QTextLayout(words, theme().font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        strong = QTextLayout.FormatRange()
        strong.start = max(words.find(self._task), 0)
        strong.length = len(self._task)
        bold = QTextCharFormat()
        bold.setFontWeight(600)
        strong.format = bold
        layout.setFormats([strong])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _text_width(self, width: int) -> int:
        return width - theme().px(2 * _SIDE + 6) - theme().text_px(_ARROW)

    def _fit(self) -> None:
        words = self._layout(self._text_width(self.width())).boundingRect().height()
        self.setFixedHeight(max(round(words) + 2 * theme().px(_ABOVE), theme().px(36)))

    def sizeHint(self) -> QSize:
        return QSize(theme().text_px(160), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("hover" if self.is_touched else "accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        layout = self._layout(self._text_width(self.width()))
        painter.setPen(look.color("sel_text" if not self.underMouse() else "text"))
        layout.draw(painter, QPointF(look.px(_SIDE), (self.height() - layout.boundingRect().height()) / 2))
        side = look.text_px(_ARROW)
        arrow = pixmap("arrow-right", "accent_text", side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - look.px(_SIDE) - side, (self.height() - side) // 2, arrow)
