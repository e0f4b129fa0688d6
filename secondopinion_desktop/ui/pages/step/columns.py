"""The columns "Who" and "When" of the checklist: as wide as their words, or gone where there is no room or no use."""

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
_ENOUGH = 3  # tasks with somebody or a day; for fewer, two columns would be mostly empty, and the words break early


class Columns(QObject):
    """Keeps the heads and all rows of `card` at the same widths."""

    def __init__(self, card: ChecklistCard, inset: int) -> None:
        super().__init__(card)
        self._card, self._inset = card, inset
        self._widths, self._with_ways = (0, 0), False
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
        tasks, rows = self._card.tasks, list(self._card.rows.values())
        days = {task.id: when_words(task).words for task in tasks}
        # The day on which one was ticked does not count, and one that is ticked counts as before: a tick would
        # rearrange the whole list under the hand. Names alone stand under the words: the first tick would add "When".
        filled = sum(bool(task.who or task.due) for task in tasks)
        useful = filled >= min(_ENOUGH, len(tasks)) and any(task.due for task in tasks)
        beside = useful and self._card.width() / theme().scale >= _FROM
        who = _width(self._who, {task.who for task in tasks}) if beside else 0
        when = _width(self._when, set(days.values())) if beside else 0
        for head, width in ((self._who, who), (self._when, when)):
            head.setFixedWidth(width)
            head.setVisible(self.needed and width > 0)
        with_ways = any(self._card.place_of(task) for task in tasks)
        self._widths, self._with_ways = (who, when), with_ways
        for row in rows:
            self.fit_row(row)
        if rows:
            buttons = rows[0].more.sizeHint().width()
            if with_ways:
                buttons += rows[0].go.sizeHint().width() + theme().px(_GAP)
            self._over_more.setFixedWidth(buttons + theme().px(self._inset))
        # Small words beside the title stand a little higher than their bottom, so that all are on one line.
        lift = QFontMetrics(theme().font("card-title")).descent() - QFontMetrics(theme().font("small")).descent()
        for small in (self._who, self._when, self._card.count):
            small.setContentsMargins(0, 0, 0, max(0, lift))
        self._over_more.setVisible(self.needed and beside)

    def fit_row(self, row: TaskRow) -> None:
        """Give a row the widths set last."""
        row.set_columns(*self._widths)
        row.keep_room_for_go(kept=self._with_ways)


def _width(head: PlainLabel, words: set[str]) -> int:
    small, strong = QFontMetrics(theme().font("small")), QFontMetrics(theme().font("small-strong"))
    widest = max((small.horizontalAdvance(word) for word in words), default=0)
    if not widest:
        return 0
    wanted = max(strong.horizontalAdvance(head.text()), min(widest, theme().text_px(_WIDEST)))
    return wanted + theme().px(8)
