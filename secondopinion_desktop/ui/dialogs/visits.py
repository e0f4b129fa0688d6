"""The dialogs about visits and notes: new, changed, removed; and somebody new who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentKind, RuleAnswer
from secondopinion_desktop.services.timing import to_set_aside
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.dialogs.set_aside import SetAside, SetAsideDialog
from secondopinion_desktop.ui.forms.specs import APPOINTMENT, NEW_APPOINTMENT, NOTE, WRITER

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.note import Note
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.timing import OpenNotice
    from secondopinion_desktop.ui.messages import Messages


class AppointmentDialog(RowDialog):
    """Before a visit of the care one has is set aside, asks kindly (W7). Nothing is canceled by the program."""

    def __init__(self, file: OpenFile, messages: Messages, visit: Appointment, save: Callable[..., object]) -> None:
        self._file, self._messages, self._visit = file, messages, visit
        super().__init__(
            _("Change appointment"),
            APPOINTMENT,
            visit,
            save,
            save_words=_("Save appointment"),
            removable=True,
            contacts=file.contacts,
        )

    def _submit(self) -> None:
        found = self._to_ask()
        answer = self._ask(found) if found is not None else SetAside.LATER
        if answer is SetAside.STAY:
            return
        if answer is SetAside.KEEP:
            self.form.fields["status"].show(self._visit.status)
        super()._submit()
        if found is not None and answer is SetAside.ASKED and self.result() == self.DialogCode.Accepted:
            self._file.timing.answer(found.notice, RuleAnswer.ASKED)

    def flush(self) -> bool:
        """Keep what is typed; nothing is set aside while nobody has answered what is asked before."""
        if self._to_ask() is not None:
            self.form.fields["status"].show(self._visit.status)
        return super().flush()

    def _to_ask(self) -> OpenNotice | None:
        typed = self.form.values()
        return to_set_aside(self._visit, typed.get("status", self._visit.status), typed.get("day", self._visit.day))

    def _ask(self, found: OpenNotice) -> SetAside:
        dialog = SetAsideDialog(found, self)
        self._messages.run(dialog)
        return dialog.answer


class VisitDialogs:
    """Asks for what a visit, a note or a writer is, and puts it into the file."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        self._file, self._messages = file, messages
        self._made = ""

    def new_appointment(self, **given: Any) -> str:
        """Ask for a new appointment; return its id, or "" if they changed their mind. `given` is filled in already."""
        row = {"kind": AppointmentKind.SECOND_OPINION, "bring_questions": bool(self._file.questions.top()), **given}
        self._made = ""
        dialog = RowDialog(
            _("New appointment"),
            NEW_APPOINTMENT,
            row,
            self._book,
            save_words=_("Save appointment"),
            contacts=self._file.contacts,
        )
        self._messages.run(dialog)
        return self._made

    def _book(self, **values: Any) -> None:
        self._made = self._file.appointments.book(**values).id

    def change_appointment(self, visit: Appointment) -> None:
        """Let an appointment be changed or removed."""
        self._made = visit.id
        dialog = AppointmentDialog(self._file, self._messages, visit, self._change_visit)
        if self._messages.run(dialog) and dialog.wants_removal:
            self.remove_appointment(visit.id)

    def _change_visit(self, **values: Any) -> None:
        self._file.appointments.change(self._made, **values)

    def remove_appointment(self, appointment_id: str) -> None:
        """Remove an appointment, and offer to bring it back. What was written about it stays as a note."""
        self._file.appointments.remove(appointment_id)
        self._messages.toast(_("Appointment removed."), self._file.history.way_back().now)

    def change_note(self, note: Note) -> None:
        """Let day and kind of a free note be changed, or the note be removed."""
        self._made = note.id
        dialog = RowDialog(_("About this note"), NOTE, note, self._change_note, removable=True, width=460)
        if self._messages.run(dialog) and dialog.wants_removal:
            self.remove_note(note.id)

    def _change_note(self, **values: Any) -> None:
        self._file.notes.change(self._made, **values)

    def remove_note(self, note_id: str) -> None:
        """Remove a note, and offer to bring it back."""
        self._file.notes.remove(note_id)
        self._messages.toast(_("Note removed."), self._file.history.way_back().now)

    def new_writer(self) -> str:
        """Ask who else writes in this file; return their id, or ""."""
        self._made = ""
        dialog = RowDialog(_("Who is writing?"), WRITER, {}, self._add_writer, width=460)
        self._messages.run(dialog)
        return self._made

    def _add_writer(self, **values: Any) -> None:
        self._made = self._file.people.authors.add(**values).id
