"""One question: tick to bring it, its words, and what can be done with it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.inplace import PAD, InPlaceText
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Button, Column, ElidedLabel, IconButton, PlainLabel, Row, TickBox

if TYPE_CHECKING:
    from collections.abc import Callable


class Wish(StrEnum):
    """What a person can do with a question besides ticking it and changing its words."""

    UP = "up"
    DOWN = "down"
    TO_TOP = "to_top"
    TO_MORE = "to_more"
    OPEN_ANSWER = "open_answer"
    COMPARE = "compare"
    AT_HOME = "at_home"
    REMOVE = "remove"


class Shown(NamedTuple):
    """What a row shows of a question.

    `answer` is what was heard so far, in one line, or empty; `asked` counts the visits it was answered at.
    """

    id: str
    text: str
    group: str
    ticked: bool
    answer: str = ""
    asked: int = 0


class QuestionRow(QWidget):
    """Signals carry the question's id first. `stepped` carries -1 or 1 and which stop of the row had the keyboard.

    `save(question_id, words)` is called as the words are typed.
    """

    ticked = Signal(str, bool)
    wished = Signal(str, str)
    menu_wanted = Signal(str)
    stepped = Signal(str, int, int)
    released = Signal()

    def __init__(self, question_id: str, save: Callable[[str, str], object], *, top: bool) -> None:
        super().__init__()
        self.question_id, self.is_top, self._save = question_id, top, save
        self.can_compare = self.has_answer = False
        row = Row(self, gap=8, margins=(0, 2, 0, 3))
        self.box = TickBox()
        self.box.clicked.connect(self._tell_ticked)
        row.addWidget(self.box)
        self._number = self._make_number() if top else None
        if self._number is not None:
            row.addWidget(self._number)
        row.addLayout(self._make_words(), 1)
        self.buttons: list[QWidget] = []
        self._trailing = Row(gap=4)
        row.addLayout(self._trailing)
        self._add_buttons()
        self.setFocusProxy(self.text.shown)
        for stop in self.stops:
            stop.installEventFilter(self)
        theme().changed.connect(self._grow)
        self._grow()

    @property
    def number(self) -> PlainLabel:
        """Its number, which a row among the top ones has."""
        assert self._number is not None
        return self._number

    @staticmethod
    def _make_number() -> PlainLabel:
        number = PlainLabel("", "card-title", wrap=False)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setCursor(Qt.CursorShape.OpenHandCursor)  # a row is dragged by what cannot be pressed
        number.setToolTip(_("Drag to another place"))
        return number

    def _make_words(self) -> Column:
        self._column = column = Column(gap=0)
        self.text = InPlaceText(_("Question"), self._save_words)
        self.text.ended.connect(self.released)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addStretch(1)
        self.group: PlainLabel | None = None
        self.answer: ElidedLabel | None = None
        return column

    def _show_group(self, words: str) -> None:
        if self.group is None and words:
            self.group = PlainLabel("", "small", "muted")
            self._put_between(self.text, self.group, self.answer or self.buttons[0])
        if self.group is not None:
            self.group.setText(words)
            self.group.setVisible(bool(words))

    def _show_answer(self, words: str) -> None:
        if self.answer is None and words:
            self.answer = ElidedLabel("", "small", "muted")
            self._put_between(self.group or self.text, self.answer, self.buttons[0])
        if self.answer is not None:
            self.answer.setText(words)
            self.answer.setVisible(bool(words))

    def _put_between(self, above: QWidget, label: PlainLabel | ElidedLabel, after: QWidget) -> None:
        label.setContentsMargins(PAD, 0, 0, 0)
        self._column.insertWidget(self._column.indexOf(above) + 1, label)
        label.stackUnder(after)  # a screen reader goes through them in this order

    def _add_buttons(self) -> None:
        if self.is_top:
            self.up, self.down = IconButton("arrow-up", _("Move up")), IconButton("arrow-down", _("Move down"))
            self.up.clicked.connect(self._wish_up)
            self.down.clicked.connect(self._wish_down)
            self.buttons += [self.up, self.down]
        else:
            self.to_top = Button(_("Move to top 5"), "quiet")
            self.to_top.clicked.connect(self._wish_top)
            self.buttons.append(self.to_top)
        self.more = IconButton("more", "", ink="muted")
        self.more.clicked.connect(self._ask_menu)
        self.buttons.append(self.more)
        for button in self.buttons:
            self._trailing.addWidget(button)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in this row, from left to right."""
        return [self.box, self.text.shown, *self.buttons]

    def show_item(self, item: Shown, place: int) -> None:
        """Show another state; what is being typed stays."""
        self.text.show_words(item.text)
        if self._number is not None:
            self._number.setText(str(place + 1))
        self._show_group(item.group)
        self._show_answer(item.answer)
        self.has_answer = bool(item.answer)
        self.box.setChecked(item.ticked)
        self.can_compare = item.asked > 1
        place_words = _("Number {number}").format(number=place + 1) if self.is_top else ""
        self.box.setAccessibleName(item.text)
        self.box.setAccessibleDescription(", ".join(part for part in (place_words, _("Bring to the visit")) if part))
        self.more.set_name(_("More for this question"))
        for button in self.buttons:
            button.setAccessibleDescription(item.text)

    @property
    def must_stay(self) -> bool:
        """Whether something typed in it is not saved, or is to be read."""
        return self.text.must_stay

    def show_gone(self, *, gone: bool) -> None:
        """Take away what cannot be done with a question that is not in the file any more."""
        for widget in (self.box, self._number, *self.buttons):
            if widget is not None:
                widget.setVisible(not gone)

    def flush(self) -> bool:
        """Save what is typed; return whether it is on the disk."""
        return self.text.flush()

    def do_command(self, key: str) -> bool:
        """Move this question up or down when the menu's keys ask for it."""
        wish = {"move_up": Wish.UP, "move_down": Wish.DOWN}.get(key)
        if wish is not None:
            self.wished.emit(self.question_id, wish)
        return wish is not None

    def _save_words(self, words: str) -> None:
        self._save(self.question_id, words)

    def _grow(self) -> None:
        digits = QFontMetrics(theme().font("card-title")).horizontalAdvance("99")
        if self._number is not None:
            self._number.setFixedWidth(digits)
        side = max(theme().px(24), 24)
        self.box.setMinimumSize(side, max(theme().px(32), 32))
        self.setMinimumHeight(max(theme().px(52), 44))

    # What the person does

    def _tell_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.ticked.emit(self.question_id, ticked)

    def _wish_up(self) -> None:
        self.wished.emit(self.question_id, Wish.UP)

    def _wish_down(self) -> None:
        self.wished.emit(self.question_id, Wish.DOWN)

    def _wish_top(self) -> None:
        self.wished.emit(self.question_id, Wish.TO_TOP)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.question_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, stop: QObject, event: QKeyEvent) -> bool:
        """Do what a key on a stop of this row asks for; return whether it asked for something."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moving = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step and held == moving:
            self.wished.emit(self.question_id, Wish.UP if step < 0 else Wish.DOWN)
        elif step and held == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(self.question_id, step, next(n for n, own in enumerate(self.stops) if own is stop))
        elif key == Qt.Key.Key_Delete:
            self.wished.emit(self.question_id, Wish.REMOVE)
        elif key == Qt.Key.Key_F2 or (stop is self.box and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}):
            self.text.edit()
        elif stop is self.text.shown and key == Qt.Key.Key_Space:
            self.box.click()
        else:
            return False
        return True
