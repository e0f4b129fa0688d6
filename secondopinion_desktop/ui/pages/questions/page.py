"""The Questions page: add on top, the top 5, more, and ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.pages.questions.ideas import IdeasCard
from secondopinion_desktop.ui.pages.questions.keyboard import RowsKeyboard
from secondopinion_desktop.ui.pages.questions.lists import QuestionsCard, TopCard
from secondopinion_desktop.ui.pages.questions.menu import QuestionMenu
from secondopinion_desktop.ui.pages.questions.quickstart import QuickStart
from secondopinion_desktop.ui.pages.questions.reading import ideas, lists, reason_words, usual_visit, visits
from secondopinion_desktop.ui.pages.questions.row import Wish
from secondopinion_desktop.ui.pages.questions.visitlists import VisitLists
from secondopinion_desktop.ui.rowdrag import RowDrag
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Column, LineEdit, PageFrame, Row, TabBar
from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.questions.reading import Lists, Visit

# Effective widths of the page: the choice of the visit beside its label, beside the heading; ideas beside the lists.
_BESIDE_LABEL, _BESIDE_HEADING, _BESIDE_LISTS = _EDGES = 600, 760, 920
_IDEAS_WIDTH = 282
# Kept with the file.
_DRAFT, _BRING_TO = "question_draft", "bring_questions_to"
_READS = ("question", "asking", "appointment", "contact", "person", "situation", "task", "step_state")
_ONE_VISIT = 1
_ABOVE = 230  # the title and all that stands above the first question is at least so high
_STARTER = "Q-T3"  # the question of the bank that asks the same


class QuestionsPage(PageFrame):
    """What to ask. `open_requested` carries kind and id of what to show."""

    open_requested = Signal(str, str)
    help_topic = "questions"

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        sentence = _("Many visits leave time for only a few questions. Put the most important first.")
        super().__init__(_("Questions"), sentence, parent=parent)
        self._file, self._messages = file, messages
        self._visit = ""
        self._offered: list[Visit] = []
        self.print_button = Button(_("Print list"), "secondary", "printer")
        self.print_button.clicked.connect(self._print)
        self.add_action(self.print_button)
        self._menu = QuestionMenu(self)
        self._menu.wished.connect(self._do)
        self._menu.edit_wanted.connect(self._edit)
        self._make_adding()
        self.tabs = TabBar(_("Lists of questions"), (_("All questions"), _("For one visit")))
        self.tabs.currentChanged.connect(self._change_tab)
        self.body.addWidget(self.tabs)
        self._make_cards()
        self._watch = Breakpoints(self, _EDGES)
        self._watch.changed.connect(self._lay_out)
        theme().changed.connect(self._lay_out)
        self._lay_out()
        CatchUp(self, file.feed, _READS).due.connect(self.refresh)
        self.build(self._parts())

    def _print(self) -> None:
        self.open_requested.emit("command", "print_questions")

    def _make_adding(self) -> None:
        row = Row(gap=8)
        self.new = LineEdit("", _("Write a question, then press Enter"))
        self.new.setAccessibleName(_("New question"))
        self.new.returnPressed.connect(self.add_typed)
        self.add_button = Button(_("Add"), "primary", "plus")
        self.add_button.setAccessibleName(_("Add question"))
        self.add_button.clicked.connect(self.add_typed)
        row.addWidget(self.new, 1)
        row.addWidget(self.add_button)
        column = Column(gap=4)
        column.addLayout(row)
        self.body.addLayout(column)
        self._draft = Draft(self._file.settings, self.new, column, _DRAFT)

    def _make_cards(self) -> None:
        self.top = TopCard(self._save_words)
        self.more = QuestionsCard(_("More questions"), self._save_words, top=False)
        self.ideas = IdeasCard()
        self._keyboard = RowsKeyboard(self, (self.top, self.more), self.new)
        self._keyboard.wanted.connect(self.complete)
        for card in (self.top, self.more):
            card.ticked.connect(self._tick)
            card.wished.connect(self._do)
            card.menu_wanted.connect(self._open_menu)
            card.stepped.connect(self._keyboard.step)
            card.rearranged.connect(self._order)
        self.top.visit_chosen.connect(self._choose_visit)
        self.top.starter_wanted.connect(self._take_starter)
        self.ideas.chosen.connect(self._take_idea)
        self.ideas.put_away.connect(self._put_idea_away)
        self.ideas.all_wanted.connect(self.open_bank)
        self.ideas.rearranged.connect(self._order)
        self.quick = QuickStart()
        self.quick.chosen.connect(self._take_set)
        self._drags = [RowDrag(card.list) for card in (self.top, self.more)]
        for drag in self._drags:
            drag.placed.connect(self._place)
        self._lay_cards()

    def _lay_cards(self) -> None:
        self._one_visit: VisitLists | None = None
        self._cards = Row(gap=14)
        self._left = left = Column(gap=14)
        self._all = Box()
        every = Column(self._all, gap=14)
        every.addWidget(self.top)
        every.addWidget(self.more)
        every.addStretch(1)
        left.addWidget(self._all)
        left.addStretch(0)
        self._cards.addLayout(left, 1)
        self._side = Box()
        side = Column(self._side, gap=14)
        side.addWidget(self.ideas)
        side.addWidget(self.quick)
        side.addStretch(1)
        self._cards.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)

    @property
    def visit_lists(self) -> VisitLists:
        """The list of one visit, built when it is first asked for."""
        if self._one_visit is None:
            self._one_visit = made = VisitLists(self._file, self._messages, self._save_words)
            made.visit_chosen.connect(self._choose_visit)
            made.opened.connect(self.open_requested)
            made.wished.connect(self._do)
            made.rearranged.connect(self._order)
            self._left.insertWidget(1, made)
            made.arrange(narrow=self._watch.width < _BESIDE_LABEL)
        return self._one_visit

    # Layout

    def _lay_out(self, _index: int = 0) -> None:
        width = self._watch.width
        self.top.arrange(beside=width >= _BESIDE_HEADING, narrow=width < _BESIDE_LABEL)
        beside = width >= _BESIDE_LISTS
        self._cards.setDirection(Row.Direction.LeftToRight if beside else Row.Direction.TopToBottom)
        column = theme().text_px(_IDEAS_WIDTH)
        if self._one_visit is not None:
            self._one_visit.arrange(narrow=width < _BESIDE_LABEL)
        self._side.setMinimumWidth(column if beside else 0)
        self._side.setMaximumWidth(column if beside else 16_777_215)
        self._cards.setAlignment(self._side, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))

    def _order(self) -> None:
        order_as_laid_out(self)

    # Reading

    def _parts(self) -> Iterator[int]:
        """Show everything from the top down, as told in ui/widgets/portions.py."""
        found = self._read()
        self.top.show_questions(found.top)
        self._show_state(found)
        yield theme().px(_ABOVE) + sum(row.minimumHeight() for row in self.top.list.rows.values())
        beside = self._watch.width >= _BESIDE_LISTS
        if beside:
            self._show_ideas()
            yield 0
        yield from self.more.show_by_portions(found.more)
        if not beside:
            self._show_ideas()

    def refresh(self) -> None:
        """Read everything anew; what is being typed stays."""
        self.complete()
        found = self._read()
        self.top.show_questions(found.top)
        self.more.show_questions(found.more)
        self._show_state(found)
        self._show_ideas()

    def _read(self) -> Lists:
        self._offered = visits(self._file)
        chosen = self._file.settings.get(_BRING_TO)
        self._visit = chosen if chosen in {visit.id for visit in self._offered} else usual_visit(self._file)
        return lists(self._file, self._visit)

    def _show_state(self, found: Lists) -> None:
        self.top.show_visits(self._offered, self._visit)
        self.more.setVisible(bool(found.more) or not self.more.list.is_empty)
        nothing = not (found.top or found.more)
        self.top.show_empty(nothing_at_all=nothing, starter=_("What are all my options?"))
        self.print_button.setEnabled(not nothing)
        if self.shows_visit:
            self.visit_lists.show_visit(self._offered, self._visit)

    def _show_ideas(self) -> None:
        self.ideas.show_ideas(ideas(self._file), reason_words)
        self.quick.show_taken(self._file.bank.taken())

    @property
    def shows_visit(self) -> bool:
        """Whether the list of one visit is shown, and not that of all questions."""
        return self.tabs.currentIndex() == _ONE_VISIT

    def _change_tab(self, _index: int = 0) -> None:
        self.flush()
        self._all.setVisible(not self.shows_visit)
        self.visit_lists.setVisible(self.shows_visit)
        self.refresh()
        self._order()

    # For the window

    def focus_start(self) -> None:
        """Put the keyboard into the field for a new question."""
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_item(self, _kind: str, question_id: str) -> None:
        """Bring a question into sight, with the keyboard on it; one that is not for them is where it can come back."""
        for hidden in self._file.questions.all(id=question_id, hidden=True):
            self.open_bank(hidden.bank_id)
            return
        self.tabs.setCurrentIndex(0)
        row = self._keyboard.row(question_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_visit(self) -> str:
        """Return the id of the visit that questions are brought to, or an empty text."""
        return self._visit

    def do_command(self, key: str) -> bool:
        """Be ready for a new question when the menu asks for it."""
        if key == "new_question":
            self.focus_start()
        return key == "new_question"

    def flush(self) -> bool:
        """Save what is typed, a question that was not added yet too; return whether all is on the disk."""
        lists = (self.top.list, self.more.list, self._one_visit)
        return all([*(one.flush() for one in lists if one is not None), self._draft.flush()])

    # What the person does

    def add_typed(self) -> None:
        """Add what stands in the field; the keyboard stays there."""
        self._draft.give(self._ask)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, words: str) -> bool:
        questions = self._file.questions
        above = len(questions.top())
        to_visit = (questions.ask_at, self._visit) if self.shows_visit and self._visit else (questions.ask,)
        could = self._messages.could(*to_visit, words)
        if could and len(to_visit) == 1 and len(questions.top()) == above:  # it stands far below
            self._messages.toast(_("Added to More questions"), self._file.history.way_back().now)
        return could

    def _take_idea(self, bank_id: str) -> None:
        if self._messages.could(self._file.bank.take, [bank_id], None, self._visit if self.shows_visit else ""):
            self._messages.toast(_("Question added"), self._file.history.way_back().now)

    def _put_idea_away(self, bank_id: str) -> None:
        if self._messages.could(self._file.bank.hide, bank_id):
            self._messages.toast(_("It will not be suggested again"), self._file.history.way_back().now)

    def _take_set(self, key: str) -> None:
        chosen = next(each for each in guidance.question_bank().sets if each.key == key)
        before = len(self._file.bank.taken())
        if self._messages.could(self._file.bank.take, chosen.questions, chosen.visit, self._visit):
            count = len(self._file.bank.taken()) - before
            words = ngettext("{count} question added", "{count} questions added", count)
            self._messages.toast(words.format(count=count), self._file.history.way_back().now)

    def open_bank(self, put_away: str = "") -> None:
        """Let questions be chosen out of the whole bank; `put_away` is one of those that are not for them."""
        from secondopinion_desktop.ui.dialogs.question_bank import QuestionBankDialog  # noqa: PLC0415 - when asked for

        self.flush()
        self._messages.run(QuestionBankDialog(self._file, self._visit if self.shows_visit else "", put_away))

    def _place(self, question_id: str, place: int) -> None:
        self._messages.could(self._file.questions.place, question_id, place)

    def _compare(self, question_id: str) -> None:
        from secondopinion_desktop.ui.dialogs.answers import AnswersDialog  # noqa: PLC0415 - when asked for

        self._messages.run(AnswersDialog(self._file, question_id))

    def _take_starter(self) -> None:
        known = guidance.question(_STARTER)  # in other words, so that nobody is offered it twice
        if self._messages.could(self._file.questions.ask, _("What are all my options?"), known.group, known.id):
            self.focus_start()

    def _save_words(self, question_id: str, words: str) -> None:
        self._file.questions.change(question_id, origin=self, text=words)

    def _tick(self, question_id: str, ticked: bool) -> None:  # noqa: FBT001 - Qt's slot
        try:
            self._file.questions.bring(question_id, self._visit or None, ticked=ticked)
        except UserError as error:
            self._messages.report(error)
            self.refresh()

    def _choose_visit(self, visit_id: str) -> None:
        self._file.settings.set(_BRING_TO, visit_id)
        self.refresh()

    def _edit(self, question_id: str) -> None:
        row = self._keyboard.row(question_id)
        if row is not None:
            row.text.edit()

    def _do(self, question_id: str, wish: str) -> None:
        questions = self._file.questions
        if wish in {Wish.UP, Wish.DOWN}:
            self._messages.could(questions.move, question_id, -1 if wish == Wish.UP else 1)
        elif wish == Wish.OPEN_ANSWER:
            self._open_answer(question_id)
        elif wish == Wish.COMPARE:
            self._compare(question_id)
        elif wish == Wish.REMOVE and self.shows_visit:
            if self._messages.could(questions.remove, question_id):
                self._messages.toast(_("Question removed"), BringBack(questions, question_id).now)
        else:
            self._leave(question_id, Wish(wish))

    def _leave(self, question_id: str, wish: Wish) -> None:
        """Take a question out of its list; the keyboard goes to the next one."""
        row = self._keyboard.row(question_id)
        if row is None:
            return
        card = self.top if row.is_top else self.more
        next_id = card.list.neighbour(question_id)
        stop = next((place for place, widget in enumerate(row.stops) if widget.hasFocus()), 1)
        questions = self._file.questions
        ways: dict[Wish, tuple[Callable[[str], object], str]] = {
            Wish.REMOVE: (questions.remove, _("Question removed")),
            Wish.TO_TOP: (questions.raise_to_top, _("Moved to top 5")),
            Wish.TO_MORE: (questions.lower, _("Moved to more questions")),
        }
        did, words = ways[wish]
        if self._messages.could(did, question_id):
            undo = BringBack(questions, question_id).now if wish is Wish.REMOVE else self._file.history.way_back().now
            self._messages.toast(words, undo)
            self._keyboard.give(next_id, stop)

    def _open_answer(self, question_id: str) -> None:
        heard = [asking for asking in self._file.questions.answers_to(question_id) if asking.answer.strip()]
        if heard and heard[-1].appointment_id:
            self.open_requested.emit("appointment", heard[-1].appointment_id)

    def _open_menu(self, question_id: str) -> None:
        row = self._keyboard.row(question_id)
        if row is None:
            return
        ids = (self.top if row.is_top else self.more).list.ids
        self._menu.show_for(row, first=ids[0] == question_id, last=ids[-1] == question_id)
        self._menu.popup(row.more.mapToGlobal(QPoint(0, row.more.height())))
