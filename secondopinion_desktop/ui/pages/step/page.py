"""The page of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.services.steps import SHOWN
from secondopinion_desktop.ui.checklist import Ticking
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.pages.step.checklist import ChecklistCard
from secondopinion_desktop.ui.pages.step.menu import TaskMenu
from secondopinion_desktop.ui.pages.step.nav import StepNav
from secondopinion_desktop.ui.pages.step.related import RELATED_KINDS, links, place_of
from secondopinion_desktop.ui.pages.step.row import Wish
from secondopinion_desktop.ui.pages.step.side import SideCards
from secondopinion_desktop.ui.pages.step.status import StatusBox
from secondopinion_desktop.ui.pages.step.whynot import WhyNot
from secondopinion_desktop.ui.pages.step.wishes import Wishes
from secondopinion_desktop.ui.pages.step.work import WorkArea
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Breakpoints,
    Column,
    Grid,
    PageFrame,
    PlainLabel,
    bring_keyboard_into_view,
    order_as_laid_out,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

# Effective widths of the page: buttons side by side; side cards beside the list.
_BUTTONS_IN_A_ROW, _TWO_COLUMNS = 560, 700
_HEADER = 120  # the title and what stands above the cards is at least so high
_TASK_KINDS = frozenset({"task", "step_state"})


class StepPage(PageFrame):
    """One page for all steps: `show_step` says which. Re-reads what a change touches, at once or when it is seen again.

    `open_requested` carries kind and id of what the person wants to see, as told in ui/navigation.py.
    """

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._file, self._messages = file, messages
        self._ticking = Ticking(file, messages)
        self._wishes = Wishes(file, messages)
        self._told = guidance.steps()[0]
        self._stale: set[str] = set()
        self._day = clock.today()
        self.status = StatusBox()
        self.status.chosen.connect(self._set_status)
        self.add_action(self.status)
        self._menu = TaskMenu(self)
        self._menu.wished.connect(self._grant)
        self._make_body()
        self._watch = Breakpoints(self, (_BUTTONS_IN_A_ROW, _TWO_COLUMNS))
        self._watch.changed.connect(self._lay_out)
        self._lay_out()
        FeedSignal(file.feed, self).changed.connect(self._see)

    def _make_body(self) -> None:
        self.checklist = ChecklistCard(self._file.settings)
        self.checklist.toggled.connect(self._tick)
        self.checklist.wished.connect(self._grant)
        self.checklist.menu_wanted.connect(self._open_menu)
        self.checklist.added.connect(self._add)
        self.checklist.finish_requested.connect(self._finish)
        self.checklist.bring_back_requested.connect(self._follow_tasks)
        self.checklist.all_wanted.connect(self.complete)
        self.why_not = WhyNot(self._file)
        self.checklist.add(self.why_not)
        self.nav = StepNav()
        self.nav.wanted.connect(self._open_step)
        self.side = SideCards()
        self.side.opened.connect(self.open_requested)
        self._main = Box()
        column = Column(self._main, gap=16)
        self.first = WorkArea(self._file, self._messages, "make_first")
        self.work = WorkArea(self._file, self._messages)
        for widget in (self.first, self.checklist, self.work):
            column.addWidget(widget)
        for area in (self.first, self.work):
            area.open_requested.connect(self.open_requested)
        column.addWidget(self.nav)
        column.addStretch(1)
        self._cards = Box()
        self._grid = Grid(self._cards, gap=16)
        self.safety = PlainLabel("", "small", "muted")
        self.body.addWidget(self._cards)
        self.body.addWidget(self.safety)
        self.body.addStretch(1)

    def _lay_out(self, _index: int = 0) -> None:
        """Put the side cards beside the list or under it, and the buttons side by side or below each other."""
        self.nav.arrange(narrow=self._watch.index == 0)
        wide = self._watch.index > 1
        for widget, row, column in ((self._main, 0, 0), (self.side, 0 if wide else 1, 1 if wide else 0)):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, row, column)
        self._grid.setColumnStretch(0, 68)
        self._grid.setColumnStretch(1, 32 if wide else 0)

    # Showing

    @property
    def key(self) -> str:
        """The key of the step that is shown."""
        return self._told.key

    def show_step(self, key: str) -> None:
        """Show another step, as much of it as is seen first. What stands in "Add a task" is kept before."""
        self.complete()
        self.flush()
        told = guidance.step(key)
        self._told = told
        self._day = clock.today()
        self._stale.clear()
        above = _("Step {number} of {count}").format(number=told.number, count=len(guidance.STEP_KEYS))
        self.set_words(told.name, told.purpose, above)
        self.side.show_step(told)
        self.nav.show_step(told.number)
        self.safety.setText(guidance.safety().urgent if told.urgent_line else "")
        self.safety.setVisible(told.urgent_line)
        self.checklist.start_anew()
        self.checklist.adder.belong_to(key)
        self.build(self._parts())
        if self.scroller is not None:
            self.scroller.verticalScrollBar().setValue(0)

    def _parts(self) -> Iterator[int]:
        """Build the page from the top down, as told in ui/widgets/portions.py."""
        self._show_links()
        step = self._file.steps.one(self.key)
        self.status.show_step(step)
        self.why_not.show_step(step)
        yield theme().px(_HEADER)
        yield from self.first.show_by_portions(self.key)
        yield from self.checklist.show_by_portions(self._file.tasks.of_step(self.key), step)
        yield from self.work.show_by_portions(self.key)

    def open_item(self, kind: str, item: str) -> None:
        """Put the keyboard on a task of this step, or on another thing that is worked on here."""
        self.complete()
        if kind == "task":
            self.checklist.focus_task(item)
        elif self.first.open_item(kind, item) or self.work.open_item(kind, item):
            bring_keyboard_into_view(self)

    def flush(self) -> bool:
        """Keep what is typed and not added yet, before the window closes or locks; return whether all is kept."""
        saved = [self.first.flush(), self.checklist.adder.flush(), self.why_not.flush(), self.work.flush()]
        return all(saved)

    def _see(self, change: Change) -> None:
        """Catch up with a change now, or when this is shown again: eight of these pages may have been visited."""
        self._stale |= change.kinds
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        kinds, self._stale = self._stale, set()
        if kinds & (_TASK_KINDS | RELATED_KINDS):
            self.complete()
        if kinds & _TASK_KINDS:
            self._show_tasks()
        elif kinds & SHOWN:  # what is written begins a step
            self.status.show_step(self._file.steps.one(self.key))
        if kinds & RELATED_KINDS:
            self._show_links()
        if kinds & (_TASK_KINDS | RELATED_KINDS):
            order_as_laid_out(self.content)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        if not self.title.text() or self._day != clock.today():
            self.show_step(self.key)
        self._catch_up()
        super().showEvent(event)

    def _show_tasks(self) -> None:
        step = self._file.steps.one(self.key)
        self.status.show_step(step)
        self.why_not.show_step(step)
        self.checklist.show_tasks(self._file.tasks.of_step(self.key), step)

    def _show_links(self) -> None:
        self.side.show_links(links(self._file, self._told))

    # What the person does

    def _tick(self, task_id: str, done: bool) -> None:  # noqa: FBT001 - Qt's slot
        if not self._ticking.tick(task_id, done=done):
            self._show_tasks()

    def _add(self, words: str) -> None:
        try:
            self._file.tasks.add_to(self.key, words)
        except UserError as error:
            self.checklist.adder.line.setText(words)
            self._messages.report(error)
            return
        self._messages.toast(_("Task added"), self._file.history.way_back().now)

    def _set_status(self, status: str) -> None:
        before = self._file.history.last
        try:
            self._file.steps.set_status(self.key, StepStatus(status) if status else None)
        except UserError as error:
            self._messages.report(error)
            self._show_tasks()  # the list shows what is in the file
        if self._file.history.last is not before:
            self._messages.toast(_("Status changed"), self._file.history.way_back().now)

    def _finish(self) -> None:
        self._set_status(StepStatus.DONE)
        self.status.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_tasks(self) -> None:
        self._set_status("")
        self.status.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, task_id: str) -> None:
        self.complete()
        tasks = self._file.tasks.of_step(self.key)
        task = next(task for task in tasks if task.id == task_id)
        others = {step.key: step.name for step in guidance.steps() if step.key != self.key}
        self._menu.show_for(
            task,
            first=task_id == tasks[0].id,
            last=task_id == tasks[-1].id,
            steps=others,
            place=place_of(self._told, task.guidance_id),
        )
        button = self.checklist.rows[task_id].more
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _grant(self, task_id: str, wish: str, step: str = "") -> None:
        """Do what is wished, and leave the keyboard on the task, or where it was."""
        self.complete()
        place = place_of(self._told, self.checklist.rows[task_id].task.guidance_id)
        if wish == Wish.OPEN_PLACE and place is not None:
            self.open_requested.emit(*place.opens)
            return
        after = self.checklist.neighbour(task_id)
        self._wishes.grant(task_id, wish, step)
        self.checklist.focus_task(task_id if task_id in self.checklist.rows else after)

    def _open_step(self, key: str) -> None:
        self.open_requested.emit("step", key)
