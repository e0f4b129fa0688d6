"""The questions of a visit, each with room for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from secondopinion_desktop.base.errors import KeptAside, UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.autosave import Autosave
from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.lookingaway import is_away
from secondopinion_desktop.ui.newline import NewLine
from secondopinion_desktop.ui.widgets import Box, Button, Column, GrowingText, PlainLabel, ScrollArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.questions import Asked


class AnswerBox(QWidget):
    """One question with its number, and the answer under it."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, number: int, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asking_id = asked.asking_id
        column = Column(self, gap=4)
        self.words = PlainLabel("", "strong")
        self.answer = GrowingText(asked.answer, _("Write the answer here"))
        self.words.setBuddy(self.answer)
        column.addWidget(self.words)
        column.addWidget(self.answer)
        self.answer.edited.connect(self._tell)
        self.answer.left.connect(self.left)
        self.show_question(number, asked)

    def show_question(self, number: int, asked: Asked) -> None:
        """Show number and words of the question; the answer only where it is not being written."""
        self.words.setText(_("{number}.  {question}").format(number=number, question=asked.text))
        self.answer.setAccessibleName(_("Answer to: {question}").format(question=asked.text))
        if not self.answer.hasFocus():
            self.answer.show_text(asked.answer)

    def _tell(self) -> None:
        self.edited.emit(self.asking_id)


class _NewQuestion(NewLine):
    """Enter adds; Esc and leaving it empty put it away."""

    put_away = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)


