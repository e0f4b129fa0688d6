"""What a person's hands do: press, type, click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

NOTHING_HELD = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    """Return what has the keyboard. Fails if nothing has."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD, on: QWidget | None = None) -> None:
    """Press a key on what has the keyboard, or on `on`."""
    QTest.keyClick(on or focused(), key, held)


def write(words: str, on: QWidget | None = None) -> None:
    """Type words into what has the keyboard, or into `on`; letters no English key has come by an input method."""
    target = on or focused()
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(target, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(target, event)


def tab_to(name: str) -> None:
    """Press Tab until something called `name` has the keyboard. Fails if it never comes there."""
    passed = []
    for _turn in range(60):
        passed.append(focused().accessibleName())
        if passed[-1] == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}, but to {passed}")


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click on the middle of a widget, or at a point in it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NOTHING_HELD, at or widget.rect().center())


def double_click(widget: QWidget, at: QPoint) -> None:
    """Click twice at a point of a widget, as people do who click everything twice. Qt's own sends no last release."""
    click(widget, at)
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NOTHING_HELD, at)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NOTHING_HELD, at)


def click_in(widget: QWidget, rect: QRect) -> None:
    """Click on the middle of a part of a widget, such as a row of a list."""
    click(widget, rect.center())
