"""Tabs with words only."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from secondopinion_desktop.ui.theme import theme


class TabBar(QTabBar):
    """A row of words with a line under the one shown. Bind to `tabBarClicked` and keys through `currentChanged`."""

    def __init__(self, name: str, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for word in words:
            self.addTab(word.replace("&", "&&"))

    def tabSizeHint(self, index: int) -> QSize:
        """Leave room for the bold letters of the tab shown: the style measures thin ones."""
        hint = super().tabSizeHint(index)
        bold = theme().font("strong")
        width = QFontMetrics(bold).horizontalAdvance(self.tabText(index).replace("&&", "&"))
        return QSize(max(hint.width(), width + 2 * theme().px(12) + 4), hint.height())
