"""A short list of lines one can write, change and take away, such as key points."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.inplace import PAD, InPlaceText
from secondopinion_desktop.ui.newline import NewLine
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import Column, Grid, IconButton, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.services.filesettings import FileSettings


class ShortLine(NamedTuple):
    """One line: its id, its words, and what stands small under them, if anything."""

    id: str
    text: str
    about: str = ""


class Names(NamedTuple):
    """What the parts are called: a line, the empty field, its example, and the button that takes a line away."""

    line: str
    new: str
    example: str
    remove: str


class _Row(QWidget):
    """Words to change where they stand, and a button to take them away. Signals carry the id first."""

    removed = Signal(str)
    opened = Signal(str)
    released = Signal()

    def __init__(self, line: ShortLine, names: Names, save: Callable[[str, str], object], *, opens: str) -> None:
        super().__init__()
        self._id, self._save_line = line.id, save
        row = Row(self, gap=6, margins=(0, 1, 0, 1))
        self.number = PlainLabel("", "body", "muted", wrap=False)
        self.number.setContentsMargins(0, PAD, 0, 0)
        words = Grid(gap=0, across=6)
        words.setColumnStretch(1, 1)
        for above_or_below in (0, 3):  # one line stands at the middle of its buttons
            words.setRowStretch(above_or_below, 1)
        self.text = InPlaceText(names.line, self._save)
        self.text.ended.connect(self.released)
        self.about = PlainLabel("", "small", "muted")
        self.about.setContentsMargins(PAD, 0, 0, 0)
        words.addWidget(self.number, 1, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.text, 1, 1)
        words.addWidget(self.about, 2, 1)
        row.addLayout(words, 1)
        self.buttons = [IconButton("trash", names.remove, ink="muted", size=16)]
        self.buttons[0].clicked.connect(self._remove)
        if opens:
            opener = IconButton("pencil", opens, ink="muted", size=16)
            opener.clicked.connect(self._open)
            self.buttons.insert(0, opener)
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.text.shown)
        self.text.shown.installEventFilter(self)

    def show_item(self, line: ShortLine, place: int) -> None:
        self.text.show_words(line.text)
        self.number.setText(f"{place + 1}.")
        self.about.setText(line.about)
        self.about.setVisible(bool(line.about))
        for button in self.buttons:
            button.setAccessibleDescription(line.text)

    @property
    def must_stay(self) -> bool:
        return self.text.must_stay

    def show_gone(self, *, gone: bool) -> None:
        for widget in (self.number, *self.buttons):
            widget.setVisible(not gone)

    def flush(self) -> bool:
        return self.text.flush()

    def _save(self, words: str) -> None:
        self._save_line(self._id, words)

    def _remove(self) -> None:
        self.removed.emit(self._id)

    def _open(self) -> None:
        self.opened.emit(self._id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self._id)
            return True
        return super().eventFilter(watched, event)


class ShortList(QWidget):
    """`add(words) -> bool` keeps a new line and `save(id, words)` changes one. Words in the field are added on leaving.

    `draft` keeps them until then: under `key`, or under the one it is told to belong to.

    `most` lines at most: then the field is gone and `full` is said in its place. `opens` names a button in each line;
    `opened` and `removed` carry the id of a line.
    """

    removed = Signal(str)
    opened = Signal(str)
    rearranged = Signal()

    def __init__(
        self,
        settings: FileSettings,
        key: str,
        names: Names,
        add: Callable[[str], bool],
        save: Callable[[str, str], object],
        *,
        most: int = 0,
        full: str = "",
        opens: str = "",
    ) -> None:
        super().__init__()
        self._names, self._keep, self._save, self._most, self._opens = names, add, save, most, opens
        column = Column(self, gap=6)
        self.list = RowList(self._make, lines=False)
        self.list.rearranged.connect(self.rearranged)
        column.addWidget(self.list)
        self.field = NewLine("", names.example)
        self.field.setAccessibleName(names.new)
        self.field.returnPressed.connect(self._give)
        self.field.left.connect(self._give)
        column.addWidget(self.field)
        self._full = PlainLabel(full, "small", "muted")
        self._full.hide()
        column.addWidget(self._full)
        self.draft = Draft(settings, self.field, column, key)

    def show_lines(self, lines: Sequence[ShortLine]) -> None:
        """Show these; what is being typed stays."""
        self.list.show_items(lines)
        self.list.setVisible(not self.list.is_empty)
        full = 0 < self._most <= len(lines) and not self.field.text()
        had_keyboard = self.field.hasFocus()
        self.field.setVisible(not full)
        self._full.setVisible(full)
        if full and had_keyboard:
            self.list.rows[self.list.ids[-1]].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save what is typed, a line that was not added yet too; return whether all is on the disk."""
        return all([self.draft.leave(self._keep), self.list.flush()])

    def focus_start(self) -> None:
        """Put the keyboard where a new line is written, or on the last line of a full list."""
        target = self.list.rows[self.list.ids[-1]] if self.field.isHidden() and self.list.ids else self.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_line(self, line_id: str) -> bool:
        """Put the keyboard on a line; return whether there is one with this id."""
        found = self.list.reveal(line_id)
        if found:
            self.list.rows[line_id].setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def _make(self, line: ShortLine) -> QWidget:
        row = _Row(line, self._names, self._save, opens=self._opens)
        row.removed.connect(self._remove)
        row.opened.connect(self.opened)
        return row

    def _remove(self, line_id: str) -> None:
        after = self.list.neighbour(line_id)
        self.removed.emit(line_id)
        if line_id not in self.list.ids and not (after and self.focus_line(after)):
            self.focus_start()

    def _give(self) -> None:
        self.draft.give(self._keep)
