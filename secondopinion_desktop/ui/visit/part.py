"""One part of visit mode: a column of large words in the middle, that scrolls where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, PlainLabel, Row, ScrollArea, announce

if TYPE_CHECKING:
    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.ui.theme import Role

_WIDEST: Final = 860


class Part(ScrollArea):
    """Put things into `body`. `trouble_changed` is emitted when `trouble` may be new."""

    trouble_changed = Signal()

    def __init__(self, title: str, sentence: str = "", *, above: str = "", role: Role = "page-title") -> None:
        outside = Box()
        super().__init__(outside)
        row = Row(outside, gap=0, margins=(24, 18, 24, 18))
        self._inside = Box()
        self._inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addStretch(0)
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        self.body = Column(self._inside, gap=14)
        self.above = PlainLabel(above, "strong", "muted")
        self.title = PlainLabel(title, role)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title.setAccessibleName(title)
        self.sentence = PlainLabel(sentence, "body", "muted")
        head = Column(gap=4)
        for label in (self.above, self.title, self.sentence):
            if not label.text():  # never shown here: without a parent yet it would become a window
                label.hide()
            head.addWidget(label)
        self.body.addLayout(head)
        theme().changed.connect(self._grow)
        self._grow()

    @property
    def trouble(self) -> UserError | None:
        """Why what is typed here could not be saved, if it could not."""
        return None

    def flush(self) -> bool:
        """Save what is typed here; return whether all is on the disk."""
        return True

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""

    def focus_start(self) -> None:
        """Put the keyboard where one writes, and let a screen reader say what this is."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.title, self.title.text())

    def do_command(self, _key: str) -> bool:
        """Do a command of the menu, or return False."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Ask for little height: it scrolls."""
        return QSize(super().minimumSizeHint().width(), theme().px(120))

    def _grow(self) -> None:
        self._inside.setMaximumWidth(theme().text_px(_WIDEST))
