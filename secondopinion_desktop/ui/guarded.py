"""Errors must not leave what Qt calls: while one waits to be told, PySide gives back overrides once too often."""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

_Widget = TypeVar("_Widget")
_Event = TypeVar("_Event", bound="QEvent")


def guarded(handle: Callable[[_Widget, _Event], None]) -> Callable[[_Widget, _Event], None]:
    """Mark an event handler that saves or reads the file. What it raises is told at once, and the event is ignored.

    With PySide 6.11 an error that leaves one override stays pending, and every override that is called before it is
    told loses a reference; some collections later the program ends. Ignoring a close keeps the window open.
    """

    @wraps(handle)
    def wrapper(widget: _Widget, event: _Event) -> None:
        try:
            handle(widget, event)
        except Exception:  # noqa: BLE001 - handed on to the one place that tells of what nobody caught
            event.ignore()
            sys.excepthook(*sys.exc_info())

    return wrapper
