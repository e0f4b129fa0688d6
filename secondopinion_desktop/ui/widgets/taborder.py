"""Where Tab goes: Qt orders widgets by when they were made, people by where they stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QScrollArea, QTableView, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def order_as_laid_out(*roots: QWidget) -> None:
    """Let Tab go through all that is in `roots` in the order of their layouts. Call it after rows came or moved."""
    chain = [widget for root in roots for widget in as_laid_out(root) if _is_stop(widget)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def as_laid_out(root: QWidget, *, seen_only: bool = False) -> Iterator[QWidget]:
    """Yield `root` and every widget in it, in the order of the layouts; `seen_only` leaves out what is hidden.

    Never ask Qt's own chain for this: PySide takes what `nextInFocusChain` returns for a part of the widget that was
    asked, and when that one is deleted, text documents and layout items of the whole window go with it.
    """
    if seen_only and not root.isVisible():
        return
    if isinstance(root, QTableView):  # its headings stand above it; all else in it is Qt's own
        yield from (root.horizontalHeader(), root)
        return
    yield root
    for widget in _inside(root):
        yield from as_laid_out(widget, seen_only=seen_only)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _inside(root: QWidget) -> list[QWidget]:
    layout = root.layout()
    if isinstance(root, QScrollArea):
        # Its other children are Qt's own: to name one here would cut off who holds its scroll bar.
        content = root.widget()
        return [content] if content is not None else []
    if isinstance(root, QAbstractScrollArea | QLabel):
        return []  # texts and lists: all in them is Qt's own, and PySide would make each kind there is to name it
    if layout is not None:
        return list(_in_layout(layout))
    return [child for child in root.children() if isinstance(child, QWidget) and not child.isWindow()]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)
