"""Visits: making and changing them, and their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import AnswerStatus
from secondopinion_desktop.model.richtext import Kind
from secondopinion_desktop.model.richtext.build import heading, note
from tests.helpers import hands
from tests.helpers.notespage import Notes
from tests.helpers.writing import CONTROL, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


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
