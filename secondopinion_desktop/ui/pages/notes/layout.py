"""Where the parts of the page stand at each width: list, text, questions; a picker for the list; tabs for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSize

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pages.notes.entrylist import EntryList
from secondopinion_desktop.ui.pages.notes.picker import Picker
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Breakpoints,
    Button,
    Card,
    Column,
    EmptyState,
    PlainLabel,
    Row,
    SearchEdit,
    TabBar,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from secondopinion_desktop.ui.editor.frame import EditorFrame
    from secondopinion_desktop.ui.pages.notes.entries import EntryModel
    from secondopinion_desktop.ui.pages.notes.questions import VisitQuestions
    from secondopinion_desktop.ui.widgets import PageFrame

# Effective widths of the page: under the first there are tabs, from the second on there is a list.
EDGES = (720, 1000)
TABS, PICKER, LIST = range(3)
_LIST_WIDTH = 244
_QUESTIONS_WIDTH = (240, 330)
_TEXT_TAB, _QUESTIONS_TAB = range(2)


class _Parts(Box):
    """Takes the height that is left, and asks for no more than what stands in it can do with."""

    def hasHeightForWidth(self) -> bool:
        return False  # or Qt would ask for the height that all of it would like to have

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


class NotesLayout(QObject):
    """Builds the parts around text and questions, and shows those there is room for."""

    def __init__(self, page: PageFrame, model: EntryModel, frame: EditorFrame, questions: VisitQuestions) -> None:
        super().__init__(page)
        self._page, self._frame, self._questions = page, frame, questions
        self._empty = False
        self._has_questions = True
        self.picker = Picker(model)
        self.entries = EntryList(model)
        self.search = SearchEdit(_("Find in notes"), _("Find in notes"))
        self.tabs = TabBar(_("Note and questions"), (_("Note"), _("Questions")))
        self._fill()
        questions.counted.connect(self._count)
        self.tabs.currentChanged.connect(self._arrange)
        self._watch = Breakpoints(page, EDGES)
        self._watch.changed.connect(self._arrange)
        theme().changed.connect(self._arrange)
        assert page.scroller is not None
        page.scroller.verticalScrollBar().rangeChanged.connect(self._room_changed)
        self._room = page.scroller.viewport()
        self._room.installEventFilter(self)
        self._arrange()

    def _fill(self) -> None:
        self._header = cast("QHBoxLayout", self._page.header.layout())
        self._header.insertWidget(0, self.picker, 1)
        self._page.body.addWidget(self.tabs)
        self._parts = _Parts()
        row = Row(self._parts, gap=14)
        self._list = Box()
        column = Column(self._list, gap=8)
        column.addWidget(self.search)
        self._nothing_found = PlainLabel(_("No notes with these words."), "body", "muted")
        self._nothing_found.hide()
        column.addWidget(self._nothing_found)
        column.addWidget(self.entries, 1)
        row.addWidget(self._list)
        row.addWidget(self._frame, 3)
        row.addWidget(self._questions, 2)
        self._page.body.addWidget(self._parts, 1)
        self.first_appointment = Button(_("New appointment"), "primary", "calendar")
        self.first_note = Button(_("Write a note"), icon_name="plus")
        start = Card()
        start.add(
            EmptyState(
                "note",
                _("No notes yet"),
                _(
                    "Add the visit you have coming up. You can write here during the visit, "
                    "or ask someone with you to write."
                ),
                (self.first_appointment, self.first_note),
            ),
            1,
        )
        self._start = start
        self._page.body.addWidget(self._start, 1)

    @property
    def has_picker(self) -> bool:
        """Whether the picker stands in the place of title and list."""
        return self._watch.index < LIST and not self._empty

    def mark(self, key: str) -> None:
        """Show in list and picker what is open."""
        self.entries.mark(key)
        self.picker.mark(key)

    def show_empty(self, *, empty: bool) -> None:
        """Show how to begin, or the parts."""
        self._show(empty=empty, questions=self._has_questions)

    def show_questions(self, *, shown: bool) -> None:
        """Show the questions, which only a visit has."""
        self._show(empty=self._empty, questions=shown)

    def _show(self, *, empty: bool, questions: bool) -> None:
        if (empty, questions) == (self._empty, self._has_questions):
            self._flow()
            return
        self._empty, self._has_questions = empty, questions
        self._arrange()

    def show_text(self) -> None:
        """Bring the text to the front where there are tabs."""
        self.tabs.setCurrentIndex(_TEXT_TAB)

    def show_found(self, *, nothing: bool) -> None:
        """Say that a search found nothing, or not."""
        self._nothing_found.setVisible(nothing)

    def _count(self, words: str) -> None:
        name = _("Questions, {count}").format(count=words) if words else _("Questions")
        self.tabs.setTabText(_QUESTIONS_TAB, name.replace("&", "&&"))

    def _arrange(self, _index: int = 0) -> None:
        level = self._watch.index
        picker, tabs = self.has_picker, level == TABS and self._has_questions and not self._empty
        self._page.title.setVisible(not picker)
        self.picker.setVisible(picker)
        self._header.setStretch(1, 0 if picker else 1)  # the words of the title, after the picker
        self._list.setVisible(level == LIST)
        self._list.setFixedWidth(theme().text_px(_LIST_WIDTH))
        self.tabs.setVisible(tabs)
        asked_for_questions = self.tabs.currentIndex() == _QUESTIONS_TAB
        self._frame.setVisible(not (tabs and asked_for_questions))
        self._questions.setVisible(self._has_questions and (not tabs or asked_for_questions))
        least, most = (theme().text_px(width) for width in _QUESTIONS_WIDTH)
        self._questions.setMinimumWidth(0 if tabs else least)
        self._questions.setMaximumWidth(16_777_215 if tabs else most)
        self._parts.setVisible(not self._empty)
        self._start.setVisible(self._empty)
        self._flow()

    def _flow(self) -> None:
        """Where there is no room for six lines of text, let the page scroll as one, with all that stands on it."""
        whole = self._page.content.layout()
        assert whole is not None
        margins = whole.contentsMargins()
        above = [part for part in (self._page.header, self._page.banner, self.tabs) if part and not part.isHidden()]
        needed = margins.top() + margins.bottom() + self._frame.least_height()
        needed += sum(part.sizeHint().height() + whole.spacing() for part in above)
        flowing = self._room.height() < needed
        self._frame.flow(flowing=flowing)
        self._questions.flow(flowing=flowing)

    def _room_changed(self, _least: int, _most: int) -> None:
        self._frame.keep_cursor_in_sight()  # a new line has made the page longer

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._room:
            self._flow()
        return super().eventFilter(watched, event)
