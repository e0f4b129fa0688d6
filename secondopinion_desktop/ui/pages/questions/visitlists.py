"""The questions of one visit: the three to ask first, the others, and what earlier visits left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.services.askings import ASK_FIRST, MANY
from secondopinion_desktop.ui.pages.questions.keyboard import RowsKeyboard
from secondopinion_desktop.ui.pages.questions.lists import QuestionsCard, VisitBox
from secondopinion_desktop.ui.pages.questions.menu import QuestionMenu
from secondopinion_desktop.ui.pages.questions.reading import NEXT_VISIT, for_visit
from secondopinion_desktop.ui.pages.questions.row import Wish
from secondopinion_desktop.ui.rowdrag import RowDrag
from secondopinion_desktop.ui.widgets import (
    Banner,
    BannerAction,
    Box,
    Button,
    Column,
    PlainLabel,
    Row,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.questions.reading import Visit


class VisitLists(Box):
    """`save(question_id, words)` keeps changed words. `visit_chosen` carries a visit's id; `opened` kind and id.

    `wished` carries the question's id and a Wish for what is not about this visit alone.
    """

    visit_chosen = Signal(str)
    opened = Signal(str, str)
    wished = Signal(str, str)
    rearranged = Signal()

    def __init__(self, file: OpenFile, messages: Messages, save: Callable[[str, str], object]) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self._visit = ""
        self._not_now: set[str] = set()
        self.carry: Banner | None = None
        column = Column(self, gap=14)
        self._column = column
        self._make_head(column)
        self.long = PlainLabel("", "body", "caution")
        column.addWidget(self.long)
        self.first = QuestionsCard(_("Ask first"), save, top=True)
        self.rest = QuestionsCard(_("If there is time"), save, top=True)
        self._keyboard = RowsKeyboard(self, (self.first, self.rest), self.visits)
        for card in (self.first, self.rest):
            card.ticked.connect(self._tick)
            card.wished.connect(self._do)
            card.menu_wanted.connect(self._open_menu)
            card.stepped.connect(self._keyboard.step)
            card.rearranged.connect(self.rearranged)
            column.addWidget(card)
        column.addStretch(1)
        self.empty = PlainLabel("", "body", "muted")
        self.first.add(self.empty)
        self.bring = Button(_("Bring my top questions"), icon_name="question")
        self.bring.clicked.connect(self._bring_top)
        self.first.body.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        self._drag = RowDrag(self.first.list, self.rest.list)
        self._drag.placed.connect(self._place)
        self._menu = QuestionMenu(self)
        self._menu.wished.connect(self._do)
        self._menu.edit_wanted.connect(self._edit)

    def _make_head(self, column: Column) -> None:
        self._head = Row(gap=8)
        label = PlainLabel(_("Visit"), "small-strong", wrap=False)
        self.visits = VisitBox()
        self.visits.setAccessibleName(_("Visit"))
        self.visits.activated.connect(self._tell_visit)
        label.setBuddy(self.visits)
        self.start = Button(_("Start visit mode"), icon_name="pencil")
        self.start.clicked.connect(self._start)
        self._head.addWidget(label)
        self._head.addWidget(self.visits, 1)
        self._head.addWidget(self.start)
        column.addLayout(self._head)

    def arrange(self, *, narrow: bool) -> None:
        """Put the button under the choice of the visit where it is `narrow`."""
        self._head.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)

    # Showing

    def show_visit(self, visits: Sequence[Visit], chosen: str) -> None:
        """Offer these visits and show the questions of the chosen one."""
        self._visit = chosen
        self.visits.offer(visits, chosen)
        self.start.setEnabled(chosen != NEXT_VISIT)
        found = for_visit(self._file, chosen)
        self.first.show_questions(found[:ASK_FIRST])
        self.rest.show_questions(found[ASK_FIRST:], first_place=ASK_FIRST)
        self.rest.setVisible(len(found) > ASK_FIRST)
        self._show_empty(nothing=not found)
        words = _("That is a long list for one visit. You could put the three that matter most on top.")
        self.long.setText(words)
        self.long.setVisible(len(found) > MANY)
        self._show_carry()

    def _show_empty(self, *, nothing: bool) -> None:
        no_visit = _("There is no visit to come yet. Make an appointment first, then choose what to ask there.")
        no_question = _("No questions for this visit yet. Tick some in the list of all questions, or write one above.")
        self.empty.setText(no_question if self._visit else no_visit)
        self.empty.setVisible(nothing)
        self.bring.setVisible(nothing and bool(self._visit) and bool(self._file.questions.top()))

    def _show_carry(self) -> None:
        """Offer what earlier visits left open, once for each list."""
        left = self._file.askings.left_open(self._visit) if self._visit and self._visit not in self._not_now else []
        words = "\n".join(f"• {one.text} ({one.status.words})" for one in left)
        if self.carry is not None and self.carry.accessibleDescription() == words:
            return
        if self.carry is not None:
            self.carry.hide()
            self._column.removeWidget(self.carry)
            self.carry.deleteLater()
            self.carry = None
        if left:
            title = ngettext(
                "{count} question from an earlier visit is still open",
                "{count} questions from earlier visits are still open",
                len(left),
            ).format(count=len(left))
            bring = ngettext("Bring it to this visit", "Bring them to this visit", len(left))
            self.carry = Banner("info", title, words, (BannerAction(bring, self._carry_over),))
            self.carry.closed.connect(self._leave_open)
            self._column.insertWidget(1, self.carry)
            self.carry.show()

    # What the person does

    def _carry_over(self) -> None:
        left = self._file.askings.left_open(self._visit)
        self._file.askings.carry([one.question_id for one in left], self._visit)
        words = ngettext("{count} question brought", "{count} questions brought", len(left))
        self._messages.toast(words.format(count=len(left)), self._file.history.way_back().now)
        self.focus_start()

    def _leave_open(self) -> None:
        self._not_now.add(self._visit)
        self._show_carry()
        self.focus_start()

    def focus_start(self) -> None:
        """Put the keyboard on the first question, or on the choice of the visit."""
        target = self.first.list.rows[self.first.list.ids[0]] if self.first.list.ids else self.visits
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_top(self) -> None:
        self._file.askings.carry([question.id for question in self._file.questions.top()], self._visit)
        self.focus_start()

    def _tell_visit(self) -> None:
        self.visit_chosen.emit(self.visits.key())

    def _start(self) -> None:
        self.opened.emit("visit_mode", self._visit)

    def _asking(self, question_id: str) -> str:
        asked = self._file.questions.of_visit(self._visit)
        return next(one.asking_id for one in asked if one.question_id == question_id)

    def _place(self, question_id: str, place: int) -> None:
        self._file.askings.place(self._asking(question_id), place)
        self._keyboard.give(question_id, 1)

    def _tick(self, question_id: str, ticked: bool) -> None:  # noqa: FBT001 - Qt's slot
        if not ticked:
            self._leave_at_home(question_id)

    def _leave_at_home(self, question_id: str) -> None:
        ids = self._keyboard.ids
        place = ids.index(question_id)
        after = next(iter([*ids[place + 1 : place + 2], *ids[max(0, place - 1) : place]]), "")
        self._file.questions.bring(question_id, self._visit, ticked=False)
        self._messages.toast(_("Left at home"), self._file.history.way_back().now)
        self._keyboard.give(after, 1)

    def _do(self, question_id: str, wish: str) -> None:
        if wish in {Wish.UP, Wish.DOWN}:
            row = self._keyboard.row(question_id)
            stop = next((n for n, widget in enumerate(row.stops) if widget.hasFocus()), 1) if row else 1
            self._file.askings.move(self._asking(question_id), -1 if wish == Wish.UP else 1)
            self._keyboard.give(question_id, stop)
        elif wish == Wish.AT_HOME:
            self._leave_at_home(question_id)
        else:
            self.wished.emit(question_id, wish)

    def _edit(self, question_id: str) -> None:
        row = self._keyboard.row(question_id)
        if row is not None:
            row.text.edit()

    def _open_menu(self, question_id: str) -> None:
        row = self._keyboard.row(question_id)
        if row is not None:
            ids = self._keyboard.ids
            self._menu.show_for(row, first=ids[0] == question_id, last=ids[-1] == question_id, at_visit=True)
            self._menu.popup(row.more.mapToGlobal(QPoint(0, row.more.height())))

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        return all([self.first.list.flush(), self.rest.list.flush()])
