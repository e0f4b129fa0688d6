"""Visit mode as a person uses it: what stands there in large letters, and what can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from secondopinion_desktop.ui.visit.question import QuestionPart
from tests.helpers.hands import click, focused, press, write

if TYPE_CHECKING:
    from secondopinion_desktop.ui.visit.screen import VisitMode
    from tests.helpers.window import Window


class VisitDesk:
    """The visit mode of a window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def screen(self) -> VisitMode:
        visit = self.window.widget.visit
        assert visit is not None, "visit mode is not open"
        assert visit.isVisible()
        return visit

    def is_open(self) -> bool:
        return self.window.widget.visit is not None

    @property
    def title(self) -> str:
        return self.screen.part.title.text()

    @property
    def progress(self) -> str:
        return self.screen.progress.text()

    @property
    def question(self) -> QuestionPart:
        part = self.screen.part
        assert isinstance(part, QuestionPart)
        return part

    @property
    def follow_up(self) -> Any:
        return self.question.follow_up

    @property
    def chosen(self) -> list[str]:
        return [button.words for button in self.question.marks.values() if button.isChecked()]

    def go_on(self) -> None:
        click(self.screen.next)

    def go_back(self) -> None:
        click(self.screen.back)

    def write(self, words: str) -> None:
        write(words)

    def mark(self, words: str) -> None:
        click(next(button for button in self.question.marks.values() if button.words == words))

    def keyboard_is_in(self, name: str) -> bool:
        return name in focused().accessibleName()

    def leave(self) -> None:
        press(Qt.Key.Key_Escape)
