"""One task of the checklist: tick, words, who, when, and a menu for everything else."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.ui.checklist import meta_words, when_words
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import CheckRow, IconButton, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.model.task import Task


class Wish(StrEnum):
    """What a person can do with a task besides ticking it."""

    OPEN_PLACE = "open_place"
    EDIT = "edit"
    WHO_AND_WHEN = "who_and_when"
    UP = "up"
    DOWN = "down"
    MOVE = "move"
    WAIT = "wait"
    SKIP = "skip"
    REOPEN = "reopen"
    REMOVE = "remove"


class TaskRow(CheckRow):
    """Signals carry the task's id first: `toggled` the tick, `wished` a Wish, `stepped` -1 or 1 for the arrow keys."""

    toggled = Signal(str, bool)
    wished = Signal(str, str)
    menu_wanted = Signal(str)
    stepped = Signal(str, int)

    _beside: tuple[PlainLabel, PlainLabel] | None = None
    _go: IconButton | None = None

    def __init__(self, task: Task, place: str = "") -> None:
        """`place` is the name of where the task is done, "" for nowhere in the program."""
        super().__init__("", fade_when_done=True, level_with_button=True)
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # or Tab would stop at the row and at its box
        self.task = task
        self._place = place
        self._in_columns = True
        self.more = IconButton("more", "", ink="muted")
        self.more.clicked.connect(self._ask_menu)
        self.trailing.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.ticked.connect(self._tell_task)
        self.show_task(task)

    # What a row may have is made when it has it: a page shows a dozen of these before it is painted. Each is put under
    # what stands after it, since a screen reader goes through them in that order.

    @property
    def who(self) -> PlainLabel:
        """The column that says who does it."""
        return self._made_beside()[0]

    @property
    def when(self) -> PlainLabel:
        """The column that says by when, or when it was done."""
        return self._made_beside()[1]

    def _made_beside(self) -> tuple[PlainLabel, PlainLabel]:
        if self._beside is None:
            self._beside = PlainLabel("", "small", "muted"), PlainLabel("", "small", "muted")
            for place, label in enumerate(self._beside):
                self.trailing.insertWidget(place, label, 0, Qt.AlignmentFlag.AlignTop)
                label.stackUnder(self._go or self.more)
                label.hide()
            self._level_beside()
        return self._beside

    @property
    def go(self) -> IconButton:
        """The way to where the task is done."""
        if self._go is None:
            self._go = IconButton("chevron-right", "", ink="accent_text")
            self._go.clicked.connect(self._ask_place)
            self.trailing.insertWidget(self.trailing.count() - 1, self._go, 0, Qt.AlignmentFlag.AlignTop)
            self._go.stackUnder(self.more)
            self._go.hide()
        return self._go

    def show_task(self, task: Task) -> None:
        """Show another state of the task."""
        self.task = task
        when = when_words(task)
        waiting = task.status is TaskStatus.WAITING
        note = task.status.words if waiting else ""
        if self._beside is not None:
            who, day = self._beside
            who.setText(task.who)
            day.setText(when.words)
            day.set_tone("prog" if when.late else "muted")
        self.set_ticked(ticked=task.status is TaskStatus.DONE)
        self.show_words(task.title, note if self._in_columns else meta_words(task, weekday=False))
        self.set_meta_tone("prog" if waiting or (when.late and not self._in_columns) else "muted")
        self.box.setAccessibleDescription(", ".join(part for part in (note, task.who, when.words) if part))
        self.more.set_name(_("More for {task}").format(task=task.title))
        if self._place:
            self.go.set_name(_("Go to {place}, for {task}").format(place=self._place, task=task.title))
            self.go.setVisible(task.status in {TaskStatus.OPEN, TaskStatus.WAITING})
        self.words.set_tone("muted" if task.status in {TaskStatus.DONE, TaskStatus.SKIPPED} else "text")

    def set_columns(self, who: int, when: int) -> None:
        """Give "who" and "when" columns so many pixels wide; 0 and 0 put them under the words."""
        in_columns = bool(who or when)
        is_new = in_columns and self._beside is None
        if in_columns or self._beside is not None:
            for label, width in ((self.who, who), (self.when, when)):
                label.setVisible(width > 0)
                if width:
                    label.setFixedWidth(width)
        if is_new or in_columns != self._in_columns:
            self._in_columns = in_columns
            self.show_task(self.task)

    def keep_room_for_go(self, *, kept: bool) -> None:
        """Keep the room of the way to the task's place, also in a row without one, so that all rows are in line."""
        if kept or self._go is not None:
            policy = self.go.sizePolicy()
            policy.setRetainSizeWhenHidden(kept)
            self.go.setSizePolicy(policy)

    def grow(self) -> None:
        super().grow()
        self._level_beside()

    def _level_beside(self) -> None:
        if self._beside is None:
            return
        # Small words start a little lower than those they belong to, so that both stand on one line.
        drop = self.drop + QFontMetrics(theme().font("body")).ascent() - QFontMetrics(theme().font("small")).ascent()
        for label in self._beside:
            label.setContentsMargins(0, drop, 0, 0)

    def _tell_task(self, checked: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.toggled.emit(self.task.id, checked)

    def _ask_place(self) -> None:
        self.wished.emit(self.task.id, Wish.OPEN_PLACE)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.task.id)

    # Keyboard

    def do_command(self, key: str) -> bool:
        """Move this task up or down when the menu's keys ask for it."""
        wish = {"move_up": Wish.UP, "move_down": Wish.DOWN}.get(key)
        if wish is not None:
            self.wished.emit(self.task.id, wish)
        return wish is not None

    def takes_key(self, event: QKeyEvent) -> bool:
        held, key = event.modifiers(), Qt.Key(event.key())
        moving = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step and held & ~Qt.KeyboardModifier.KeypadModifier == moving:
            self.wished.emit(self.task.id, Wish.UP if step < 0 else Wish.DOWN)
        elif step and held & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(self.task.id, step)
        elif key == Qt.Key.Key_Delete:
            self.wished.emit(self.task.id, Wish.REMOVE)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wished.emit(self.task.id, Wish.EDIT)
        else:
            return False
        return True
