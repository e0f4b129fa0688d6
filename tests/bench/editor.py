"""A keystroke in a note of 100 pages, and what it costs to hand that note over for saving."""

from __future__ import annotations

import os
import random
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.ui.editor.editor import NoteEditor
from secondopinion_desktop.ui.theme import Look, install_theme
from tests.bench.filling import words
from tests.bench.measuring import Timing, tell, timed, title

_PAGES, _WORDS_ON_A_PAGE, _KEYS = 100, 350, 300


def run() -> None:
    """Type in the middle of the note, and show each letter before the next."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_theme(application, Look())
    chance = random.Random(1)
    text = "\n".join(words(_WORDS_ON_A_PAGE // 5, chance) for _paragraph in range(_PAGES * 5))
    editor = NoteEditor()
    editor.resize(620, 700)
    editor.load(Document.from_plain(text))
    editor.show()
    cursor = editor.textCursor()
    cursor.setPosition(len(text) // 2)
    editor.setTextCursor(cursor)
    editor.setFocus()
    application.processEvents()
    title(f"A note of {_PAGES} pages ({len(text):,} letters), ms")
    tell(
        Timing("a keystroke, shown", tuple(_key(application, editor) for _number in range(_KEYS))),
        timed("hand over the note after one more letter", lambda: _hand_over(editor), times=30),
    )


def _key(application: QApplication, editor: NoteEditor) -> float:
    start = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_A)
    application.processEvents()
    return (time.perf_counter() - start) * 1000


def _hand_over(editor: NoteEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_B)
    editor.note().to_json()
