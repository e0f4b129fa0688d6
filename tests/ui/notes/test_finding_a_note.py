"""Finding a visit or note: list, picker, search, and what gives way where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.helpers import hands
from tests.helpers.notespage import Notes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


def test_arrows_open_and_enter_goes_into_the_text(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.open("First opinion")
    notes.page.parts.entries.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert notes.title == "How I sleep"
    assert notes.page.parts.entries.hasFocus()
    hands.press(Qt.Key.Key_Return)
    assert notes.editor.hasFocus()


def test_finding_narrows_the_list_to_what_has_the_words(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    notes = Notes(qtbot, file)
    model = notes.page.parts.entries.model()
    with qtbot.waitSignal(model.modelReset, timeout=5000):
        hands.write("badly", notes.page.parts.search)
    assert notes.listed == ["Mon, Jan 26, How I sleep, Margaret Doyle"]
    with qtbot.waitSignal(model.modelReset, timeout=5000):
        hands.press(Qt.Key.Key_Escape, on=notes.page.parts.search)
    assert len(notes.listed) == 2


@pytest.mark.parametrize("words", ["anita", "riverside", "first rao", "two centim"])
def test_a_visit_is_found_by_its_doctor_its_place_and_its_answers(
    qtbot: QtBot, file: OpenFile, rao: str, sleep: str, words: str
) -> None:
    file.questions.answer(file.questions.ask_at(rao, "How large is it?").asking_id, "Two centimeters")
    notes = Notes(qtbot, file)
    with qtbot.waitSignal(notes.page.parts.entries.model().modelReset, timeout=5000):
        hands.write(words, notes.page.parts.search)
    assert notes.listed == ["Tue, Feb 17, 2:00 PM, First opinion, Dr. Anita Rao"]


def test_many_notes_have_months_and_are_fetched_while_scrolling(qtbot: QtBot, file: OpenFile) -> None:
    with file.store.writing("Fill") as unit:
        for number in range(400):
            year, month = divmod(number // 20, 12)
            unit.add(
                file.notes.table(title=f"Note {number}", day=f"{2025 - year}-{12 - month:02}-{number % 20 + 1:02}")
            )
    file.appointments.book(title="Second opinion", day="2026-03-12")
    file.appointments.book(title="Scan", day="")
    notes = Notes(qtbot, file)
    said = notes.listed
    assert len(said) == 100
    assert said[:2] == ["No date yet", "No date yet, Scan"]
    assert said[2:5] == ["Coming up", "Thu, Mar 12, Second opinion", "December 2025"]
    view = notes.page.parts.entries
    view.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert notes.title == "Note 19"  # the month between cannot be chosen
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert len(notes.listed) > 100
    notes.page.open_item("note", file.notes.entries()[-1].note_id)
    assert notes.title == file.notes.entries()[-1].title
    assert view.currentIndex().row() == len(notes.listed) - 1


def test_earlier_and_later_step_through_the_visits(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    notes = Notes(qtbot, file, width=800)
    notes.page.open_item("appointment", rao)
    assert not notes.page.parts.picker.later.isEnabled()
    assert notes.page.do_command("earlier")
    assert notes.title == "How I sleep"
    hands.click(notes.page.parts.picker.later)
    assert notes.title == "First opinion"


def test_the_cursor_returns_to_its_place(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    notes.editor.setFocus()
    for _ in range(3):
        hands.press(Qt.Key.Key_Right)
    place = notes.page.current_item()
    again = Notes(qtbot, file)
    again.page.open_item("", place)
    assert again.title == "How I sleep"
    assert again.editor.textCursor().position() == 3


def test_narrow_pages_have_a_picker_and_narrower_ones_tabs(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file, width=1100)
    parts = notes.page.parts
    assert parts.entries.isVisible()
    assert not parts.picker.isVisible()
    notes.window.resize(800, 700)
    assert parts.picker.isVisible()
    assert not parts.entries.isVisible()
    assert not notes.page.title.isVisible()
    assert notes.editor.isVisible()
    assert notes.page.questions.isVisible()
    notes.window.resize(700, 700)
    assert parts.tabs.isVisible()
    assert not notes.page.questions.isVisible()
    parts.tabs.setFocus()
    hands.press(Qt.Key.Key_Right)
    assert notes.page.questions.isVisible()
    assert not notes.editor.isVisible()
