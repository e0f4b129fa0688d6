"""F1 says first what the place is for in which somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.helpers.entrance import all_words
from tests.helpers.hands import press
from tests.helpers.program import Running, make_person_file

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot


def test_f1_says_what_the_page_is_for_in_visit_mode_too(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    running = Running(qtbot, path)
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.append(all_words(dialog))
        dialog.reject()

    running.go("questions")
    running.file.appointments.book(day="2099-03-12", title="Second opinion")
    running.ask("visit_mode")
    running.messages.will_meet(look, look)
    press(Qt.Key.Key_F1, on=running.window)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F1, on=running.window)
    assert "It is for the visit itself. The letters are large, and one question shows at a time." in said[0]
    assert "The five that matter most go on top." in said[1]
    assert "It is for the visit itself" not in said[1]
    running.end()
