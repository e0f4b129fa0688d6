"""From Overview and the steps into the rest of the window, with the real pages and the real pane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.ui.commands import Commands
from secondopinion_desktop.ui.dialogs.about_you import AboutYouDialog
from secondopinion_desktop.ui.dialogs.key_dates import KeyDatesDialog
from secondopinion_desktop.ui.pages.overview import OverviewPage
from secondopinion_desktop.ui.pages.step import StepPage
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from secondopinion_desktop.ui.workers import Workers
from tests.helpers.files import new_file
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, focused, press, write
from tests.helpers.margaret import margarets_file
from tests.helpers.stage import KeyboardMessages, button, texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.fileview import FileView

pytestmark = pytest.mark.usefixtures("a_tuesday")


class WholeWindow:
    """The window with an open file, as the application shows it."""

    def __init__(self, qtbot: QtBot, file: OpenFile, folder: Path) -> None:
        self.messages = KeyboardMessages(qtbot)
        self.widget = MainWindow(SettingsStore(folder / "settings.json"), self.messages)
        qtbot.addWidget(self.widget)
        self.widget.resize(1366, 768)
        self.widget.show()
        self.commands = Commands(self.widget, file, self.widget.settings, Workers(self.widget), "")
        self.widget.command.connect(self.commands.do)
        self.widget.show_file(file, page_factories(file, self.messages), partial(make_pane, file, self.messages))
        self.widget.activateWindow()
        qtbot.waitUntil(self.widget.isActiveWindow)

    @property
    def view(self) -> FileView:
        assert self.widget.shell is not None
        return self.widget.shell.view

    @property
    def page(self) -> QWidget:
        page = self.view.stack.page
        assert page is not None
        return page

    def press_button(self, words: str) -> None:
        click(button(self.page, words))

    def reads(self, words: str) -> bool:
        return any(words in text for text in texts(self.widget))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> WholeWindow:
    return WholeWindow(qtbot, margarets_file(tmp_path), tmp_path)


def test_changed_dates_stand_in_the_line_at_once(window: WholeWindow, qtbot: QtBot) -> None:
    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, KeyDatesDialog)
        FormPage(dialog, qtbot).type("Decide by", "Mar 20")
        click(dialog.save_button)

    window.messages.will_meet(change)
    window.press_button("Change dates")
    assert isinstance(window.page, OverviewPage)
    assert [view.point.when for view in window.page.dates.strip.views] == [
        "Feb 17",
        "Today",
        "Mar 12",
        "Mar 20",
        "Mar 23",
    ]


def test_the_visit_opens_among_the_notes(window: WholeWindow) -> None:
    window.press_button("Open this visit")
    assert window.view.stack.key == "notes"


def test_a_note_opens_where_it_is_written(window: WholeWindow) -> None:
    assert isinstance(window.page, OverviewPage)
    click(window.page.notes.entries[0])
    assert window.view.stack.key == "notes"
    assert window.view.stack.page is not None
    assert "Phone call with Lakeside intake nurse" in [
        line.text() for line in window.page.findChildren(QLineEdit) if line.isVisible()
    ]


def test_a_task_opens_in_its_step_with_the_keyboard_on_it(window: WholeWindow) -> None:
    assert isinstance(window.page, OverviewPage)
    line = window.page.do_next.lines[1]
    title = line.words.text()
    click(line.opener)
    assert isinstance(window.page, StepPage)
    assert window.view.stack.key == "step:timing"
    assert focused().accessibleName() == title


def test_prior_authorization_opens_in_the_pane(window: WholeWindow) -> None:
    assert isinstance(window.page, OverviewPage)
    click(window.page.waiting.entries[1])
    assert window.view.pane.isAncestorOf(focused())


def test_the_next_step_is_shown_from_its_top(window: WholeWindow) -> None:
    assert window.widget.shell is not None
    window.widget.shell.go("step:records")
    window.press_button("Consider the timing")
    assert window.view.stack.key == "step:timing"
    assert isinstance(window.page, StepPage)
    assert focused() is window.page.title


def test_the_first_things_to_do_lead_where_they_are_done(qtbot: QtBot, tmp_path: Path) -> None:
    window = WholeWindow(qtbot, new_file(tmp_path), tmp_path)
    window.press_button("Add insurance")
    assert window.view.pane.isAncestorOf(focused())
    window.press_button("Add a question")
    assert window.view.stack.key == "questions"
    assert window.page.isAncestorOf(focused())


def test_undo_of_a_tick_works_from_the_menu_too(window: WholeWindow) -> None:
    assert isinstance(window.page, OverviewPage)
    before = [line.words.text() for line in window.page.do_next.lines]
    window.page.do_next.lines[0].box.setFocus()
    press(Qt.Key.Key_Space)
    assert [line.words.text() for line in window.page.do_next.lines] != before
    window.widget.actions_["undo"].trigger()
    assert [line.words.text() for line in window.page.do_next.lines] == before


def test_moving_by_the_menu_s_keys_moves_the_task_that_has_the_keyboard(window: WholeWindow) -> None:
    assert window.widget.shell is not None
    window.widget.shell.go("step:records")
    assert isinstance(window.page, StepPage)
    row = list(window.page.checklist.rows.values())[-1]
    row.box.setFocus()
    window.widget.actions_["move_up"].trigger()
    assert window.widget.shell.file.tasks.of_step("records")[-2].id == row.task.id


def test_what_is_told_about_oneself_is_kept(window: WholeWindow, qtbot: QtBot) -> None:
    def tell(dialog: QDialog) -> None:
        assert isinstance(dialog, AboutYouDialog)
        form = FormPage(dialog, qtbot)
        form.type("Birth date", "May 4, 1956")
        form.type("What helps you at visits", "A quiet room")
        write("Ruth", on=dialog.helpers.line)
        press(Qt.Key.Key_Return, on=dialog.helpers.line)
        assert dialog.isVisible()
        click(dialog.save_button)

    window.messages.will_meet(tell)
    window.widget.actions_["person"].trigger()
    assert window.widget.shell is not None
    file = window.widget.shell.file
    assert file.people.person().birth_date == "1956-05-04"
    assert file.people.person().access_needs == "A quiet room"
    assert "Ruth" in [contact.name for contact in file.contacts.all(role=ContactRole.HELPER)]


def test_nothing_about_oneself_is_kept_while_a_date_is_not_clear(window: WholeWindow, qtbot: QtBot) -> None:
    def tell(dialog: QDialog) -> None:
        assert isinstance(dialog, AboutYouDialog)
        form = FormPage(dialog, qtbot)
        form.type("Phone", "555-0100")
        form.type("Birth date", "13/12/1956")
        click(dialog.save_button)
        assert dialog.isVisible()
        assert "Is that Dec 13, 1956?" in form.words()
        dialog.reject()

    window.messages.will_meet(tell)
    window.widget.actions_["person"].trigger()
    assert window.widget.shell is not None
    assert window.widget.shell.file.people.person().phone == ""


@pytest.mark.parametrize("page", ["overview", "step:records", "step:get_started"])
def test_everything_the_keyboard_reaches_has_a_name(window: WholeWindow, page: str) -> None:
    assert window.widget.shell is not None
    window.widget.shell.go(page)
    stops = [
        widget
        for widget in window.page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(stops) > 10
    assert [type(widget).__name__ for widget in stops if not widget.accessibleName()] == []
