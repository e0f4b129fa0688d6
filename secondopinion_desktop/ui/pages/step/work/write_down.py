"""The cards of "Write everything down": the next visit, key points, tests that were ordered, words to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import AppointmentKind
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.specs_visit import AT_THE_VISIT
from secondopinion_desktop.ui.visit.points import KeyPointList, OrderedTests, WordsToLookUp
from secondopinion_desktop.ui.visitwords import visit_words
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Card, Column, ComboBox, PlainLabel, Row, restyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_IN_A_ROW = 680


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the cards of this step."""
    yield NextVisit(file)
    yield KeyPoints(file, messages)
    yield Ordered(file, messages)
    yield Words(file, messages)


class NextVisit(Card):
    """The visit to come: its questions, who takes notes, whether it may be recorded."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile) -> None:
        super().__init__(_("The next visit"))
        self._file, self._visit = file, ""
        self.when = PlainLabel("", "strong")
        self.count = PlainLabel("", "body", "muted")
        self.add(self.when)
        self.add(self.count)
        self._make_buttons()
        self.form = RecordForm(AT_THE_VISIT, save=self._save, contacts=file.contacts)
        self.form.load({})  # until there is a visit, nothing in it is to be saved
        self.add(self.form)
        FeedSignal(file.feed, self).changed.connect(self._see)
        self.refresh()

    def _make_buttons(self) -> None:
        self._buttons = Box()
        self._row = Row(self._buttons, gap=8)
        self.start = Button(_("Start visit mode"), "secondary", "pencil")
        self.choose = Button(_("Choose the questions"), "quiet", "question")
        self.paper = Button(_("Print questions"), "quiet", "printer")
        for button in (self.choose, self.paper):
            button.set_flush()
        for button, do in ((self.start, self._start), (self.choose, self._choose), (self.paper, self._print)):
            button.clicked.connect(do)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.add(self._buttons)
        self.book = Button(_("Add an appointment"), "secondary", "plus")
        self.book.clicked.connect(self._book)
        self.body.addWidget(self.book, 0, Qt.AlignmentFlag.AlignLeft)
        self._watch = Breakpoints(self, (_IN_A_ROW,))
        self._watch.changed.connect(self._lay_out)
        self._lay_out()

    def _lay_out(self, _index: int = 0) -> None:
        beside = bool(self._watch.index)
        self._row.setDirection(Row.Direction.LeftToRight if beside else Row.Direction.TopToBottom)
        for button in (self.start, self.choose, self.paper):  # below each other, each is as wide as its words
            self._row.setAlignment(button, Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Read the visit again; what is being typed stays, and so does its visit until it is saved."""
        visit = self._file.appointments.next_second_opinion() or self._file.appointments.next()
        known = visit is not None
        if (visit.id if visit else "") != self._visit and not self.flush():
            return
        for widget in (self.count, self._buttons, self.form):
            widget.setVisible(known)
        self.book.setVisible(not known)
        if visit is None:
            self._visit = ""
            self.form.load({})
            self.when.setText(_("No visit is planned yet. Even a rough date helps."))
            self._make_strong(strong=False)
            return
        self._make_strong(strong=True)
        self.when.setText(_when(visit, self._file.contacts.names()))
        count = len(self._file.questions.of_visit(visit.id))
        words = ngettext("{count} question is on its list.", "{count} questions are on its list.", count)
        self.count.setText(words.format(count=count) if count else _("No questions are on its list yet."))
        if visit.id == self._visit:
            self.form.refresh(visit)
        else:
            self._visit = visit.id
            self.form.load(visit)
            self.form.keep_draft(self._file.settings, f"form_draft:{visit.id}:{AT_THE_VISIT[0].name}")

    def _make_strong(self, *, strong: bool) -> None:
        self.when.setProperty("role", "strong" if strong else "body")
        self.when.setProperty("tone", "text" if strong else "muted")
        restyle(self.when)

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        return not self._visit or self.form.flush()

    def _save(self, **values: Any) -> None:
        self._file.appointments.change(self._visit, origin=self, **values)

    def _see(self, change: Change) -> None:
        if change.origin is not self and change.touches("appointment", "asking", "question", "contact"):
            self.refresh()

    def _start(self) -> None:
        self.open_requested.emit("visit_mode", self._visit)

    def _choose(self) -> None:
        self.open_requested.emit("page", "questions")

    def _print(self) -> None:
        self.open_requested.emit("command", "print_questions")

    def _book(self) -> None:
        self.open_requested.emit("command", "new_appointment")


