"""Good and harder points of one choice."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Side
from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.inplace import PAD, InPlaceText
from secondopinion_desktop.ui.newline import NewLine
from secondopinion_desktop.ui.pages.opinions.importance import Importance
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import (
    Column,
    IconButton,
    IconLabel,
    PlainLabel,
    Row,
    quiet_button,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.model.decision import Point
    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.ui.pages.opinions.reading import Hand

_SIGNS = {Side.GOOD: "plus", Side.HARD: "minus"}


class Wish(StrEnum):
    """What a person can do with a point besides changing its words and how much it matters."""

    UP = "up"
    DOWN = "down"
    OTHER_SIDE = "other_side"
    REMOVE = "remove"


class PointRow(QWidget):
    """Signals carry the point's id first. `save(point_id, words)` is called as the words are typed."""

    weighed = Signal(str, int)
    wished = Signal(str, str)
    menu_wanted = Signal(str)
    released = Signal()

    def __init__(self, point: Point, hand: Hand, save: Callable[[str, str], object]) -> None:
        super().__init__()
        self.point_id, self.side, self._save = point.id, point.side, save
        row = Row(self, gap=6, margins=(0, 1, 0, 1))
        row.addWidget(IconLabel(_SIGNS[point.side], "muted", 16))
        self.text = InPlaceText(point.side.words, self._save_words)
        self.text.ended.connect(self.released)
        words = Column(gap=0)
        words.addStretch(1)
        words.addWidget(self.text)
        self.source = PlainLabel("", "small", "muted")
        self.source.setContentsMargins(PAD, 0, 0, 0)
        words.addWidget(self.source)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.importance = Importance(hand)
        self.importance.changed.connect(self._tell_weighed)
        row.addWidget(self.importance)
        self.more = IconButton("more", _("More for this point"), ink="muted", size=16)
        self.more.clicked.connect(self._ask_menu)
        row.addWidget(self.more)
        self.setFocusProxy(self.text.shown)
        for stop in (self.text.shown, self.importance, self.more):
            stop.installEventFilter(self)

    def show_item(self, point: Point, _place: int) -> None:
        """Show another state; what is being typed stays."""
        self.text.show_words(point.text)
        self.source.setText(_("From {source}").format(source=point.source) if point.source else "")
        self.source.setVisible(bool(point.source))
        self.importance.show_value(point.matters, point.text)
        self.more.setAccessibleDescription(point.text)

    @property
    def must_stay(self) -> bool:
        """Whether something typed in it is not saved, or is to be read."""
        return self.text.must_stay

    def show_gone(self, *, gone: bool) -> None:
        """Take away what cannot be done with a point that is not in the file any more."""
        for widget in (self.importance, self.more):
            widget.setVisible(not gone)

    def flush(self) -> bool:
        """Save what is typed; return whether it is on the disk."""
        return self.text.flush()

    def do_command(self, key: str) -> bool:
        """Move this point up or down when the menu's keys ask for it."""
        wish = {"move_up": Wish.UP, "move_down": Wish.DOWN}.get(key)
        if wish is not None:
            self.wished.emit(self.point_id, wish)
        return wish is not None

    def _save_words(self, words: str) -> None:
        self._save(self.point_id, words)

    def _tell_weighed(self, value: int) -> None:
        self.weighed.emit(self.point_id, value)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.point_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            moving = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            step = {Qt.Key.Key_Up: Wish.UP, Qt.Key.Key_Down: Wish.DOWN}.get(Qt.Key(event.key()))
            if step and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == moving:
                self.wished.emit(self.point_id, step)
                return True
            if event.key() == Qt.Key.Key_Delete and watched is not self.importance:
                self.wished.emit(self.point_id, Wish.REMOVE)
                return True
        return super().eventFilter(watched, event)


class PointsBlock(QWidget):
    """One side of a choice: its points, and room for one more, which `add(side, words)` keeps, or returns False."""

    weighed = Signal(str, int)
    wished = Signal(str, str)
    menu_wanted = Signal(str)
    rearranged = Signal()

    def __init__(
        self,
        side: Side,
        hand: Hand,
        settings: FileSettings,
        save: Callable[[str, str], object],
        add: Callable[[Side, str], bool],
    ) -> None:
        super().__init__()
        self.side, self._hand, self._save, self._add_point = side, hand, save, add
        self._is_open = True
        good = side is Side.GOOD
        column = Column(self, gap=2)
        column.addWidget(PlainLabel(_("Good points") if good else _("Harder points"), "small-strong"))
        self.list = RowList(self._make)
        self.list.rearranged.connect(self.rearranged)
        column.addWidget(self.list)
        self.line = NewLine("", _("Write a good point, then press Enter") if good else _("Write a harder point"))
        self.line.setAccessibleName(_("New good point") if good else _("New harder point"))
        self.line.returnPressed.connect(self._add)
        self.line.left.connect(self._left)
        self.line.installEventFilter(self)
        self.line.hide()
        column.addWidget(self.line)
        self.add_button = quiet_button(_("Add a good point") if good else _("Add a harder point"), "plus", self._open)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._draft = Draft(settings, self.line, column)

    def belong_to(self, choice: str) -> None:
        """Know which choice this is, and show again what was typed for it and not added."""
        self._draft.belong_to(f"point_draft:{choice}:{self.side}")
        if self.line.text() and self.line.isHidden():
            self._show_line()

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these points."""
        self.list.show_items([point for point in points if point.side is self.side])

    def flush(self) -> bool:
        """Save what is typed, a point that was not added yet too; return whether all is on the disk."""
        return all([self._draft.leave(self._keep), self.list.flush()])

    def close_for_good(self) -> None:
        """Take no new point any more: the choice is gone. What stands in the line already is kept with it."""
        self._is_open = False
        self.add_button.hide()

    def _make(self, point: Point) -> PointRow:
        row = PointRow(point, self._hand, self._save)
        row.weighed.connect(self.weighed)
        row.wished.connect(self.wished)
        row.menu_wanted.connect(self.menu_wanted)
        return row

    def _show_line(self) -> None:
        self.add_button.hide()
        self.line.show()
        self.rearranged.emit()

    def _open(self) -> None:
        self._show_line()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if not self._give():
            self._close()

    def _give(self) -> bool:
        """Hand over what stands in the line; return whether anything did."""
        has_words = bool(self.line.text().strip())
        self._draft.give(self._keep)
        return has_words

    def _keep(self, words: str) -> bool:
        return self._add_point(self.side, words)

    def _left(self) -> None:
        self._give()
        if not self.line.text():
            self._close()

    def _close(self) -> None:
        had_keyboard = self.line.hasFocus()
        self.add_button.setVisible(self._is_open)
        if had_keyboard and self._is_open:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.hide()
        self.rearranged.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.line.clear()
            self._close()
            return True
        return super().eventFilter(watched, event)
