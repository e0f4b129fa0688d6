"""The worst moments to be interrupted in: undo in mid-word, a row that goes with its form open, dialog over dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.dialogs.about_you import AboutYouDialog
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from secondopinion_desktop.ui.dialogs.visits import VisitDialogs
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.inplace import InPlaceText
from secondopinion_desktop.ui.lockfile import LockFile
from tests.helpers.casefiles import CHEAP
from tests.helpers.dialogs import Desk
from tests.helpers.forms import FormPage, shown
from tests.helpers.hands import click, focused, press, write
from tests.helpers.records import RecordsHands
from tests.helpers.stage import button

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.helpers.program import Running

WORDS = "Can it wait until May"


def _form(running: Running, field: str) -> RecordForm:
    forms = [form for form in running.window.findChildren(RecordForm) if form.isVisible()]
    return next(form for form in forms if field in form.fields)


def _change_in_place(running: Running, words: str) -> InPlaceText:
    text = next(one for one in running.window.findChildren(InPlaceText) if one.isVisible() and one.shown.words == words)
    click(text.shown)
    return text


def test_what_is_in_the_field_after_undo_is_what_is_saved(running: Running, qtbot: QtBot) -> None:
    record = running.file.records.add(name="MRI images", note="Ask Ms. Bell")
    page: Any = running.go("records")
    page.complete()
    hands = RecordsHands(page, qtbot)
    hands.form.editor("Note").setFocus()
    write(" again")
    assert page.flush()
    assert running.file.records.get(record.id).note != "Ask Ms. Bell"
    while hands.form.shows("Note") != "Ask Ms. Bell":
        running.ask("undo")
    running.go("overview")
    assert running.file.records.get(record.id).note == "Ask Ms. Bell"


def test_undo_in_words_that_are_changed_in_place_is_saved_too(running: Running) -> None:
    question = running.file.questions.ask("What stage is it?")
    running.go("questions")
    text = _change_in_place(running, question.text)
    write(" Really?")
    assert text.flush()
    assert text.editor is not None
    while text.editor.toPlainText() != "What stage is it?":
        running.ask("undo")
    running.go("overview")
    assert running.file.questions.get(question.id).text == "What stage is it?"


def test_a_row_removed_with_its_form_open_comes_back_with_all_its_words(running: Running, qtbot: QtBot) -> None:
    visit = running.file.appointments.book(title="Second opinion", day="2026-01-12").id
    report = running.file.reports.ask_today(visit, None)
    running.ask("step:report")
    running.press("Change A copy for me")
    form = _form(running, "sent_how")
    page = FormPage(form, qtbot)
    page.type("How it is sent", "by fax")
    page.type("Promised for", "when she is back")
    running.press("Remove this")
    assert running.file.reports.all() == []
    assert running.messages.undo is not None
    running.messages.undo()
    running.rest()
    again = running.file.reports.get(report.id)
    assert again.sent_how == "by fax"
    assert "Promised for: when she is back" in again.note
    assert "by fax" in running.words()


def test_removing_a_row_whose_words_cannot_be_saved_leaves_them_where_they_are(running: Running, qtbot: QtBot) -> None:
    visit = running.file.appointments.book(title="Second opinion", day="2026-01-12").id
    report = running.file.reports.ask_today(visit, None)
    running.ask("step:report")
    running.press("Change A copy for me")
    page = FormPage(_form(running, "sent_how"), qtbot)
    running.file.store.database.read_only = True
    page.type("How it is sent", "by fax")
    running.press("Remove this")
    assert page.shows("How it is sent") == "by fax"
    assert "nothing could be saved" in page.words()
    running.file.store.database.read_only = False
    running.press("Remove this")
    assert running.file.reports.all() == []
    assert running.file.reports.get(report.id).sent_how == "by fax"


def test_what_is_removed_in_its_dialog_comes_back_with_what_was_typed_there(running: Running, qtbot: QtBot) -> None:
    visit = running.file.appointments.book(title="Second opinion", day="2026-01-12")

    def type_and_remove(dialog: QDialog) -> None:
        write(WORDS, FormPage(dialog, qtbot).editor("Where"))
        click(button(dialog, "Remove"))

    running.messages.will_meet(type_and_remove)
    VisitDialogs(running.file, running.messages).change_appointment(visit)
    assert running.file.appointments.all() == []
    assert running.messages.undo is not None
    running.messages.undo()
    assert running.file.appointments.get(visit.id).place == WORDS
    assert [one.id for one in running.file.appointments.all()] == [visit.id]


def test_what_was_removed_before_its_visit_comes_back_with_it(running: Running) -> None:
    visit = running.file.appointments.book(title="Second opinion", day="2026-01-12").id
    point = running.file.key_points.add_to(visit, WORDS)
    running.ask("step:write_down")
    _change_in_place(running, WORDS)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Delete)
    undo = running.messages.undo
    running.file.appointments.remove(visit)
    running.rest()
    assert undo is not None
    undo()
    running.rest()
    running.file.appointments.restore(visit)
    running.rest()
    assert [one.id for one in running.file.key_points.all(appointment_id=visit)] == [point.id]
    assert any(one.shown.words == WORDS for one in running.window.findChildren(InPlaceText) if one.isVisible())


def test_moving_questions_leaves_alone_what_is_being_changed_in_one(running: Running) -> None:
    first, second, third = (running.file.questions.ask(f"Question {number}").id for number in range(3))
    running.go("questions")
    text = _change_in_place(running, "Question 1")
    write(" and why")
    running.file.questions.place(third, 0)
    running.rest()
    running.ask("move_up")
    assert text.is_editing
    write(" now", text.editor)
    running.go("overview")
    assert running.file.questions.get(second).text == "Question 1 and why now"
    assert {one.id for one in running.file.questions.top()} == {first, second, third}


def test_larger_letters_in_mid_word_change_only_their_size(running: Running) -> None:
    question = running.file.questions.ask("What stage is it?")
    running.go("questions")
    text = _change_in_place(running, question.text)
    write(" Real")
    running.ask("larger")
    assert text.is_editing
    assert focused() is text.editor
    write("ly?")
    running.ask("normal")
    running.go("overview")
    assert running.file.questions.get(question.id).text == "What stage is it? Really?"


@pytest.mark.parametrize(
    ("page", "opener"),
    [("page:opinions", "Add a good point"), ("step:records", "Add a task")],
)
def test_a_line_put_away_with_escape_has_its_words_back_with_undo(running: Running, page: str, opener: str) -> None:
    for _number in range(2):
        running.file.opinions.add_opinion()
    running.ask(page)
    running.press(opener)
    write(WORDS)
    press(Qt.Key.Key_Escape)
    assert not running.file.finder.find(WORDS)
    running.press(opener)
    running.ask("undo")
    assert focused().text() == WORDS  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return)
    assert running.file.finder.find(WORDS)


def test_answers_are_all_kept_when_the_question_of_one_is_removed(running: Running) -> None:
    visit = running.file.appointments.book(title="Second opinion", day="2026-01-12").id
    asked = [running.file.questions.ask_at(visit, f"Question {number}").asking_id for number in range(3)]
    page: Any = running.go("notes")
    page.open_item("appointment", visit)
    running.file.store.database.read_only = True
    for number, box in enumerate(page.questions.boxes):
        box.answer.setFocus()
        write(f"quillwort {number}", box.answer)
    assert not page.flush()
    running.file.store.database.read_only = False
    running.file.askings.remove(asked[0])
    assert page.flush()
    assert [running.file.askings.get(one).answer for one in asked] == [f"quillwort {number}" for number in range(3)]


@pytest.mark.parametrize("way", ["escape", "close"])
def test_leaving_visit_mode_in_mid_sentence_keeps_the_answer(running: Running, way: str) -> None:
    visit = running.file.appointments.book(title="Second opinion", day="2026-01-12").id
    asking = running.file.questions.ask_at(visit, "What stage is it?").asking_id
    assert running.window.shell is not None
    running.window.shell.open("visit_mode", visit)
    mode = running.window.visit
    assert mode is not None
    mode.go_to(asking)
    running.rest()
    write(WORDS)
    path = running.file.path
    if way == "escape":
        press(Qt.Key.Key_Escape)
        assert running.window.visit is None
        assert running.file.questions.of_visit(visit)[0].answer == WORDS
        return
    assert running.close_window()
    running.end()
    again = Files(LockFile, CHEAP).open(path)
    assert again.questions.of_visit(visit)[0].answer == WORDS
    again.close()


def test_escape_in_mid_sentence_closes_no_dialog_and_cancel_does(running: Running, qtbot: QtBot) -> None:
    dialog = TaskDialog(running.file, step="records")
    page = FormPage(shown(dialog, qtbot), qtbot)
    page.type("What is to be done?", WORDS)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "This is not saved yet. Press Cancel to leave without it." in page.words()
    dialog.close()
    assert dialog.isVisible()
    assert page.shows("What is to be done?") == WORDS
    click(button(dialog, "Cancel"))
    assert not dialog.isVisible()
    assert not running.file.finder.find(WORDS)


def test_escape_closes_a_dialog_in_which_nothing_was_typed(running: Running, qtbot: QtBot) -> None:
    dialog = TaskDialog(running.file, step="records")
    shown(dialog, qtbot)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path / "Margaret.secondopinion")
    yield desk
    desk.end()


def test_a_half_made_appointment_is_kept_when_the_program_is_closed(desk: Desk) -> None:
    def fill_and_close(dialog: QDialog) -> None:
        page = FormPage(dialog, desk.qtbot)
        page.type("Where", WORDS)
        page.type("Date", "when they call")
        desk.window.close()

    desk.meet(RowDialog, fill_and_close)
    VisitDialogs(desk.file, desk.messages).new_appointment()
    again = desk.opened_again()
    (visit,) = again.appointments.all()
    assert visit.place == WORDS
    assert "when they call" in " ".join(str(value) for value in vars(visit).values())
    again.close()


def test_words_in_a_dialog_over_a_dialog_are_both_kept(desk: Desk) -> None:
    helper = desk.file.contacts.add(name="Claire", role="helper").id

    def fill_below(dialog: AboutYouDialog) -> None:
        FormPage(dialog, desk.qtbot).type("Name you like to be called", "Maggie")
        desk.meet(RowDialog, fill_above)
        dialog.helpers.open_row(helper)

    def fill_above(dialog: RowDialog) -> None:
        FormPage(dialog, desk.qtbot).type("Note", WORDS)
        desk.window.close()

    desk.meet(AboutYouDialog, fill_below)
    desk.messages.run(AboutYouDialog(desk.file, desk.messages))
    QApplication.processEvents()
    assert not desk.window.isVisible()
    again = desk.opened_again()
    assert again.people.person().call_me == "Maggie"
    assert again.contacts.get(helper).note == WORDS
    again.close()
