"""Writing down what was said at a visit, and finding it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text as sql

from secondopinion_desktop.model.choices import AnswerStatus, AppointmentKind
from secondopinion_desktop.model.richtext import Document, Kind
from secondopinion_desktop.model.richtext.build import bullets, heading, note, paragraph
from tests.helpers import hands
from tests.helpers.files import new_file
from tests.helpers.notespage import Notes
from tests.helpers.writing import CONTROL, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from tests.conftest import LogWatch

HEADINGS = ["What the doctor told us", "What we did not understand", "What happens next"]


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    yield file
    file.close()


@pytest.fixture
def rao(file: OpenFile) -> str:
    """Return the id of a visit two weeks ago that nobody has written about."""
    doctor = file.contacts.add(name="Dr. Anita Rao")
    return file.appointments.book(
        title="First opinion", kind=AppointmentKind.OWN_DOCTOR, day="2026-02-17", time="14:00", contact_id=doctor.id,
        place="Riverside\nHospital",
    ).id  # fmt: skip


@pytest.fixture
def sleep(file: OpenFile) -> str:
    """Return the id of a free note."""
    return file.notes.add(title="How I sleep", day="2026-01-26", body=Document.from_plain("Badly").to_json()).id


def saved(file: OpenFile, note_id: str) -> Document:
    return Document.from_json(file.notes.get(note_id).body)


def visit_note(file: OpenFile, appointment_id: str) -> Document:
    (found,) = file.notes.all(appointment_id=appointment_id)
    return Document.from_json(found.body)


# Beginning


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


# Saving


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


# Changes from elsewhere


def test_what_changes_elsewhere_is_shown(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    file.notes.save_body(sleep, note(paragraph("Better"), *bullets("tea")).to_json())
    file.notes.change(sleep, title="Sleep")
    assert notes.text == "Better\ntea"
    assert notes.title == "Sleep"
    assert notes.listed == ["Mon, Jan 26, Sleep, Margaret Doyle"]


def test_what_is_being_typed_is_not_overwritten_from_elsewhere(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.write(" at night")
    file.notes.save_body(sleep, Document.from_plain("Better").to_json())
    assert notes.text == "Badly at night"
    notes.page.flush()
    assert saved(file, sleep).plain_text() == "Badly at night"


def test_a_removed_note_goes_and_undo_brings_it_back(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    notes.page.parts.entries.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert notes.messages.toasts == ["Note removed."]
    assert notes.title == "First opinion"
    assert notes.messages.undo is not None
    notes.messages.undo()
    assert any("How I sleep" in said for said in notes.listed)


def test_what_was_written_at_a_removed_visit_stays_as_a_note(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file)
    notes.write("Stage II")
    notes.page.flush()
    notes.page.parts.entries.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert "Stage II" in notes.text
    assert not notes.page.questions.isVisible()


# The list


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


def test_many_notes_have_months_and_are_fetched_while_scrolling(qtbot: QtBot, file: OpenFile) -> None:
    with file.store.writing("Fill") as unit:
        for number in range(400):
            year, month = divmod(number // 20, 12)
            unit.add(
                file.notes.table(title=f"Note {number}", day=f"{2025 - year}-{12 - month:02}-{number % 20 + 1:02}")
            )
    file.appointments.book(title="Second opinion", day="2026-03-12")
    notes = Notes(qtbot, file)
    said = notes.listed
    assert len(said) == 100
    assert said[:3] == ["Coming up", "Thu, Mar 12, Second opinion", "December 2025"]
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
    notes.page.flush()
    again = Notes(qtbot, file)
    assert again.title == "How I sleep"
    assert again.editor.textCursor().position() == 3


# Room


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


# Questions


def test_answers_save_themselves_and_are_counted(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    for words in ("What stage is it?", "What are my options?"):
        file.questions.ask_at(rao, words)
    notes = Notes(qtbot, file)
    assert notes.page.questions.count.text() == "0 of 2 answered"
    notes.answer(2, "Surgery")
    notes.page.flush()
    assert [asked.answer for asked in file.questions.of_visit(rao)] == ["", "Surgery"]
    assert file.questions.of_visit(rao)[1].status is AnswerStatus.ANSWERED
    assert notes.page.questions.count.text() == "1 of 2 answered"
    assert notes.page.parts.tabs.tabText(1) == "Questions, 1 of 2 answered"


def test_leaving_an_answer_saves_it(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    file.questions.ask_at(rao, "What stage is it?")
    notes = Notes(qtbot, file)
    notes.answer(1, "Two")
    hands.press(Qt.Key.Key_Tab)
    assert file.questions.of_visit(rao)[0].answer == "Two"


def test_a_question_is_added_beside_the_text(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file)
    hands.click(notes.page.questions.add_button)
    hands.write("Can I wait?")
    hands.press(Qt.Key.Key_Return)
    assert [asked.text for asked in file.questions.of_visit(rao)] == ["Can I wait?"]
    assert notes.page.questions.boxes[0].words.text() == "1.  Can I wait?"
    hands.press(Qt.Key.Key_Escape)
    assert notes.page.questions.add_button.hasFocus()


def test_an_answer_being_written_stays_when_a_question_is_added_elsewhere(
    qtbot: QtBot, file: OpenFile, rao: str
) -> None:
    file.questions.ask_at(rao, "What stage is it?")
    notes = Notes(qtbot, file)
    notes.answer(1, "Tw")
    file.questions.ask_at(rao, "Can I wait?")
    hands.write("o")
    notes.page.flush()
    assert [asked.answer for asked in file.questions.of_visit(rao)] == ["Two", ""]


def test_my_top_questions_can_be_brought(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    file.questions.ask("What stage is it?")
    notes = Notes(qtbot, file)
    hands.click(notes.page.questions.bring_top)
    assert [asked.text for asked in file.questions.of_visit(rao)] == ["What stage is it?"]
    assert len(notes.page.questions.boxes) == 1


def test_a_free_note_has_no_questions_beside_it(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    assert not notes.page.questions.isVisible()


# Who writes


def test_written_by_sets_who_stands_on_new_words(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    claire = file.people.authors.add(name="Claire", relation="daughter")
    notes = Notes(qtbot, file)
    notes.write(" before")
    writer = notes.page.sheet.frame.writer
    writer.setFocus()
    hands.write("Claire")
    assert file.notes.get(sleep).updated_by != claire.id
    notes.write(" after")
    notes.page.flush()
    assert file.notes.get(sleep).updated_by == claire.id
    file.notes.change(sleep, day="2026-01-27")
    assert notes.page.sheet.frame.signature.text() == "Begun by Margaret Doyle, last written by Claire"


def test_somebody_new_can_write(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)

    def fill(dialog: QDialog) -> None:
        hands.write("Claire", dialog.form.fields["name"].editor)  # type: ignore[attr-defined]
        hands.click(dialog.save_button)  # type: ignore[attr-defined]

    notes.messages.will_meet(fill)
    writer = notes.page.sheet.frame.writer
    writer.setFocus()
    hands.press(Qt.Key.Key_End)
    assert writer.currentText() == "Claire"
    assert file.people.authors.named(file.people.authors.current) == "Claire"


# Appointments


def test_a_new_appointment_asks_about_an_unclear_date_and_then_opens(qtbot: QtBot, file: OpenFile) -> None:
    file.questions.ask("What stage is it?")
    notes = Notes(qtbot, file)
    seen: list[str] = []

    def fill(dialog: QDialog) -> None:
        fields = dialog.form.fields  # type: ignore[attr-defined]
        hands.write("13/12/2026", fields["day"].editor)
        hands.write("10:30 AM", fields["time"].editor)
        hands.write("Lakeside Cancer Center", fields["place"].editor)
        hands.click(dialog.save_button)  # type: ignore[attr-defined]
        seen.append(fields["day"].error)
        fields["day"].editor.selectAll()
        hands.write("Mar 12", fields["day"].editor)
        hands.click(dialog.save_button)  # type: ignore[attr-defined]

    notes.messages.will_meet(fill)
    hands.click(notes.page.parts.first_appointment)
    assert seen == ["Is that December 13? Please write the month as a word, like Dec 13."]
    (visit,) = file.appointments.all()
    assert (visit.day, visit.time, visit.place) == ("2026-03-12", "10:30", "Lakeside Cancer Center")
    assert [asked.text for asked in file.questions.of_visit(visit.id)] == ["What stage is it?"]
    assert notes.meta == "Thu, Mar 12, 10:30 AM  \u00b7  Lakeside Cancer Center"
    assert notes.editor.hasFocus()


def test_a_press_on_when_and_where_changes_the_visit(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file)

    def fill(dialog: QDialog) -> None:
        place = dialog.form.fields["place"].editor  # type: ignore[attr-defined]
        place.selectAll()
        hands.write("Lakeside", place)
        hands.click(dialog.save_button)  # type: ignore[attr-defined]

    notes.messages.will_meet(fill)
    hands.click(notes.page.sheet.frame.meta)
    assert file.appointments.get(rao).place == "Lakeside"
    assert notes.meta.endswith("Lakeside")


def test_the_menu_formats_the_text(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    assert notes.page.do_command("heading")
    assert notes.editor.note() == note(heading("Badly"))
    assert not notes.page.do_command("something_else")
    press(notes.editor, Qt.Key.Key_A, CONTROL)
    assert notes.page.do_command("ticks")
    assert notes.editor.note().blocks[0].kind is Kind.TICK
    notes.page.flush()
