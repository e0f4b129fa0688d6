"""The window shows where one is, leads everywhere by hand and keyboard, and loses nothing on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.ui.actions import MENUS
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.files import new_file
from tests.helpers.hands import ALT, CTRL, SHIFT, click, focused, press, write
from tests.helpers.messages import FakeMessages
from tests.helpers.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    yield file
    file.close()


@pytest.fixture
def window(qtbot: QtBot, file: OpenFile, tmp_path: Path) -> Window:
    return Window(qtbot, file, tmp_path)


# Where one is


def test_a_file_opens_on_its_overview_with_its_name_in_the_title(window: Window) -> None:
    assert window.title == "Overview"
    assert window.widget.windowTitle() == "Margaret Doyle - Second Opinion"
    assert window.says("Margaret Doyle")
    assert window.says("0 of 8 done")


def test_the_steps_are_said_with_number_name_and_status(window: Window) -> None:
    assert len(window.steps()) == 8
    assert window.steps()[3] == "Step 4, Send medical records, not started"
    assert window.sections() == [
        "Overview",
        "Appointments & notes",
        "Questions",
        "Records",
        "Opinions side by side",
    ]


def test_ticking_a_task_anywhere_shows_in_the_sidebar_at_once(window: Window, file: OpenFile) -> None:
    step = file.steps.all()[3]
    tasks = file.tasks.of_step(step.key)
    file.tasks.tick(tasks[0].id, done=True)
    assert window.steps()[3] == f"Step 4, Send medical records, in progress, 1 of {len(tasks)} tasks"
    file.steps.set_status(step.key, StepStatus.DONE)
    assert window.steps()[3] == "Step 4, Send medical records, done"
    assert window.says("1 of 8 done")


def test_the_next_task_opens_its_step(window: Window, file: OpenFile) -> None:
    task = file.steps.next_task()
    assert task is not None
    button = window.view.sidebar.next
    assert button.accessibleName() == f"Next: {task.title}"
    click(button)
    assert window.title == file.steps.one(task.step).name
    assert window.page.opened == [("task", task.id)]


def test_a_new_name_shows_in_title_and_sidebar(window: Window, file: OpenFile) -> None:
    file.people.change_person(name="Tom & Jerry")
    assert window.widget.windowTitle() == "Tom & Jerry - Second Opinion"
    assert window.says("Tom & Jerry")


# Going somewhere


def test_pages_are_built_when_they_are_first_visited(window: Window) -> None:
    assert window.built == ["overview"]
    window.press_section("questions")
    window.press_section("overview")
    window.press_section("questions")
    assert window.built == ["overview", "questions"]


def test_sections_and_steps_open_with_a_click(window: Window) -> None:
    window.press_section("records")
    assert window.title == "Records"
    window.press_step(4)
    assert window.title == "Send medical records"


def test_sections_and_steps_open_with_the_keyboard(window: Window) -> None:
    window.view.sidebar.steps.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.title == "Check with insurance"
    window.view.sidebar.sections.setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Space)
    assert window.title == "Opinions side by side"


@pytest.mark.parametrize(
    ("key", "held", "title"),
    [
        (Qt.Key.Key_3, CTRL, "Questions"),
        (Qt.Key.Key_5, CTRL, "Opinions side by side"),
        (Qt.Key.Key_4, ALT, "Send medical records"),
        (Qt.Key.Key_8, ALT, "Weigh your options"),
    ],
)
def test_keys_lead_to_every_page(window: Window, key: Qt.Key, held: Qt.KeyboardModifier, title: str) -> None:
    window.keys(key, held)
    assert window.title == title


def test_a_page_opens_with_the_keyboard_on_its_title(window: Window) -> None:
    window.press_section("records")
    assert focused() is window.page.title


def test_leaving_a_page_saves_what_was_typed(window: Window) -> None:
    page = window.page
    before = page.flushed
    window.press_section("records")
    assert page.flushed == before + 1


def test_a_page_can_ask_for_something_on_another_page(window: Window, file: OpenFile) -> None:
    window.page.open_requested.emit("record", "abc")
    assert window.title == "Records"
    assert window.page.opened == [("record", "abc")]
    task = file.tasks.of_step(file.steps.all()[1].key)[0]
    window.page.open_requested.emit("task", task.id)
    assert window.title == "Check with insurance"
    assert window.page.opened == [("task", task.id)]
    window.page.open_requested.emit("contact", "def")
    assert window.pane.opened == [("contact", "def")]
    window.page.open_requested.emit("page", "questions")
    assert window.title == "Questions"


def test_what_is_no_longer_there_is_said_and_nothing_else_happens(qtbot: QtBot, file: OpenFile, tmp_path: Path) -> None:
    messages = FakeMessages()
    window = Window(qtbot, file, tmp_path, messages=messages)
    window.page.open_requested.emit("task", "gone")
    assert messages.toasts == ["This is no longer in the file."]
    assert window.title == "Overview"


# Commands


def test_every_command_is_in_a_menu_once_and_has_words(window: Window) -> None:
    keys = [command.key for _title, commands in MENUS for command in commands if command.key != "-"]
    assert len(keys) == len(set(keys))
    for menu in window.widget.menuBar().findChildren(QMenu):
        for action in menu.actions():
            assert action.isSeparator() or action.text()


def test_no_two_commands_share_their_keys(window: Window) -> None:
    actions = [window.widget.actions_[key] for key in window.widget.actions_.keys]
    used = [shortcut.toString() for action in actions for shortcut in action.shortcuts()]
    assert len(used) > 30
    assert len(used) == len(set(used))


def test_letters_under_a_line_are_used_once_in_each_menu(window: Window) -> None:
    for title, commands in MENUS:
        words = [command.words.replace("&&", "") for command in commands if "&" in command.words.replace("&&", "")]
        letters = [word[word.index("&") + 1].lower() for word in words]
        assert len(letters) == len(set(letters)), title


def test_a_page_is_asked_before_the_application(window: Window) -> None:
    window.page.does = {"print"}
    window.choose("print")
    assert window.page.commands[-1] == "print"
    assert window.commands == []
    window.choose("export")
    assert window.commands == ["export"]


def test_a_new_note_can_be_asked_for_anywhere(window: Window) -> None:
    window.keys(Qt.Key.Key_N, CTRL)
    assert window.title == "Appointments & notes"
    assert window.page.commands == ["new_note"]


def test_text_size_changes_with_keys_and_is_kept(window: Window, look: Theme) -> None:
    window.keys(Qt.Key.Key_Equal, CTRL)
    assert look.look.text_percent == 110
    assert window.settings.settings.text_percent == 110
    window.keys(Qt.Key.Key_0, CTRL)
    assert look.look.text_percent == 100


def test_undo_takes_back_the_last_change_and_says_what(qtbot: QtBot, file: OpenFile, tmp_path: Path) -> None:
    messages = FakeMessages()
    window = Window(qtbot, file, tmp_path, messages=messages)
    task = file.tasks.of_step(file.steps.all()[0].key)[0]
    file.tasks.tick(task.id, done=True)
    window.widget.actions_.edit_menu_opens.emit()
    assert window.widget.actions_["undo"].text() == "&Undo tick task"
    window.keys(Qt.Key.Key_Z, CTRL)
    assert window.steps()[0].endswith("not started")
    assert messages.toasts == ["Taken back: Tick task"]
    window.keys(Qt.Key.Key_Y, CTRL)
    assert "in progress" in window.steps()[0]


def test_undo_in_a_field_takes_back_letters_first(window: Window, file: OpenFile) -> None:
    task = file.tasks.of_step(file.steps.all()[0].key)[0]
    file.tasks.tick(task.id, done=True)
    window.page.field.setFocus()
    write("biopsy")
    window.keys(Qt.Key.Key_Z, CTRL)
    assert window.page.field.text() == ""
    assert "in progress" in window.steps()[0]


def test_copy_in_the_menu_copies_from_the_field(window: Window, qapp: object) -> None:
    window.page.field.setFocus()
    write("48-2217")
    window.choose("select_all")
    window.choose("cut")
    assert window.page.field.text() == ""
    window.choose("paste")
    assert window.page.field.text() == "48-2217"


def test_a_file_without_a_passphrase_has_nothing_to_lock(window: Window) -> None:
    assert not window.view.topbar.lock.isVisible()
    assert not window.widget.actions_["lock"].isVisible()


# The keyboard's way


def test_f6_goes_through_all_areas_and_back(window: Window) -> None:
    window.page.focus_start()
    way = []
    for _turn in range(4):
        window.keys(Qt.Key.Key_F6)
        way.append(window.area())
    assert way == ["pane", "top bar", "sidebar", "page"]
    window.keys(Qt.Key.Key_F6, SHIFT)
    assert window.area() == "sidebar"


def test_f6_returns_to_where_one_was(window: Window) -> None:
    window.page.field.setFocus()
    window.keys(Qt.Key.Key_F6)
    window.keys(Qt.Key.Key_F6, SHIFT)
    assert focused() is window.page.field


def test_tab_goes_sidebar_top_bar_page_pane_also_on_a_page_built_late(window: Window) -> None:
    window.press_section("records")
    window.view.sidebar.steps.setFocus()
    way: list[str] = []
    stops: list[QWidget] = []
    for _turn in range(40):
        stops.append(focused())
        if not way or way[-1] != window.area():
            way.append(window.area())
        press(Qt.Key.Key_Tab)
        if focused() is window.view.sidebar.steps:
            break
    assert way == ["sidebar", "top bar", "page", "pane"]
    assert window.page.field in stops
    back = []
    for _turn in range(len(stops)):
        press(Qt.Key.Key_Tab, SHIFT)
        back.append(focused())
    assert back == stops[::-1]


# Narrow windows and large text


def test_a_wide_window_has_all_three_areas(window: Window) -> None:
    assert window.view.sidebar.isVisible()
    assert window.pane.isVisible()
    assert not window.view.topbar.people.isVisible()
    assert not window.view.topbar.steps.isVisible()


def test_a_narrow_window_hides_the_pane_behind_a_button(window: Window) -> None:
    window.resize(1100)
    assert not window.sees_pane()
    width = window.page.width()
    click(window.view.topbar.people)
    assert window.pane.isVisible()
    assert window.area() == "pane"
    assert window.page.width() == width
    press(Qt.Key.Key_Escape)
    assert not window.sees_pane()
    assert focused() is window.view.topbar.people or window.area() == "page"


def test_a_very_narrow_window_has_the_steps_in_a_drawer(window: Window) -> None:
    window.resize(820)
    assert not window.sees_steps()
    click(window.view.topbar.steps)
    assert window.sees_steps()
    assert window.area() == "sidebar"
    for _turn in range(6):
        press(Qt.Key.Key_Tab)
        assert window.area() == "sidebar"
    window.press_section("questions")
    assert window.title == "Questions"
    assert not window.sees_steps()


def test_a_press_beside_the_drawer_closes_it_and_presses_nothing(window: Window) -> None:
    window.resize(820)
    window.keys(Qt.Key.Key_F8)
    assert window.sees_steps()
    under = window.view.childAt(window.view.width() - 10, window.view.height() // 2)
    assert under is not None
    click(under)
    assert not window.sees_steps()


def test_large_text_makes_a_wide_window_narrow(window: Window, look: Theme) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=150))
    assert window.sees_steps()
    assert not window.sees_pane()
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    assert not window.sees_steps()
    look.set_look(Look(Colors.LIGHT))
    assert window.sees_steps()
    assert window.sees_pane()


def test_f9_hides_the_pane_and_brings_it_back(window: Window) -> None:
    window.keys(Qt.Key.Key_F9)
    assert not window.sees_pane()
    assert window.view.topbar.people.isVisible()
    assert not window.widget.actions_["pane"].isChecked()
    window.keys(Qt.Key.Key_F9)
    assert window.pane.isVisible()
    click(window.pane.hide_button)
    assert not window.sees_pane()


@pytest.mark.parametrize("height", [480, 600, 692, 900])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_sections_never_scroll_away(window: Window, look: Theme, height: int, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    window.resize(1600, height if percent == 100 else max(height, 600))
    sections = window.view.sidebar.sections
    last = sections.mapTo(window.view.sidebar, sections.rect().bottomLeft())
    assert last.y() <= window.view.sidebar.height()
    assert sections.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_no_name_in_the_sidebar_is_shortened(window: Window, look: Theme, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    window.resize(1800, 768)
    for part in (window.view.sidebar.steps, window.view.sidebar.sections):
        assert part.natural_width() <= part.width() + 4


# Next time


def test_next_time_the_file_opens_where_it_was_left(window: Window) -> None:
    window.press_section("records")
    window.page.field.setText("record-7")
    window.keys(Qt.Key.Key_F9)
    window.widget.close_file()
    window.open_file()
    assert window.title == "Records"
    assert window.page.opened == [("", "record-7")]
    assert not window.sees_pane()


def test_usual_layout_brings_everything_back(window: Window) -> None:
    window.keys(Qt.Key.Key_F9)
    window.view.set_widths(400, 350)
    assert window.view.sidebar.width() >= 390
    window.choose("usual_layout")
    assert window.view.sidebar.width() < 300
    assert window.sees_pane()


def test_closing_the_window_saves_what_was_typed(window: Window, qtbot: QtBot) -> None:
    page = window.page
    before = page.flushed
    with qtbot.waitSignal(window.widget.closed):
        window.widget.close()
    assert page.flushed > before


def test_looking_away_saves_what_was_typed(window: Window, qtbot: QtBot) -> None:
    before = window.page.flushed
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    assert window.page.flushed > before


def test_a_full_screen_takes_the_place_of_everything(window: Window, show: Callable[..., QWidget]) -> None:
    lock = QWidget()
    window.widget.show_entrance(lock)
    assert lock.isVisible()
    assert not window.widget.menuBar().isVisible()
    assert window.widget.windowTitle() == "Second Opinion"
    assert not window.widget.actions_["print"].isEnabled()


# Finding


def test_what_is_found_opens_where_it_is(window: Window, file: OpenFile) -> None:
    file.records.add(name="Pathology report")
    window.keys(Qt.Key.Key_F, CTRL)
    assert focused() is window.view.topbar.finder
    write("pathology rep")
    press(Qt.Key.Key_Return)
    assert window.title == "Records"
    assert [kind for kind, _item in window.page.opened] == ["record"]


def test_found_things_can_be_chosen_with_the_arrows(window: Window, file: OpenFile) -> None:
    file.records.add(name="Zebra one")
    file.records.add(name="Zebra two")
    window.keys(Qt.Key.Key_F, CTRL)
    write("zebra")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.title == "Records"


def test_nothing_found_is_said(window: Window) -> None:
    window.keys(Qt.Key.Key_F, CTRL)
    write("qqqq")
    assert window.says("Nothing found. Fewer letters find more.")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert window.area() == "page"
    assert not window.says("Nothing found. Fewer letters find more.")
