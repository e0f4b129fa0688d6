"""The message slot: what you just did, and Undo. It covers nothing and waits while you look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.buttons import Button
from secondopinion_desktop.ui.widgets.labels import ElidedLabel, IconLabel
from secondopinion_desktop.ui.widgets.layouts import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent

STAYS_MS = 10_000


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words` when it has finished what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - enums the first window spares

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class MessageSlot(QFrame):
    """Shows one message for ten seconds, or as long as the pointer or the keyboard is on it.

    `shown` carries the words, for the Edit menu, which repeats the last one.
    """

    shown = Signal(str)
    hidden = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._undo: Callable[[], object] | None = None
        row = Row(self, gap=8, margins=(12, 2, 5, 2))
        row.addWidget(IconLabel("check", "page", 16))
        self._words = ElidedLabel()
        row.addWidget(self._words, 1)
        self._button = Button(_("Undo"), "toast")
        self._button.clicked.connect(self._take_back)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.hide()

    @property
    def words(self) -> str:
        """What it says now, or said last."""
        return self._words.text()

    def show_message(self, words: str, undo: Callable[[], object] | None = None, button: str = "") -> None:
        """Say `words`; with `undo` (a bound method), offer to take it back, or whatever else `button` says."""
        self._undo = undo
        self._button.set_words(button or _("Undo"))
        self._words.setText(words)
        self._button.setVisible(undo is not None)
        self._words.setContentsMargins(0, 0, theme().px(7) if undo is None else 0, 0)  # what a button would keep free
        self.setAccessibleName(words)
        self.show()
        self._timer.start()
        announce(self, words)
        self.shown.emit(words)

    def dismiss(self) -> None:
        """Hide the message now."""
        self._timer.stop()
        self._undo = None
        self.hide()
        self.hidden.emit()

    def _take_back(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _watched(self) -> bool:
        return self.underMouse() or self._button.hasFocus()

    def _time_is_up(self) -> None:
        if not self._watched():
            self.dismiss()

    def _focus_moved(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is self._button and self.isVisible():
            self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()
