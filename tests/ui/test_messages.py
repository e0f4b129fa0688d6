"""Questions have a safe answer; messages can be taken back and wait while one looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop.ui.messages import Messages
from secondopinion_desktop.ui.widgets import Button, Dialog, MessageSlot, PlainLabel
from secondopinion_desktop.ui.widgets import toast as toast_module
from tests.helpers.hands import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Person:
    """Presses keys and buttons in the dialog that is open."""

    def __init__(self, keys: tuple[Qt.Key, ...] = (), button: str = "") -> None:
        self._keys, self._button = keys, button
        self.read: list[str] = []
        self.timer = QTimer(interval=10)
        self.timer.timeout.connect(self._act)
        self.timer.start()

    def _act(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog):
            return
        self.timer.stop()
        self.read = [label.text() for label in dialog.findChildren(PlainLabel)]
        for key in self._keys:
            press(key, on=dialog.focusWidget() or dialog)
        for button in dialog.findChildren(Button):
            if self._button and button.words == self._button:
                click(button)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(
    ("keys", "button", "answer"),
    [
        ((Qt.Key.Key_Return,), "", False),
        ((Qt.Key.Key_Escape,), "", False),
        ((), "Delete file", True),
        ((), "Keep it", False),
    ],
)
def test_enter_and_escape_choose_the_safe_answer(
    window: QWidget, keys: tuple[Qt.Key, ...], button: str, *, answer: bool
) -> None:
    person = Person(keys, button)
    messages = Messages(window)
    question = "Delete the file of <b>Margaret</b>?"
    assert messages.ask(question, "It cannot be brought back.", "Delete file", "Keep it", danger=True) is answer
    assert person.read[:2] == [question, "It cannot be brought back."]


@pytest.fixture
def slot(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> MessageSlot:
    monkeypatch.setattr(toast_module, "STAYS_MS", 100)
    slot = MessageSlot(window)
    slot.setGeometry(400, 300, 400, 44)  # away from where the pointer rests
    return slot


def test_what_was_done_can_be_taken_back_once(window: QWidget, slot: MessageSlot) -> None:
    taken_back: list[str] = []

    def undo() -> None:
        taken_back.append("question")

    Messages(window, slot).toast("Question removed", undo)
    assert slot.isVisible()
    assert slot.words == "Question removed"
    button = slot.findChild(Button)
    assert button is not None
    click(button)
    assert taken_back == ["question"]
    assert not slot.isVisible()


def test_a_message_without_undo_offers_none(slot: MessageSlot) -> None:
    slot.show_message("Copied")
    button = slot.findChild(Button)
    assert button is not None
    assert not button.isVisible()


def test_a_message_leaves_by_itself(slot: MessageSlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(slot.hidden, timeout=5000):
        slot.show_message("Copied")
    assert not slot.isVisible()


def test_a_message_waits_while_the_keyboard_is_on_it(slot: MessageSlot, window: QWidget, qtbot: QtBot) -> None:
    slot.show_message("Question removed", window.update)
    button = slot.findChild(Button)
    assert button is not None
    with qtbot.waitActive(window):
        window.activateWindow()
    button.setFocus()
    with qtbot.waitSignal(slot.hidden, timeout=400, raising=False) as left:
        pass
    assert not left.signal_triggered
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitSignal(slot.hidden, timeout=5000):
        window.setFocus()


def test_without_a_place_for_messages_nothing_happens(window: QWidget) -> None:
    Messages(window).toast("Copied")
