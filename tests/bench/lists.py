"""Scrolling the list of 5,000 notes, against a bare list of as many lines."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from secondopinion_desktop.ui.pages.notes.entrylist import EntryList
from secondopinion_desktop.ui.theme import Look, install_theme
from tests.bench.filling import file_with_notes
from tests.bench.measuring import Timing, tell, timed, title
from tests.bench.pages import window_of

_NOTES, _PAGES = 5_000, 200


def run() -> None:
    """Turn 200 pages of each list, every one of them painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_theme(application, Look())
    with tempfile.TemporaryDirectory() as name:
        file = file_with_notes(Path(name) / "file", _NOTES, 300)
        window = window_of(application, file, Path(name), 1600, 1000)
        assert window.shell is not None
        window.shell.go("notes")
        application.processEvents()
        (ours,) = window.findChildren(EntryList)
        bare = QListView()
        bare.setModel(QStringListModel([f"Visit number {number}" for number in range(_NOTES)]))
        bare.resize(ours.size())
        bare.show()
        application.processEvents()
        turned, plain = _scrolled("a page of the list of notes", ours), _scrolled("a page of a bare list", bare)
        window.close()
        bare.close()
        application.processEvents()
        file.close()
    title(f"A list of {_NOTES:,} rows scrolled, ms")
    tell(plain, turned, against=plain)


def _scrolled(name: str, lines: QListView) -> Timing:
    bar = lines.verticalScrollBar()
    assert bar.maximum() > bar.pageStep() * 2, "nothing to scroll"

    def turn_a_page() -> None:
        bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + bar.pageStep())
        lines.viewport().repaint()

    return timed(name, turn_a_page, _PAGES)
