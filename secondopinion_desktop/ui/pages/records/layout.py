"""Where the fields of a record stand: the dates of its way in a row, then who and what, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.forms.layout import FormLayout
from secondopinion_desktop.ui.widgets import Breakpoints, Column, Grid, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.ui.forms.fields import FormField

# Effective widths of the form: two dates side by side, four.
_TWO, _FOUR = 330, 640
_DATES = 4


class RecordLayout(FormLayout):
    """`under_dates`, `beside_note` and `under_note` take what is no field."""

    def __init__(self, form: QWidget, fields: list[FormField]) -> None:
        self._dates: list[FormField] = []
        self._grid = Grid(gap=10)
        self._note_row = Row(gap=10)
        self.under_dates, self.beside_note, self.under_note = Row(gap=8), Column(), Column(gap=4)
        super().__init__(form, fields)
        self._watch = Breakpoints(form, (_TWO, _FOUR))
        self._watch.changed.connect(self._place_dates)
        self._place_dates()

    def set_first(self, column: Column, fields: list[FormField]) -> None:
        self._dates, rest = fields[:_DATES], fields[_DATES:]
        column.addLayout(self._grid)
        column.addLayout(self.under_dates)
        note, *last = rest
        self._note_row.addWidget(note.widget, 1, Qt.AlignmentFlag.AlignTop)
        self._note_row.addLayout(self.beside_note)
        column.addLayout(self._note_row)
        column.addLayout(self.under_note)
        self._set(column, last)

    def open_if_filled(self) -> None:
        """Keep the card short; say how much is filled in."""
        self._fold.hide()
        self._opener.show()
        count = sum(not field.is_empty for field in self._folded)
        words = ngettext("More details, {count} filled in", "More details, {count} filled in", count)
        self._opener.set_words(words.format(count=count) if count else _("More details"))

    def _place_dates(self, _index: int = 0) -> None:
        across = (1, 2, 4)[self._watch.index]
        for place, field in enumerate(self._dates):
            self._grid.removeWidget(field.widget)
            self._grid.addWidget(field.widget, place // across, place % across, Qt.AlignmentFlag.AlignTop)
        for number in range(_DATES):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
        upright = Row.Direction.TopToBottom if across < _DATES else Row.Direction.LeftToRight
        self.under_dates.setDirection(upright)
        for place in range(self.under_dates.count()):
            item = self.under_dates.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                self.under_dates.setAlignment(widget, Qt.AlignmentFlag.AlignLeft)
        self._note_row.setDirection(Row.Direction.TopToBottom if across == 1 else Row.Direction.LeftToRight)
