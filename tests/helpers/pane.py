"""The right pane as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScrollArea, QWidget

from secondopinion_desktop.ui.pane import PeoplePane
from secondopinion_desktop.ui.panewidth import usual_width
from tests.helpers.forms import FormPage, shown
from tests.helpers.hands import click, focused, press, write
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


def button(root: QWidget, name: str) -> QAbstractButton:
    """Return the visible button that a screen reader calls `name`. Fails if there is none."""
    found = [b for b in root.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName() == name]
    assert found, f"no button {name!r}"
    return found[0]


def choose_from_menu(opener: QWidget, words: str) -> None:
    """Open a menu with the space bar and choose with arrows and Enter."""
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space, on=opener)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _action in menu.actions():
        press(Qt.Key.Key_Down, on=menu)
        active = menu.activeAction()
        if active is not None and active.text() == words:
            press(Qt.Key.Key_Return, on=menu)
            return
    menu.close()
    raise AssertionError(f"no {words} in the menu")


def cut_off(root: QWidget) -> list[str]:
    """Return what reaches beyond the right edge of the scroll area it is in, by its words or class."""
    found = []
    for area in root.findChildren(QScrollArea):
        content = area.widget()
        if not area.isVisible() or content is None:
            continue
        if content.width() > area.viewport().width():
            found.append(f"the content is {content.width()} wide in {area.viewport().width()}")
        for widget in content.findChildren(QWidget):
            right = widget.mapTo(content, QPoint(widget.width(), 0)).x()
            if widget.isVisible() and widget.window() is root.window() and right > content.width():
                found.append(widget.accessibleName() or type(widget).__name__)
    return found


class PanePage(FormPage):
    """The pane in a window of its own."""

    def __init__(self, file: OpenFile, qtbot: QtBot) -> None:
        self.file = file
        self.messages = FakeMessages()
        self.pane = PeoplePane(file, self.messages)
        self.pane.resize(usual_width(), 700)
        super().__init__(shown(self.pane, qtbot), qtbot)

    def press(self, name: str) -> None:
        """Go to a button with the keyboard and press it."""
        found = button(self.root, name)
        found.setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_Space, on=found)

    def click(self, name: str) -> None:
        click(button(self.root, name))

    def choose_more(self, about: str, words: str) -> None:
        """Choose from the menu of a card or row."""
        choose_from_menu(button(self.root, f"More for {about}"), words)
        self.take_keyboard()  # without a window system, a closed menu keeps it

    def take_keyboard(self) -> None:
        """Make the window the active one again."""
        self.root.activateWindow()
        self.qtbot.waitUntil(self.root.isActiveWindow)

    def has(self, name: str) -> bool:
        """Return whether a button of that name can be pressed now."""
        return any(b.isVisible() and b.accessibleName() == name for b in self.root.findChildren(QAbstractButton))

    def turn_to_contacts(self) -> None:
        """Press the right arrow on the tabs."""
        self.pane.focus_start()
        press(Qt.Key.Key_Right)

    def find(self, words: str) -> None:
        """Type into the search field."""
        self.pane.contacts.search.setFocus()
        self.pane.contacts.search.selectAll()
        write(words) if words else press(Qt.Key.Key_Delete)

    def names(self) -> list[str]:
        """Return the names on the contact cards, from top to bottom."""
        QApplication.sendPostedEvents()  # what was put in takes its place
        menus = [b for b in self.root.findChildren(QAbstractButton) if b.accessibleName().startswith("More for ")]
        seen = sorted((b for b in menus if b.isVisible()), key=self.height_of)
        return [b.accessibleName().removeprefix("More for ") for b in seen]

    def height_of(self, widget: QWidget) -> int:
        return widget.mapToGlobal(QPoint()).y()

    def focused_name(self) -> str:
        """Return the name of what has the keyboard."""
        return focused().accessibleName()
