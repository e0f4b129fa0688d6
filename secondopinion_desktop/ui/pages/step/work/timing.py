"""Consider the timing: all dates with who gave them, what to ask, and what was said when you asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import RuleAnswer
from secondopinion_desktop.model.dates import PartialDate, partial_date_entry, partial_date_words
from secondopinion_desktop.services.timing import KINDS, words_of
from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.specs_timing import TIMING
from secondopinion_desktop.ui.notices import Acting, NoticeView
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Line,
    PlainLabel,
    Row,
    order_as_laid_out,
    quiet_button,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.task import ReminderAnswer
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_DATES: Final = frozenset(("situation", "appointment"))
_AT_FIRST: Final = 3
_COMPARED: Final = ("treatment_start", "ok_until", "report_expected", "decide_by")
_NARROW: Final = 360  # the effective width of a notice below which its two buttons stand below each other


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the cards of the step."""
    yield NoticesCard(file, messages)
    yield DatesCard(file)
    yield TalksCard(file, messages)


class _LiveCard(Card):
    """A card that reads anew what changed, at once while it is seen, else when it is shown again."""

    kinds = KINDS

    def __init__(self, title: str, file: OpenFile) -> None:
        super().__init__(title)
        self._file = file
        CatchUp(self, file.feed, self.kinds, hides_itself=True).due.connect(self.refresh)

    def refresh(self) -> None:
        """Read everything anew."""
        raise NotImplementedError


class DatesCard(_LiveCard):
    """The form of the dates, saved as it is filled in. The visit's own day is kept with the visit."""

    open_requested = Signal(str, str)
    kinds = _DATES

    def __init__(self, file: OpenFile) -> None:
        super().__init__(_("Your dates"), file)
        self.add(
            PlainLabel(
                _("Leave empty what you do not know yet. A rough date helps, such as “about May”."), tone="muted"
            )
        )
        line = Row(gap=8)
        self.visit = PlainLabel()
        self.visit_button = Button("", "quiet", "calendar")
        self.visit_button.clicked.connect(self._open_visit)
        line.addWidget(self.visit, 1)
        line.addWidget(self.visit_button)
        self.body.addLayout(line)
        self.form = RecordForm(TIMING, save=self._save)
        self.add(self.form)
        self._opens = ("command", "new_appointment")
        self.form.load(file.timing.dates())
        self._show_visit()

    def refresh(self) -> None:
        self.form.refresh(self._file.timing.dates())
        self._show_visit()

    def flush(self) -> bool:
        """Save what is still being typed; return whether nothing is left over."""
        return self.form.flush()

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on a date; return whether it is one of these."""
        if kind != "situation":
            return False
        self.form.focus_field(item if item in self.form.fields else "treatment_start")
        return True

    def _save(self, **values: Any) -> None:
        self._file.timing.save_dates(**values)

    def _show_visit(self) -> None:
        visit = self._file.appointments.next_second_opinion()
        if visit is None:
            self.visit.setText(_("No second-opinion visit is written down yet."))
            self.visit_button.set_words(_("Add the visit date"))
            self._opens = ("command", "new_appointment")
            return
        day = partial_date_entry(PartialDate.from_optional_text(visit.day))
        self.visit.setText(_("Second-opinion visit: {day}").format(day=day))
        self.visit_button.set_words(_("Open the visit"))
        self._opens = ("appointment", visit.id)

    def _open_visit(self) -> None:
        self.open_requested.emit(*self._opens)


class NoticesCard(_LiveCard):
    """All open notices, the most pressing first. Without any it says so, once there are two dates to compare."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("Things to look at"), file)
        self._acting = Acting(file, messages, self)
        self._acting.open_requested.connect(self.open_requested)
        self._nothing = PlainLabel(_("No dates clash in what you wrote. Look again when a date moves."), tone="muted")
        self.add(self._nothing)
        self._holder = Box()
        self._column = Column(self._holder, gap=10)
        self.add(self._holder)
        self.see_all = quiet_button("", "", self._unfold)
        self.body.addWidget(self.see_all, 0, Qt.AlignmentFlag.AlignLeft)
        self.views: list[NoticeView] = []
        self._unfolded = False
        self.refresh()

    def refresh(self) -> None:
        notices = self._file.timing.open()
        shown = notices if self._unfolded else notices[:_AT_FIRST]
        focus = QApplication.focusWidget()
        had = next((n for n, view in enumerate(self.views) if focus is not None and view.isAncestorOf(focus)), None)
        self._match_count(len(shown))
        for view, found in zip(self.views, shown, strict=True):
            view.show_notice(found)
        self._nothing.setVisible(not notices)
        self._be_there(bool(notices) or self._dates_compared() > 1)
        self._holder.setVisible(bool(notices))
        words = ngettext("See the {count} thing to look at", "See all {count} things to look at", len(notices))
        self.see_all.set_words(words.format(count=len(notices)))
        self.see_all.setVisible(len(notices) > len(shown))
        if had is not None and self.views and had >= len(self.views):
            self.views[-1].answer.setFocus(Qt.FocusReason.OtherFocusReason)
        order_as_laid_out(self)

    def _be_there(self, there: bool) -> None:  # noqa: FBT001 - a state, not a switch
        if self.parentWidget() is not None or not there:  # without a place yet it would become a window
            self.setVisible(there)

    def _dates_compared(self) -> int:
        """Return how many dates are written down."""
        dates = self._file.timing.dates()
        visit = self._file.appointments.next_second_opinion()
        return sum(bool(dates[name]) for name in _COMPARED) + bool(visit is not None and visit.day)

    def _match_count(self, count: int) -> None:
        """Have as many views as notices; those that stay keep the keyboard."""
        while len(self.views) > count:
            old = self.views.pop()
            line = self._column.itemAt(self._column.indexOf(old) - 1) if self.views else None
            for widget in (old, line.widget() if line else None):
                if widget is not None:
                    self._column.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
        while len(self.views) < count:
            if self.views:
                self._column.addWidget(Line())
            view = _Entry(self._acting)
            self._column.addWidget(view)
            self.views.append(view)

    def _unfold(self) -> None:
        self._unfolded = True
        self.refresh()
        self.views[_AT_FIRST].action.setFocus(Qt.FocusReason.OtherFocusReason)


