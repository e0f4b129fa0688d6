"""A window with one page and a message slot, as the real one has, for tests that use the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from secondopinion_desktop.ui.widgets import Box, Button, Column, MessageSlot, PlainLabel, ScrollArea
from tests.helpers.hands import click
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.pages.overview import OverviewPage
    from secondopinion_desktop.ui.pages.step import StepPage


class KeyboardMessages(FakeMessages):
    """Dialogs have the keyboard before those who expect them use them."""

    def __init__(self, qtbot: QtBot, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._qtbot = qtbot

    def run(self, dialog: QDialog) -> bool:
        dialog.show()
        dialog.activateWindow()
        self._qtbot.waitUntil(dialog.isActiveWindow)
        return super().run(dialog)


class SlotMessages(KeyboardMessages):
    """Short messages go to a real message slot."""

    def __init__(self, window: QWidget, slot: MessageSlot, qtbot: QtBot) -> None:
        super().__init__(qtbot, window)
        self.slot = slot

    def toast(self, words: str, undo: Callable[[], object] | None = None, button: str = "") -> None:
        self.toasts.append(words)
        assert self.slot is not None
        self.slot.show_message(words, undo, button)


class Stage:
    """`put` a page on it; `opened` collects what the page asked the window to open."""

    def __init__(self, qtbot: QtBot, width: int = 815, height: int = 700) -> None:
        self._qtbot = qtbot
        self.window = Box(ground="page")
        self._column = Column(self.window, gap=0)
        self.slot = MessageSlot()
        self._column.addWidget(self.slot)
        self.messages = SlotMessages(self.window, self.slot, qtbot)
        self.opened: list[tuple[str, str]] = []
        self.window.resize(width, height)
        qtbot.addWidget(self.window)

    def put(self, page: OverviewPage | StepPage) -> None:
        """Show a page, with the keyboard at its start."""
        self._column.addWidget(page, 1)
        page.open_requested.connect(self._note)
        self.window.show()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        page.focus_start()

    def _note(self, kind: str, row_id: str) -> None:
        self.opened.append((kind, row_id))

    def settle(self) -> None:
        """Let layouts put things where they belong, as they would before the next picture on the screen."""
        QCoreApplication.sendPostedEvents()
        self.window.grab()

    @property
    def message(self) -> str:
        """What the message slot says now."""
        return self.slot.words if self.slot.isVisible() else ""

    def press_message_button(self, words: str = "Undo") -> None:
        """Press the button in the message slot."""
        click(button(self.slot, words))

    def reads(self, words: str) -> bool:
        """Return whether the words stand somewhere in the window."""
        return any(words in text for text in texts(self.window))


def texts(root: QWidget) -> list[str]:
    """Return every text that can be seen in labels and buttons of `root`, in no special order."""
    labels = [label.text() for label in root.findChildren(QLabel) if label.isVisible()]
    return labels + [found.text().strip() for found in root.findChildren(QPushButton) if found.isVisible()]


def button(root: QWidget, words: str) -> Button:
    """Return the visible button that says `words`. Fails if there is none."""
    for found in root.findChildren(Button):
        if found.isVisible() and words in {found.words, found.accessibleName()}:
            return found
    raise LookupError(f"no button {words!r} among {texts(root)}")


def cut_words(page: QWidget) -> list[str]:
    """Return the words that are higher or wider than the place they have, and scroll areas wider than their window."""
    found = []
    for label in page.findChildren(PlainLabel):
        if not label.isVisible() or not label.text():
            continue
        place = label.contentsRect()
        flags = Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0
        needed = label.fontMetrics().boundingRect(QRect(0, 0, place.width(), 100_000), flags, QLabel.text(label))
        inside = label.mapTo(page.window(), label.rect().bottomRight()).x() <= page.window().width()
        if needed.width() > place.width() + 1 or needed.height() > place.height() + 1 or not inside:
            found.append(label.text()[:40])
    buttons = (one for one in page.findChildren(QPushButton) if one.isVisible())
    found += [one.text() for one in buttons if one.sizeHint().width() > one.width()]
    areas = (area for area in page.findChildren(ScrollArea) if area.content.width() > area.viewport().width())
    return found + ["a page wider than its window" for _area in areas]
