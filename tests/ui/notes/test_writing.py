"""Writing down what was said, and never losing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollBar
from sqlalchemy import text as sql

from secondopinion_desktop.model.richtext import Document, Kind
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers import hands
from tests.helpers.notespage import Notes
from tests.helpers.writing import press, type_letters

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme
    from tests.conftest import LogWatch

HEADINGS = ["What the doctor told us", "What we did not understand", "What happens next"]


def saved(file: OpenFile, note_id: str) -> Document:
    return Document.from_json(file.notes.get(note_id).body)


def visit_note(file: OpenFile, appointment_id: str) -> Document:
    (found,) = file.notes.all(appointment_id=appointment_id)
    return Document.from_json(found.body)


def test_an_empty_file_says_how_to_begin(qtbot: QtBot, file: OpenFile) -> None:
    notes = Notes(qtbot, file)
    assert notes.page.parts.first_appointment.isVisible()
    assert not notes.editor.isVisible()
    hands.click(notes.page.parts.first_note)
    assert notes.page.sheet.frame.title.hasFocus()
    assert file.notes.entries() == []


def test_a_new_note_gets_its_place_with_its_first_word(qtbot: QtBot, file: OpenFile) -> None:
    notes = Notes(qtbot, file)
    assert notes.page.do_command("new_note")
    notes.write_title("How I feel")
    notes.write("Tired")
    notes.page.flush()
    assert notes.listed == ["Tue, Mar 3, How I feel, Margaret Doyle"]
    (entry,) = file.notes.entries()
    assert saved(file, entry.note_id).plain_text() == "Tired"
    assert notes.status == "Saved 10:42"


def test_a_new_note_without_a_word_leaves_nothing_behind(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    hands.click(notes.page.new_note_button)
    notes.write("x")
    press(notes.editor, Qt.Key.Key_Backspace)
    notes.open("How I sleep")
    assert [entry.title for entry in file.notes.entries()] == ["How I sleep"]
    assert notes.text == "Badly"


def test_a_visit_offers_three_headings_and_keeps_them_only_with_a_word(
    qtbot: QtBot, file: OpenFile, rao: str, sleep: str
) -> None:
    notes = Notes(qtbot, file)
    notes.open("First opinion")
    assert [block.text for block in notes.editor.note() if block.kind is Kind.HEADING] == HEADINGS
    assert notes.status == ""
    notes.open("How I sleep")
    assert file.notes.all(appointment_id=rao) == []
    notes.open("First opinion")
    notes.editor.setFocus()
    hands.write("Stage II", notes.editor)
    notes.page.flush()
    blocks = visit_note(file, rao).blocks
    assert [block.text for block in blocks[:2]] == ["What the doctor told us", "Stage II"]


def test_headings_that_were_deleted_do_not_come_back(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file)
    notes.open("First opinion")
    notes.editor.selectAll()
    press(notes.editor, Qt.Key.Key_Backspace)
    notes.page.flush()
    again = Notes(qtbot, file)
    again.open("First opinion")
    assert again.text == ""


def test_what_a_visit_is_stands_under_its_title(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file)
    assert notes.title == "First opinion"
    assert notes.meta == "Tue, Feb 17, 2:00 PM  \u00b7  Dr. Anita Rao  \u00b7  Riverside Hospital"


def test_a_pause_saves_what_was_written(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    with qtbot.waitSignal(notes.page.sheet.autosave.changed, timeout=5000):
        notes.write(", but longer")
    assert saved(file, sleep).plain_text() == "Badly, but longer"
    assert notes.status == "Saved 10:42"


def test_leaving_a_note_saves_it(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    notes.write("!")
    notes.open("First opinion")
    assert saved(file, sleep).plain_text() == "Badly!"


def test_leaving_the_page_saves(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.write("!")
    notes.page.hide()
    assert saved(file, sleep).plain_text() == "Badly!"


def test_reading_a_note_changes_nothing(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    before = file.notes.get(sleep)
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    notes.open("First opinion")
    notes.page.flush()
    assert file.notes.get(sleep).updated_at == before.updated_at
    assert file.history.undo_label != "Change note"


def test_saving_leaves_caret_text_and_undo_alone(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.write(" one")
    press(notes.editor, Qt.Key.Key_Home)
    place = notes.editor.textCursor().position()
    notes.page.flush()
    assert notes.editor.textCursor().position() == place
    notes.editor.undo()
    assert notes.text == "Badly"
    notes.page.flush()


def test_the_title_of_a_visit_is_the_title_everywhere(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file)
    notes.write_title("Treatment plan")
    notes.page.flush()
    assert file.appointments.get(rao).title == "Treatment plan"
    assert file.history.undo_label != "Change appointment"  # the field has an undo of its own
    assert notes.listed == ["Tue, Feb 17, 2:00 PM, Treatment plan, Dr. Anita Rao"]


def test_words_that_cannot_be_saved_stay_and_the_reason_is_said(
    qtbot: QtBot, file: OpenFile, rao: str, sleep: str, log_watch: LogWatch
) -> None:
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    with file.store.database.writing() as session:
        session.execute(sql("CREATE TRIGGER deny BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'no'); END"))
    with log_watch.expecting("saving did not work"):
        notes.write("!")
        notes.open("First opinion")
    assert notes.status == "Not saved"
    assert notes.banner
    assert notes.text == "Badly!"
    with file.store.database.writing() as session:
        session.execute(sql("DROP TRIGGER deny"))
    assert notes.page.flush()
    assert notes.status == "Saved 10:42"
    assert notes.banner == ""
    assert saved(file, sleep).plain_text() == "Badly!"


def test_a_note_from_a_newer_program_is_shown_as_such_and_left_alone(qtbot: QtBot, file: OpenFile) -> None:
    body = '{"type":"doc","content":[{"type":"table"}]}'
    made = file.notes.add(title="From afar", day="2026-01-02")
    with file.store.database.writing() as session:
        session.execute(sql("UPDATE note SET body = :body"), {"body": body})
    notes = Notes(qtbot, file)
    assert "does not know" in notes.banner
    notes.write("x")
    notes.page.flush()
    assert file.notes.get(made.id).body == body


def settle() -> None:
    for _turn in range(5):  # each floor of the layout hands its wish up to the next
        QApplication.processEvents()


def test_in_a_low_window_with_large_letters_one_thing_scrolls_and_the_line_being_written_is_seen(
    qtbot: QtBot, file: OpenFile, rao: str, look: Theme
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    notes = Notes(qtbot, file, 1340, 482)  # what 1366x768 leaves of the page
    notes.editor.setFocus()
    for _ in range(14):
        type_letters(notes.editor, "Surgery in May")
        press(notes.editor, Qt.Key.Key_Return)
    settle()
    assert len([bar for bar in notes.page.findChildren(QScrollBar) if bar.isVisible() and bar.maximum()]) == 1
    line = notes.editor.viewport().mapTo(notes.page, notes.editor.cursorRect().center())
    assert notes.page.childAt(line) is notes.editor.viewport()
    notes.window.resize(1340, 1100)
    settle()
    assert notes.page.sheet.frame.status.isVisible()
    assert notes.page.scroller is not None
    assert notes.page.scroller.verticalScrollBar().maximum() == 0
    notes.page.flush()
