"""A row one can tick: the words wrap, and all of them are the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.labels import PlainLabel
from secondopinion_desktop.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from secondopinion_desktop.ui.widgets.labels import Tone


class TickBox(QCheckBox):
    """A tick that a double click sets once: many people click everything twice, and the second would take it back.

    A CheckRow it stands in is asked about each key first.
    """

    _second_click = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.parentWidget()
        if not (isinstance(row, CheckRow) and row.takes_key(event)):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._second_click = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._second_click:
            self._second_click = False
        else:
            super().mouseReleaseEvent(event)


class CheckRow(QWidget):
    """A tick box, words that wrap, a line under them in `meta_tone`, and room for more at the right (`trailing`).

    `ticked` is emitted when the person ticks or unticks, never when code does. A double click ticks once.

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
        self.box = TickBox()
        self.box.setChecked(checked)
        self.box.clicked.connect(self._tell)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._column = Column(gap=0)
        self.words = PlainLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.words)
        row.addLayout(self._column, 1)
        self._meta_tone: Tone = meta_tone
        self._meta: PlainLabel | None = None
        self.trailing = Row(gap=4)
        row.addLayout(self.trailing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.box)
        theme().keep_grown(self)
        self.show_words(words, meta)

    def show_words(self, words: str, meta: str = "") -> None:
        """Say something else."""
        self.words.setText(words)
        if meta or self._meta is not None:
            self.meta.setText(meta)
            self.meta.setVisible(bool(meta))
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(meta)

    @property
    def meta(self) -> PlainLabel:
        """The line under the words, made when there is something to say: most rows of a long list have none."""
        if self._meta is None:
            self._meta = PlainLabel("", "small", self._meta_tone)
            self._column.addWidget(self._meta)
            item = self.trailing.itemAt(0)
            beside = item.widget() if item is not None else None
            if beside is not None:
                self._meta.stackUnder(beside)  # a screen reader goes through them in this order
            self._meta.hide()
        return self._meta

    def set_meta_tone(self, tone: Tone) -> None:
        """Say the line under the words in another colour."""
        self._meta_tone = tone
        if self._meta is not None:
            self._meta.set_tone(tone)

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

    def takes_key(self, _event: QKeyEvent) -> bool:
        """Do what a key on the box asks for besides ticking; return whether it asked for something."""
        return False

    def grow(self) -> None:
        """Stand as high as the letters of now ask for."""
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
            self.grow()

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
