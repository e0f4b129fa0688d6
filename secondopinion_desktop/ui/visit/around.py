"""The parts of visit mode before and after the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.services.askings import opener
from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.specs_visit import AT_THE_VISIT
from secondopinion_desktop.ui.pages.notes.sheet import NoteSheet
from secondopinion_desktop.ui.visit.part import Part
from secondopinion_desktop.ui.visit.points import KeyPointList, NextSteps
from secondopinion_desktop.ui.widgets import Button, Card, LineEdit, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class StartPart(Part):
    """Who takes notes, whether it may be recorded, and how to begin. `bring_wanted` asks for the top questions."""

    bring_wanted = Signal()

    def __init__(self, file: OpenFile, visit: str) -> None:
        super().__init__(_("Before you start"))
        self._file, self._visit = file, visit
        self.say = Card(_("You could say"), icon_name="chat", soft=True)
        self.opener = PlainLabel("", "card-title")
        self.say.add(self.opener)
        self.body.addWidget(self.say)
        self.count = PlainLabel("", "body", "muted")
        self.body.addWidget(self.count)
        self.bring = Button(_("Bring my top questions"), icon_name="question")
        self.bring.clicked.connect(self.bring_wanted)
        self.body.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        self.form = RecordForm(AT_THE_VISIT, save=self._save, contacts=file.contacts)
        self.form.load(file.appointments.get(visit))
        self.form.keep_draft(file.settings, f"form_draft:{visit}:{AT_THE_VISIT[0].name}")
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many questions there are, and what to say at the start."""
        self.opener.setText(opener(count))
        self.say.setVisible(count > 0)
        words = ngettext("{count} question is on your list.", "{count} questions are on your list.", count)
        nothing = _("No questions are on the list of this visit yet. You can still write down what you hear.")
        self.count.setText(words.format(count=count) if count else nothing)
        self.bring.setVisible(count == 0 and bool(self._file.questions.top()))

    def flush(self) -> bool:
        return self.form.flush()

    def refresh(self) -> None:
        self.form.refresh(self._file.appointments.get(self._visit))

    def _save(self, **values: Any) -> None:
        self._file.appointments.change(self._visit, origin=self, **values)


class ElsePart(Part):
    """Anything else that was said, in the note of the visit; and a question that only comes up now."""

    asked = Signal(str)

    def __init__(self, file: OpenFile, messages: Messages, visit: str) -> None:
        super().__init__(
            _("Anything else"), _("Write down whatever else was said. It goes into the note of this visit.")
        )
        self._file, self._messages, self._visit = file, messages, visit
        self._made = ""
        self.sheet = NoteSheet(file, self)
        self.sheet.open(visit, file.notes.id_of_visit(visit))
        self.sheet.autosave.changed.connect(self.trouble_changed)
        self.sheet.frame.writer_chosen.connect(self._write_as)
        self.sheet.frame.meta.setEnabled(False)
        self.sheet.frame.setMinimumHeight(0)
        self.body.addWidget(self.sheet.frame, 1)
        label = PlainLabel(_("A new question came up?"), "strong")
        row = Row(gap=8)
        self.new = LineEdit("", _("Write it here, then press Enter"))
        self.new.setAccessibleName(_("New question for this visit"))
        self.new.returnPressed.connect(self.add)
        label.setBuddy(self.new)
        self.add_button = Button(_("Add question"), icon_name="plus")
        self.add_button.clicked.connect(self.add)
        row.addWidget(self.new, 1)
        row.addWidget(self.add_button)
        self.body.addWidget(label)
        self.body.addLayout(row)
        self._draft = Draft(file.settings, self.new, self.body, f"visit_question_draft:{visit}")

    @property
    def trouble(self) -> UserError | None:
        return self.sheet.trouble

    def flush(self) -> bool:
        """Save the note, and a new question that was typed and not added."""
        return all([self.sheet.flush(), self._draft.leave(self._ask)])

    def see(self, change: Change) -> None:
        """Show what changed elsewhere in the note."""
        if change.origin is not self.sheet:
            self.sheet.see(change)

    def focus_start(self) -> None:
        self.sheet.frame.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def do_command(self, key: str) -> bool:
        return self.sheet.is_open and self.sheet.frame.editor.do(key)

    def add(self) -> None:
        """Add the question to this visit and go to it."""
        self._made = ""
        self._draft.give(self._ask)
        if self._made:
            self.asked.emit(self._made)

    def _ask(self, words: str) -> bool:
        try:
            self._made = self._file.questions.ask_at(self._visit, words).asking_id
        except UserError as error:
            self._messages.report(error)
            return False
        return True

    def _write_as(self, author_id: str) -> None:
        if self.flush() and author_id:
            self._file.write_as(author_id)
        self.sheet.show_writers()


class PointsPart(Part):
    """The same day: key points, and what happens next."""

    def __init__(self, file: OpenFile, messages: Messages, visit: str) -> None:
        super().__init__(
            _("The same day"), _("Write three to five key points while you remember. At home is early enough.")
        )
        self._visit = visit
        points = Card(_("Key points"))
        self.points = KeyPointList(file, messages)
        points.add(self.points)
        steps = Card(_("What happens next"))
        self.steps = NextSteps(file, messages)
        steps.add(self.steps)
        for card in (points, steps):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.refresh()

    def flush(self) -> bool:
        return all([self.points.flush(), self.steps.flush()])

    def refresh(self) -> None:
        self.points.show_visit(self._visit)
        self.steps.refresh()

    def focus_start(self) -> None:
        self.points.focus_start()
