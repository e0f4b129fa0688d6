"""The Opinions page: two opinions side by side, and what matters to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Match
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.pages.opinions.afterwards import InShortCard, NewCard, new_things
from secondopinion_desktop.ui.pages.opinions.comparison import ComparisonCard
from secondopinion_desktop.ui.pages.opinions.reading import comparison, usual_values, weighed
from secondopinion_desktop.ui.pages.opinions.weighing import Weighing
from secondopinion_desktop.ui.widgets import Breakpoints, Button, Card, EmptyState, PageFrame
from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_BESIDE = 700  # effective width of the page from which two columns stand side by side
_READS = ("opinion", "topic", "statement", "option", "point", "contact", "appointment", "question", "asking")


class OpinionsPage(PageFrame):
    """Facts and words side by side, no score. `open_requested` carries kind and id of what to show."""

    open_requested = Signal(str, str)
    help_topic = "opinions"

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(_("Opinions side by side"), parent=parent)
        self._file, self._messages = file, messages
        self._weighs = False  # good and harder points are asked for, or there are some
        self.print_button = Button(_("Print comparison"), "secondary", "printer")
        self.print_button.clicked.connect(self._print)
        self.add_action(self.print_button)
        self.topics_button = Button(_("Edit topics"), "secondary", "pencil")
        self.topics_button.clicked.connect(self.edit_topics)
        self.add_action(self.topics_button)
        self._make_parts()
        self._watch = Breakpoints(self, (_BESIDE,))
        self._watch.changed.connect(self._stack)
        self._stack()
        CatchUp(self, file.feed, _READS).due.connect(self.refresh)
        self.refresh()

    def _make_parts(self) -> None:
        self.card = ComparisonCard(self._file)
        self.card.marked.connect(self._mark)
        self.card.opinion_wanted.connect(self.add_opinion)
        self.card.remove_requested.connect(self._remove)
        self.card.rearranged.connect(self._order)
        self.empty = Card()
        self.first_button = Button(_("Write down the first opinion"), "primary", "plus")
        self.first_button.clicked.connect(self.add_opinion)
        self.weigh_button = Button(_("Begin with what matters to you"), "secondary")
        self.weigh_button.clicked.connect(self._begin_weighing)
        words = _("Start with what your first doctor told you. The second opinion will stand beside it.")
        buttons = (self.first_button, self.weigh_button)
        self.empty.add(EmptyState("columns", _("Nothing to compare yet"), words, buttons))
        self.in_short = InShortCard(self._file, self._messages)
        self.in_short.rearranged.connect(self._order)
        self.new = NewCard()
        self.new.add_wanted.connect(self._add_new)
        self.weighing = Weighing(self._file, self._messages)
        self.weighing.rearranged.connect(self._order)
        self.later_button = Button(_("Write down good and harder points"), "quiet", "plus")
        self.later_button.set_flush()
        self.later_button.clicked.connect(self._begin_weighing)
        self.card.left_heads.rearranged.connect(self._order)
        for widget in (self.empty, self.card.left_heads, self.card, self.in_short, self.new, self.weighing):
            self.body.addWidget(widget)
        self.body.addWidget(self.later_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _stack(self, _index: int = 0) -> None:
        stacked = self._watch.index == 0
        self.card.stack(stacked=stacked)
        self.weighing.stack(stacked=stacked)

    def _order(self) -> None:
        order_as_laid_out(self)

    # Reading

    def refresh(self) -> None:
        """Read everything anew; what is being typed stays."""
        found = comparison(self._file)
        self.card.setVisible(bool(found.opinions))
        self.empty.setVisible(not found.opinions)
        self.topics_button.setVisible(bool(found.opinions))
        self.print_button.setVisible(bool(found.opinions))
        self.card.show_comparison(found)
        self.in_short.show_comparison(found, self._file.contacts.names())
        lines = new_things(self._file, found)
        self.new.show_new(lines)
        self.new.setVisible(len(found.opinions) > 1 or bool(lines))
        choices = weighed(self._file)
        self.weighing.show_choices(choices)
        begun = any(choice.id or choice.points for choice in choices)
        self._weighs = self._weighs or begun
        self.weigh_button.setVisible(not self._weighs)
        weighs = self._weighs or len(found.opinions) > 1
        self.weighing.setVisible(weighs)
        self.later_button.setVisible(bool(found.opinions) and not weighs)

    # For the window

    def open_item(self, kind: str, row_id: str) -> None:
        """Bring an opinion, a topic or a point into sight."""
        if kind == "opinion":
            self.card.show_opinion(row_id)
            head = next((head for head in self.card.heads if head.opinion_id == row_id), None)
            if head is not None:
                head.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif kind == "statement":
            place = self._file.opinions.place_of(row_id)
            if place is not None:
                self.card.focus_cell(*place)
        elif kind == "topic" and not self.card.focus_topic(row_id):
            words = _("This topic is hidden. You can show it again.")
            self._messages.toast(words, self.edit_topics, _("Edit topics"))
        elif kind == "point":
            self.weighing.focus_point(row_id)
        elif kind == "option":
            self.weighing.focus_choice(row_id)

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        return all([self.card.flush(), self.in_short.flush(), self.weighing.flush()])

    # What the person does

    def add_opinion(self) -> None:
        """Add the next opinion, with what is known of it already, and go to its first topic."""
        try:
            number = self._file.opinions.next_number()
            opinion = self._file.opinions.add_opinion(**usual_values(self._file, number))
        except UserError as error:
            self._messages.report(error)
            return
        self._messages.toast(_("Opinion added"), self._file.history.way_back().now)
        self.card.show_opinion(opinion.id)
        first = next((topic.id for topic in self._file.opinions.topics.all(shown=True)), "")
        self.card.focus_cell(first, opinion.id)

    def _begin_weighing(self) -> None:
        """Show the choices of a file without opinions, and go to them."""
        self._weighs = True
        self.refresh()
        self._order()
        self.weighing.focus_start()

    def edit_topics(self) -> None:
        """Show or hide topics, add one, change their order."""
        from secondopinion_desktop.ui.pages.opinions.topics import TopicsDialog  # noqa: PLC0415 - when it is asked for

        self.flush()
        self._messages.run(TopicsDialog(self._file))
        self.refresh()

    def _print(self) -> None:
        self.flush()
        self.open_requested.emit("command", "print_opinions")

    def _add_new(self) -> None:
        """Add a choice that is new to the person, and open its details."""
        self.weighing.add_new_choice()

    def _mark(self, topic_id: str, match: str) -> None:
        self._messages.could(self._file.opinions.mark, topic_id, Match(match))

    def _remove(self, opinion_id: str) -> None:
        if not self.card.flush():
            return  # it is said beside the words
        for head in self.card.heads:
            if head.opinion_id == opinion_id:
                head.put_away()
        self._file.opinions.rows.remove(opinion_id)
        self._messages.toast(_("Opinion removed"), BringBack(self._file.opinions.rows, opinion_id).now)
        target = self.topics_button if self._file.opinions.rows.all() else self.first_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
