"""The keys in a note do what people expect of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from secondopinion_desktop.model.richtext import Block, Document, Kind
from secondopinion_desktop.model.richtext.build import (
    bullets,
    heading,
    important,
    note,
    numbers,
    paragraph,
    strong,
    tick,
)
from secondopinion_desktop.ui.editor.editor import NoteEditor
from tests.helpers.writing import (
    CONTROL,
    SHIFT,
    click_beside,
    open_editor,
    press,
    put_cursor,
    select,
    type_letters,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot


def shape(document: Document) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in document]


@pytest.mark.parametrize("kind", [Kind.BULLET, Kind.NUMBER, Kind.TICK])
def test_enter_goes_on_with_the_list_and_enter_again_ends_it(qtbot: QtBot, kind: Kind) -> None:
    editor = open_editor(qtbot)
    editor.toggle_kind(kind)
    type_letters(editor, "one")
    press(editor, Qt.Key.Key_Return)
    type_letters(editor, "two")
    press(editor, Qt.Key.Key_Return, times=2)
    type_letters(editor, "after")
    assert shape(editor.note()) == [(kind, "one"), (kind, "two"), (Kind.PARAGRAPH, "after")]


def test_a_new_tick_item_is_not_ticked(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(tick("asked", checked=True)))
    press(editor, Qt.Key.Key_Return)
    assert [block.checked for block in editor.note()] == [True, False]


def test_enter_after_a_heading_begins_ordinary_text(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(heading("Plan")))
    press(editor, Qt.Key.Key_Return)
    type_letters(editor, "Surgery")
    assert editor.note() == note(heading("Plan"), paragraph("Surgery"))


def test_enter_before_a_heading_makes_room_above_it(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(heading("Plan")))
    press(editor, Qt.Key.Key_Home)
    press(editor, Qt.Key.Key_Return)
    assert editor.note() == note(paragraph(), heading("Plan"))


def test_enter_within_a_heading_makes_two(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(heading("PlanNext")))
    put_cursor(editor, "Next")
    press(editor, Qt.Key.Key_Return)
    assert editor.note() == note(heading("Plan"), heading("Next"))


def test_enter_within_an_item_makes_two(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(*bullets("scans slides")))
    put_cursor(editor, "slides")
    press(editor, Qt.Key.Key_Return)
    assert shape(editor.note()) == [(Kind.BULLET, "scans "), (Kind.BULLET, "slides")]


@pytest.mark.parametrize(
    "blocks", [bullets("a", "b"), numbers("a", "b"), [tick("a"), tick("b")], [heading("a"), heading("b")]]
)
def test_backspace_at_the_start_takes_the_format_off_first(qtbot: QtBot, blocks: Sequence[Block]) -> None:
    editor = open_editor(qtbot, note(*blocks))
    put_cursor(editor, "b")
    press(editor, Qt.Key.Key_Backspace)
    assert shape(editor.note()) == [(blocks[0].kind, "a"), (Kind.PARAGRAPH, "b")]
    press(editor, Qt.Key.Key_Backspace)
    assert shape(editor.note()) == [(blocks[0].kind, "ab")]


def test_backspace_before_a_heading_takes_the_empty_line_above(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(paragraph("a"), paragraph(), heading("Plan")))
    put_cursor(editor, "Plan")
    press(editor, Qt.Key.Key_Backspace)
    assert editor.note() == note(paragraph("a"), heading("Plan"))


def test_shift_enter_breaks_the_line_within_an_item(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(*bullets("a")))
    press(editor, Qt.Key.Key_Return, SHIFT)
    type_letters(editor, "b")
    assert shape(editor.note()) == [(Kind.BULLET, "a\nb")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_tick_item_is_ticked_by_keyboard_and_unticked_again(qtbot: QtBot, key: Qt.Key) -> None:
    editor = open_editor(qtbot, note(paragraph("x"), tick("ask")))
    press(editor, key, CONTROL)
    assert editor.note() == note(paragraph("x"), tick("ask", checked=True))
    press(editor, key, CONTROL)
    assert editor.note() == note(paragraph("x"), tick("ask"))


def test_a_tick_item_is_ticked_by_a_click_on_its_box(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(tick("ask"), tick("call")))
    click_beside(editor, "call")
    assert editor.note() == note(tick("ask"), tick("call", checked=True))
    editor.undo()
    assert editor.note() == note(tick("ask"), tick("call"))


def test_several_selected_lines_become_a_list_and_paragraphs_again(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(paragraph("a"), paragraph("b"), paragraph("c")))
    editor.selectAll()
    press(editor, Qt.Key.Key_8, CONTROL | SHIFT)
    assert editor.note() == note(*bullets("a", "b", "c"))
    press(editor, Qt.Key.Key_7, CONTROL | SHIFT)
    assert editor.note() == note(*numbers("a", "b", "c"))
    press(editor, Qt.Key.Key_7, CONTROL | SHIFT)
    assert editor.note() == note(paragraph("a"), paragraph("b"), paragraph("c"))


def test_formats_have_their_keys(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(paragraph("Why surgery first")))
    select(editor, "surgery")
    press(editor, Qt.Key.Key_B, CONTROL)
    select(editor, "first")
    press(editor, Qt.Key.Key_H, CONTROL | SHIFT)
    assert editor.note() == note(paragraph(["Why ", strong("surgery"), " ", important("first")]))
    press(editor, Qt.Key.Key_1, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert editor.note().blocks[0].kind is Kind.HEADING
    press(editor, Qt.Key.Key_9, CONTROL | SHIFT)
    assert editor.note().blocks[0].kind is Kind.TICK


def test_a_format_taken_off_again_leaves_plain_text(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(paragraph("Why")))
    editor.selectAll()
    for _ in range(2):
        press(editor, Qt.Key.Key_I, CONTROL)
        press(editor, Qt.Key.Key_H, CONTROL | SHIFT)
    assert editor.note() == note(paragraph("Why"))


def test_undo_and_redo_have_their_keys(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(paragraph("a")))
    type_letters(editor, "b")
    press(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.note() == note(paragraph("a"))
    press(editor, Qt.Key.Key_Y, CONTROL)
    assert editor.note() == note(paragraph("ab"))


def test_the_letter_just_typed_is_always_in_sight(qtbot: QtBot) -> None:
    editor = open_editor(qtbot)
    editor.resize(300, 120)
    for _ in range(60):
        for letter in "scans ":
            type_letters(editor, letter)
            assert editor.viewport().rect().contains(editor.cursorRect().center())


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.before, self.editor, self.after = QLineEdit(), NoteEditor(), QLineEdit()
        for widget in (self.before, self.editor, self.after):
            column.addWidget(widget)


def test_control_tab_leaves_the_note_and_tab_does_not(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.editor.setFocus()
    press(form.editor, Qt.Key.Key_Tab)
    assert form.editor.hasFocus()
    assert form.editor.note().plain_text() == "\t"
    press(form.editor, Qt.Key.Key_Tab, CONTROL)
    assert form.after.hasFocus()
    form.editor.setFocus()
    press(form.editor, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert form.before.hasFocus()


def test_a_screen_reader_says_what_a_line_is(qtbot: QtBot) -> None:
    blocks = [paragraph("a"), heading("b"), *bullets("c"), *numbers("d", "e"), tick("f"), tick("g", checked=True)]
    editor = open_editor(qtbot, note(*blocks, paragraph([important("h"), "i"])))
    said = []
    for letter in "abcdefgh":
        put_cursor(editor, letter)
        said.append(editor.spoken_format())
    assert said == [
        "",
        "Heading",
        "Bullet",
        "Number 1",
        "Number 2",
        "Tick item, not ticked",
        "Tick item, ticked",
        "Marked as important",
    ]


def test_a_screen_reader_is_told_the_keys(qtbot: QtBot) -> None:
    editor = open_editor(qtbot)
    assert editor.accessibleName() == "Note"
    assert "Ctrl+Tab leaves" in editor.accessibleDescription()
