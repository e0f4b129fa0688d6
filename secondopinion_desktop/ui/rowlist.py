"""Rows of widgets for rows of the file: what is typed in one stays when another one comes, moves or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Button, Column, restyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_MANY = 3


class ListedRow(Protocol):
    """What a row offers. `show_item(item, place)` is called whenever anything may be new; `place` counts from 0."""

    def show_item(self, item: Any, place: int) -> None: ...

    def flush(self) -> bool: ...


class RowList(QWidget):
    """Shows one widget an item, made by `make(item)`; items have an `id`. A long list is folded until asked for.

    `rearranged` is emitted after rows came, went or moved: then the order of Tab is to be set anew.
    """

    rearranged = Signal()

    def __init__(
        self,
        make: Callable[[Any], QWidget],
        *,
        at_first: int = 25,
        lines: bool = True,
        gap: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._at_first, self._has_lines = make, at_first, lines
        self._unfolded = False
        self._first_place = 0
        self._items: Sequence[Any] = ()
        self.rows: dict[str, Any] = {}
        self._column = Column(self, gap=gap)
        self._more = Button("", "quiet")
        self._more.clicked.connect(self._unfold)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.hide()

    @property
    def ids(self) -> list[str]:
        """The ids of the rows shown, from top to bottom."""
        return list(self.rows)

    def show_items(self, items: Sequence[Any], *, first_place: int = 0) -> None:
        """Show these, in this order; places count from `first_place`, for a list that goes on after another one."""
        self._items, self._first_place = items, first_place
        shown = items if self._unfolded or len(items) <= self._at_first else items[: self._at_first]
        before = self.rows
        rows: dict[str, Any] = {item.id: before.get(item.id) or self._new(item) for item in shown}
        self.rows = rows
        for place, item in enumerate(shown, start=first_place):
            rows[item.id].show_item(item, place)
        self._more.set_words(_("Show all {count}").format(count=len(items)))
        self._more.setVisible(len(shown) < len(items))
        if list(rows) != list(before):
            self._arrange()
            self.rearranged.emit()
        # Last: what is still typed in a row that goes is saved, and that is a change to hear of.
        for row_id in before:
            if row_id not in rows:
                self._drop(before[row_id])

    def flush(self) -> bool:
        """Save what is typed in any of the rows; return whether all is on the disk."""
        saved = [row.flush() for row in self.rows.values()]
        return all(saved)

    def reveal(self, row_id: str) -> bool:
        """Make sure that a row is not folded away; return whether there is one."""
        if row_id not in self.rows and any(item.id == row_id for item in self._items):
            self._unfold()
        return row_id in self.rows

    def neighbour(self, row_id: str) -> str:
        """Return the id of the row below, or above the last one; "" where there is no other."""
        ids = self.ids
        place = ids.index(row_id)
        return next(iter([*ids[place + 1 : place + 2], *ids[max(0, place - 1) : place]]), "")

    def _new(self, item: Any) -> QWidget:
        row = self._make(item)
        row.setParent(self)
        return row

    def _drop(self, row: Any) -> None:
        row.flush()
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        new = [row for row in self.rows.values() if row.isHidden()]
        at_once = len(new) > _MANY and self.isVisible()
        # Showing them one by one would lay out the whole page as often.
        if at_once:
            self.hide()
        self._place_rows()
        for row in new:
            row.show()
        if at_once:
            self.show()

    def _place_rows(self) -> None:
        while self._column.takeAt(0) is not None:
            pass
        for place, row in enumerate(self.rows.values()):
            self._column.addWidget(row)
            self._draw_line(row, above=self._has_lines and place > 0)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _draw_line(self, row: QWidget, *, above: bool) -> None:
        edge = "top" if above else "none"
        if row.property("edge") != edge:
            row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            row.setProperty("edge", edge)
            restyle(row)

    def _unfold(self) -> None:
        first_hidden = self._items[len(self.rows)].id if len(self.rows) < len(self._items) else ""
        asked = self._more.hasFocus()
        self._unfolded = True
        self.show_items(self._items, first_place=self._first_place)
        if asked and first_hidden:
            self.rows[first_hidden].setFocus(Qt.FocusReason.OtherFocusReason)
