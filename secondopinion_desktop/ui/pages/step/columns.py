"""The columns "Who" and "When" of the checklist: as wide as their words, or gone where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetrics

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.checklist import when_words
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.ui.pages.step.checklist import ChecklistCard
    from secondopinion_desktop.ui.pages.step.row import TaskRow

_WIDEST = 104
_FROM = 460  # effective width of the card; narrower, who and when stand under the words
_GAP = 4


class Columns(QObject):
    """Keeps the heads and all rows of `card` at the same widths."""

    def __init__(self, card: ChecklistCard, inset: int) -> None:
        super().__init__(card)
        self._card, self._inset = card, inset
        self._widths = (0, 0)
        self.needed = True
        self.heads = Row(gap=_GAP)
        self._who = PlainLabel(_("Who"), "small-strong", wrap=False)
        self._when = PlainLabel(_("When"), "small-strong", wrap=False)
        self._over_more = Box()
        for head in (self._who, self._when, self._over_more):
            self.heads.addWidget(head, 0, Qt.AlignmentFlag.AlignBottom)
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """Set the widths anew: as the words of all tasks need it, those of rows that are still to come too."""
        there_is_room = self._card.width() / theme().scale >= _FROM
        who = _width(self._who, {task.who for task in self._card.tasks})
        when = _width(self._when, {when_words(task).words for task in self._card.tasks})
        self._widths = (who, when) if there_is_room else (0, 0)
        for head, width in ((self._who, who), (self._when, when)):
            head.setFixedWidth(width)
            head.setVisible(self.needed and there_is_room)
        rows = list(self._card.rows.values())
        for row in rows:
            self.fit_row(row)
        if rows:
            self._over_more.setFixedWidth(rows[0].more.sizeHint().width() + theme().px(self._inset))
        # Small words beside the title stand a little higher than their bottom, so that all are on one line.
        lift = QFontMetrics(theme().font("card-title")).descent() - QFontMetrics(theme().font("small")).descent()
        for small in (self._who, self._when, self._card.count):
            small.setContentsMargins(0, 0, 0, max(0, lift))
        self._over_more.setVisible(self.needed and there_is_room)

    def fit_row(self, row: TaskRow) -> None:
        """Give a row the widths set last."""
        row.set_columns(*self._widths)


def _width(head: PlainLabel, words: set[str]) -> int:
    small, strong = QFontMetrics(theme().font("small")), QFontMetrics(theme().font("small-strong"))
    widest = max((small.horizontalAdvance(word) for word in words), default=0)
    wanted = max(strong.horizontalAdvance(head.text()), min(widest, theme().text_px(_WIDEST)))
    return wanted + theme().px(8)