class VisitQuestions(QFrame):
    """The card beside the text. Answers save themselves; it is the `origin` of what it saves.

    A question that stands in the line when it is left is added, too. `counted` carries "3 of 4 answered", or an empty
    text while there are no questions; `troubled` says that `trouble` may be another.
    """

    counted = Signal(str)
    troubled = Signal()

    def __init__(self, file: OpenFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._visit = ""
        self._boxes: dict[str, AnswerBox] = {}
        self._unsaved: set[str] = set()
        self._not_added: UserError | None = None
        self.autosave = Autosave(self._save, self)
        self.autosave.changed.connect(self.troubled)
        self.setProperty("kind", "card")
        self.setAccessibleName(_("Questions for this visit"))
        outer = Column(self, gap=2, margins=(1, 12, 1, 1))
        self._head = Box()
        head = Column(self._head, gap=0, margins=(14, 0, 14, 0))
        head.addWidget(PlainLabel(_("Questions for this visit"), "card-title"))
        self.count = PlainLabel("", "small", "muted")
        head.addWidget(self.count)
        self.visit_button = Button(_("Visit mode"), "quiet", "pencil")
        self.visit_button.set_flush()
        head.addWidget(self.visit_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._head)
        inside = Box()
        self._list = Column(inside, gap=12, margins=(14, 6, 14, 14))
        self._fill_list()
        self._inside, self._flows = inside, False
        inside.installEventFilter(self)
        self._scroller = ScrollArea(inside)
        outer.addWidget(self._scroller, 1)

    def _fill_list(self) -> None:
        self._nothing = PlainLabel(_("No questions for this visit yet."), "body", "muted")
        self.bring_top = Button(_("Bring my top questions"), icon_name="question")
        self.add_button = Button(_("Add a question"), "quiet", "plus")
        self.new_question = _NewQuestion("", _("Write a question and press Enter"))
        self.new_question.setAccessibleName(_("New question for this visit"))
        self.new_question.hide()
        for widget in (self._nothing, self.bring_top):
            self._list.addWidget(widget)
        adding = Column(gap=4)
        adding.addWidget(self.new_question)
        self._list.addLayout(adding)
        self._draft = Draft(self._file.settings, self.new_question, adding)
        self._list.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addStretch(1)
        self.add_button.set_flush()
        self.add_button.clicked.connect(self.start_new)
        self.bring_top.clicked.connect(self._bring_top)
        self.new_question.returnPressed.connect(self._add)
        self.new_question.left.connect(self._left)
        self.new_question.put_away.connect(self._give_up)

    # Room

    def flow(self, *, flowing: bool) -> None:
        """Be as high as all questions and answers, or let them scroll."""
        self._flows = flowing
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize} and watched is self._inside:
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        wanted = self._list.totalHeightForWidth(self._inside.width()) if self._flows else 0
        self._scroller.setMinimumHeight(max(wanted, 0))

    # Showing

    def show_visit(self, appointment_id: str) -> None:
        """Show the questions of a visit; those of no visit are none. What is typed for the one before is kept first."""
        self.flush()
        self._visit = appointment_id
        self._draft.belong_to(f"visit_question_draft:{appointment_id}")
        if self.new_question.text():
            self._show_line()
        else:
            self._put_away()
        self.autosave.start_anew()
        self._unsaved.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read the questions again. Answers that are being written stay as they are."""
        self.autosave.flush()
        asked = self._file.questions.of_visit(self._visit) if self._visit else []
        if [one.asking_id for one in asked] != list(self._boxes):
            self._build(asked)
        for number, one in enumerate(asked, start=1):
            box = self._boxes[one.asking_id]
            if one.asking_id not in self._unsaved:
                box.show_question(number, one)
        self._nothing.setVisible(not asked)
        self.bring_top.setVisible(not asked and bool(self._file.questions.top()))
        self._count()

    def _build(self, asked: Sequence[Asked]) -> None:
        wanted = {one.asking_id for one in asked}
        unsaved = {known: box for known, box in self._boxes.items() if known in self._unsaved - wanted}
        for asking_id in [known for known in self._boxes if known not in wanted and known not in unsaved]:
            box = self._boxes.pop(asking_id)
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        boxes = {}
        for number, one in enumerate(asked, start=1):
            box = self._boxes.get(one.asking_id) or self._made(number, one)
            boxes[one.asking_id] = box
            self._list.removeWidget(box)
            self._list.insertWidget(number - 1, box)
            box.show()
        self._boxes = boxes | unsaved  # last: words that cannot be saved any more can still be read and copied

    def _made(self, number: int, asked: Asked) -> AnswerBox:
        box = AnswerBox(number, asked)
        box.edited.connect(self._typed)
        box.left.connect(self.autosave.flush)
        return box

    def _count(self) -> None:
        count = len(self._boxes)
        answered = sum(bool(box.answer.toPlainText().strip()) for box in self._boxes.values())
        words = ngettext("{answered} of {count} answered", "{answered} of {count} answered", count)
        said = words.format(answered=answered, count=count) if count else ""
        self.count.setText(said)
        self.count.setVisible(bool(said))
        self.counted.emit(said)

    @property
    def boxes(self) -> list[AnswerBox]:
        """The questions shown, in order."""
        return list(self._boxes.values())

    # Writing

    @property
    def trouble(self) -> UserError | None:
        """Why an answer or a new question could not be saved, if one could not."""
        return self._not_added or self.autosave.trouble

    def flush(self) -> bool:
        """Save all answers, and a question that was not added yet; return whether they are on the disk."""
        return all([self._draft.flush() if is_away() else self._give(), self.autosave.flush()])

    def _typed(self, asking_id: str) -> None:
        self._unsaved.add(asking_id)
        self.autosave.touch()

    def _save(self) -> None:
        told: KeptAside | None = None
        for asking_id in list(self._unsaved):
            if asking_id in self._boxes:
                text = self._boxes[asking_id].answer.toPlainText()
                try:
                    self._file.questions.answer(asking_id, text, origin=self)
                except KeptAside as kept:  # the others are to be saved all the same
                    told = kept
            self._unsaved.discard(asking_id)
        self._count()
        if told is not None:
            raise told

    def see(self, change: Change) -> None:
        """Show what changed elsewhere."""
        if change.origin is not self and self._visit and change.touches("question", "asking"):
            self.refresh()

    # New ones

    def start_new(self) -> None:
        """Show a line to write a new question on."""
        self._show_line()
        self.new_question.setFocus()

    def _show_line(self) -> None:
        self.add_button.hide()
        self.new_question.show()

    def _give_up(self) -> None:
        self.new_question.clear()
        self._put_away()

    def _put_away(self) -> None:
        had_keyboard = self.new_question.hasFocus()
        self.new_question.hide()
        self.add_button.show()
        if had_keyboard:
            self.add_button.setFocus()

    def _left(self) -> None:
        self._give()
        if not self.new_question.text():
            self._put_away()

    def _add(self) -> None:
        self._give()

    def _give(self) -> bool:
        """Add what stands in the line; if that cannot be, it stays there. Return whether nothing is left."""
        trouble, self._not_added = self._not_added, None
        given = self._draft.give(self._keep)
        if trouble is not self._not_added:
            self.troubled.emit()
        return given

    def _keep(self, text: str) -> bool:
        try:
            if self._visit:
                self._file.questions.ask_at(self._visit, text)
            else:
                self._file.questions.ask(text)
        except UserError as error:
            self._not_added = error
            return False
        return True

    def _bring_top(self) -> None:
        for question in self._file.questions.top():
            self._file.questions.bring(question.id, self._visit, ticked=True)
