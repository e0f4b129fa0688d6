"""The page: the list or the picker, the text, the questions, and what gives way where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import FileTrouble
from secondopinion_desktop.ui.dialogs.visits import VisitDialogs
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.pages.notes.entries import EntryModel
from secondopinion_desktop.ui.pages.notes.layout import NotesLayout
from secondopinion_desktop.ui.pages.notes.questions import VisitQuestions
from secondopinion_desktop.ui.pages.notes.sheet import NoteSheet
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Banner, BannerAction, Button, PageFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_NARROWEST = 480
_ROOM_FOR_HEADER = 620  # effective; below it the buttons stand under the picker
_SEARCH_PAUSE_MS = 150
_TEXT_COMMANDS = frozenset({"heading", "bold", "italic", "bullets", "numbers", "ticks", "highlight"})


class NotesPage(PageFrame):
    """Appointments and notes. See `ui/navigation.py` for what the window uses of it."""

    open_requested = Signal(str, str)
    help_topic = "notes"

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(_("Appointments & notes"), narrow=_ROOM_FOR_HEADER, parent=parent)
        self._file, self._messages = file, messages
        self._is_leaving = False
        self._dialogs = VisitDialogs(file, messages)
        self._model = EntryModel(self)
        self.sheet = NoteSheet(file, self)
        self.questions = VisitQuestions(file)
        self.parts = NotesLayout(self, self._model, self.sheet.frame, self.questions)
        self._search_pause = QTimer(self, singleShot=True, interval=_SEARCH_PAUSE_MS)
        self._add_buttons()
        self._connect()
        self.refresh()
        if self._model.keys:
            self.open_key(self._nearest(self._model.keys))

    def _add_buttons(self) -> None:
        self.new_note_button = Button(_("New note"), icon_name="plus")
        self.new_appointment_button = Button(_("New appointment"), "primary", "calendar")
        for button in (self.new_note_button, self.new_appointment_button):
            self.add_action(button)

    @property
    def visit_button(self) -> Button:
        """Leads into visit mode; only a visit has it, beside its questions."""
        return self.questions.visit_button

    def _connect(self) -> None:
        parts, frame = self.parts, self.sheet.frame
        self.visit_button.clicked.connect(self._start_visit)
        for button in (self.new_note_button, parts.first_note):
            button.clicked.connect(self.new_note)
        for button in (self.new_appointment_button, parts.first_appointment):
            button.clicked.connect(self.new_appointment)
        parts.entries.opened.connect(self.open_key)
        parts.entries.entered.connect(self._enter)
        parts.entries.remove_requested.connect(self._remove)
        parts.picker.asked.connect(self.sheet.flush)
        parts.picker.opened.connect(self.open_key)
        parts.picker.earlier_requested.connect(self.open_earlier)
        parts.picker.later_requested.connect(self.open_later)
        parts.search.textEdited.connect(self._search_typed)
        self._search_pause.timeout.connect(self.refresh)
        self.sheet.made.connect(self.refresh)
        self.sheet.renamed.connect(self._model.rename)
        self.sheet.autosave.changed.connect(self._show_trouble)
        self.questions.troubled.connect(self._show_trouble)
        frame.meta_pressed.connect(self._change_details)
        frame.earlier_wanted.connect(self.show_earlier)
        frame.writer_chosen.connect(self._write_as)
        FeedSignal(self._file.feed, self).changed.connect(self._see)

    # The list

    def refresh(self) -> None:
        """Read the list again."""
        wanted = self.parts.search.text()
        entries = self._file.notes.entries(wanted)
        self._model.show(entries)
        self.parts.show_found(nothing=bool(wanted.strip()) and not entries)
        self._mark()

    def _mark(self) -> None:
        self.parts.mark(self.sheet.key)
        has_any = bool(self._model.keys) or self.sheet.is_open or bool(self.parts.search.text())
        self.parts.show_empty(empty=not has_any)
        for button in (self.new_note_button, self.new_appointment_button):
            button.setVisible(has_any)

    def _search_typed(self) -> None:
        self._search_pause.start()

    # Opening

    def _nearest(self, keys: list[str]) -> str:
        """Return the next visit, else the latest entry."""
        visit = self._file.appointments.next()
        return visit.id if visit is not None and visit.id in keys else keys[0]

    def open_key(self, key: str) -> None:
        """Open the visit or note this key stands for; what was open is saved first."""
        entry = self._model.entry_called(key)
        if entry is None or key == self.sheet.key:
            self._mark()
            return
        self._open(entry.appointment_id, entry.note_id)

    def _open(self, appointment_id: str, note_id: str) -> bool:
        if not self.flush():
            self._mark()  # its words are still in the editor, and nowhere else
            return False
        self.sheet.open(appointment_id, note_id)
        self.questions.show_visit(appointment_id)
        self.parts.show_questions(shown=bool(appointment_id))
        self._show_trouble()
        self._mark()
        return True

    def open_item(self, kind: str, item: str) -> None:
        """Show a visit ("appointment"), a note ("note"), or what `current_item` said, with the cursor in its place."""
        self.parts.search.clear()
        self.refresh()
        key, _colon, caret = item.partition(":")
        if kind == "note" and key not in self._model.keys:
            key = self._file.notes.get(key).appointment_id or key
        self.open_key(key)
        if caret.isdecimal() and key == self.sheet.key:
            self.sheet.put_caret(int(caret))

    def current_item(self) -> str:
        """Return what is open and where the cursor stands."""
        return f"{self.sheet.key}:{self.sheet.caret}" if self.sheet.key else ""

    def current_visit(self) -> str:
        """Return the id of the visit that is open, or an empty text."""
        return self.sheet.appointment_id

    def _start_visit(self) -> None:
        if self.flush() and self.sheet.appointment_id:
            self.open_requested.emit("visit_mode", self.sheet.appointment_id)

    def open_earlier(self) -> bool:
        """Open the entry below; return whether there is one."""
        return self._step(1)

    def open_later(self) -> bool:
        """Open the entry above; return whether there is one."""
        return self._step(-1)

    def _step(self, offset: int) -> bool:
        keys = self._model.keys
        place = keys.index(self.sheet.key) + offset if self.sheet.key in keys else 0
        if 0 <= place < len(keys):
            self.open_key(keys[place])
            return True
        return False

    def _enter(self, key: str) -> None:
        self.open_key(key)
        self.sheet.frame.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Making, changing, removing

    def new_note(self) -> None:
        """Begin a note of today. It gets its place in the list with its first word."""
        if self._open("", ""):
            self.parts.show_text()
            self.sheet.frame.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_appointment(self) -> None:
        """Ask for an appointment and open it."""
        self.flush()
        made = self._dialogs.new_appointment()
        if made:
            self.parts.search.clear()
            self.refresh()
            self.open_key(made)
            self.sheet.frame.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_details(self) -> None:
        self.flush()
        if self.sheet.appointment_id:
            self._dialogs.change_appointment(self._file.appointments.get(self.sheet.appointment_id))
        elif self.sheet.note_id:
            self._dialogs.change_note(self._file.notes.get(self.sheet.note_id))

    def show_earlier(self) -> bool:
        """Show what the note said before, and bring back what is wanted; return whether a note is open."""
        if not self.flush() or not self.sheet.note_id:
            return False
        from secondopinion_desktop.ui.dialogs.earlier import EarlierTexts  # noqa: PLC0415 - seldom wanted

        note_id = self.sheet.note_id
        dialog = EarlierTexts(self._file, note_id)
        if self._messages.run(dialog) and dialog.chosen is not None:
            self._file.notes.change(note_id, body=dialog.chosen.body)
            self._messages.toast(_("The earlier version is back"), self._file.history.way_back().now)
            self.sheet.frame.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _remove(self, key: str) -> None:
        self.flush()
        entry = self._model.entry_called(key)
        if entry is not None and entry.appointment_id:
            self._dialogs.remove_appointment(entry.appointment_id)
        elif entry is not None:
            self._dialogs.remove_note(entry.note_id)

    def _write_as(self, author_id: str) -> None:
        self.flush()
        chosen = author_id or self._dialogs.new_writer()
        if chosen:
            self._file.write_as(chosen)
        self.sheet.show_writers()

    # Saving

    def flush(self) -> bool:
        """Save all that is typed; return whether it is on the disk."""
        return all((self.sheet.flush(), self.questions.flush()))

    def _show_trouble(self) -> None:
        trouble = self.sheet.trouble or self.questions.trouble
        if trouble is not None:
            self._say(trouble)
        elif self.banner is not None:
            self.show_banner(None)

    def _say(self, trouble: UserError) -> None:
        if self.banner is None or self.banner.accessibleName() != trouble.message:
            elsewhere = BannerAction(_("Save in another place"), self._save_elsewhere)
            actions = (elsewhere,) if isinstance(trouble, FileTrouble) else ()
            self.show_banner(Banner("error", trouble.message, trouble.advice, actions, closable=False))

    def _save_elsewhere(self) -> None:
        self.open_requested.emit("command", "export")

    # What others change

    def _see(self, change: Change) -> None:
        self.questions.see(change)
        if change.origin is self.sheet or change.origin is self.questions:
            return
        if change.touches("appointment", "note", "contact", "author"):
            self.refresh()
            self._follow(change)

    def _follow(self, change: Change) -> None:
        """Keep what is open true: it may have been changed, removed, or become a note of its own."""
        key = self.sheet.key
        if not key or key in self._model.keys or self.parts.search.text():
            if self.sheet.is_open:
                self.sheet.see(change)
            return
        if self._is_leaving:
            return
        self._is_leaving = True  # what is saved now is a change that leads here again
        try:
            if not self.sheet.flush():
                return
        finally:
            self._is_leaving = False
        told = self.sheet.trouble
        self.sheet.close()
        if told is not None:
            self._messages.toast(str(told))
        self.questions.show_visit("")
        keys = self._model.keys
        if keys:
            self.open_key(self._nearest(keys))
        self._mark()

    # What the window asks

    def do_command(self, key: str) -> bool:
        """Carry out a command of the menu."""
        steps = {"earlier": self.open_earlier, "later": self.open_later}
        commands: dict[str, Callable[[], object]] = {
            "new_note": self.new_note,
            "new_appointment": self.new_appointment,
        }
        if key == "earlier_texts":
            return self.show_earlier()
        if key in steps:
            return steps[key]()
        if key in commands:
            commands[key]()
            return True
        return key in _TEXT_COMMANDS and self.sheet.is_open and self.sheet.frame.editor.do(key)

    def focus_start(self) -> None:
        """Put the keyboard on the title of the page, or on the picker where that stands in its place."""
        if self.parts.has_picker:
            self.parts.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_start()

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the narrowest arrangement: what there is no room for gives way."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme().text_px(_NARROWEST)), hint.height())

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self._file.is_open:
            self.flush()
