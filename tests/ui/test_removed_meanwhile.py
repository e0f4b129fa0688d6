"""Words typed into something that was removed meanwhile: where they are is said beside them, and they can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.model.choices import Side
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from secondopinion_desktop.ui.inplace import InPlaceText
from secondopinion_desktop.ui.pages.opinions.reading import weighed
from tests.helpers.files import new_file
from tests.helpers.forms import FormPage, field, shown, visible_words
from tests.helpers.hands import click, press, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from tests.helpers.program import Running

MORE = " and my sister asks too"
KEPT = "What you wrote is kept with it."


def _acts(button: QAbstractButton) -> bool:
    """Return whether a button would do something with a row."""
    return button.accessibleName().startswith(("Move up", "Move down", "More for this", "Remove this"))


def _in_place(running: Running, words: str) -> InPlaceText:
    """Begin to change words where they stand."""
    texts = [one for one in running.window.findChildren(InPlaceText) if one.isVisible()]
    text = next(one for one in texts if one.shown.words == words)
    click(text.shown)
    return text


def _question(running: Running) -> tuple[Callable[[], object], Callable[[], str]]:
    question = running.file.questions.ask("What stage is it?")
    running.go("questions")
    _in_place(running, question.text)
    questions = running.file.questions
    return lambda: questions.remove(question.id), lambda: questions.get(question.id).text


def _point(running: Running) -> tuple[Callable[[], object], Callable[[], str]]:
    points = running.file.opinions.points
    point = points.add_to(None, Side.GOOD, "Nearer to home")
    running.go("opinions")
    _in_place(running, point.text)
    return lambda: points.remove(point.id), lambda: points.get(point.id).text


def _key_point(running: Running) -> tuple[Callable[[], object], Callable[[], str]]:
    visit = running.file.appointments.book(title="Second opinion", day="2026-01-12").id
    points = running.file.key_points
    point = points.add_to(visit, "Rest first")
    running.ask("step:write_down")
    _in_place(running, point.text)
    return lambda: points.remove(point.id), lambda: points.get(point.id).text


IN_PLACE = (_question, _point, _key_point)


@pytest.mark.parametrize("begin", IN_PLACE)
def test_words_for_a_row_that_was_removed_stay_in_sight_with_where_they_are_kept(
    running: Running, begin: Callable[[Running], tuple[Callable[[], object], Callable[[], str]]]
) -> None:
    remove, stored = begin(running)
    write(MORE)
    remove()
    running.rest()
    assert KEPT in running.words()
    assert not [one for one in running.window.findChildren(QAbstractButton) if one.isVisible() and _acts(one)]
    assert stored().endswith(MORE)
    running.press("Copy these words")
    assert QApplication.clipboard().text() == stored()
    running.press("Close")
    running.rest()
    assert KEPT not in running.words().replace("\n".join(running.messages.toasts), "")
    assert [one for one in running.window.findChildren(InPlaceText) if one.isVisible() and one.is_editing] == []


def test_bringing_the_row_back_goes_on_where_one_was(running: Running) -> None:
    question = running.file.questions.ask("What stage is it?")
    running.go("questions")
    text = _in_place(running, question.text)
    write(MORE)
    running.file.questions.remove(question.id)
    running.rest()
    running.file.questions.restore(question.id)
    running.rest()
    assert text.isVisible()
    assert text.is_editing
    assert text.editor is not None
    write(", again", text.editor)
    press(Qt.Key.Key_Return, on=text.editor)
    assert running.file.questions.get(question.id).text.endswith(f"{MORE}, again")
    assert not text.is_editing


def test_words_that_cannot_be_saved_are_said_so_beside_them(running: Running) -> None:
    question = running.file.questions.ask("What stage is it?")
    page: Any = running.go("questions")
    text = _in_place(running, question.text)
    running.file.store.database.read_only = True
    write(MORE)
    assert not page.flush()
    assert "nothing could be saved" in visible_words(text)
    running.go("overview")
    running.go("questions")
    assert text.is_editing
    running.file.store.database.read_only = False
    assert page.flush()
    assert "nothing could be saved" not in visible_words(text)
    assert running.file.questions.get(question.id).text.endswith(MORE)


def test_a_form_for_a_contact_that_was_removed_stays_until_it_was_read(running: Running, qtbot: QtBot) -> None:
    contact = running.file.contacts.add(name="Dr. Lee")
    assert running.window.shell is not None
    pane: Any = running.window.shell.view.pane
    pane.show_contacts()
    pane.contacts.edit(contact.id)
    page = FormPage(pane, qtbot)
    write("nurse", page.editor("Specialty or job"))
    running.file.contacts.remove(contact.id)
    running.rest()
    assert KEPT in visible_words(pane)
    assert page.shows("Specialty or job") == "nurse"
    running.press("Done")
    assert KEPT not in visible_words(pane)
    assert running.file.contacts.get(contact.id).specialty == "nurse"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    yield file
    file.close()


def test_a_dialog_about_something_removed_says_so_once_and_then_closes(file: OpenFile, qtbot: QtBot) -> None:
    task = file.tasks.add_to("records", "Call the lab")
    dialog = TaskDialog(file, task)
    page = FormPage(shown(dialog, qtbot), qtbot)
    page.type("Note", "ask for Ms. Bell")
    file.tasks.remove(task.id)
    click(dialog.save_button)
    assert dialog.isVisible()
    assert KEPT in page.words()
    click(dialog.save_button)
    assert not dialog.isVisible()
    assert file.tasks.get(task.id).note == "ask for Ms. Bell"


def test_it_is_said_once_for_each_removal(file: OpenFile) -> None:
    said: list[str] = []
    file.history.when_kept(said.append)
    question = file.questions.ask("What stage is it?")
    file.questions.remove(question.id)
    for words in ("What", "What stage"):
        with pytest.raises(UserError):
            file.questions.change(question.id, text=words)
    assert len(said) == 1
    file.questions.restore(question.id)
    file.questions.change(question.id, text="What now?")
    file.questions.remove(question.id)
    with pytest.raises(UserError):
        file.questions.change(question.id, text="What then?")
    assert len(said) == 2


def test_a_choice_that_was_removed_stays_only_to_be_read_and_does_nothing_to_another_one(running: Running) -> None:
    options = running.file.opinions.options
    gone, other = options.add(name="Surgery", position=1), options.add(name="Medicine first", position=2)
    page: Any = running.go("opinions")
    page.weighing.focus_choice(gone.id)
    running.press("Details of this choice")
    write("Nearer to home", field(page, "What it is meant to do"))
    options.remove(gone.id)
    running.rest()
    assert KEPT in visible_words(page)
    assert options.get(gone.id).goal == "Nearer to home"
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.accessibleDescription() for one in buttons if _acts(one)] == [other.name]
    assert [one.accessibleName() for one in buttons].count("Add a good point") == 1
    running.press("Done")
    running.rest()
    assert KEPT not in visible_words(page)


def test_a_point_for_a_choice_that_was_removed_never_goes_to_another_one(running: Running) -> None:
    opinions = running.file.opinions
    gone, other = (opinions.options.add(name=name, position=n) for n, name in enumerate(("Surgery", "Medicine")))
    page: Any = running.go("opinions")
    page.weighing.focus_choice(gone.id)
    running.press("Add a good point")
    running.file.store.database.read_only = True
    write("Over sooner")
    page.weighing.show_choices([one for one in weighed(running.file) if one.id != gone.id])
    running.file.store.database.read_only = False
    assert page.flush()
    assert opinions.points.of(other.id, Side.GOOD) == []
    assert [point.text for point in opinions.points.of(gone.id, Side.GOOD)] == ["Over sooner"]
