"""Where the fields of a form stand: one below the other, halves side by side where there is room, some folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Column, Dialog, PlainLabel, Row, quiet_button
from secondopinion_desktop.ui.widgets.scrolling import bring_into_view

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.ui.forms.fields import FormField

_ROOM_FOR_TWO = 430  # effective width


class FormLayout(QObject):
    """Sets `fields` into `form`. Subclasses may set those that are not folded away in another way."""

    def __init__(self, form: QWidget, fields: list[FormField]) -> None:
        super().__init__(form)
        self._pairs: list[Row] = []
        column = Column(form, gap=10)
        self.set_first(column, [field for field in fields if not field.spec.more])
        self._folded = [field for field in fields if field.spec.more]
        if self._folded:
            self._opener = quiet_button(_("More details"), "chevron-down", self._open)
            column.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignLeft)
            self._fold = Box()
            self._set(Column(self._fold, gap=10), self._folded)
            self._fold.hide()
            column.addWidget(self._fold)
        self._breakpoints = Breakpoints(form, (_ROOM_FOR_TWO,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange(self._breakpoints.index)

    def set_first(self, column: Column, fields: list[FormField]) -> None:
        """Set the fields that are not folded away."""
        self._set(column, fields)

    def reveal(self, field: FormField) -> None:
        """Make sure that `field` is not folded away."""
        if field in self._folded:
            self._unfold()

    def open_if_filled(self) -> None:
        """Fold away only what is empty."""
        if any(not field.is_empty for field in self._folded):
            self._unfold()

    def _open(self) -> None:
        self._unfold()
        window = self._fold.window()
        if isinstance(window, Dialog):
            window.grow()
        self._folded[0].focus()
        bring_into_view(self._folded[0].widget)

    def _unfold(self) -> None:
        self._opener.hide()
        self._fold.show()

    def _set(self, column: Column, fields: list[FormField]) -> None:
        waiting: Row | None = None
        for field in fields:
            if field.spec.group:
                column.addSpacing(4)
                column.addWidget(PlainLabel(_(field.spec.group), "strong"))
                waiting = None
            if not field.spec.half:
                column.addWidget(field.widget)
                waiting = None
            elif waiting is None:
                waiting = Row(gap=10)
                waiting.addWidget(field.widget, 1, Qt.AlignmentFlag.AlignTop)
                column.addLayout(waiting)
                self._pairs.append(waiting)
            else:
                waiting.addWidget(field.widget, 1, Qt.AlignmentFlag.AlignTop)
                waiting = None

    def _arrange(self, index: int) -> None:
        direction = Row.Direction.LeftToRight if index else Row.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(direction)
