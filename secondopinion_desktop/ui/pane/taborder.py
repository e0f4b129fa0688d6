"""Where Tab goes: Qt orders widgets by when they were made, people by where they stand."""

from __future__ import annotations

from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@runtime_checkable
class Ordered(Protocol):
    """A widget that knows the order of its own parts, since some are made later than others."""

    def tab_order(self) -> list[QWidget]:
        """Return the parts in the order in which they stand."""


def stops(root: QWidget) -> list[QWidget]:
    """Return the widgets in `root`, itself too, at which Tab stops when they show, in the order they were made."""
    if isinstance(root, Ordered):
        return [stop for part in root.tab_order() for stop in stops(part)]
    window = root.window()
    found = [root, *root.findChildren(QWidget)]
    stopping = [widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    # Lists and calendars that open above the window are windows of their own.
    return [widget for widget in stopping if widget.focusProxy() is None and widget.window() is window]


def put_in_order(*widgets: QWidget) -> None:
    """Let Tab go through `widgets`, one after the other with all that is in them."""
    chain = [stop for widget in widgets for stop in stops(widget)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)
