"""Where Tab goes: Qt orders widgets by when they were made, people by where they stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QTableView, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def order_as_laid_out(*roots: QWidget) -> None:
    """Let Tab go through all that is in `roots` in the order of their layouts. Call it after rows came or moved."""
    chain = [stop for root in roots for stop in _stops(root)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def _stops(root: QWidget) -> Iterator[QWidget]:
    if isinstance(root, QTableView):
        yield from (one for one in (root.horizontalHeader(), root) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    layout = root.layout()
    if isinstance(root, QScrollArea):
        # Its other children are Qt's own: to name one here would cut off who holds its scroll bar.
        content = root.widget()
        inside: list[QWidget] = [content] if content is not None else []
    elif layout is not None:
        inside = list(_in_layout(layout))
    else:
        inside = [child for child in root.children() if isinstance(child, QWidget) and not child.isWindow()]
    for widget in inside:
        yield from _stops(widget)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)
