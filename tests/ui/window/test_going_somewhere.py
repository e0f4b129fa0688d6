"""The window shows where one is and leads everywhere, by hand and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import PlanChoice, StepStatus
from tests.helpers.hands import ALT, CTRL, SHIFT, click, focused, press
from tests.helpers.messages import FakeMessages
from tests.helpers.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


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
    step = file.steps.tracker().steps[3]
    tasks = file.tasks.of_step(step.key)
    file.tasks.tick(tasks[0].id, done=True)
    assert window.steps()[3] == f"Step 4, Send medical records, in progress, 1 of {len(tasks)} tasks"
    file.steps.set_status(step.key, StepStatus.DONE)
    assert window.steps()[3] == "Step 4, Send medical records, done"
    assert window.says("1 of 8 done")


def test_a_new_file_says_at_the_left_what_overview_asks_for_first(window: Window, file: OpenFile) -> None:
    button = window.view.sidebar.next
    assert button.accessibleName() == "Next: Add your appointment"
    file.appointments.book(day="2026-03-12")
    assert button.accessibleName() == "Next: Add your insurance card"
    file.insurance.plans.add(carrier="Blue Ridge Health", position=1)
    assert button.accessibleName() == "Next: Write down one question"
    click(button)
    assert window.title == "Questions"


def test_somebody_who_wants_no_second_opinion_reads_of_nothing_done_or_left(window: Window, file: OpenFile) -> None:
    file.started.change(plan_choice=PlanChoice.NO)
    assert window.says("Nothing open")
    assert not window.says("8 of 8 done")
    assert not window.view.sidebar.next.isVisible()
    file.started.take_up_again()
    assert window.says("0 of 8 done")


def test_the_next_task_opens_its_step(window: Window, file: OpenFile) -> None:
    file.tasks.tick(file.tasks.of_step("get_started")[0].id, done=True)
    file.appointments.book(day="2026-03-12")
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
    task = file.tasks.of_step(file.steps.tracker().steps[1].key)[0]
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
    assert way == ["sidebar", "top bar", "dates", "page", "pane"]
    assert window.page.field in stops
    back = []
    for _turn in range(len(stops)):
        press(Qt.Key.Key_Tab, SHIFT)
        back.append(focused())
    assert back == stops[::-1]
