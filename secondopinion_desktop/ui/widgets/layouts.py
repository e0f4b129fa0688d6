"""Layouts whose gaps and margins grow with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout as _Layout
else:
    _Layout = object

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


class _Spaced(_Layout):
    """`gap` and `margins` (left, top, right, bottom) are logical pixels at 100 % text."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, margins: Margins = NONE) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._gap, self._margins = gap, margins
        theme().keep_grown(self)

    def set_margins(self, margins: Margins) -> None:
        """Keep other margins from now on."""
        self._margins = margins
        self.grow()

    def grow(self) -> None:
        """Set the lengths for the letters of now."""
        px = theme().px
        self.setSpacing(px(self._gap))
        self.setContentsMargins(*(px(side) for side in self._margins))


class Column(_Spaced, QVBoxLayout):
    """Top to bottom."""


class Row(_Spaced, QHBoxLayout):
    """Side by side, in reading direction."""


class Grid(_Spaced, QGridLayout):
    """Rows and columns; `gap` is used both ways, but `across` between columns where it is given."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, across: int | None = None, margins: Margins = NONE
    ) -> None:
        self._across = gap if across is None else across
        super().__init__(parent, gap=gap, margins=margins)

    def grow(self) -> None:
        """Set the lengths for the letters of now."""
        super().grow()
        if self._across != self._gap:
            self.setHorizontalSpacing(theme().px(self._across))


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
