"""The notes page as a person meets it: what is in the list, what stands in the text, what is said below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QStackedWidget

from secondopinion_desktop.ui.pages.notes import NotesPage
from tests.helpers import hands
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.editor.editor import NoteEditor


class Notes:
    """The page of one file, shown in its own window."""

    def __init__(self, qtbot: QtBot, file: OpenFile, width: int = 1100, height: int = 700) -> None:
        self.messages = FakeMessages()
        self.page = NotesPage(file, self.messages)
        self.window = QStackedWidget()  # as in the window of the program
        self.window.addWidget(self.page)
        qtbot.addWidget(self.window)
        self.window.resize(width, height)
        with qtbot.waitActive(self.window):
            self.window.show()

    @property
    def editor(self) -> NoteEditor:
        return self.page.sheet.frame.editor

    @property
    def text(self) -> str:
        return self.editor.note().plain_text()

    @property
    def title(self) -> str:
        return self.page.sheet.frame.title.text()

    @property
    def meta(self) -> str:
        return self.page.sheet.frame.meta.accessibleName()

    @property
    def status(self) -> str:
        return self.page.sheet.frame.status.words

    @property
    def listed(self) -> list[str]:
        """Everything in the list as a screen reader says it, headings too."""
        model = self.page.parts.entries.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    @property
    def banner(self) -> str:
        return self.page.banner.accessibleName() if self.page.banner else ""

    def open(self, words: str) -> None:
        """Click on the entry that says `words`."""
        view = self.page.parts.entries
        row = next(row for row, said in enumerate(self.listed) if words in said)
        index = view.model().index(row, 0)
        view.scrollTo(index)
        hands.click_in(view.viewport(), view.visualRect(index))

    def write(self, words: str) -> None:
        """Type at the end of the text."""
        self.editor.setFocus()
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        hands.write(words, self.editor)

    def write_title(self, words: str) -> None:
        """Type a title in place of the one there."""
        title = self.page.sheet.frame.title
        title.setFocus()
        title.selectAll()
        hands.write(words, title)

    def answer(self, number: int, words: str) -> None:
        """Type the answer to question `number`, counted from 1."""
        box = self.page.questions.boxes[number - 1].answer
        box.setFocus()
        hands.write(words, box)
