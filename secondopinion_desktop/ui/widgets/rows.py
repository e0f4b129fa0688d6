"""A row one can tick: the words wrap, and all of them are the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.labels import PlainLabel
from secondopinion_desktop.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class CheckRow(QWidget):
    """A tick box, words that wrap, a muted line under them, and room for more at the right (`trailing`).

    `ticked` is emitted when the person ticks or unticks, never when code does.
    """

    ticked = Signal(bool)

    def __init__(
        self,
        words: str,
        meta: str = "",
        *,
        checked: bool = False,
        fade_when_done: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fades = fade_when_done
        row = Row(self, gap=2, margins=(0, 3, 0, 3))
        self.box = QCheckBox()
        self.box.setChecked(checked)
        self.box.clicked.connect(self._tell)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(gap=0)
        self.words = PlainLabel()
        self.meta = PlainLabel("", "small", "muted")
        column.addWidget(self.words)
        column.addWidget(self.meta)
        row.addLayout(column, 1)
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
        # The box stands at the height of the first line of words, and is a target of 32 px at least.
        side = max(theme().px(32), 32)
        self.box.setMinimumSize(side, 0)
        self.box.setFixedHeight(max(self.words.fontMetrics().height(), 24))
        self.setMinimumHeight(max(theme().px(34), 34))
        self._fade()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.box.isEnabled():
            self.box.click()
