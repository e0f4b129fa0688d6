"""The page of a step as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from secondopinion_desktop.ui.pages.step import StepPage
from tests.helpers.hands import click, press, write
from tests.helpers.stage import Stage, button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.step.row import TaskRow


class StepHands(Stage):
    def __init__(self, qtbot: QtBot, file: OpenFile, key: str, width: int = 815, height: int = 900) -> None:
        super().__init__(qtbot, width, height)
        self.page = StepPage(file, self.messages)
        self.page.show_step(key)
        self.put(self.page)
        self.page.complete()

    def rows(self) -> list[TaskRow]:
        """Return the rows that can be seen, from top to bottom."""
        rows = [row for row in self.page.checklist.rows.values() if row.isVisible()]
        return sorted(rows, key=lambda row: row.y())

    def tasks(self) -> list[str]:
        """Return the titles of the checklist."""
        self.settle()
        return [row.words.text() for row in self.rows()]

    def row(self, title: str) -> TaskRow:
        """Return the row of a task."""
        return next(row for row in self.rows() if row.words.text() == title)

    def go_to(self, title: str) -> None:
        """Put the keyboard on a task."""
        self.row(title).box.setFocus(Qt.FocusReason.TabFocusReason)

    def tick(self, title: str) -> None:
        """Tick or untick a task with the space bar."""
        self.go_to(title)
        press(Qt.Key.Key_Space)

    def choose(self, title: str, *words: str) -> None:
        """Open the menu of a task and choose, with the arrow keys and Enter."""
        click(self.row(title).more)
        for word in words:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            while (action := menu.activeAction()) is None or action.text() != word:
                press(Qt.Key.Key_Down, on=menu)
            press(Qt.Key.Key_Right if action.menu() else Qt.Key.Key_Return, on=menu)

    def offers(self, title: str) -> list[str]:
        """Return what the menu of a task offers that can be chosen now."""
        click(self.row(title).more)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        words = [action.text() for action in menu.actions() if action.isEnabled() and action.text()]
        press(Qt.Key.Key_Escape, on=menu)
        return words

    def add(self, *titles: str) -> None:
        """Press "Add a task" and type titles, each ended with Enter."""
        click(button(self.page, "Add a task"))
        for title in titles:
            write(title)
            press(Qt.Key.Key_Return)

    @property
    def status(self) -> str:
        """The word of the status list."""
        return self.page.status.currentText()

    def statuses(self) -> list[str]:
        """Return all choices of the status list."""
        return [self.page.status.itemText(number) for number in range(self.page.status.count())]

    def set_status(self, word: str) -> None:
        """Choose a status with the arrow keys."""
        box = self.page.status
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.showPopup()
        view = box.view()
        press(Qt.Key.Key_Home, on=view)
        while view.currentIndex().data() != word:
            before = view.currentIndex().row()
            press(Qt.Key.Key_Down, on=view)
            assert view.currentIndex().row() != before, f"no {word}"
        press(Qt.Key.Key_Return, on=view)

    def press_button(self, words: str) -> None:
        """Click the button that says `words`."""
        click(button(self.page, words))
