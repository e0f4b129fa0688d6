"""Where Tab goes: Qt orders widgets by when they were made, people by where they stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QScrollArea, QTableView, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_TAB_FOCUS: Final = 1  # of Qt.FocusPolicy, which is asked thousands of times
# Texts, lists and labels: what is in them PySide would have to make each kind there is for, only to name it.
_ALL_QTS_OWN: Final = (QAbstractScrollArea, QLabel)


def order_as_laid_out(*roots: QWidget) -> None:
    """Let Tab go through all that is in `roots` in the order of their layouts. Call it after rows came or moved."""
    chain = [widget for root in roots for widget in as_laid_out(root) if _is_stop(widget)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def as_laid_out(root: QWidget, *, seen_only: bool = False) -> list[QWidget]:
    """Return `root` and every widget in it, in the order of the layouts; `seen_only` leaves out what is hidden.

    Never ask Qt's own chain for this: PySide takes what `nextInFocusChain` returns for a part of the widget that was
    asked, and when that one is deleted, text documents and layout items of the whole window go with it.
    """
    found: list[QWidget] = []
    _add(root, found, seen_only=seen_only)
    return found


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & _TAB_FOCUS) and widget.focusProxy() is None


def _add(root: QWidget, found: list[QWidget], *, seen_only: bool) -> None:
    if seen_only and not root.isVisible():
        return
    if isinstance(root, QTableView):  # its headings stand above it; all else in it is Qt's own
        found += (root.horizontalHeader(), root)
        return
    found.append(root)
    if isinstance(root, QScrollArea):
        # Its other children are Qt's own: to name one here would cut off who holds its scroll bar.
        content = root.widget()
        if content is not None:
            _add(content, found, seen_only=seen_only)
    elif not isinstance(root, _ALL_QTS_OWN):
        layout = root.layout()
        if layout is not None:
            _add_what_is_in(layout, found, seen_only=seen_only)
        else:
            _add_children(root, found, seen_only=seen_only)


def _add_children(root: QWidget, found: list[QWidget], *, seen_only: bool) -> None:
    for child in root.children():
        if isinstance(child, QWidget) and not child.isWindow():
            _add(child, found, seen_only=seen_only)


def _add_what_is_in(layout: QLayout, found: list[QWidget], *, seen_only: bool) -> None:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            _add(widget, found, seen_only=seen_only)
        elif (inner := item.layout()) is not None:
            _add_what_is_in(inner, found, seen_only=seen_only)
