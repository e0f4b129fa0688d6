"""Copying and pasting. Whatever comes in goes through our own readers; nothing in it is ever loaded or opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QTextEdit

from secondopinion_desktop.model.richtext import Block, Document, DocumentError, Kind, clean
from secondopinion_desktop.model.richtext.html_in import from_html
from secondopinion_desktop.model.richtext.html_out import to_html, to_text
from secondopinion_desktop.ui.editor.convert import Reader, raw_text

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

OWN = "application/x-secondopinion-note+json"
_TEXT, _HTML = "text/plain", "text/html"


def _only_files(source: QMimeData) -> bool:
    # A file from the file manager comes with its path as text. A note does not want either; Records takes files.
    return source.hasUrls() and all(url.isLocalFile() for url in source.urls())


def can_paste(source: QMimeData) -> bool:
    """Return whether there is anything in `source` for a note."""
    return not _only_files(source) and any(source.hasFormat(name) for name in (OWN, _HTML, _TEXT))


def _plain(source: QMimeData) -> tuple[Document, int]:
    # Python leaves out half characters when it takes a text from Qt, so Qt puts it into a document of its own first.
    scratch = QTextEdit()
    scratch.setAcceptRichText(False)
    scratch.insertFromMimeData(source)
    text, replaced = clean(raw_text(scratch.document()))
    scratch.deleteLater()
    return Document.from_plain(text), replaced


def paste(source: QMimeData) -> tuple[Document, int]:
    """Return what `source` holds as a note, and how many characters had to be replaced."""
    if source.hasFormat(OWN):
        try:
            return Document.from_json(bytes(source.data(OWN).data()).decode("utf-8", "replace")), 0
        except DocumentError:
            pass  # from another version: its plain text is there as well
    if source.hasFormat(_HTML):
        found = from_html(source.html())
        if found is not None:
            return found
    return _plain(source)


def copy(cursor: QTextCursor) -> QMimeData:
    """Return the selected part of a note for us, for other programs, and as plain text."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    note = Reader(cursor.document()).read(start, end)
    if len(note.blocks) == 1:
        block = cursor.document().findBlock(start)
        if start > block.position() or end < block.position() + block.length() - 1:
            note = Document((Block(Kind.PARAGRAPH, note.blocks[0].runs),))  # part of a line is words only
    made = QMimeData()
    made.setData(OWN, note.to_json().encode("utf-8"))
    made.setData(_HTML, to_html(note).encode("utf-8"))
    made.setText(to_text(note))
    return made
