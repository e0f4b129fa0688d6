"""One question in large letters, with a large box for what the doctor says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AnswerStatus
from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.editor.savestatus import SaveStatus
from secondopinion_desktop.ui.navigation import flush
from secondopinion_desktop.ui.visit.followup import follow_up
from secondopinion_desktop.ui.visit.part import Part
from secondopinion_desktop.ui.visitwords import visit_words
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Column, Grid, GrowingText, PlainLabel, announce

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.questions import Asked
    from secondopinion_desktop.ui.messages import Messages

_LINES: Final = 6
_FOUR_IN_A_ROW: Final = 620
_MARKS: Final = (AnswerStatus.ANSWERED, AnswerStatus.PARTLY, AnswerStatus.NOT_ASKED, AnswerStatus.ASK_LATER)


class QuestionPart(Part):
    """Saves itself while it is written. `marked` is emitted after the person said how far the question got."""

    marked = Signal()

    def __init__(self, file: OpenFile, messages: Messages, asked: Asked, visit: str) -> None:
        super().__init__(asked.text, role="welcome")
        self._file, self._messages, self._visit = file, messages, visit
        self.asking_id = asked.asking_id
        self.autosave = Autosave(self._save, self)
        self.autosave.changed.connect(self.trouble_changed)
        self.heard = Box()
        self._heard_column = Column(self.heard, gap=4)
        self.body.addWidget(self.heard)
        self.answer = GrowingText("", _("Write here what you hear. It saves itself."), lines=_LINES)
        self.answer.setProperty("role", "large")
        self.answer.edited.connect(self.autosave.touch)
        self.answer.left.connect(self.autosave.flush)
        self.body.addWidget(self.answer)
        self.body.addWidget(SaveStatus(self.autosave))
        self.body.addWidget(PlainLabel(_("How did it go?"), "strong"))
        self._make_marks()
        self.follow_up = follow_up(file, messages, asked.bank_id)
        if self.follow_up is not None:
            self.body.addWidget(self.follow_up)
        self.body.addStretch(1)
        self.show_asked(asked)
        self._show_heard(asked.question_id)

    def _make_marks(self) -> None:
        box = Box()
        self._grid = Grid(box, gap=8)
        self.marks: dict[AnswerStatus, Button] = {}
        for status in _MARKS:
            button = Button(status.words)
            button.setCheckable(True)
            button.clicked.connect(self._mark)
            button.setProperty("status", str(status))
            self.marks[status] = button
        self._watch = Breakpoints(self, (_FOUR_IN_A_ROW,))
        self._watch.changed.connect(self._lay_out)
        self._lay_out()
        self.body.addWidget(box)

    def _lay_out(self, _index: int = 0) -> None:
        columns = 4 if self._watch.index else 2
        for number, button in enumerate(self.marks.values()):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, number // columns, number % columns)

    def show_asked(self, asked: Asked) -> None:
        """Show the question as the file has it; an answer that is being written stays."""
        self.title.setText(asked.text)
        self.title.setAccessibleName(asked.text)
        self.answer.setAccessibleName(_("Answer to: {question}").format(question=asked.text))
        if not self.autosave.is_unsaved:
            self.answer.show_text(asked.answer)
        for status, button in self.marks.items():
            chosen = status is asked.status
            button.setChecked(chosen)
            button.show_icon("check" if chosen else "")  # never by the ground alone

    def show_place(self, words: str) -> None:
        """Know which question this is: "Question 2 of 5". It is said when one comes here, and stands in the foot."""
        self.above.setText(words)

    @property
    def trouble(self) -> UserError | None:
        return self.autosave.trouble

    def flush(self) -> bool:
        return all([self.autosave.flush(), flush(self.follow_up)])

    def focus_start(self) -> None:
        announce(self.title, f"{self.above.text()}. {self.title.text()}")
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answer.moveCursor(self.answer.textCursor().MoveOperation.End)
        self.verticalScrollBar().setValue(0)

    def _save(self) -> None:
        self._file.questions.answer(self.asking_id, self.answer.toPlainText(), origin=self)
        self.marked.emit()

    def _mark(self) -> None:
        button = self.sender()
        status = AnswerStatus(str(button.property("status"))) if button is not None else AnswerStatus.OPEN
        chosen = self.marks[status].isChecked()
        try:
            if self.autosave.flush():
                self._file.questions.mark(self.asking_id, status if chosen else AnswerStatus.OPEN)
        except UserError as error:
            self._messages.report(error)
        self.marked.emit()  # the buttons show what is in the file

    def _show_heard(self, question_id: str) -> None:
        """Show what other doctors said to the same question."""
        names = self._file.contacts.names()
        visits = {visit.id: visit for visit in self._file.appointments.all()}
        for heard in self._file.askings.heard(question_id):
            visit = visits.get(heard.appointment_id)
            if visit is not None and visit.id != self._visit and heard.answer.strip():
                words = _("{where}: {answer}").format(where=visit_words(visit, names), answer=heard.answer.strip())
                self._heard_column.addWidget(PlainLabel(words, "body", "muted", selectable=True))
        self.heard.setVisible(self._heard_column.count() > 0)
