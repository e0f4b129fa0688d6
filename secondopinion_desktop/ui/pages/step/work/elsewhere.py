"""A card that leads to something of another step: what is there, in one line, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.foldcard import SNUG
from secondopinion_desktop.ui.pane.ends import Ends
from secondopinion_desktop.ui.widgets import Card, Column, IconLabel, PlainLabel, Row, RowButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile

_INSET = 6


class ElsewhereCard(Card):
    """`says` is the line, read again when one of `kinds` changes. `opens` is (kind, id) of the place in `step`."""

    open_requested = Signal(str, str)

    def __init__(
        self,
        file: OpenFile,
        title: str,
        says: Callable[[OpenFile], str],
        kinds: tuple[str, ...],
        step: str,
        opens: tuple[str, str],
    ) -> None:
        super().__init__(bleed=_INSET)
        self.body.set_margins(SNUG)
        self._file, self._says, self._opens = file, says, opens
        self._title, self._place = title, guidance.step(step).name
        self.head = RowButton()
        row = Row(self.head, gap=8, margins=(_INSET, 4, _INSET, 4))
        beside = Column(gap=0, margins=(0, 4, 0, 0))  # words begin where those of the cards that open here begin
        beside.addWidget(IconLabel("arrow-right", "accent_text", 18))
        beside.addStretch(1)
        row.addLayout(beside)
        words = Column(gap=0)
        where = PlainLabel(self._place, "small-strong", "accent", wrap=False)
        words.addLayout(Ends(PlainLabel(title, "card-title"), where))
        self.line = PlainLabel("", "small", "muted")
        words.addWidget(self.line)
        row.addLayout(words, 1)
        self.head.clicked.connect(self._go)
        self.head.setAccessibleDescription(_("Press to go to the step “{step}”").format(step=self._place))
        self.add(self.head)
        self.setAccessibleName(title)
        self.setFocusProxy(self.head)
        CatchUp(self, file.feed, kinds).due.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is there now."""
        line = self._says(self._file)
        self.line.setText(line)
        self.head.setAccessibleName(f"{self._title}. {line}")

    def _go(self) -> None:
        self.open_requested.emit(*self._opens)
