"""A big button with a picture, a name and a sentence, for the few choices of the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Column, IconLabel, PlainLabel, Row, press_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ChoiceButton(QPushButton):
    """As high as its words need; all of it is the target."""

    def __init__(self, icon_name: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self._row = Row(self, gap=16, margins=(20, 14, 14, 14))
        self._row.addWidget(IconLabel(icon_name, "accent_text", 26))
        words = Column(gap=2)
        for label in (PlainLabel(title, "card-title"), PlainLabel(sentence, "body", "muted")):
            words.addWidget(label)
        self._row.addLayout(words, 1)
        self._row.addWidget(IconLabel("chevron-right", "muted", 18))
        for child in self.children():
            if isinstance(child, QWidget):
                child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._row.invalidate()
            self.updateGeometry()
