"""Rows of widgets for rows of the file: what is typed in one stays when another one comes, moves or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Button, Column, Still, restyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


_MANY = 3


class ListedRow(Protocol):
    """What a row offers. `show_item(item, place)` is called whenever anything may be new; `place` counts from 0.

    One in which words are typed has `must_stay` as well, true while something in it is not saved, or is to be read
    before it goes; the signal `released`, for when that is over; and `show_gone`, which takes away what cannot be done
    any more.
    """

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
        self._staying: dict[str, Any] = {}
        self._column = Column(self, gap=gap)
        self._more = Button("", "quiet")
        self._more.clicked.connect(self._unfold)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.hide()

    @property
    def ids(self) -> list[str]:
        """The ids of the rows shown, from top to bottom."""
        return list(self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see: no row, and none that is gone but has words to be saved or read."""
        return not (self.rows or self._staying)

    def show_items(self, items: Sequence[Any], *, first_place: int = 0) -> None:
        """Show these, in this order; places count from `first_place`, for a list that goes on after another one."""
        self._items, self._first_place = items, first_place
        before = self.rows
        self._set_rows(self._unfolded_of(items))
        for place, item in enumerate(self._unfolded_of(items), start=first_place):
            self.rows[item.id].show_item(item, place)
        self._more.set_words(_("Show all {count}").format(count=len(items)))
        self._more.setVisible(len(self.rows) < len(items))
        if list(self.rows) != list(before):
            self._arrange()
            self.rearranged.emit()
        # Last: what is still typed in a row that goes is saved, and that is a change to hear of.
        for row_id in before:
            if row_id not in self.rows:
                self._drop(row_id, before[row_id])

    def show_by_portions(self, items: Sequence[Any], *, first_place: int = 0) -> Iterator[int]:
        """Show these in a list that is empty still, a few at a time: as told in ui/widgets/portions.py."""
        shown = self._unfolded_of(items)
        for start in range(0, len(shown) - _MANY, _MANY):
            some = shown[start : start + _MANY]
            with Still(self._column):
                self._set_rows(shown[: start + len(some)])
                for place, item in enumerate(some, start=first_place + start):
                    self.rows[item.id].show_item(item, place)
                self._arrange()
            yield sum(self.rows[item.id].minimumHeight() for item in some)
        self.show_items(items, first_place=first_place)
        yield 0

    def _unfolded_of(self, items: Sequence[Any]) -> Sequence[Any]:
        return items if self._unfolded or len(items) <= self._at_first else items[: self._at_first]

    def _set_rows(self, items: Sequence[Any]) -> None:
        before = self.rows
        self.rows = {item.id: before.get(item.id) or self._back(item.id) or self._new(item) for item in items}

    def flush(self) -> bool:
        """Save what is typed in any of the rows; return whether all is on the disk."""
        saved = [row.flush() for row in (*self.rows.values(), *self._staying.values())]
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

    def _back(self, row_id: str) -> Any:
        """Return the row of what was gone and has come back, None if there is none."""
        row = self._staying.pop(row_id, None)
        if row is not None:
            row.show_gone(gone=False)
        return row

    def _new(self, item: Any) -> QWidget:
        row = self._make(item)
        row.setParent(self)
        return row

    def _drop(self, row_id: str, row: Any) -> None:
        """Take a row away, unless words in it cannot be saved, or it has to say where they are: then it waits below."""
        row.flush()
        if getattr(row, "must_stay", False) and row_id not in self.rows:
            self._staying[row_id] = row
            row.show_gone(gone=True)
            row.released.connect(self._let_go)
            self._place_rows()
            row.show()
            self.rearranged.emit()
        else:
            row.hide()
            row.deleteLater()

    def _let_go(self) -> None:
        """Take away what waited and need not any longer. It may have come back into the list meanwhile."""
        for row_id, row in [*self._staying.items()]:
            if not row.must_stay and self._staying.pop(row_id, None) is not None:
                row.hide()
                row.deleteLater()
                self.rearranged.emit()

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
        for place, row in enumerate((*self.rows.values(), *self._staying.values())):
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
