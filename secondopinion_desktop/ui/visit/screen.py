"""Visit mode: the whole window for the visit, one question at a time, in large letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import FileTrouble
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.visit.around import ElsePart, PointsPart, StartPart
from secondopinion_desktop.ui.visit.question import QuestionPart
from secondopinion_desktop.ui.visitwords import visit_words
from secondopinion_desktop.ui.widgets import (
    Banner,
    BannerAction,
    Box,
    Breakpoints,
    Button,
    Column,
    ElidedLabel,
    ForwardButton,
    MessageSlot,
    PlainLabel,
    Row,
    announce,
    order_as_laid_out,
    plain_tooltip,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.questions import Asked
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.visit.part import Part

_ROOM_FOR_WORDS = 560
_READS = frozenset({"asking", "question", "appointment", "contact", "key_point", "task"})


class VisitMode(QWidget):
    """Shows one visit. `left` is the wish to leave; `command` carries the key of a command for the window.

    Everything saves itself while it is written; nothing here is recorded.
    """

    left = Signal()
    command = Signal(str)
    help_topic = "visit"

    def __init__(self, file: OpenFile, messages: Messages, appointment_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file, self._messages = file, messages
        self.appointment_id = appointment_id
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.start = StartPart(file, appointment_id)
        self.anything = ElsePart(file, messages, appointment_id)
        self.points = PointsPart(file, messages, appointment_id)
        self.questions: dict[str, QuestionPart] = {}
        self._banner: Banner | None = None
        self._lay_out()
        self.start.bring_wanted.connect(self._bring_top)
        self.anything.asked.connect(self.go_to)
        for part in (self.start, self.anything, self.points):
            self._keep(part)
        self._watch = Breakpoints(self, (_ROOM_FOR_WORDS,))
        self._watch.changed.connect(self._shorten)
        self._shorten()
        FeedSignal(file.feed, self).changed.connect(self._see)
        self.refresh()
        self._show(self._first())

    def _lay_out(self) -> None:
        outer = Column(self, gap=0)
        head = Box(edge="bottom")
        row = Row(head, gap=12, margins=(24, 8, 14, 8))
        self.title = ElidedLabel("", "strong", "muted")
        row.addWidget(self.title, 1)
        self.slot = MessageSlot()
        row.addWidget(self.slot, 2)
        self.leave_button = Button(_("Leave visit mode"), icon_name="close")
        self.leave_button.clicked.connect(self.left)
        row.addWidget(self.leave_button)
        outer.addWidget(head)
        self._banner_place = Column(gap=0, margins=(24, 0, 24, 0))
        outer.addLayout(self._banner_place)
        outer.addWidget(self._stack, 1)
        foot = Box(edge="top")
        row = Row(foot, gap=12, margins=(24, 10, 24, 12))
        self.back = Button(_("Back"), icon_name="arrow-left")
        self.back.clicked.connect(self.go_back)
        self.progress = PlainLabel("", "strong", wrap=False)
        self.progress.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.next = ForwardButton(_("Next"), "primary", "arrow-right")
        self.next.clicked.connect(self.go_on)
        row.addWidget(self.back)
        row.addWidget(self.progress, 1)
        row.addWidget(self.next)
        outer.addWidget(foot)

    def _keep(self, part: Part) -> None:
        part.trouble_changed.connect(self._show_trouble)
        self._stack.addWidget(part)

    # What is shown

    @property
    def parts(self) -> list[Part]:
        """All parts in order: before the visit, each question, anything else, the same day."""
        return [self.start, *self.questions.values(), self.anything, self.points]

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return next(part for part in self.parts if part is self._stack.currentWidget())

    def refresh(self) -> None:
        """Read the visit again. What is being written stays, also for a question that is gone, until it is saved."""
        visit = self._file.appointments.get(self.appointment_id)
        self.title.setText(visit_words(visit, self._file.contacts.names()))
        asked = self._file.questions.of_visit(self.appointment_id)
        before, shown = self.questions, self._stack.currentWidget()
        self.questions = {one.asking_id: before.get(one.asking_id) or self._made(one) for one in asked}
        for number, one in enumerate(asked, start=1):
            self.questions[one.asking_id].show_asked(one)
            place = _("Question {number} of {count}").format(number=number, count=len(asked))
            self.questions[one.asking_id].show_place(place)
        self.start.show_count(len(asked))
        gone = {asking_id: part for asking_id, part in before.items() if asking_id not in self.questions}
        waiting = {asking_id: part for asking_id, part in gone.items() if not part.flush()}
        self.questions |= waiting
        if shown is not None and shown not in self.parts:
            self._show(self.anything)
        for asking_id, part in gone.items():
            if asking_id not in self.questions:
                self._stack.removeWidget(part)
                part.deleteLater()
        if shown is not None:
            self._show_place()

    def _made(self, asked: Asked) -> QuestionPart:
        part = QuestionPart(self._file, self._messages, asked, self.appointment_id)
        part.marked.connect(self._reread)
        self._keep(part)
        return part

    def _first(self) -> Part:
        """Return where to begin: at the first question without an answer once something was written, else before."""
        asked = self._file.questions.of_visit(self.appointment_id)
        if not any(one.answer for one in asked):
            return self.start
        still = next((one.asking_id for one in asked if not one.answer), "")
        return self.questions[still] if still else self.anything

    def _show(self, part: Part) -> None:
        self._stack.setCurrentWidget(part)
        self._show_place()
        order_as_laid_out(self)
        if self.isVisible():
            part.focus_start()

    def _show_place(self) -> None:
        part, parts = self.part, self.parts
        place = parts.index(part)
        words = part.above.text() if isinstance(part, QuestionPart) else part.title.text()
        self.progress.setText(words)
        self.back.setEnabled(place > 0)
        last = place == len(parts) - 1
        self.next.set_words(_("Finish") if last else _("Next"))
        self.next.show_icon("check" if last else "arrow-right")

    # Going on

    def go_on(self) -> None:
        """Go to the next part; after the last one, leave."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the part before."""
        self._step(-1)

    def go_to(self, asking_id: str) -> None:
        """Go to one question."""
        if asking_id in self.questions:
            self._show(self.questions[asking_id])

    def _step(self, offset: int) -> None:
        self.part.flush()  # words that cannot be saved stay in their part, and are tried again
        place = self.parts.index(self.part) + offset
        if place >= len(self.parts):
            self.left.emit()
        elif place >= 0:
            self._show(self.parts[place])

    def focus_start(self) -> None:
        """Put the keyboard where one writes."""
        self.part.focus_start()

    # Saving

    def flush(self) -> bool:
        """Save all that is typed; return whether it is on the disk."""
        saved = [part.flush() for part in self.parts]
        return all(saved)

    def _show_trouble(self) -> None:
        trouble = next((part.trouble for part in self.parts if part.trouble is not None), None)
        said = self._banner.accessibleName() if self._banner is not None else ""
        if (trouble.message if trouble else "") == said:
            return
        if self._banner is not None:
            self._banner_place.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if trouble is not None:
            elsewhere = (BannerAction(_("Save in another place"), self._save_elsewhere),)
            actions = elsewhere if isinstance(trouble, FileTrouble) else ()
            self._banner = Banner("error", trouble.message, trouble.advice, actions, closable=False)
            self._banner_place.addWidget(self._banner)
            self._banner.show()
            announce(self, trouble.message)

    def _save_elsewhere(self) -> None:
        self.command.emit("export")

    # What others change

    def _reread(self) -> None:
        self.refresh()

    def _see(self, change: Change) -> None:
        self.anything.see(change)
        if not change.kinds & _READS or isinstance(change.origin, QuestionPart):
            return
        if not any(visit.id == self.appointment_id for visit in self._file.appointments.all()):
            self.left.emit()
            return
        self.refresh()
        self.start.refresh()
        self.points.refresh()

    def _bring_top(self) -> None:
        self._file.askings.carry([question.id for question in self._file.questions.top()], self.appointment_id)
        self.start.focus_start()

    # What the window asks

    def do_command(self, key: str) -> bool:
        """Go on or back with the keys for later and earlier; hand words' commands to the note."""
        if key in {"later", "earlier"}:
            self._step(1 if key == "later" else -1)
            return True
        if key in {"next_area", "previous_area"}:  # Tab belongs to the text of a note
            self.focusNextPrevChild(key == "next_area")
            return True
        return self.part.do_command(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _shorten(self, _index: int = 0) -> None:
        self.leave_button.set_short(short=self._watch.index == 0)
        keys = [QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)) for key in _KEYS]
        for button, key in zip((self.back, self.next), keys, strict=True):
            button.setToolTip(plain_tooltip(key.toString(QKeySequence.SequenceFormat.NativeText)))


_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
