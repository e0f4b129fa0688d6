"""Two things at the two ends of a line; where they do not fit, the second goes below the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem

from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_GAP = 8
_BOTH = 2


class Ends(QHBoxLayout):
    """Holds `first` (may wrap) and `last` (keeps its width).

    Its items are asked for each time and never kept: they belong to Qt, and what PySide has for one can lapse while
    the item lives. To raise an error in the middle of Qt's laying out ends the program.
    """

    def __init__(self, first: QWidget, last: QWidget) -> None:
        super().__init__()
        self.addWidget(first)
        self.addWidget(last)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for rect in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap() * max(0, len(shown) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(width, max((item.minimumSize().height() for item in self._shown()), default=0))

    def maximumSize(self) -> QSize:
        return QLayout.maximumSize(self)

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        places = self._places(rect.width())
        drop = max(0, rect.height() - max((place.bottom() + 1 for place in places), default=0)) // 2
        for item, place in zip(self._shown(), places, strict=True):
            moved = place.translated(rect.left(), rect.top() + drop)
            if direction == Qt.LayoutDirection.RightToLeft:
                moved.moveLeft(rect.left() + rect.right() - moved.right())
            item.setGeometry(moved)

    def _shown(self) -> list[QLayoutItem]:
        items = (self.itemAt(place) for place in range(self.count()))
        return [item for item in items if item is not None and not item.isEmpty()]

    def _gap(self) -> int:
        return theme().px(_GAP)

    def _places(self, width: int) -> list[QRect]:
        shown = self._shown()
        if len(shown) < _BOTH:
            return [QRect(0, 0, width, _height(item, width)) for item in shown]
        first, last = shown
        hint, end = first.sizeHint().width(), last.sizeHint()
        if hint + self._gap() + end.width() <= width:
            height = max(_height(first, hint), end.height())
            left = QRect(0, 0, width - self._gap() - end.width(), height)
            return [left, QRect(width - end.width(), (height - end.height()) // 2, end.width(), end.height())]
        top = _height(first, width)
        below = min(end.width(), width)
        return [QRect(0, 0, width, top), QRect(0, top + theme().px(2), below, _height(last, below))]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
