"""The text of one visit or note: opened, saved while it is written, and left alone while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.editor.frame import EditorFrame
from secondopinion_desktop.ui.pages.notes.target import meta_words, read, signature_words

if TYPE_CHECKING:
    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.notes.target import Opened

_WATCHED = frozenset({"note", "appointment", "contact", "author"})


class NoteSheet(QObject):
    """Binds an EditorFrame to the file. It is the `origin` of what it saves, and so knows its own changes.

    `made` is emitted when a visit or a new note got its row in the file; `renamed` carries key and title when a title
    was saved.
    """

    made = Signal()
    renamed = Signal(str, str)

    def __init__(self, file: OpenFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.autosave = Autosave(self._save, self)
        self.frame = EditorFrame(self.autosave)
        self.appointment_id = self.note_id = ""
        self.is_open = False
        self._opened: Opened | None = None
        self._title = ""
        self._saved = Document()
        self._carets: dict[str, int] = {}
        self.frame.editor.edited.connect(self.autosave.touch)
        self.frame.title_edited.connect(self._title_typed)
        self.show_writers()

    @property
    def key(self) -> str:
        """The id that stands for what is open; empty for a note that is not in the file yet."""
        return self.appointment_id or self.note_id

    @property
    def trouble(self) -> UserError | None:
        """Why the text cannot be shown, if it cannot; else why it could not be saved, if it could not."""
        return (self._opened.trouble if self._opened else None) or self.autosave.trouble

    # Opening

    def open(self, appointment_id: str, note_id: str) -> None:
        """Show a visit or a note. With neither, show an empty note that gets its row with the first word."""
        self._remember_caret()
        self.appointment_id, self.note_id = appointment_id, note_id
        self.is_open = True
        self._show(read(self._file, appointment_id, note_id))
        self.put_caret(self._carets.get(self.key, self._start()))
        self.frame.show_start()

    def close(self) -> None:
        """Show nothing."""
        self._remember_caret()
        self.appointment_id = self.note_id = ""
        self.is_open = False
        self._opened = None
        self.autosave.start_anew()
        self.frame.editor.load(Document())
        self.frame.title.clear()

    def flush(self) -> bool:
        """Save what is typed; return whether all of it is on the disk."""
        self._remember_caret()
        return self.autosave.flush()

    @property
    def caret(self) -> int:
        """Where the text cursor stands."""
        return self.frame.editor.textCursor().position()

    def put_caret(self, position: int) -> None:
        """Put the text cursor back, as far as the text reaches."""
        cursor = self.frame.editor.textCursor()
        cursor.setPosition(min(max(position, 0), self.frame.editor.document().characterCount() - 1))
        self.frame.editor.setTextCursor(cursor)

    def _start(self) -> int:
        """Return where writing begins: under the first heading that is only offered."""
        offered = self._opened is not None and self._opened.is_only_offered
        return self.frame.editor.document().findBlockByNumber(1).position() if offered else 0

    def _remember_caret(self) -> None:
        if self.key:
            self._carets[self.key] = self.caret

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self._saved = opened.offered()  # headings that are only offered are not worth saving either
        self._show_title(opened.title)
        self.frame.editor.load(self._saved)
        self.frame.set_can_write(can_write=opened.document is not None)
        self.autosave.start_anew(opened.saved_at)
        self._show_around(opened)

    def _show_title(self, title: str) -> None:
        self._title = title
        if self.frame.title.text() != title:
            self.frame.title.setText(title)
            self.frame.title.setCursorPosition(0)

    def _show_around(self, opened: Opened) -> None:
        hint = _("Change this visit") if opened.visit is not None else _("Change day and kind")
        self.frame.meta.say(meta_words(self._file, opened), hint)
        self.frame.meta.setEnabled(opened.visit is not None or opened.note is not None)
        self.frame.show_signature(signature_words(self._file, opened))
        self.frame.earlier.setVisible(opened.note is not None)

    def show_writers(self) -> None:
        """Offer everybody who writes in this file, and somebody new."""
        authors = self._file.people.authors
        known = tuple((author.id, authors.label(author)) for author in authors.all())
        self.frame.show_writers((*known, ("", _("Somebody else…"))), authors.current)

    # Saving

    def _title_typed(self, _title: str) -> None:
        self.autosave.touch()

    def _save(self) -> None:
        title, document = self.frame.title.text(), self.frame.editor.note()
        try:
            if (self.note_id or self._make(title, document)) and document != self._saved:
                self._file.notes.save_body(self.note_id, document.to_json(), origin=self)
                self._saved = document
        finally:  # whatever becomes of the one, the other is kept
            if title != self._title:
                self._rename(title)

    def _make(self, title: str, document: Document) -> bool:
        """Give the note its row; return whether there is one now. Nothing typed needs none."""
        if self.appointment_id:
            if document == self._saved:
                return False
            self.note_id = self._file.notes.of_visit(self.appointment_id).id
        elif title.strip() or not document.is_empty:
            self.note_id = self._file.notes.write_new(title, document.to_json()).id
            self._title, self._saved = title, document
        else:
            return False
        self._opened = read(self._file, self.appointment_id, self.note_id)
        self._show_around(self._opened)
        self.made.emit()
        return True

    def _rename(self, title: str) -> None:
        if self.appointment_id:
            self._file.appointments.change(self.appointment_id, origin=self, undoable=False, title=title)
        note = self._opened.note if self._opened else None
        if self.note_id and (not self.appointment_id or (note is not None and note.title)):
            self._file.notes.change(self.note_id, origin=self, undoable=False, title=title)
        self._title = title
        self.renamed.emit(self.key, title)

    # What others change

    def see(self, change: Change) -> None:
        """Show what changed elsewhere. What is being typed here, caret and undo stay as they are."""
        if change.touches("author"):
            self.show_writers()
        if change.origin is self or not self.is_open or not self.key or not change.kinds & _WATCHED:
            return
        opened = read(self._file, self.appointment_id, self.note_id)
        self._show_around(opened)
        if self.autosave.is_unsaved:
            return
        self._opened = opened
        if opened.title != self._title:
            self._show_title(opened.title)
        if opened.document is not None and opened.offered() != self._saved:
            caret = self.caret
            self._saved = opened.offered()
            self.frame.editor.load(self._saved)
            self.put_caret(caret)
            self.autosave.start_anew(opened.saved_at)
