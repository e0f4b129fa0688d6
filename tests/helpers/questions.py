"""The Questions page as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu

from secondopinion_desktop.ui.pages.questions import QuestionsPage
from secondopinion_desktop.ui.pages.questions.row import QuestionRow
from tests.helpers.forms import shown
from tests.helpers.hands import click, focused, press, write
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


class QuestionsHands:
    """What can be seen and done on the page, wherever it is shown."""

    def __init__(self, page: QuestionsPage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot

    @property
    def rows(self) -> list[QuestionRow]:
        return [row for row in self.page.findChildren(QuestionRow) if row.isVisible()]

    def row(self, words: str) -> QuestionRow:
        return next(row for row in self.rows if row.text.shown.words == words)

    @property
    def top(self) -> list[str]:
        return self._in_order(self.page.top)

    @property
    def more(self) -> list[str]:
        return self._in_order(self.page.more)

    @property
    def first(self) -> list[str]:
        return self._in_order(self.page.visit_lists.first)

    @property
    def rest(self) -> list[str]:
        return self._in_order(self.page.visit_lists.rest)

    def show_one_visit(self) -> None:
        self.page.tabs.setFocus()
        press(Qt.Key.Key_Right)
        assert self.page.visit_lists.isVisible()

    def _in_order(self, card: object) -> list[str]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        rows = sorted((row for row in self.rows if card.isAncestorOf(row)), key=self._height)  # type: ignore[attr-defined]
        return [row.text.shown.words for row in rows]

    def _height(self, row: QuestionRow) -> int:
        return row.mapTo(self.page, row.rect().topLeft()).y()

    @property
    def ticked(self) -> set[str]:
        return {row.text.shown.words for row in self.rows if row.box.isChecked()}

    @property
    def ideas(self) -> list[str]:
        return [idea.accessibleName().removeprefix("Add: ") for idea in self.page.ideas.ideas]

    def add(self, words: str) -> None:
        self.page.new.setFocus()
        write(words)
        press(Qt.Key.Key_Return)

    def tick(self, words: str) -> None:
        click(self.row(words).box)

    def open_editor(self, words: str) -> None:
        click(self.row(words).text.shown)

    def choose_in_menu(self, words: str, action: str) -> None:
        click(self.row(words).more)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = next(a for a in menu.actions() if a.text() == action)
        assert found.isEnabled()
        menu.setActiveAction(found)
        press(Qt.Key.Key_Return, on=menu)

    def focus(self, words: str) -> None:
        self.row(words).text.shown.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def has_keyboard(self) -> str:
        """The words of the question that has the keyboard, or "" for none."""
        now = focused()
        return next((row.text.shown.words for row in self.rows if row.isAncestorOf(now)), "")


class QuestionsDesk(QuestionsHands):
    """The page in a window of its own."""

    def __init__(self, file: OpenFile, qtbot: QtBot, width: int = 815, height: int = 700) -> None:
        self.file = file
        self.messages = FakeMessages()
        qtbot.addWidget(self.messages._window)
        super().__init__(QuestionsPage(file, self.messages), qtbot)
        self.page.resize(width, height)
        shown(self.page, qtbot)

    def take_back(self) -> None:
        """Press Undo beside the last message."""
        assert self.messages.undo is not None
        self.messages.undo()
