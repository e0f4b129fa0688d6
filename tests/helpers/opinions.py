"""The Opinions page as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from secondopinion_desktop.ui.pages.opinions import OpinionsPage
from secondopinion_desktop.ui.pages.opinions.cells import TopicHead
from secondopinion_desktop.ui.pages.opinions.points import PointRow
from secondopinion_desktop.ui.pages.opinions.statement import StatementBox
from tests.helpers.forms import FormPage, shown
from tests.helpers.hands import CTRL, click, press, write
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.opinions.choicecard import ChoiceCard


class OpinionsHands:
    """What can be seen and done on the page, wherever it is shown."""

    def __init__(self, page: OpinionsPage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot

    # The table

    @property
    def doctors(self) -> list[str]:
        """Who stands over the columns, from left to right or from top to bottom."""
        return [head.doctor.text() for head in self.page.card.heads if head.isVisible()]

    @property
    def topics(self) -> list[str]:
        """The topics from top to bottom."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        heads = [head for head in self.page.findChildren(TopicHead) if head.isVisible()]
        return [head.name.text() for head in sorted(heads, key=lambda head: head.mapTo(self.page, head.pos()).y())]

    def head(self, topic: str) -> TopicHead:
        return next(h for h in self.page.findChildren(TopicHead) if h.isVisible() and h.name.text() == topic)

    def box(self, topic: str, opinion: str) -> StatementBox:
        name = f"{topic}, {opinion}"
        boxes = self.page.findChildren(StatementBox)
        return next(box for box in boxes if box.isVisible() and box.accessibleName() == name)

    def says(self, topic: str, opinion: str) -> str:
        return self.box(topic, opinion).toPlainText()

    def type(self, topic: str, opinion: str, words: str) -> None:
        """Type at the end of a cell; long or strange words are pasted."""
        box = self.box(topic, opinion)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_End, CTRL, on=box)
        if words.isascii() and len(words) < 100:
            write(words, on=box)
        else:
            QApplication.clipboard().setText(words)
            press(Qt.Key.Key_V, CTRL, on=box)

    def choose(self, action: str) -> None:
        """Choose in the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = next(one for one in menu.actions() if one.text() == action)
        press_action(menu, found)

    def mark(self, topic: str, how: str) -> None:
        """Say with the keyboard how the opinions stand to each other."""
        marker = self.head(topic).marker
        marker.setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_Return, on=marker)
        self.choose(how)

    def form(self, column: int) -> FormPage:
        """Open the form of a head."""
        head = self.page.card.heads[column]
        click(head.edit_button)
        return FormPage(head, self.qtbot)

    @property
    def remove_buttons(self) -> list[QPushButton]:
        """The buttons that remove an opinion, as far as they show."""
        buttons = self.page.findChildren(QPushButton)
        return [one for one in buttons if one.isVisible() and one.text().strip() == "Remove this opinion"]

    # What matters

    @property
    def cards(self) -> list[ChoiceCard]:
        return list(self.page.weighing.cards.values())

    def points(self, card: int) -> list[tuple[str, str, int | None]]:
        """Return side, words and number of the points of a choice."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        rows = [row for row in self.cards[card].findChildren(PointRow) if row.isVisible()]
        rows.sort(key=lambda row: height_of(row, self.page))
        return [(str(row.side), row.text.shown.words, row.importance.value) for row in rows]

    def point(self, words: str) -> PointRow:
        rows = self.page.findChildren(PointRow)
        return next(row for row in rows if row.isVisible() and row.text.shown.words == words)


class OpinionsDesk(OpinionsHands):
    """The page in a window of its own."""

    def __init__(self, file: OpenFile, qtbot: QtBot, width: int = 815, height: int = 900) -> None:
        self.file = file
        self.messages = FakeMessages()
        qtbot.addWidget(self.messages._window)
        super().__init__(OpinionsPage(file, self.messages), qtbot)
        self.page.resize(width, height)
        shown(self.page, qtbot)


def press_action(menu: QMenu, action: QAction) -> None:
    """Choose an action of an open menu with the keyboard."""
    assert action.isEnabled()
    menu.setActiveAction(action)
    press(Qt.Key.Key_Return, on=menu)


def height_of(widget: QWidget, root: QWidget) -> int:
    """Return how far down in `root` a widget begins."""
    return widget.mapTo(root, widget.rect().topLeft()).y()
