"""Title, tools and the line that says whether a note is saved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.model.richtext.build import bullets, heading, important, note, paragraph, strong
from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.editor.frame import EditorFrame
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers import hands
from tests.helpers.writing import press, select, type_letters

if TYPE_CHECKING:
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.theme import Theme


class Pen:
    """Saves, or does not."""

    def __init__(self) -> None:
        self.trouble: UserError | None = None

    def save(self) -> None:
        if self.trouble:
            raise self.trouble


@pytest.fixture
def pen() -> Pen:
    return Pen()


@pytest.fixture
def saver(pen: Pen, qtbot: QtBot) -> Autosave:
    return Autosave(pen.save)


@pytest.fixture
def frame(qtbot: QtBot, saver: Autosave) -> EditorFrame:
    frame = EditorFrame(saver)
    qtbot.addWidget(frame)
    frame.resize(470, 500)
    with qtbot.waitActive(frame):
        frame.show()
    frame.editor.setFocus()
    return frame


def test_a_tool_formats_what_is_selected_and_leaves_the_keyboard_in_the_note(frame: EditorFrame) -> None:
    frame.editor.load(note(paragraph("Why surgery first")))
    select(frame.editor, "surgery")
    hands.click(frame.tools.buttons["bold"])
    assert frame.editor.note() == note(paragraph(["Why ", strong("surgery"), " first"]))
    assert frame.editor.hasFocus()
    hands.click(frame.tools.buttons["bullets"])
    assert frame.editor.note() == note(*bullets(["Why ", strong("surgery"), " first"]))


def test_tools_show_what_the_text_at_the_cursor_is(frame: EditorFrame) -> None:
    frame.editor.load(note(heading("Plan"), paragraph([important("Why?"), " then"])))

    def on() -> set[str]:
        return {key for key, button in frame.tools.buttons.items() if button.isChecked()}

    assert on() == {"heading"}
    select(frame.editor, "Why?")
    assert on() == {"highlight"}
    select(frame.editor, "then")
    assert on() == set()


def test_tools_follow_what_is_undone_and_done_again(frame: EditorFrame) -> None:
    ticks = frame.tools.buttons["ticks"]
    type_letters(frame.editor, "Ask")
    frame.editor.do("ticks")
    hands.press(Qt.Key.Key_Z, hands.CTRL, on=frame.editor)
    assert not ticks.isChecked()
    hands.press(Qt.Key.Key_Z, hands.CTRL | hands.SHIFT, on=frame.editor)
    assert ticks.isChecked()
    hands.click(frame.tools.buttons["undo"])
    assert not ticks.isChecked()


def test_undo_and_redo_can_be_pressed_only_when_there_is_something(frame: EditorFrame) -> None:
    undo, redo = frame.tools.buttons["undo"], frame.tools.buttons["redo"]
    assert not undo.isEnabled()
    type_letters(frame.editor, "word")
    assert undo.isEnabled()
    assert not redo.isEnabled()
    hands.click(undo)
    assert frame.editor.note().is_empty
    assert redo.isEnabled()


def test_the_tools_are_at_most_400_pixels_wide_and_each_has_a_name(frame: EditorFrame) -> None:
    assert frame.tools.sizeHint().width() <= 400
    for button in frame.tools.buttons.values():
        assert button.accessibleName()
        assert button.accessibleName() in button.toolTip()
        assert button.width() >= 36
        assert button.height() >= 32


def test_tools_are_reached_by_keyboard(frame: EditorFrame) -> None:
    frame.editor.load(note(paragraph("word")))
    frame.tools.buttons["bold"].setFocus()
    frame.editor.selectAll()
    hands.press(Qt.Key.Key_Space)
    assert frame.editor.note() == note(paragraph([strong("word")]))


def test_saved_is_said_with_the_time_and_only_when_it_is_true(
    frame: EditorFrame, saver: Autosave, a_tuesday: datetime
) -> None:
    assert frame.status.words == ""
    saver.touch()
    assert frame.status.words == ""
    saver.flush()
    assert frame.status.words == "Saved 10:42"


def test_a_note_of_another_day_says_the_day(frame: EditorFrame, saver: Autosave, a_tuesday: datetime) -> None:
    saver.start_anew(a_tuesday - timedelta(days=14))
    assert frame.status.words == "Saved Feb 17"


def test_what_could_not_be_saved_is_said(frame: EditorFrame, saver: Autosave, pen: Pen) -> None:
    pen.trouble = UserError("The USB stick may have been removed.")
    saver.touch()
    saver.flush()
    assert frame.status.words == "Not saved"
    pen.trouble = None
    saver.flush()
    assert frame.status.words.startswith("Saved ")


def test_enter_in_the_title_goes_into_the_text(qtbot: QtBot, frame: EditorFrame) -> None:
    frame.title.setFocus()
    with qtbot.waitSignal(frame.title_edited) as told:
        hands.write("P")
    assert told.args == ["P"]
    hands.press(Qt.Key.Key_Return)
    assert frame.editor.hasFocus()


def test_who_writes_can_be_chosen(qtbot: QtBot, frame: EditorFrame) -> None:
    frame.show_writers((("m", "Margaret"), ("c", "Claire (daughter)")), "m")
    frame.writer.setFocus()
    with qtbot.waitSignal(frame.writer_chosen) as told:
        hands.press(Qt.Key.Key_Down)
    assert told.args == ["c"]


def test_a_note_that_can_only_be_read_cannot_be_typed_into(frame: EditorFrame) -> None:
    frame.editor.load(note(paragraph("word")))
    frame.set_can_write(can_write=False)
    type_letters(frame.editor, "x")
    press(frame.editor, Qt.Key.Key_Return)
    assert frame.editor.note() == note(paragraph("word"))
    assert not frame.tools.buttons["bold"].isEnabled()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_six_lines_of_text_have_room_at_any_text_size(frame: EditorFrame, look: Theme, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    frame.resize(900, 420)
    assert frame.editor.height() >= 6 * frame.editor.fontMetrics().lineSpacing()


def test_the_line_being_written_stays_in_sight_in_a_low_window(frame: EditorFrame, look: Theme, qtbot: QtBot) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    frame.resize(900, 420)
    type_letters(frame.editor, "line")
    for _ in range(12):
        press(frame.editor, Qt.Key.Key_Return)
        type_letters(frame.editor, "line")
    cursor = frame.editor.cursorRect().center()
    shown = frame.editor.viewport().mapTo(frame, cursor)
    assert frame.childAt(shown) is frame.editor.viewport()
