"""What stands in a line or field when a person leaves it, by whatever way, is in the file afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui import composing
from secondopinion_desktop.ui.dialogs.about_you import AboutYouDialog
from secondopinion_desktop.ui.dialogs.contact import ContactDialog
from secondopinion_desktop.ui.dialogs.key_dates import KeyDatesDialog
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from secondopinion_desktop.ui.dialogs.writers import Writers
from secondopinion_desktop.ui.editor.editor import NoteEditor
from secondopinion_desktop.ui.editor.surface import NoteSurface
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.pages.notes import NotesPage
from secondopinion_desktop.ui.pages.opinions.topics import TopicsDialog
from secondopinion_desktop.ui.pages.records.adding import AddRecordsDialog
from secondopinion_desktop.ui.program import Program
from secondopinion_desktop.ui.widgets import GrowingText, LineEdit
from tests.helpers.casefiles import CHEAP
from tests.helpers.hands import click, focused, press, write
from tests.helpers.notespage import Notes
from tests.helpers.program import PASSPHRASE, Running, make_person_file
from tests.helpers.step import StepHands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

WORDS = "Can it wait until May"


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path) -> Iterator[Running]:
    """Return the program with a protected file that holds a visit with one question, and an opinion."""
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path, PASSPHRASE)
    file = Files(LockFile, CHEAP).open(path, passphrase=PASSPHRASE)
    visit = file.appointments.book(title="Second opinion", day="2026-03-12")
    file.questions.ask_at(visit.id, "What stage is it?")
    file.notes.add(title="How I sleep", day="2026-01-26")
    file.opinions.add_opinion()
    file.close()
    running = Running(qtbot, path)
    running.unlock()
    yield running
    running.end()


def _button(running: Running, words: str) -> QPushButton:
    found = [one for one in running.window.findChildren(QPushButton) if one.isVisible() and one.text().strip() == words]
    return found[0]


def _notes(running: Running) -> NotesPage:
    page = running.go("notes")
    assert isinstance(page, NotesPage)
    page.open_item("appointment", running.file.appointments.all()[0].id)
    return page


def _type_a_question_beside_a_visit(running: Running) -> None:
    click(_notes(running).questions.add_button)
    write(WORDS)


def _type_an_answer(running: Running) -> None:
    box = _notes(running).questions.boxes[0].answer
    box.setFocus()
    write(WORDS, box)


def _type_a_task(running: Running) -> None:
    running.ask("step:records")
    click(_button(running, "Add a task"))
    write(WORDS)


def _type_a_point(running: Running) -> None:
    running.go("opinions")
    click(_button(running, "Write down good and harder points"))
    click(_button(running, "Add a good point"))
    write(WORDS)


def _type_a_question(running: Running) -> None:
    running.go("questions").focus_start()  # type: ignore[attr-defined]
    write(WORDS)


def _type_a_title(running: Running) -> None:
    _notes(running)
    running.ask("new_note")
    write(WORDS)


def _search(file: OpenFile) -> bool:
    draft = file.settings.get("question_draft")
    return WORDS in draft or bool(file.finder.find(WORDS))


TYPED = (
    _type_a_question_beside_a_visit,
    _type_an_answer,
    _type_a_task,
    _type_a_point,
    _type_a_question,
    _type_a_title,
)


@pytest.mark.parametrize("type_words", TYPED)
def test_going_to_another_page_loses_nothing(running: Running, type_words: Callable[[Running], None]) -> None:
    type_words(running)
    assert not _search(running.file)
    running.go("overview")
    assert _search(running.file)


@pytest.mark.parametrize("type_words", TYPED)
def test_locking_and_unlocking_loses_nothing(running: Running, type_words: Callable[[Running], None]) -> None:
    type_words(running)
    running.ask("lock")
    running.unlock()
    assert _search(running.file)


@pytest.mark.parametrize("type_words", TYPED)
def test_closing_the_window_loses_nothing(running: Running, type_words: Callable[[Running], None]) -> None:
    type_words(running)
    path = running.file.path
    assert running.close_window()
    running.end()
    again = Files(LockFile, CHEAP).open(path, passphrase=PASSPHRASE)
    assert _search(again)
    again.close()


def _type_a_note(running: Running) -> None:
    _notes(running).open_item("note", running.file.notes.all()[0].id)
    editor = running.window.findChildren(NoteEditor)[0]
    editor.setFocus()
    write(WORDS, editor)


COMPOSED = "\u75c5\u9662"


def _has_composed(file: OpenFile) -> bool:
    found = "".join(one.title + one.snippet for one in file.finder.find(WORDS))
    return COMPOSED in file.settings.get("question_draft") + found


def _compose() -> None:
    QApplication.sendEvent(focused(), QInputMethodEvent(COMPOSED, []))


@pytest.mark.parametrize("type_words", [*TYPED, _type_a_note])
def test_letters_that_are_still_being_composed_go_along_to_another_page(
    running: Running, type_words: Callable[[Running], None]
) -> None:
    type_words(running)
    _compose()
    running.go("overview")
    assert _has_composed(running.file)


@pytest.mark.parametrize("type_words", [_type_a_title, _type_an_answer])
def test_letters_that_are_still_being_composed_are_kept_by_the_lock(
    running: Running, type_words: Callable[[Running], None]
) -> None:
    type_words(running)
    _compose()
    running.ask("lock")
    running.unlock()
    assert _has_composed(running.file)


def test_letters_that_are_still_being_composed_are_kept_when_the_window_closes(running: Running) -> None:
    _type_a_note(running)
    _compose()
    path = running.file.path
    assert running.close_window()
    running.end()
    file = Files(LockFile, CHEAP).open(path, passphrase=PASSPHRASE)
    assert _has_composed(file)
    file.close()


@pytest.mark.parametrize("make", [LineEdit, GrowingText, NoteSurface])
def test_letters_that_were_composed_stand_there_once_though_they_are_saved_with_the_last_one(
    make: Callable[[], LineEdit | GrowingText | NoteSurface], qtbot: QtBot
) -> None:
    editor = make()
    qtbot.addWidget(editor)
    editor.textChanged.connect(composing.finish)
    QApplication.sendEvent(editor, QInputMethodEvent("にほん", []))
    typed = QInputMethodEvent()
    typed.setCommitString("日本")
    QApplication.sendEvent(editor, typed)
    assert (editor.text() if isinstance(editor, LineEdit) else editor.toPlainText()) == "日本"


# Beside a visit


def test_opening_another_note_keeps_the_question_with_the_visit_it_was_typed_for(qtbot: QtBot, file: OpenFile) -> None:
    visit = file.appointments.book(title="Second opinion", day="2026-03-12")
    file.notes.add(title="How I sleep", day="2026-01-26")
    notes = Notes(qtbot, file)
    notes.open("Second opinion")
    click(notes.page.questions.add_button)
    write(WORDS)
    notes.open("How I sleep")
    assert [asked.text for asked in file.questions.of_visit(visit.id)] == [WORDS]
    notes.open("Second opinion")
    assert notes.page.questions.add_button.isVisible()
    assert [box.words.text() for box in notes.page.questions.boxes] == [f"1.  {WORDS}"]


def test_a_question_that_cannot_be_kept_stays_in_its_line_and_its_visit_stays_open(
    qtbot: QtBot, file: OpenFile
) -> None:
    file.appointments.book(title="Second opinion", day="2026-03-12")
    file.notes.add(title="How I sleep", day="2026-01-26")
    notes = Notes(qtbot, file)
    notes.open("Second opinion")
    click(notes.page.questions.add_button)
    write(WORDS)
    moved = file.path.with_name("moved")
    file.path.rename(moved)
    notes.open("How I sleep")
    assert notes.page.questions.new_question.text() == WORDS
    assert notes.page.questions.new_question.isVisible()
    assert notes.title == "Second opinion"
    assert "moved or replaced" in notes.banner
    moved.rename(file.path)
    assert notes.page.flush()
    assert notes.banner == ""
    assert [question.text for question in file.questions.top()] == [WORDS]


def test_escape_puts_the_line_away_without_a_question(qtbot: QtBot, file: OpenFile) -> None:
    visit = file.appointments.book(title="Second opinion", day="2026-03-12")
    notes = Notes(qtbot, file)
    click(notes.page.questions.add_button)
    write(WORDS)
    press(Qt.Key.Key_Escape)
    notes.page.flush()
    assert file.questions.of_visit(visit.id) == []


def test_a_task_that_cannot_be_kept_stays_in_its_line_and_keeps_the_window_open(qtbot: QtBot, file: OpenFile) -> None:
    desk = StepHands(qtbot, file, "records")
    desk.add()
    write(WORDS)
    moved = file.path.with_name("moved")
    file.path.rename(moved)
    assert not desk.page.flush()
    assert desk.page.checklist.adder.line.text() == WORDS
    moved.rename(file.path)
    assert desk.page.flush()
    assert WORDS in [task.title for task in file.tasks.of_step("records")]


# Dialogs that are closed unasked, as by the lock


def _fill_writers(dialog: Writers) -> None:
    write(WORDS, dialog.new_name.editor)


def _fill_topics(dialog: TopicsDialog) -> None:
    write(WORDS, dialog.new)


def _fill_records(dialog: AddRecordsDialog) -> None:
    write(WORDS, dialog.own.editor)


def _fill_about(dialog: AboutYouDialog) -> None:
    dialog.form.fields["name"].editor.clear()  # type: ignore[attr-defined]
    write(WORDS, dialog.form.fields["call_me"].editor)  # type: ignore[attr-defined]


def _fill_contact(dialog: ContactDialog) -> None:
    write(WORDS, dialog.form.fields["name"].editor)  # type: ignore[attr-defined]


def _fill_task(dialog: TaskDialog) -> None:
    write(WORDS, dialog.form.fields["title"].editor)  # type: ignore[attr-defined]


DIALOGS = (
    (Writers, _fill_writers),
    (TopicsDialog, _fill_topics),
    (AddRecordsDialog, _fill_records),
    (AboutYouDialog, _fill_about),
    (ContactDialog, _fill_contact),
    (TaskDialog, _fill_task),
)


@pytest.mark.parametrize(("kind", "fill"), DIALOGS, ids=[kind.__name__ for kind, _fill in DIALOGS])
def test_what_stands_in_a_dialog_is_kept_when_the_system_asks_the_program_to_end(
    qtbot: QtBot, tmp_path: Path, kind: type[QDialog], fill: Callable[[QDialog], None]
) -> None:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    program = Program(SettingsStore(tmp_path / "settings.json"), None, lambda: Files(LockFile, CHEAP))
    qtbot.addWidget(program.window)
    program.start(path)
    qtbot.waitUntil(lambda: program.file is not None and not program.workers.is_busy)
    assert program.file is not None
    more: dict[type[QDialog], dict[str, Any]] = {
        TaskDialog: {"step": "records"},
        AboutYouDialog: {"messages": program.window.messages},
    }
    dialog = kind(program.file, **more.get(kind, {}))  # type: ignore[arg-type]

    def fill_and_end() -> None:
        fill(dialog)
        program.window.close()

    QTimer.singleShot(0, program.window, fill_and_end)
    assert not program.window.messages.run(dialog)
    assert not program.window.isVisible()
    program.end()
    QApplication.sendPostedEvents()
    again = Files(LockFile, CHEAP).open(path)
    known = [author.name for author in again.people.authors.all()] + [contact.name for contact in again.contacts.all()]
    known.append(again.people.person().call_me)
    assert WORDS in known or again.finder.find(WORDS)
    assert again.people.person().name == "Margaret Doyle"
    again.close()


def test_key_dates_keeps_its_words_too(qtbot: QtBot, file: OpenFile) -> None:
    dialog = KeyDatesDialog(file)
    qtbot.addWidget(dialog)
    write("about May", dialog.form.fields["treatment_start"].editor)  # type: ignore[attr-defined]
    dialog.flush()
    assert file.people.situation().treatment_start


def test_a_topic_that_cannot_be_kept_keeps_the_dialog_open(qtbot: QtBot, file: OpenFile) -> None:
    dialog = TopicsDialog(file)
    qtbot.addWidget(dialog)
    dialog.show()
    write(WORDS, dialog.new)
    moved = file.path.with_name("moved")
    file.path.rename(moved)
    click(dialog.done_button)
    assert dialog.isVisible()
    assert dialog.new.text() == WORDS
    moved.rename(file.path)
    click(dialog.done_button)
    assert not dialog.isVisible()
    assert WORDS in [topic.name for topic in file.opinions.topics.all()]


def test_escape_among_the_writers_keeps_who_was_typed(qtbot: QtBot, file: OpenFile) -> None:
    dialog = Writers(file)
    qtbot.addWidget(dialog)
    dialog.show()
    write("Claire", dialog.new_name.editor)
    press(Qt.Key.Key_Escape, on=dialog)
    assert not dialog.isVisible()
    assert "Claire" in [author.name for author in file.people.authors.all()]
