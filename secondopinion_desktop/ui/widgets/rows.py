"""A row one can tick: the words wrap, and all of them are the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.labels import PlainLabel
from secondopinion_desktop.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from secondopinion_desktop.ui.widgets.labels import Tone


class CheckRow(QWidget):
    """A tick box, words that wrap, a line under them in `meta_tone`, and room for more at the right (`trailing`).

    `ticked` is emitted when the person ticks or unticks, never when code does. A double click ticks once: many people
    click everything twice, and the second click would take the tick back.

    `level_with_button` puts the first line of words on the height of a button in `trailing`; other words there start
    `drop` pixels lower to stand on the same line.
    """

    ticked = Signal(bool)

    def __init__(
        self,
        words: str,
        meta: str = "",
        *,
        checked: bool = False,
        fade_when_done: bool = False,
        level_with_button: bool = False,
        meta_tone: Tone = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fades, self._level = fade_when_done, level_with_button
        self._second_click = False
        row = Row(self, gap=2, margins=(0, 3 if level_with_button else 0, 0, 3))
        self.box = QCheckBox()
        self.box.setChecked(checked)
        self.box.clicked.connect(self._tell)
        self.box.installEventFilter(self)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._column = Column(gap=0)
        self.words = PlainLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.meta = PlainLabel("", "small", meta_tone)
        self._column.addWidget(self.words)
        self._column.addWidget(self.meta)
        row.addLayout(self._column, 1)
        self.trailing = Row(gap=4)
        row.addLayout(self.trailing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.box)
        theme().changed.connect(self._grow)
        self._grow()
        self.show_words(words, meta)

    def show_words(self, words: str, meta: str = "") -> None:
        """Say something else."""
        self.words.setText(words)
        self.meta.setText(meta)
        self.meta.setVisible(bool(meta))
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(meta)

    def is_ticked(self) -> bool:
        """Return whether the box is ticked."""
        return self.box.isChecked()

    def set_ticked(self, *, ticked: bool) -> None:
        """Tick or untick from code; nothing is emitted."""
        self.box.setChecked(ticked)
        self._fade()

    def _tell(self, checked: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._fade()
        self.ticked.emit(checked)

    def _fade(self) -> None:
        if self._fades:
            self.words.set_tone("muted" if self.box.isChecked() else "text")

    def _grow(self) -> None:
        # The box is a target of 32 px at least; the first line of words stands at the height of its middle.
        side = max(theme().px(32), 32)
        self.box.setMinimumSize(side, 0)
        line = self.words.fontMetrics().height()
        first = max(line, theme().px(34), 34) if self._level else max(line, side)
        self.box.setFixedHeight(first)
        self.drop = (first - line) // 2
        beside = theme().px(8) if self._level else 0  # words never touch the name beside them
        self._column.setContentsMargins(0, self.drop, beside, 0)
        self.setMinimumHeight(max(theme().px(34), 34))
        self._fade()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._second_click = True
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._second_click:
            self._second_click = False
            return True
        return super().eventFilter(watched, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._second_click = True
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._second_click:
            self._second_click = False
            return
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.box.isEnabled():
            self.box.click()