class _Entry(NoticeView):
    """One notice of the list."""

    def __init__(self, acting: Acting) -> None:
        super().__init__(narrow=_NARROW)
        self._acting = acting
        self.acted.connect(self._act)
        self.answered.connect(self._answer)

    def _act(self) -> None:
        if self.found is not None:
            self._acting.act(self.found)

    def _answer(self, answer: str) -> None:
        if self.found is not None:
            self._acting.answer(self.found, answer)


class TalksCard(_LiveCard):
    """What you asked and were told: answered notices, the latest first."""

    kinds = frozenset(("reminder_answer",))

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("What you asked, and what they said"), file)
        self._messages = messages
        self._holder = Box()
        self._column = Column(self._holder, gap=8)
        self.add(self._holder)
        self.talks: list[_Talk] = []
        self.refresh()

    def refresh(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.talks = [_Talk(answer) for answer in self._file.timing.all()]
        for number, talk in enumerate(self.talks):
            if number:
                self._column.addWidget(Line())
            talk.change.clicked.connect(talk.ask_to_change)
            talk.wanted.connect(self._change)
            self._column.addWidget(talk)
        if self.parentWidget() is not None or not self.talks:  # without a place yet it would become a window
            self.setVisible(bool(self.talks))
        order_as_laid_out(self)

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on an answer; return whether it is here."""
        talk = next((talk for talk in self.talks if talk.id == item), None) if kind == "reminder_answer" else None
        if talk is not None:
            talk.change.setFocus(Qt.FocusReason.OtherFocusReason)
        return talk is not None

    def _change(self, answer_id: str) -> None:
        from secondopinion_desktop.ui.dialogs.answer_notice import ChangeAnswerDialog  # noqa: PLC0415

        dialog = ChangeAnswerDialog(self._file, self._file.timing.get(answer_id))
        if self._messages.run(dialog) and dialog.wants_removal:
            self._file.timing.remove(answer_id)
            self._messages.toast(_("Answer removed. The notice is open again."), self._file.history.way_back().now)


class _Talk(Box):
    """One answer: day and how it was answered, what it was about, and the words."""

    wanted = Signal(str)

    def __init__(self, answer: ReminderAnswer) -> None:
        super().__init__()
        self.id = answer.id
        row = Row(self, gap=10)
        words = Column(gap=2)
        when = partial_date_words(PartialDate.from_optional_text(answer.day)) if answer.day else ""
        how = RuleAnswer(answer.answer).words
        words.addWidget(PlainLabel(", ".join(part for part in (when, how) if part), "small-strong"))
        words.addWidget(PlainLabel(words_of(answer.rule), "small", "muted"))
        if answer.note:
            words.addWidget(PlainLabel(answer.note))
        row.addLayout(words, 1)
        self.change = Button(_("Change"), "quiet", "pencil")
        self.change.setAccessibleDescription(words_of(answer.rule))
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)

    def ask_to_change(self) -> None:
        """Emit `wanted`."""
        self.wanted.emit(self.id)
