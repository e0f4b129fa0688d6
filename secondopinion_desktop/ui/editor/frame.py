"""A note as it stands on its page: title, when and where, tools, the text, and whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.editor.editor import NoteEditor
from secondopinion_desktop.ui.editor.meta import MetaLine
from secondopinion_desktop.ui.editor.savestatus import SaveStatus
from secondopinion_desktop.ui.editor.tools import EditorTools
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Column,
    ComboBox,
    IconButton,
    Line,
    LineEdit,
    PlainLabel,
    Row,
    ScrollArea,
)

if TYPE_CHECKING:
    from secondopinion_desktop.ui.autosave import Autosave

_LEAST_LINES = 6


class EditorFrame(QFrame):
    """Everything around one NoteEditor. It knows no file: whoever owns it loads, saves and listens.

    The text scrolls in its own place. Where the window is too low for six lines of it, `flow` makes it as high as its
    words, and whatever the frame stands in scrolls it, title and tools and all: one thing to scroll, never two.

    `title_edited` carries the title as it is typed; `meta_pressed` is the wish to change when and where;
    `writer_chosen` carries the key of whoever writes from now on; `earlier_wanted` asks for what the note said before.
    """

    title_edited = Signal(str)
    meta_pressed = Signal()
    writer_chosen = Signal(str)
    earlier_wanted = Signal()

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
        self._flows = False
        self._lay_out()
        self.title.textEdited.connect(self.title_edited)
        self.title.returnPressed.connect(self.editor.setFocus)
        self.meta.clicked.connect(self.meta_pressed)
        self.writer.activated.connect(self._tell_writer)
        self.editor.cursorPositionChanged.connect(self.keep_cursor_in_sight)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme().changed.connect(self._grow)
        self._grow()

    def _lay_out(self) -> None:
        self._column = column = Column(self, gap=0, margins=(1, 1, 1, 1))
        head = Column(gap=0, margins=(14, 8, 14, 4))
        self.title.setProperty("kind", "bare")
        self.title.setProperty("role", "card-title")
        self.title.setAccessibleName(_("Title of this note"))
        head.addWidget(self.title)
        head.addWidget(self.meta)
        column.addLayout(head)
        column.addWidget(self.tools)
        column.addWidget(self.editor, 1)
        column.addWidget(Line())
        column.addWidget(self._foot())

    def _foot(self) -> Box:
        foot = Box()
        lines = Column(foot, gap=0, margins=(16, 4, 10, 4))
        row = Row(gap=8)
        lines.addLayout(row)
        lines.addWidget(self.signature)
        self.signature.hide()
        row.addWidget(self.status)
        self.earlier = IconButton("clock", _("Earlier versions of this note"), ink="muted", size=16)
        self.earlier.clicked.connect(self.earlier_wanted)
        row.addWidget(self.earlier)
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
        """Bring the title into sight."""
        scroller = self._around()
        if scroller is not None:
            scroller.verticalScrollBar().setValue(0)

    def flow(self, *, flowing: bool) -> None:
        """Be as high as the words, or let them scroll."""
        if flowing != self._flows:
            self._flows = flowing
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if flowing else Qt.ScrollBarPolicy.ScrollBarAsNeeded
            self.editor.setVerticalScrollBarPolicy(policy)
            self._grow()

    def least_height(self) -> int:
        """Return how high it is with six lines of text."""
        return self._column.minimumSize().height() - self.editor.minimumHeight() + self._six_lines()

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

    def _around(self) -> ScrollArea | None:
        """Return what scrolls this frame, if anything does."""
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, ScrollArea):
            around = around.parentWidget()
        return around

    def keep_cursor_in_sight(self) -> None:
        """Scroll what is around to the line being written, where the text itself does not scroll."""
        scroller = self._around()
        if not self._flows or scroller is None or not self.editor.hasFocus():
            return
        cursor = self.editor.cursorRect()
        spot = self.editor.viewport().mapTo(scroller.content, QPoint(cursor.left(), cursor.center().y()))
        scroller.ensureVisible(spot.x(), spot.y(), 0, cursor.height())

    def _six_lines(self) -> int:
        line = self.editor.fontMetrics().lineSpacing()
        return _LEAST_LINES * line + 2 * round(self.editor.document().documentMargin())

    def _grow(self) -> None:
        words = round(self.editor.document().size().height()) if self._flows else 0
        self.editor.setMinimumHeight(max(self._six_lines(), words))
