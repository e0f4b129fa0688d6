"""The cards beside the checklist: why it matters, what is good to know, what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, Card, Column, IconLabel, PlainLabel, Row, RowButton, let_be_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop import guidance
    from secondopinion_desktop.ui.pages.step.related import Link

_INSET, _FLUSH = 6, 3


class LinkRow(RowButton):
    """An icon and words that wrap; `chosen` carries what the link opens (kind, id).

    In line with the quiet buttons of a card it is `flush`; in a card whose rows bleed it is not.
    """

    chosen = Signal(str, str)

    def __init__(self, *, flush: bool = False) -> None:
        super().__init__()
        self._opens = ("", "")
        row = Row(self, gap=8, margins=(_FLUSH if flush else _INSET, 5, _INSET, 5))
        self._icon = IconLabel("link", "accent_text", 18)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.words = PlainLabel("", "strong", "accent")
        row.addWidget(self.words, 1)
        self.clicked.connect(self._choose)

    def show_link(self, link: Link) -> None:
        """Show another link."""
        self._opens = link.opens
        self._icon.set_icon(link.icon)
        self.words.setText(link.words)
        self.setAccessibleName(link.words)

    def _choose(self) -> None:
        self.chosen.emit(*self._opens)


class SideCards(Box):
    """`opened` carries kind and id of the link that was pressed."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        column = Column(self, gap=14)
        self.why = Card(_("Why this matters"), icon_name="heart", soft=True)
        self._why = PlainLabel()
        self.why.add(self._why)
        self.good = Card(_("Good to know"), icon_name="bulb", soft=True)
        self._tips: list[PlainLabel] = []
        self.related = Card(_("Related"), bleed=_INSET)
        self.links: list[LinkRow] = []
        for card in (self.why, self.good, self.related):
            card.title.setProperty("role", "strong")
            column.addWidget(card)
        column.addStretch(1)

    def show_step(self, step: guidance.Step) -> None:
        """Show the words of another step."""
        self._why.setText(" ".join(step.why.split()))
        for label in self._tips:
            label.hide()
            label.deleteLater()
        self._tips = [PlainLabel(tip) for tip in step.tips]
        for label in self._tips:
            self.good.add(label)

    def show_links(self, found: Sequence[Link]) -> None:
        """Show links with their counts of now. Rows are used again, so that the keyboard stays where it is."""
        while len(self.links) > len(found):
            row = self.links.pop()
            row.hide()
            row.deleteLater()
        while len(self.links) < len(found):
            row = LinkRow()
            row.chosen.connect(self.opened)
            self.links.append(row)
            self.related.add(row)
        for row, link in zip(self.links, found, strict=True):
            row.show_link(link)
        let_be_seen(self.related, seen=bool(found))
