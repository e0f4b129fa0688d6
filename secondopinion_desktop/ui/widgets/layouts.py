"""Layouts whose gaps and margins grow with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


def _fit(layout: QLayout, gap: int, margins: Margins) -> None:
    px = theme().px
    layout.setSpacing(px(gap))
    layout.setContentsMargins(*(px(side) for side in margins))


class Column(QVBoxLayout):
    """Top to bottom. `gap` and `margins` (left, top, right, bottom) are logical pixels at 100 % text."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NONE) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._gap, self._margins = gap, margins
        theme().changed.connect(self._grow)
        self._grow()

    def set_margins(self, margins: Margins) -> None:
        """Keep other margins from now on."""
        self._margins = margins
        self._grow()

    def _grow(self) -> None:
        _fit(self, self._gap, self._margins)


class Row(QHBoxLayout):
    """Side by side, in reading direction."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NONE) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._gap, self._margins = gap, margins
        theme().changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        _fit(self, self._gap, self._margins)


class Grid(QGridLayout):
    """Rows and columns; `gap` is used both ways."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NONE) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._gap, self._margins = gap, margins
        theme().changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        _fit(self, self._gap, self._margins)


class Line(QFrame):
    """A hairline between two things."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Box(QWidget):
    """A plain widget to hold a layout, on the ground it stands on."""

    def __init__(self, parent: QWidget | None = None, *, ground: str = "none", edge: str = "") -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        if edge:
            self.setProperty("edge", edge)
        if ground != "none" or edge:
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
