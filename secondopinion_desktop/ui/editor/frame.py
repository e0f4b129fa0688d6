"""A note as it stands on its page: title, when and where, tools, the text, and whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.editor.editor import NoteEditor
from secondopinion_desktop.ui.editor.meta import MetaLine
from secondopinion_desktop.ui.editor.savestatus import SaveStatus
from secondopinion_desktop.ui.editor.tools import EditorTools
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, ComboBox, Line, LineEdit, PlainLabel, Row, ScrollArea

if TYPE_CHECKING:
    from secondopinion_desktop.ui.autosave import Autosave

_LEAST_LINES = 6
_SEEN_LINES = 3


class EditorFrame(QFrame):
    """Everything around one NoteEditor. It knows no file: whoever owns it loads, saves and listens.

    `title_edited` carries the title as it is typed; `meta_pressed` is the wish to change when and where;
    `writer_chosen` carries the key of whoever writes from now on.
    """

    title_edited = Signal(str)
    meta_pressed = Signal()
    writer_chosen = Signal(str)

    def __init__(self, autosave: Autosave, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.title = LineEdit("", _("Title"))
        self.meta = MetaLine()
        self.editor = NoteEditor()
        self.tools = EditorTools(self.editor)
        self.status = SaveStatus(autosave)
        self.signature = PlainLabel("", "small", "muted")
        self.writer = ComboBox()
        self._lay_out()
        self.title.textEdited.connect(self.title_edited)
        self.title.returnPressed.connect(self.editor.setFocus)
        self.meta.clicked.connect(self.meta_pressed)
        self.writer.activated.connect(self._tell_writer)
        self.editor.cursorPositionChanged.connect(self._keep_cursor_in_sight)
        self._scroller.viewport().installEventFilter(self)
        self._scroller.verticalScrollBar().rangeChanged.connect(self._room_changed)
        theme().changed.connect(self._grow)
        self._grow()

    def _lay_out(self) -> None:
        inside = Box()
        column = Column(inside, gap=0)
        head = Column(gap=0, margins=(14, 8, 14, 4))
        self.title.setProperty("kind", "bare")
        self.title.setProperty("role", "card-title")
        self.title.setAccessibleName(_("Title of this note"))
        head.addWidget(self.title)
        head.addWidget(self.meta)
        column.addLayout(head)
        column.addWidget(self.tools)
        column.addWidget(self.editor, 1)
        # Where the window is too low for six lines of text, title and tools scroll away with it.
        self._scroller = ScrollArea(inside)
        outer = Column(self, gap=0, margins=(1, 1, 1, 1))
        outer.addWidget(self._scroller, 1)
        outer.addWidget(Line())
        outer.addWidget(self._foot())

    def _foot(self) -> Box:
        foot = Box()
        lines = Column(foot, gap=0, margins=(16, 4, 10, 4))
        row = Row(gap=8)
        lines.addLayout(row)
        lines.addWidget(self.signature)
        self.signature.hide()
        row.addWidget(self.status)
        row.addStretch(1)
        label = PlainLabel(_("Written by"), "small", "muted", wrap=False)
        label.setBuddy(self.writer)
        row.addWidget(label)
        self.writer.setProperty("kind", "bare")
        self.writer.setAccessibleName(_("Written by"))
        self.writer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.writer.setMinimumContentsLength(6)
        row.addWidget(self.writer)
        return foot

    def show_start(self) -> None:
        """Bring title and tools into sight; where that leaves no room for the text, bring the text."""
        bar = self._scroller.verticalScrollBar()
        room = self._scroller.viewport().height() - self.editor.y()
        bar.setValue(0 if room >= _SEEN_LINES * self.editor.fontMetrics().lineSpacing() else self.editor.y())

    def show_signature(self, words: str) -> None:
        """Say who began the note and who wrote last; nothing where that says nothing new."""
        self.signature.setText(words)
        self.signature.setVisible(bool(words))

    def show_writers(self, writers: tuple[tuple[str, str], ...], current: str) -> None:
        """Offer `writers` as (key, words) and show who writes now."""
        self.writer.clear()
        for key, words in writers:
            self.writer.addItem(words, key)
        self.writer.show_key(current)

    def set_can_write(self, *, can_write: bool) -> None:
        """Let the note be changed, or only read."""
        self.title.setReadOnly(not can_write)
        self.editor.setReadOnly(not can_write)
        for part in (self.tools, self.meta, self.writer):
            part.setEnabled(can_write)

    def _tell_writer(self) -> None:
        self.writer_chosen.emit(self.writer.key())

    def _keep_cursor_in_sight(self) -> None:
        if self._scroller.verticalScrollBar().maximum() == 0 or not self.editor.hasFocus():
            return
        cursor: QRect = self.editor.cursorRect()
        spot = self.editor.viewport().mapTo(self._scroller.content, QPoint(cursor.left(), cursor.center().y()))
        self._scroller.ensureVisible(spot.x(), spot.y(), 0, cursor.height())

    def _room_changed(self, _least: int, _most: int) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.show_start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._scroller.viewport():
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        """Give the text six lines, or all the room there is if that is less."""
        line = self.editor.fontMetrics().lineSpacing()
        wanted = _LEAST_LINES * line + 2 * round(self.editor.document().documentMargin())
        self.editor.setMinimumHeight(max(min(wanted, self._scroller.viewport().height()), line))
