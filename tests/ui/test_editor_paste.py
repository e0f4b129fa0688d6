"""Pasting and dropping bring words and allowed formats, and can load nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit

from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.model.richtext.build import (
    bullets,
    em,
    heading,
    important,
    note,
    numbers,
    paragraph,
    strong,
    tick,
)
from tests.helpers.documents import documents
from tests.helpers.writing import open_editor, paste, put_cursor, select

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.editor.editor import NoteEditor


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    return open_editor(qtbot)


def html(text: str) -> QMimeData:
    source = QMimeData()
    source.setHtml(text)
    return source


def plain(text: str) -> QMimeData:
    source = QMimeData()
    source.setText(text)
    return source


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents)
def test_a_copied_note_pastes_as_it_was(editor: NoteEditor, document: Document) -> None:
    assume(len(document.blocks) > 1 or document.plain_text())
    editor.load(document)
    editor.selectAll()
    editor.copy()
    editor.load(Document())
    editor.paste()
    assert editor.note() == document


def test_html_keeps_its_structure_and_nothing_else(editor: NoteEditor) -> None:
    paste(
        editor,
        html(
            "<html><head><style>p { color: red }</style><title>x</title></head><body>"
            "<h2>Plan</h2><p style='font-family: Comic Sans MS; font-size: 40pt; color: #f00'>Surgery on "
            "<b>March 23</b>, <span style='font-style: italic'>maybe</span> <mark>ask</mark></p>"
            "<ul><li>one</li><li><p>two</p></li></ul><ol><li>first</li></ol>"
            "<ul><li><input type='checkbox' checked> asked</li></ul><script>alert(1)</script></body></html>"
        ),
    )
    assert editor.note() == note(
        heading("Plan"),
        paragraph(["Surgery on ", strong("March 23"), ", ", em("maybe"), " ", important("ask")]),
        *bullets("one", "two"),
        *numbers("first"),
        tick("asked", checked=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        "<p>before <img src='{path}'> after</p>",
        "<p>before <img src='{address}'> after</p>",
        "<p>before <span style='background-image: url({path})'></span>after</p>",
        "<link rel=stylesheet href='{path}'><p>before  after</p>",
        "<body background='{path}'>before after</body>",
    ],
)
def test_a_picture_in_pasted_html_is_never_looked_for(editor: NoteEditor, tmp_path: Path, text: str) -> None:
    picture = tmp_path / "private.png"
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(0xFFFF0000)
    assert red.save(str(picture))
    address = QUrl.fromLocalFile(str(picture))
    paste(editor, html(text.format(path=picture, address=address.toString())))
    assert editor.note() == note(paragraph("before after"))
    shown = editor.document().resource(QTextDocument.ResourceType.ImageResource.value, address)
    assert isinstance(shown, QImage)
    assert shown.width() == shown.height() == 1


def test_a_dropped_file_stays_out_of_the_note(editor: NoteEditor, tmp_path: Path) -> None:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(tmp_path / "scan.png"))])
    source.setText(str(tmp_path / "scan.png"))
    assert not editor.canInsertFromMimeData(source)
    paste(editor, source)
    assert editor.note() == Document()


def test_a_picture_on_the_clipboard_is_not_taken(editor: NoteEditor) -> None:
    source = QMimeData()
    source.setImageData(QImage(10, 10, QImage.Format.Format_RGB32))
    assert not editor.canInsertFromMimeData(source)


def test_plain_text_comes_with_its_lines_and_signs(editor: NoteEditor) -> None:
    paste(editor, plain("WBC < 4 & <b>not bold</b>\n\n* _dose_ `5 mg`\r\n  indented"))
    assert editor.note().plain_text() == "WBC < 4 & <b>not bold</b>\n\n* _dose_ `5 mg`\n  indented"


def test_characters_that_cannot_be_kept_are_counted(qtbot: QtBot, editor: NoteEditor) -> None:
    with qtbot.waitSignal(editor.characters_replaced) as told:
        paste(editor, plain("a\x01b\x02"))
    assert told.args == [2]
    assert editor.note().plain_text() == "a\u2401b\u2402"


def test_half_a_character_on_the_clipboard_is_shown_as_such(qtbot: QtBot, editor: NoteEditor) -> None:
    # Qt takes a face apart when half of it is selected; Python would leave the half out without a word.
    field = QLineEdit("a\U0001f600b")
    qtbot.addWidget(field)
    field.setSelection(1, 1)
    field.del_()
    field.selectAll()
    field.copy()
    with qtbot.waitSignal(editor.characters_replaced) as told:
        editor.paste()
    assert told.args == [1]
    assert editor.note().plain_text() == "a\ufffdb"


def test_pasted_words_join_the_line_they_go_into(editor: NoteEditor) -> None:
    editor.load(note(*bullets("call about the slides")))
    put_cursor(editor, "the slides")
    paste(editor, html("<p>both <b>scans</b> and </p>"))
    assert editor.note() == note(*bullets(["call about both ", strong("scans"), " andthe slides"]))


def test_pasted_lines_leave_the_line_around_them_as_it_was(editor: NoteEditor) -> None:
    editor.load(note(heading("Plan"), paragraph("end")))
    put_cursor(editor, "end")
    paste(editor, html("<ul><li>one</li><li>two</li></ul>"))
    assert editor.note() == note(heading("Plan"), *bullets("one"), paragraph("twoend"))


def test_part_of_a_bullet_is_copied_as_words_only(editor: NoteEditor) -> None:
    editor.load(note(*bullets("call the desk"), paragraph()))
    select(editor, "desk")
    editor.copy()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.paste()
    assert editor.note() == note(*bullets("call the desk"), paragraph("desk"))


def test_other_programs_get_words_with_their_bullets_and_escaped_html(editor: NoteEditor) -> None:
    editor.load(note(paragraph("WBC <img src=x>"), *bullets("a"), *numbers("b", "c"), tick("d", checked=True)))
    editor.selectAll()
    editor.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "WBC <img src=x>\n\u2022 a\n1. b\n2. c\n\u2611 d"
    assert "<img" not in copied.html()
    assert "WBC &lt;img src=x&gt;" in copied.html()


def test_pasting_is_one_step_to_undo(editor: NoteEditor) -> None:
    before = note(heading("Plan"), paragraph("end"))
    editor.load(before)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    paste(editor, html("<p>a</p><p>b</p><ul><li>c</li></ul>"))
    editor.undo()
    assert editor.note() == before
