"""Somebody who types: opens a file in the real window, writes into its newest note, and stays there until killed.

With VISIT, they write into the answer to the first question of that visit, in visit mode.

`python -m tests.e2e.typist FILE SEED LETTERS [VISIT]` writes each letter to standard output once it is on the screen,
and after the last one a TICK every 50 ms: time as the program lives it, so that a busy computer does not count.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.editor.editor import NoteEditor
from secondopinion_desktop.ui.theme import Look, install_theme
from secondopinion_desktop.ui.visit.question import QuestionPart
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import page_factories
from tests.helpers.messages import FakeMessages

LETTERS = "abcdefghijklmnopqrstuvwxyz ,."
MOST_MS = 90
TICK, TICK_MS = "|", 50


class Typist(QObject):
    """Types letters at uneven pace, as hands do."""

    def __init__(self, editor: QWidget, seed: int, letters: int) -> None:
        super().__init__()
        self._editor, self._chance, self._left = editor, random.Random(seed), letters
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._type)
        self._timer.start(0)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self._tick)

    def _type(self) -> None:
        letter = self._chance.choice(LETTERS)
        QTest.keyClicks(self._editor, letter)
        sys.stdout.write(letter)
        sys.stdout.flush()
        self._left -= 1
        if self._left:
            self._timer.start(self._chance.randrange(MOST_MS))
        else:
            self._ticks.start()

    def _tick(self) -> None:
        sys.stdout.write(TICK)
        sys.stdout.flush()


def main(path: Path, seed: int, letters: int, visit: str = "") -> None:
    """Type into the newest note of `path`, or into an answer at a visit, and never stop by itself."""
    application = QApplication([])
    install_theme(application, Look())
    file = Files(unshared).open(path)
    messages = FakeMessages()
    window = MainWindow(SettingsStore(Path(tempfile.mkdtemp()) / "settings.json"), messages)
    window.show_file(file, page_factories(file, messages))
    window.show()
    editor = _answer(window, visit) if visit else _note(window)
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    typist = Typist(editor, seed, letters)
    application.exec()
    del typist


def _note(window: MainWindow) -> QTextEdit:
    assert window.shell is not None
    window.shell.go("notes")
    editor = window.findChild(NoteEditor)
    assert isinstance(editor, NoteEditor)
    return editor


def _answer(window: MainWindow, visit: str) -> QPlainTextEdit:
    window.show_visit(visit)
    assert window.visit is not None
    window.visit.go_to(next(iter(window.visit.questions)))
    part = window.visit.part
    assert isinstance(part, QuestionPart)
    return part.answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
