"""Edit topics: show or hide them, add one, rename, change the order. Every change is saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.inplace import PAD, InPlaceText
from secondopinion_desktop.ui.pages.opinions.reading import prompts
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Button, Column, Dialog, IconButton, LineEdit, PlainLabel, Row, TickBox
from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.model.opinion import Topic
    from secondopinion_desktop.services.file import OpenFile


class TopicRow(QWidget):
    """Signals carry the topic's id first. `save(topic_id, name)` is called as a name is typed."""

    ticked = Signal(str, bool)
    moved = Signal(str, int)
    remove_requested = Signal(str)
    released = Signal()

    def __init__(self, topic: Topic, prompt: str, save: Callable[[str, str], object]) -> None:
        super().__init__()
        self._id, self._save = topic.id, save
        row = Row(self, gap=6, margins=(0, 2, 0, 2))
        self.box = TickBox()
        self.box.setMinimumSize(max(theme().px(24), 24), max(theme().px(32), 32))
        self.box.clicked.connect(self._tell_ticked)
        row.addWidget(self.box)
        words = Column(gap=0)
        self.text = InPlaceText(_("Name of the topic"), self._save_name)
        self.text.ended.connect(self.released)
        words.addWidget(self.text)
        hint = PlainLabel(prompt, "small", "muted")
        hint.setVisible(bool(prompt))
        hint.setContentsMargins(PAD, 0, 0, 0)
        words.addWidget(hint)
        row.addLayout(words, 1)
        self.up, self.down = IconButton("arrow-up", _("Move up")), IconButton("arrow-down", _("Move down"))
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.remove_button = IconButton("trash", _("Remove topic"), ink="muted")
        self.remove_button.clicked.connect(self._ask_to_remove)
        keeps_room = self.remove_button.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.remove_button.setSizePolicy(keeps_room)
        self.remove_button.setVisible(not topic.key)
        for button in (self.up, self.down, self.remove_button):
            row.addWidget(button)
        self.setFocusProxy(self.text.shown)
        for stop in (self.box, self.text.shown, self.up, self.down):
            stop.installEventFilter(self)

    def show_item(self, topic: Topic, _place: int) -> None:
        """Show another state; what is being typed stays."""
        self.box.setChecked(topic.shown)
        self.box.setAccessibleName(_("Show {topic}").format(topic=topic.name))
        self.text.show_words(topic.name)
        for button in (self.up, self.down, self.remove_button):
            button.setAccessibleDescription(topic.name)

    @property
    def must_stay(self) -> bool:
        """Whether something typed in it is not saved, or is to be read."""
        return self.text.must_stay

    def show_gone(self, *, gone: bool) -> None:
        """Take away what cannot be done with a topic that is not in the file any more."""
        for widget in (self.box, self.up, self.down):
            widget.setVisible(not gone)

    def flush(self) -> bool:
        """Save what is typed; return whether it is on the disk."""
        return self.text.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            moving = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == moving:
                self.moved.emit(self._id, step)
                return True
        return super().eventFilter(watched, event)

    def _save_name(self, name: str) -> None:
        self._save(self._id, name)

    def _tell_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.ticked.emit(self._id, ticked)

    def _up(self) -> None:
        self.moved.emit(self._id, -1)

    def _down(self) -> None:
        self.moved.emit(self._id, 1)

    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self._id)


class TopicsDialog(Dialog):
    """All topics, those of the guidance and those of one's own."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(_("Edit topics"), width=640)
        self._file = file
        self._prompts = prompts()
        self.add(PlainLabel(_("Which topics do you want to compare?"), "card-title"))
        self.add(PlainLabel(_("Hidden topics keep what was written. You can show them again."), "small", "muted"))
        adding = Row(gap=8)
        self.new = LineEdit("", _("A topic of your own"))
        self.new.setAccessibleName(_("New topic"))
        self.new.returnPressed.connect(self.add_typed)
        self.add_topic_button = Button(_("Add"), "secondary", "plus")
        self.add_topic_button.clicked.connect(self.add_typed)
        adding.addWidget(self.new, 1)
        adding.addWidget(self.add_topic_button)
        self.body.addLayout(adding)
        self.list = RowList(self._make, at_first=60)
        self.add(self.list)
        self._error = PlainLabel("", "small-strong", "error")
        self._error.hide()
        self.add(self._error)
        self.done_button = self.add_button(_("Done"), "primary")
        self.done_button.clicked.connect(self._finish)
        self.refresh()

    def refresh(self) -> None:
        """Read the topics again."""
        self.list.show_items(self._file.opinions.topics.in_blocks())
        order_as_laid_out(self)

    def add_typed(self) -> None:
        """Add what stands in the field."""
        name = self.new.text().strip()
        if name and self._could(self._file.opinions.add_topic, name):
            self.new.clear()
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save what is typed, a topic that was not added yet too; return whether all is on the disk."""
        self.add_typed()
        return self.list.flush() and not self.new.text().strip()

    def done(self, result: int) -> None:
        """Save what is typed, however the dialog is closed. What cannot be saved keeps it open, and says why."""
        if self.flush():
            super().done(result)

    def _finish(self) -> None:
        self.accept()

    def _make(self, topic: Topic) -> TopicRow:
        row = TopicRow(topic, self._prompts.get(topic.key, ""), self._save)
        row.ticked.connect(self._show_or_hide)
        row.moved.connect(self._move)
        row.remove_requested.connect(self._remove)
        return row

    def _could(self, do: Callable[..., object], *values: object) -> bool:
        self._error.hide()
        try:
            do(*values)
        except UserError as error:
            self._error.setText(str(error))
            self._error.show()
            return False
        self.refresh()
        return True

    def _save(self, topic_id: str, name: str) -> None:
        self._file.opinions.topics.change(topic_id, name=name)

    def _show_or_hide(self, topic_id: str, shown: bool) -> None:  # noqa: FBT001 - Qt's slot
        if not self._could(self._set_shown, topic_id, shown):
            self.refresh()  # the tick shows what is in the file

    def _set_shown(self, topic_id: str, shown: bool) -> None:  # noqa: FBT001
        self._file.opinions.topics.change(topic_id, shown=shown)

    def _move(self, topic_id: str, offset: int) -> None:
        self._could(self._file.opinions.topics.move, topic_id, offset)

    def _remove(self, topic_id: str) -> None:
        next_id = self.list.neighbour(topic_id)
        if self._could(self._file.opinions.topics.remove, topic_id) and next_id in self.list.rows:
            self.list.rows[next_id].setFocus(Qt.FocusReason.OtherFocusReason)
