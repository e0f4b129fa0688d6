"""Whatever a person types, pastes or formats in a note comes back unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from secondopinion_desktop.model.richtext import Document, Kind, Mark, clean
from secondopinion_desktop.model.richtext.build import bullets, heading, note, numbers, paragraph, strong, tick
from secondopinion_desktop.ui.editor.convert import fill, read
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.documents import documents, typed_text
from tests.helpers.writing import open_editor, press, put_cursor, select, type_letters, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.editor.editor import NoteEditor
    from secondopinion_desktop.ui.theme import Theme

one_editor = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    return open_editor(qtbot)


@given(documents)
def test_any_note_comes_back_from_qt_unchanged(document: Document) -> None:
    target = QTextDocument()
    fill(target, document)
    assert read(target) == document


@one_editor
@given(documents)
def test_opening_any_note_and_closing_it_changes_nothing(editor: NoteEditor, document: Document) -> None:
    editor.load(document)
    assert editor.note() == document
    assert Document.from_json(editor.note().to_json()) == document


@one_editor
@given(typed_text)
def test_typed_text_is_kept_letter_by_letter(editor: NoteEditor, text: str) -> None:
    editor.load(Document())
    write(editor, text)
    kept = editor.note()
    assert kept.plain_text() == clean(text)[0]
    assert Document.from_json(kept.to_json()) == kept


@one_editor
@given(typed_text, st.frozensets(st.sampled_from(Mark)), st.sampled_from(Kind))
def test_typed_text_is_kept_in_any_format(editor: NoteEditor, text: str, marks: frozenset[Mark], kind: Kind) -> None:
    editor.load(Document())
    if kind is not Kind.PARAGRAPH:
        editor.toggle_kind(kind)
    for mark in marks:
        editor.toggle_mark(mark)
    line = text.replace("\n", "")
    write(editor, line)
    (block,) = editor.note().blocks
    assert block.kind is kind
    assert block.text == clean(line)[0]
    assert {run.marks for run in block.runs} <= {marks}


def spoken_lines(editor: NoteEditor) -> list[str]:
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    said = []
    for _ in editor.note():
        said.append(editor.spoken_format())
        press(editor, Qt.Key.Key_Down)
    return said


def _random_edit(editor: NoteEditor, data: st.DataObject) -> None:
    last = editor.document().characterCount() - 1
    cursor = editor.textCursor()
    cursor.setPosition(data.draw(st.integers(0, last)))
    cursor.setPosition(data.draw(st.integers(0, last)), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    action = data.draw(
        st.sampled_from(["type", "enter", "back", "delete", "mark", "kind", "tick", "undo", "redo", "cut"])
    )
    if action == "type":
        write(editor, data.draw(typed_text))
    elif action == "enter":
        press(editor, Qt.Key.Key_Return)
    elif action == "back":
        press(editor, Qt.Key.Key_Backspace)
    elif action == "delete":
        press(editor, Qt.Key.Key_Delete)
    elif action == "mark":
        editor.toggle_mark(data.draw(st.sampled_from(Mark)))
    elif action == "kind":
        editor.toggle_kind(data.draw(st.sampled_from(Kind)))
    elif action == "tick":
        editor.toggle_ticks()
    elif action == "cut":
        editor.cut()
    else:
        editor.undo() if action == "undo" else editor.redo()


@settings(one_editor, max_examples=60)
@given(documents, st.data())
def test_saving_while_writing_always_sees_the_whole_note(
    editor: NoteEditor, document: Document, data: st.DataObject
) -> None:
    editor.load(document)
    for _ in range(data.draw(st.integers(1, 12))):
        _random_edit(editor, data)
        if data.draw(st.booleans()):
            assert editor.note() == read(editor.document())
    assert editor.note() == read(editor.document())


@settings(one_editor, max_examples=40)
@given(documents, st.data())
def test_undoing_everything_gives_back_the_note_as_it_was(
    editor: NoteEditor, document: Document, data: st.DataObject
) -> None:
    editor.load(document)
    for _ in range(data.draw(st.integers(1, 8))):
        _random_edit(editor, data)
    while editor.document().isUndoAvailable():
        editor.undo()
    assert editor.note() == document


def test_half_a_character_is_shown_as_such_and_not_lost(qtbot: QtBot) -> None:
    editor = open_editor(qtbot)
    write(editor, "a\U0001f600b")
    cursor = editor.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    bold = cursor.charFormat()
    bold.setFontWeight(700)
    cursor.mergeCharFormat(bold)
    assert editor.note().plain_text() == "a\ufffd\ufffdb"


def test_another_theme_or_text_size_is_no_edit(qtbot: QtBot, look: Theme) -> None:
    document = note(heading("Plan"), *bullets("a", [strong("b")]), *numbers("one", "two"), tick("c", checked=True))
    editor = open_editor(qtbot, document)
    type_letters(editor, "d")
    edits: list[str] = []
    editor.edited.connect(lambda: edits.append("edit"))
    look.set_look(Look(Colors.DARK, text_percent=200))
    assert not edits
    editor.undo()
    assert editor.note() == document


def test_opening_a_note_is_no_edit(qtbot: QtBot) -> None:
    editor = open_editor(qtbot)
    edits: list[str] = []
    editor.edited.connect(lambda: edits.append("edit"))
    editor.load(note(heading("Plan"), paragraph("Surgery")))
    assert not edits
    assert not editor.document().isUndoAvailable()
    type_letters(editor, "x")
    assert edits


def test_undo_takes_back_a_few_words_and_not_the_whole_visit(qtbot: QtBot) -> None:
    editor = open_editor(qtbot)
    sentence = "She said the scan is clear and that we can wait for the second opinion. "
    type_letters(editor, sentence * 3)
    editor.undo()
    assert editor.note().plain_text().startswith(sentence)
    editor.redo()
    assert editor.note().plain_text() == sentence * 3


def test_numbers_are_counted_again_when_an_item_comes_between(qtbot: QtBot) -> None:
    editor = open_editor(qtbot, note(*numbers("one", "three"), paragraph("end")))
    put_cursor(editor, "three")
    type_letters(editor, "two")
    press(editor, Qt.Key.Key_Return)
    assert [(block.number, block.text) for block in editor.note()] == [(1, "one"), (2, "two"), (3, "three"), (0, "end")]
    assert spoken_lines(editor) == ["Number 1", "Number 2", "Number 3", ""]
    select(editor, "two")
    editor.toggle_kind(Kind.NUMBER)
    assert spoken_lines(editor) == ["Number 1", "", "Number 1", ""]
