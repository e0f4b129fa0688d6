"""Ticks: one, or several out of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from secondopinion_desktop.ui.forms.fields import FormField
from secondopinion_desktop.ui.widgets import CheckRow, Column, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Hashable

    from secondopinion_desktop.ui.forms.spec import FieldSpec


class TickField(FormField):
    """Yes or not; the label stands beside the box."""

    def __init__(self, spec: FieldSpec) -> None:
        self.row = CheckRow(spec.label_words, spec.help_words)
        super().__init__(spec, self.row)
        self.row.ticked.connect(self._tell_left)

    def read(self) -> bool:
        return self.row.is_ticked()

    def _raw(self) -> Hashable:
        return self.row.is_ticked()

    def _show(self, value: Any) -> None:
        self.row.set_ticked(ticked=bool(value))


class SeveralField(FormField):
    """Any number of answers out of a list. Its value is a list of keys, in the order of the list."""

    def __init__(self, spec: FieldSpec) -> None:
        box = QWidget()
        box.setAccessibleName(spec.label_words)
        super().__init__(spec, box)
        column = Column(box, gap=0)
        column.addWidget(PlainLabel(spec.label_words, "small-strong"))
        if spec.help_words:
            column.addWidget(PlainLabel(spec.help_words, "small", "muted"))
        self.rows: dict[str, CheckRow] = {}
        for key, words in spec.option_words:
            row = CheckRow(words)
            row.box.setAccessibleDescription(spec.label_words)
            row.ticked.connect(self._tell_left)
            column.addWidget(row)
            self.rows[key] = row
        self._others: tuple[str, ...] = ()  # what another edition of the program knew; it is kept
        box.setFocusProxy(next(iter(self.rows.values())))

    def read(self) -> list[str]:
        return [*(key for key, row in self.rows.items() if row.is_ticked()), *self._others]

    def _raw(self) -> Hashable:
        return tuple(self.read())

    def _show(self, value: Any) -> None:
        keys = tuple(value or ())
        self._others = tuple(key for key in keys if key not in self.rows)
        for key, row in self.rows.items():
            row.set_ticked(ticked=key in keys)
