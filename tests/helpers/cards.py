"""The cards of a step as a person uses them: open one, look, type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox

from secondopinion_desktop.ui.foldcard import FoldCard
from tests.helpers.forms import FormPage, visible_words
from tests.helpers.hands import click, press
from tests.helpers.step import StepHands

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


class CardHands(StepHands):
    """A step page, with its cards."""

    def __init__(self, qtbot: QtBot, file: OpenFile, key: str, width: int = 815, height: int = 900) -> None:
        super().__init__(qtbot, file, key, width, height)
        self.qtbot, self.file = qtbot, file

    def card(self, title: str) -> Any:
        """Return a card by its title."""
        cards = [card for card in self.page.findChildren(FoldCard) if card.isVisible()]
        return next(card for card in cards if card.accessibleName() == title)

    def open(self, title: str) -> FormPage:
        """Open a card with the keyboard, unless it is open; return what is in it."""
        card = self.card(title)
        if not card.is_open:
            card.head.setFocus(Qt.FocusReason.TabFocusReason)
            press(Qt.Key.Key_Return)
        return FormPage(card, self.qtbot)

    def fold(self, title: str) -> None:
        """Fold a card away."""
        card = self.card(title)
        assert card.is_open
        click(card.head)

    def line(self, title: str) -> str:
        """Return the line under a card's title."""
        return str(self.card(title).head.line.text())

    def says(self, title: str) -> str:
        """Return all words in a card."""
        self.settle()
        return visible_words(self.card(title))

    def press_in(self, title: str, words: str) -> None:
        """Press a button of a card."""
        found = self.card(title).findChildren(QAbstractButton)
        click(next(one for one in found if one.isVisible() and words in {one.text().strip(), one.accessibleName()}))


def pick(editor: QWidget, words: str) -> None:
    """Choose in a list with the arrow keys."""
    assert isinstance(editor, QComboBox)
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Home, on=editor)
    while editor.currentText() != words:
        before = editor.currentIndex()
        press(Qt.Key.Key_Down, on=editor)
        assert editor.currentIndex() != before, f"no {words}"