class KeyPoints(Card):
    """Three to five key points of one visit; the latest one is shown first. Not there before there is a visit."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("Key points"))
        self._file = file
        self._visit = ""
        self.add(PlainLabel(_("Three to five, written the same day, help you remember."), "body", "muted"))
        label = PlainLabel(_("Visit"), "small-strong")
        self.visits = ComboBox()
        self.visits.setAccessibleName(_("Visit of these key points"))
        self.visits.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.visits.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.visits.activated.connect(self._choose)
        label.setBuddy(self.visits)
        self._chooser = Box()
        column = Column(self._chooser, gap=4)
        column.addWidget(label)
        column.addWidget(self.visits)
        self.add(self._chooser)
        self.points = KeyPointList(file, messages)
        self.add(self.points)
        FeedSignal(file.feed, self).changed.connect(self._see)
        self.refresh()

    def refresh(self) -> None:
        """Read visits and key points again. A visit that is gone stays until what is typed for it is saved."""
        names = self._file.contacts.names()
        written = {point.appointment_id for point in self._file.key_points.all()}  # these stay in sight
        whole = reversed(self._file.appointments.in_order())
        visits = [visit for visit in whole if visit.kind not in _WITHOUT_TALK or visit.id in written]
        known = [visit.id for visit in visits]
        if self._visit not in known and self.points.flush():
            self._visit = _latest(visits) if visits else ""
        self.visits.clear()
        for visit in visits:
            self.visits.addItem(visit_words(visit, names), visit.id)
        self.visits.show_key(self._visit)
        self.points.show_visit(self._visit)
        if self.parentWidget() is not None or not visits:  # without a place yet it would become a window
            self.setVisible(bool(visits))  # key points belong to a visit

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        return not self._visit or self.points.flush()

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on a key point; return whether this is one."""
        if kind != "key_point":
            return False
        self._show_visit(self._file.key_points.get(item).appointment_id or "")
        return self.points.focus_line(item)

    def _choose(self) -> None:
        self._show_visit(self.visits.key())

    def _show_visit(self, visit_id: str) -> None:
        if self.points.flush():
            self._visit = visit_id
        self.refresh()

    def _see(self, change: Change) -> None:
        if change.origin is not self.points and change.touches("appointment", "key_point", "contact"):
            self.refresh()


class Ordered(Card):
    """Tests the doctor asked for: they are appointments that are still to be made."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("Tests the doctor asked for"))
        self.list = OrderedTests(file, messages)
        self.list.opened.connect(self._open)
        self.add(self.list)
        FeedSignal(file.feed, self).changed.connect(self._see)
        self.list.refresh()

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        return self.list.flush()

    def _open(self, appointment_id: str) -> None:
        self.open_requested.emit("appointment", appointment_id)

    def _see(self, change: Change) -> None:
        if change.origin is not self.list and change.touches("appointment"):
            self.list.refresh()


class Words(Card):
    """Words that were heard, with what they mean once somebody explained them."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("Words to look up"))
        self.list = WordsToLookUp(file, messages)
        self.add(self.list)
        FeedSignal(file.feed, self).changed.connect(self._see)
        self.list.refresh()

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        return self.list.flush()

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on a word; return whether this is one."""
        return kind == "term" and self.list.focus_line(item)

    def _see(self, change: Change) -> None:
        if change.origin is not self.list and change.touches("term"):
            self.list.refresh()


_WITH_A_DOCTOR = (AppointmentKind.SECOND_OPINION, AppointmentKind.OWN_DOCTOR)
_WITHOUT_TALK = (AppointmentKind.TEST, AppointmentKind.TREATMENT_START)


def _latest(visits: list[Appointment]) -> str:
    """Return the last visit with a doctor, else the last of all, else the next; `visits` come the latest first."""
    today = clock.today()
    days = [(visit, PartialDate.from_optional_text(visit.day)) for visit in visits]
    past = [visit for visit, day in days if day is not None and day.earliest <= today]
    talks = [visit for visit in past if visit.kind in _WITH_A_DOCTOR]
    return (talks[0] if talks else past[0] if past else visits[-1]).id


def _when(visit: Appointment, names: dict[str, str]) -> str:
    day = PartialDate.from_optional_text(visit.day)
    if day is None or not day.is_firm:
        return visit_words(visit, names)
    who = names.get(visit.contact_id or "", "") or visit.title or visit.kind.words
    words = formats.day_full(day.day)
    when = _("{day}, {time}").format(day=words, time=formats.clock_time(visit.time)) if visit.time else words
    return _("{who}: {when}").format(who=who, when=when)
