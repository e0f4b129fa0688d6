"""What to keep of a visit the same day: key points, and what happens next. Also shown on the step's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, TaskStatus
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.shortlist import Names, ShortLine, ShortList
from secondopinion_desktop.ui.widgets import Column

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

MOST: Final = 5
_NEXT_STEPS: Final = ("report", "weigh")
_STEP_OF_NEW: Final = "weigh"


class KeyPointList(ShortList):
    """The key points of one visit, five at most."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        names = Names(
            _("Key point"), _("New key point"), _("Write a key point, then press Enter"), _("Remove this key point")
        )
        full = _("Five key points are enough. To write another one, remove one first.")
        super().__init__(file.settings, "", names, self._add, self._change, most=MOST, full=full)
        self._file, self._messages, self._visit = file, messages, ""
        self.removed.connect(self._take_away)

    def show_visit(self, appointment_id: str) -> None:
        """Show the key points of a visit."""
        if appointment_id != self._visit:
            self.flush()
        self._visit = appointment_id
        self.draft.belong_to(f"key_point_draft:{appointment_id}")
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        points = self._file.key_points.all(appointment_id=self._visit) if self._visit else []
        self.show_lines([ShortLine(point.id, point.text) for point in points])

    def _add(self, words: str) -> bool:
        if self._visit_is_there():
            return self._messages.could(self._file.key_points.add_to, self._visit, words)
        kept = self._messages.could(self._file.notes.add_to_visit, self._visit, words)
        if kept:
            self._messages.toast(_("The appointment was removed. Your key point is in its note."))
        return kept

    def _visit_is_there(self) -> bool:
        return bool(self._file.appointments.all(id=self._visit))

    def _change(self, point_id: str, words: str) -> None:
        self._file.key_points.change(point_id, origin=self, text=words)

    def _take_away(self, point_id: str) -> None:
        self._file.key_points.remove(point_id)
        self._messages.toast(_("Key point removed."), self._file.history.way_back().now)


class NextSteps(QWidget):
    """What happens next: who calls whom, and by when. They are tasks of the steps that come after a visit."""

    rearranged = Signal()

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        names = Names(
            _("What happens next"),
            _("New next step"),
            _("Write who calls whom, then press Enter"),
            _("Remove this next step"),
        )
        column = Column(self, gap=6)
        about = _("Who and by when")
        self.lines = ShortList(file.settings, "next_step_draft", names, self._add, self._change, opens=about)
        self.lines.removed.connect(self._take_away)
        self.lines.opened.connect(self._open)
        self.lines.rearranged.connect(self.rearranged)
        column.addWidget(self.lines)

    def refresh(self) -> None:
        """Read them again."""
        open_tasks = self._file.tasks.all(step=_NEXT_STEPS, guidance_id="", status=TaskStatus.OPEN)
        self.lines.show_lines([ShortLine(task.id, task.title, _about(task)) for task in open_tasks])

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        return self.lines.flush()

    def _add(self, words: str) -> bool:
        return self._messages.could(self._file.tasks.add_to, _STEP_OF_NEW, words)

    def _change(self, task_id: str, words: str) -> None:
        self._file.tasks.change(task_id, origin=self, title=words)

    def _take_away(self, task_id: str) -> None:
        self._file.tasks.remove(task_id)
        self._messages.toast(_("Next step removed."), self._file.history.way_back().now)

    def _open(self, task_id: str) -> None:
        from secondopinion_desktop.ui.dialogs.task import TaskDialog  # noqa: PLC0415 - when it is asked for

        self.flush()
        self._messages.run(TaskDialog(self._file, self._file.tasks.get(task_id)))


class OrderedTests(ShortList):
    """Tests the doctor asked for. Each is an appointment to be made, so it is found again among them."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        names = Names(
            _("Test the doctor asked for"),
            _("New test"),
            _("Write which test, then press Enter"),
            _("Remove this test"),
        )
        opens = _("Open it to add day and place")
        super().__init__(file.settings, "test_draft", names, self._add, self._change, opens=opens)
        self._file, self._messages = file, messages
        self.removed.connect(self._take_away)

    def refresh(self) -> None:
        """Read them again."""
        tests = [visit for visit in self._file.appointments.in_order() if visit.kind is AppointmentKind.TEST]
        self.show_lines([ShortLine(test.id, test.title or test.kind.words, _day_of(test)) for test in tests])

    def _add(self, words: str) -> bool:
        return self._messages.could(self._add_test, words)

    def _add_test(self, words: str) -> None:
        self._file.appointments.add(title=words, kind=AppointmentKind.TEST, status=AppointmentStatus.WANTED)

    def _change(self, test_id: str, words: str) -> None:
        self._file.appointments.change(test_id, origin=self, title=words)

    def _take_away(self, test_id: str) -> None:
        self._file.appointments.remove(test_id)
        self._messages.toast(_("Test removed."), self._file.history.way_back().now)


class WordsToLookUp(ShortList):
    """Words that were heard and are not clear yet. Each can get its meaning, and who explained it."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        names = Names(
            _("Word to look up"), _("New word"), _("Write a word to look up, then press Enter"), _("Remove this word")
        )
        opens = _("Write what it means")
        super().__init__(file.settings, "word_draft", names, self._add, self._change, opens=opens)
        self._file, self._messages = file, messages
        self.removed.connect(self._take_away)
        self.opened.connect(self._open)
        self._opened = ""

    def refresh(self) -> None:
        """Read them again."""
        not_yet = _("Not looked up yet")
        self.show_lines([ShortLine(term.id, term.word, term.meaning or not_yet) for term in self._file.terms.all()])

    def _add(self, words: str) -> bool:
        return self._messages.could(self._add_word, words)

    def _add_word(self, words: str) -> None:
        self._file.terms.add(word=words)

    def _change(self, term_id: str, words: str) -> None:
        self._file.terms.change(term_id, origin=self, word=words)

    def _take_away(self, term_id: str) -> None:
        self._file.terms.remove(term_id)
        self._messages.toast(_("Word removed."), self._file.history.way_back().now)

    def _open(self, term_id: str) -> None:
        from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog  # noqa: PLC0415 - when it is asked for
        from secondopinion_desktop.ui.forms.specs_visit import TERM  # noqa: PLC0415

        self.flush()
        self._opened = term_id
        dialog = RowDialog(_("A word"), TERM, self._file.terms.get(term_id), self._keep_meaning, width=480)
        self._messages.run(dialog)

    def _keep_meaning(self, **values: Any) -> None:
        self._file.terms.change(self._opened, **values)


def _about(task: Task) -> str:
    day = PartialDate.from_optional_text(task.due)
    by_when = _("by {day}").format(day=partial_date_words(day)) if day else ""
    return ", ".join(part for part in (task.who, by_when) if part)


def _day_of(test: Appointment) -> str:
    day = PartialDate.from_optional_text(test.day)
    return partial_date_words(day) if day else test.status.words
