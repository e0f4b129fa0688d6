"""The two lists of the page: top 5 to ask first, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pages.questions.row import QuestionRow, Shown
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import Box, Button, Card, Column, ComboBox, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from secondopinion_desktop.ui.pages.questions.reading import Visit

_AT_FIRST = 12  # rows that are built at once: more of them nobody sees without asking


class QuestionsCard(Card):
    """A card with rows. Signals come from the rows; see QuestionRow."""

    ticked = Signal(str, bool)
    wished = Signal(str, str)
    menu_wanted = Signal(str)
    stepped = Signal(str, int, int)
    rearranged = Signal()

    def __init__(self, title: str, save: Callable[[str, str], object], *, top: bool) -> None:
        super().__init__(title)
        self._save, self._top = save, top
        self.list = RowList(self._make, at_first=_AT_FIRST)
        self.list.rearranged.connect(self.rearranged)
        self.body.addWidget(self.list)

    def _make(self, item: Shown) -> QuestionRow:
        row = QuestionRow(item.id, self._save, top=self._top)
        row.ticked.connect(self.ticked)
        row.wished.connect(self.wished)
        row.menu_wanted.connect(self.menu_wanted)
        row.stepped.connect(self.stepped)
        return row

    def show_questions(self, questions: Sequence[Shown], *, first_place: int = 0) -> None:
        """Show these questions in this order; `first_place` is how many stand in a list before."""
        self.list.show_items(questions, first_place=first_place)

    def show_by_portions(self, questions: Sequence[Shown]) -> Iterator[int]:
        """Show these a few at a time: as told in ui/widgets/portions.py."""
        return self.list.show_by_portions(questions)


class VisitBox(ComboBox):
    """The visits questions can be brought to."""

    def offer(self, visits: Sequence[Visit], chosen: str) -> None:
        """Offer these; the list is left alone where it has them."""
        if [(self.itemData(n), self.itemText(n)) for n in range(self.count())] != [tuple(visit) for visit in visits]:
            self.clear()
            for visit in visits:
                self.addItem(visit.words, visit.id)
        self.show_key(chosen)


class TopCard(QuestionsCard):
    """The top 5, and the visit ticked questions are brought to. `visit_chosen` carries its id."""

    visit_chosen = Signal(str)
    starter_wanted = Signal()

    def __init__(self, save: Callable[[str, str], object]) -> None:
        super().__init__(_("Top 5 to ask first"), save, top=True)
        self.bring = Box()
        self._bring_row = Row(self.bring, gap=2)
        label = PlainLabel(_("Bring ticked questions to"), "small", "muted", wrap=False)
        self.visits = VisitBox()
        self.visits.setProperty("kind", "bare")
        self.visits.setAccessibleName(_("Bring ticked questions to"))
        self.visits.activated.connect(self._tell_visit)
        label.setBuddy(self.visits)
        self._bring_row.addWidget(label)
        self._bring_row.addWidget(self.visits)
        self._bring_row.addStretch(1)
        self.header.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._make_empty()

    def _make_empty(self) -> None:
        self.empty = Box()
        column = Column(self.empty, gap=8)
        self._nothing = PlainLabel("", "body", "muted")
        column.addWidget(self._nothing)
        self.starter = Button(_("Add this question"), "secondary", "plus")
        self.starter.clicked.connect(self.starter_wanted)
        column.addWidget(self.starter, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.empty)

    def arrange(self, *, beside: bool, narrow: bool) -> None:
        """Put the choice of the visit `beside` the heading or under it, its label above it where it is `narrow`."""
        self.header.setDirection(Row.Direction.LeftToRight if beside else Row.Direction.TopToBottom)
        self._bring_row.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)

    def show_visits(self, visits: Sequence[Visit], chosen: str) -> None:
        """Offer these visits."""
        self.visits.offer(visits, chosen)

    def show_empty(self, *, nothing_at_all: bool, starter: str) -> None:
        """Say what to begin with where there are no questions, or that none of them is a top one."""
        words = _("No questions yet. You could start with: {question}").format(question=starter)
        self._nothing.setText(words if nothing_at_all else _("Nothing here yet. Move up what you want to ask first."))
        self.starter.setVisible(nothing_at_all)
        self.empty.setVisible(self.list.is_empty)
        self.bring.setVisible(not nothing_at_all)

    def _tell_visit(self) -> None:
        self.visit_chosen.emit(self.visits.key())
