"""A dialog that goes away unasked - a lock, the window, the system - keeps its words, or stays and says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QDialog

from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus
from secondopinion_desktop.ui.dialogs.contact import ContactDialog
from secondopinion_desktop.ui.dialogs.set_aside import SetAsideDialog
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from secondopinion_desktop.ui.dialogs.unsaved import UnsavedWords
from secondopinion_desktop.ui.dialogs.visits import AppointmentDialog, VisitDialogs
from secondopinion_desktop.ui.dialogs.writers import Writers
from secondopinion_desktop.ui.pages.opinions.choicecard import NameDialog
from secondopinion_desktop.ui.pages.step.work.timing import DatesCard
from tests.helpers.dialogs import Desk
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, write
from tests.helpers.program import PASSPHRASE, Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


WORDS = "she listens well"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path / "Margaret.secondopinion")
    yield desk
    desk.end()


def _contact(desk: Desk) -> None:
    desk.messages.run(ContactDialog(desk.file))


def _task(desk: Desk) -> None:
    desk.messages.run(TaskDialog(desk.file, step="records"))


def _choice(desk: Desk) -> None:
    options = desk.file.opinions.options
    desk.messages.run(NameDialog("Add a choice", lambda name: options.add(name=name)))


def _writer(desk: Desk) -> None:
    desk.messages.run(Writers(desk.file))


UNNAMED = (
    (_contact, "Hospital, clinic or company"),
    (_task, "Note"),
    (_writer, "Who they are"),
    (_choice, "Name of the choice"),
)


@pytest.mark.parametrize(("ask", "label"), UNNAMED, ids=[ask.__name__[1:] for ask, _label in UNNAMED])
def test_words_without_a_name_are_kept_when_the_system_asks_the_program_to_end(
    desk: Desk, ask: Callable[[Desk], None], label: str
) -> None:
    def fill_and_end(dialog: QDialog) -> None:
        if isinstance(dialog, Writers):
            write(WORDS, dialog.new_relation.editor)
        else:
            FormPage(dialog, desk.qtbot).type(label, WORDS)
        desk.window.close()

    desk.meet(QDialog, fill_and_end)
    ask(desk)
    assert not desk.window.isVisible()
    again = desk.opened_again()
    found = [found.title for found in again.finder.find(WORDS)]
    written = [(author.name, author.relation) for author in again.people.authors.all()]
    assert found or ("No name yet", WORDS) in written
    assert all(title in {"No name yet", WORDS} for title in found)
    again.close()


def test_a_name_of_spaces_holds_up_nothing(desk: Desk) -> None:
    def fill_and_end(dialog: QDialog) -> None:
        page = FormPage(dialog, desk.qtbot)
        page.type("Name", "  ")
        page.type("Hospital, clinic or company", WORDS)
        desk.window.close()

    desk.meet(ContactDialog, fill_and_end)
    _contact(desk)
    assert not desk.window.isVisible()
    again = desk.opened_again()
    assert [(contact.name, contact.organization) for contact in again.contacts.all()] == [("No name yet", WORDS)]
    again.close()


def test_a_dialog_in_which_nothing_was_typed_leaves_nothing_behind(desk: Desk) -> None:
    def choose_and_end(dialog: QDialog) -> None:
        FormPage(dialog, desk.qtbot).choose("Who is this for you?", "Second opinion")
        desk.window.close()

    desk.meet(ContactDialog, choose_and_end)
    _contact(desk)
    again = desk.opened_again()
    assert again.contacts.all() == []
    again.close()


def test_a_dialog_whose_words_cannot_be_saved_stays_and_so_does_the_window(desk: Desk) -> None:
    moved = desk.path.with_name("moved")
    seen = []

    def fill_and_end(dialog: ContactDialog) -> None:
        page = FormPage(dialog, desk.qtbot)
        page.type("Name", WORDS)
        desk.path.rename(moved)
        desk.meet(UnsavedWords, lambda asked: click(asked.keep_button))
        desk.window.close()
        seen.append((dialog.isVisible(), page.shows("Name"), "moved or replaced" in page.words()))
        moved.rename(desk.path)
        desk.window.close()

    desk.meet(ContactDialog, fill_and_end)
    _contact(desk)
    assert seen == [(True, WORDS, True)]
    again = desk.opened_again()
    assert [contact.name for contact in again.contacts.all()] == [WORDS]
    again.close()


def test_locking_before_it_was_answered_does_not_cancel_an_appointment(desk: Desk) -> None:
    visit = desk.file.appointments.book(kind=AppointmentKind.OWN_DOCTOR, day="2099-03-09", title="Infusion")

    def cancel(dialog: AppointmentDialog) -> None:
        page = FormPage(dialog, desk.qtbot)
        page.type("Where", WORDS)
        page.choose("Where it stands", "Canceled")
        desk.meet(SetAsideDialog, lambda _asked: desk.window.close())
        click(dialog.save_button)

    desk.meet(AppointmentDialog, cancel)
    VisitDialogs(desk.file, desk.messages).change_appointment(visit)
    again = desk.opened_again()
    kept = again.appointments.get(visit.id)
    assert (kept.status, kept.place) == (AppointmentStatus.PLANNED, WORDS)
    again.close()


def test_a_date_that_is_not_clear_does_not_hold_up_the_lock_and_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path, PASSPHRASE)
    running = Running(qtbot, path)
    running.unlock()
    running.ask("step:timing")
    card = running.window.findChildren(DatesCard)[0]
    field: Any = card.form.fields["decide_by"]
    write("when the doctor says", field.editor)
    running.ask("lock")
    running.unlock()
    kept = vars(running.file.people.situation()).values()
    assert "Decide by: when the doctor says" in kept
    running.end()
