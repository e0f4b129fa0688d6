"""The checklist card of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import StepStatus, TaskStatus
from secondopinion_desktop.ui.pages.step.adding import AddRow
from secondopinion_desktop.ui.pages.step.columns import Columns
from secondopinion_desktop.ui.pages.step.related import place_of
from secondopinion_desktop.ui.pages.step.row import TaskRow
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Card,
    Column,
    IconLabel,
    Line,
    PlainLabel,
    Row,
    Still,
    let_be_seen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.services.steps import StepView

INSET = 8
"""How far quiet buttons reach into the padding of the card, so that their words stand under the heading."""
FOLDED_FROM = 13
"""With so many tasks, those that are done are folded away."""
_AT_A_TIME = 4
_LOWEST = 40  # a row is at least so high, at 100 % text


class ChecklistCard(Card):
    """Shows the tasks of a step, each in its own row. What the rows wish is passed on; see TaskRow.

    `all_wanted` is emitted before the keyboard goes to another row, which may not be built yet.
    """

    toggled = Signal(str, bool)
    wished = Signal(str, str)
    menu_wanted = Signal(str)
    added = Signal(str)
    finish_requested = Signal()
    bring_back_requested = Signal()
    all_wanted = Signal()

    def __init__(self, settings: FileSettings) -> None:
        super().__init__(_("Checklist"), bleed=INSET)
        self.tasks: list[Task] = []
        self._unfolded = False
        self._seen_open: set[str] = set()
        self.rows: dict[str, TaskRow] = {}
        self.count = PlainLabel("", "small", "muted", wrap=False)
        self.title.setWordWrap(False)
        self.header.setStretchFactor(self.title, 0)
        self._columns = Columns(self, INSET)
        self.header.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        self.header.addLayout(self._columns.heads)
        self._not_needed: Box | None = None
        self._list = Box()
        self._list_column = column = Column(self._list, gap=0)
        rows = Column(gap=0, margins=(INSET, 0, INSET, 0))
        self._column = Column(gap=0)
        rows.addLayout(self._column)
        rows.addWidget(Line())
        column.addLayout(rows)
        self.fold = Button("", "quiet")
        self.fold.clicked.connect(self._turn)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.adder = AddRow(settings)
        self.adder.added.connect(self.added)
        column.addWidget(self.adder)
        self._all_done: Box | None = None
        self.add(self._list)

    def _make_not_needed(self) -> Box:
        box = Box()
        row = Row(box, gap=12, margins=(INSET, 0, INSET, 0))
        row.addWidget(PlainLabel(_("You marked this step not needed."), "body", "muted"), 1)
        self.bring_back = Button(_("Undo"), "secondary", "undo")
        self.bring_back.clicked.connect(self.bring_back_requested)
        row.addWidget(self.bring_back)
        self.body.insertWidget(self.body.indexOf(self._list), box)
        box.stackUnder(self._list)  # a screen reader goes through them in this order
        return box

    def _make_all_done(self) -> Box:
        box = Box()
        row = Row(box, gap=10, margins=(INSET, 8, INSET, 0))
        row.addWidget(IconLabel("status-done", "done", 20))
        row.addWidget(PlainLabel(_("All tasks done"), "body", "muted"), 1)
        self.finish = Button(_("Mark this step done"))
        self.finish.clicked.connect(self.finish_requested)
        row.addWidget(self.finish)
        self._list_column.addWidget(box)
        return box

    # Showing

    def start_anew(self) -> None:
        """Forget what was unfolded: another step is shown."""
        self._unfolded = False
        self._seen_open.clear()

    def show_tasks(self, tasks: Sequence[Task], step: StepView) -> None:
        """Show `tasks` in their order. Rows that are there stay, so that the keyboard stays in them."""
        for _height in self.show_by_portions(tasks, step):
            pass

    def show_by_portions(self, tasks: Sequence[Task], step: StepView) -> Iterator[int]:
        """Show `tasks`, a few at a time: as told in ui/widgets/portions.py."""
        self.tasks = list(tasks)
        self._seen_open |= {task.id for task in tasks if task.status is not TaskStatus.DONE}
        for gone in self.rows.keys() - {task.id for task in tasks}:
            row = self.rows.pop(gone)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._show_state(step)
        self._columns.fit()
        folded = self._folded()
        low = max(theme().px(_LOWEST), _LOWEST)
        for start in range(0, len(tasks), _AT_A_TIME):
            some = list(enumerate(tasks))[start : start + _AT_A_TIME]
            with Still(self._list_column):
                for place, task in some:
                    row = self._row_for(task)
                    if self._column.indexOf(row) != place:
                        self._column.removeWidget(row)
                        self._column.insertWidget(place, row)
                    let_be_seen(row, seen=task.id not in folded)
            if start == 0:
                self._columns.fit()  # the head over the buttons is as wide as they are
            yield low * sum(task.id not in folded for _place, task in some)
        self._fold_away()

    def _row_for(self, task: Task) -> TaskRow:
        row = self.rows.get(task.id)
        if row is not None:
            row.show_task(task)
            self._columns.fit_row(row)
            return row
        row = TaskRow(task, self.place_of(task))
        self._columns.fit_row(row)
        row.toggled.connect(self.toggled)
        row.wished.connect(self.wished)
        row.menu_wanted.connect(self.menu_wanted)
        row.stepped.connect(self._go)
        self.rows[task.id] = row
        return row

    def place_of(self, task: Task) -> str:
        """Return the name of the place where a task is done, if it is in the program."""
        place = place_of(guidance.step(task.step), task.guidance_id) if task.guidance_id else None
        return _(place.name) if place is not None else ""

    def _show_state(self, step: StepView) -> None:
        needed = step.status is not StepStatus.NOT_NEEDED
        words = ngettext("{done} of {count} done", "{done} of {count} done", step.total)
        self.count.setText(words.format(done=step.done, count=step.total))
        let_be_seen(self.count, seen=needed)
        let_be_seen(self._list, seen=needed)
        if self._not_needed is None and not needed:
            self._not_needed = self._make_not_needed()
        if self._all_done is None and step.can_be_done:
            self._all_done = self._make_all_done()
        for part, seen in ((self._not_needed, not needed), (self._all_done, step.can_be_done)):
            if part is not None:
                let_be_seen(part, seen=seen)
        self._columns.needed = needed and bool(self.tasks)

    def _done_before(self) -> set[str]:
        """Return the ids of what can be folded away; what is ticked now stays in sight."""
        done = {task.id for task in self.tasks if task.status is TaskStatus.DONE} - self._seen_open
        return done if len(self.tasks) >= FOLDED_FROM else set()

    def _folded(self) -> set[str]:
        return set() if self._unfolded else self._done_before()

    def _fold_away(self) -> None:
        """With many tasks, hide those that were done before this page was opened."""
        done, folded = self._done_before(), self._folded()
        for task_id, row in self.rows.items():
            let_be_seen(row, seen=task_id not in folded)
        self.fold.setVisible(bool(done))
        words = _("Hide {count} done") if self._unfolded else _("Show {count} done")
        self.fold.set_words(words.format(count=len(done)))

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._fold_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._columns.fit()

    # Keyboard

    def _shown(self) -> list[TaskRow]:
        self.all_wanted.emit()
        return [row for task in self.tasks if not (row := self.rows[task.id]).isHidden()]

    def _go(self, task_id: str, offset: int) -> None:
        shown = self._shown()
        place = shown.index(self.rows[task_id]) + offset
        if 0 <= place < len(shown):
            shown[place].box.setFocus(Qt.FocusReason.TabFocusReason)

    def neighbour(self, task_id: str) -> str:
        """Return the id of the task after this one, else of the one before it, else an empty text."""
        shown = [row.task.id for row in self._shown()]
        place = shown.index(task_id)
        others = [*shown[place + 1 :], *reversed(shown[:place])]
        return others[0] if others else ""

    def focus_task(self, task_id: str) -> None:
        """Put the keyboard on a task; on "Add a task" if there is no such one."""
        self.all_wanted.emit()
        row = self.rows.get(task_id)
        if row is None:
            self.adder.opener.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if row.isHidden():
            self._turn()
        row.box.setFocus(Qt.FocusReason.TabFocusReason)
