"""What is seen is built at once; the rest in short turns, while nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer

from secondopinion_desktop.ui.guarded import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout, QWidget

_PAUSE_MS: Final = 20
"""What is seen is painted first."""
_TURN_MS: Final = 8
"""A key pressed meanwhile waits no longer than this and one part."""


class Portions(QObject):
    """Builds `owner` part by part. A part is what happens up to a `yield`, which says how many pixels high it is.

    Qt paints and hears keys between two turns. Nothing is built while the owner is hidden; what is seen of it is built
    before it is shown.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._parts: Iterator[int] | None = None
        self._is_building = False
        self._filled = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take_turn)
        owner.installEventFilter(self)

    @property
    def is_done(self) -> bool:
        """Whether all is built."""
        return self._parts is None

    def begin(self, parts: Iterator[int]) -> None:
        """Forget what is left, and be ready to build these."""
        self._parts, self._filled = parts, 0
        self._timer.start(_PAUSE_MS)

    def fill(self, height: int) -> None:
        """Build now what is seen in so many pixels, as far as it is not there."""
        while self._filled < height and self._parts is not None and not self._is_building:
            self._build_one()

    def finish(self) -> None:
        """Build all that is left now, for who wants to go there or read it."""
        while self._parts is not None and not self._is_building:
            self._build_one()

    def _build_one(self) -> None:
        assert self._parts is not None
        parts = self._parts
        self._is_building = True
        try:
            height = next(parts, None)
        finally:
            self._is_building = False
        if self._parts is parts:
            self._filled += height or 0
            self._parts = None if height is None else parts

    def _take_turn(self) -> None:
        took = QElapsedTimer()
        took.start()
        while self._parts is not None and self._owner.isVisible():
            self._build_one()
            if took.elapsed() >= _TURN_MS:
                self._timer.start(0)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._show(event)
        return super().eventFilter(watched, event)

    @guarded
    def _show(self, _event: QEvent) -> None:
        self.fill(self._owner.height())
        if self._parts is not None:
            self._timer.start(_PAUSE_MS)


def let_be_seen(widget: QWidget, *, seen: bool) -> None:
    """Show or hide `widget`, which has its place in a layout.

    What was put into something that is not shown yet is not hidden: it comes with that, and would be laid out twice if
    it were shown on its own.
    """
    if not seen or widget.isHidden():
        widget.setVisible(seen)


class Still:
    """`with Still(layout):` several widgets are added and shown, and laid out once at the end instead of once each."""

    def __init__(self, layout: QLayout) -> None:
        self._layout = layout

    def __enter__(self) -> None:
        self._layout.setEnabled(False)

    def __exit__(self, *_error: object) -> None:
        self._layout.setEnabled(True)
        self._layout.invalidate()
