"""The table: a column for each of two opinions, a row for each topic. Narrow, the columns stand below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pages.opinions.cells import Cell, TopicHead
from secondopinion_desktop.ui.pages.opinions.difference import Difference, leads_on
from secondopinion_desktop.ui.pages.opinions.head import NextOpinionHead, OpinionHead
from secondopinion_desktop.ui.pages.opinions.leftheads import LeftHeads
from secondopinion_desktop.ui.pages.opinions.reading import (
    block_names,
    doctor_words,
    first_topics,
    ordinal,
    prompts,
    second_visit,
)
from secondopinion_desktop.ui.pages.opinions.statement import StatementBox
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Button, Card, Grid, Line, PlainLabel, quiet_button

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.opinion import Opinion, Topic
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.opinions.reading import Comparison

_TOPICS_WIDTH: Final = 150
_COLUMNS: Final = 2
_MANY: Final = 8
_FEW_LETTERS: Final = 45  # of names of topics on a button


class ComparisonCard(Card):
    """Statements save themselves through the file. Asks the page for the rest by signals."""

    marked = Signal(str, str)
    opinion_wanted = Signal()
    remove_requested = Signal(str)
    rearranged = Signal()

    def __init__(self, file: OpenFile) -> None:
        super().__init__()
        self._file = file
        self._found: Comparison | None = None
        self._whole: Comparison | None = None
        self._unfolded = False
        self._stacked = False
        self._arranged: tuple[object, ...] = ()
        self._chosen: list[str] = []
        self._prompts = prompts()
        self.topics: dict[str, TopicHead] = {}
        self.cells: dict[tuple[str, str], Cell] = {}
        self.differences: dict[str, Difference] = {}
        self._left: list[Cell | Difference] = []  # not shown any longer, with words that could not be saved yet
        self._blocks = {key: PlainLabel(name, "small-strong", "accent") for key, name in block_names().items()}
        for heading in self._blocks.values():
            heading.setContentsMargins(0, 8, 0, 0)
        self._lines: list[Line] = []
        self._grid = Grid(gap=2)
        self._grid.setHorizontalSpacing(14)
        self.body.addLayout(self._grid)
        self.agreement = PlainLabel("", "small", "muted")
        self.agreement.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.heads = [self._make_head() for _column in range(_COLUMNS)]
        self.left_heads = LeftHeads()  # has its place on the page, which shows it also without any opinion
        self.next_head = NextOpinionHead()
        self.next_head.wanted.connect(self.opinion_wanted)
        for column in (self.next_head, *self._blocks.values()):
            column.setParent(self)  # or it would be a window for a moment, when it is shown before it has its place
        self.more_button = Button("", "quiet", "chevron-down")
        self.more_button.set_flush()
        self.more_button.clicked.connect(self._unfold)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button = quiet_button(_("Add an opinion"), "plus", self.opinion_wanted)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        theme().changed.connect(self._size_columns)

    # What is shown

    def show_comparison(self, found: Comparison) -> None:
        """Show this; what is being typed stays."""
        self._found = found._replace(topics=found.topics if self._unfolded else first_topics(found, self.topics))
        self._whole = found
        self._say_more()
        self._keep_chosen()
        self._show_heads()
        self._show_topics()
        both = len(found.opinions) >= _COLUMNS
        self._say_agreement()
        self.add_button.setVisible(both)
        if self._shape() != self._arranged:
            self._arrange_at_once()
        self._take_out()

    def show_opinion(self, opinion_id: str) -> None:
        """Bring an opinion into one of the columns, the right one where there is a choice."""
        known = self._found is not None and any(opinion.id == opinion_id for opinion in self._found.opinions)
        if known and opinion_id not in self._chosen and self.flush():
            self._chosen = [*self._chosen[:1], opinion_id]
            self._show_again()

    def stack(self, *, stacked: bool) -> None:
        """Let the columns stand below each other, or side by side."""
        if stacked != self._stacked:
            self._stacked = stacked
            if self._found is not None:
                self._say_more()
                self._say_agreement()
                self._arrange()

    def columns(self) -> list[Opinion]:
        """Return the opinions in the columns, left to right."""
        by_id = {opinion.id: opinion for opinion in self._found.opinions} if self._found else {}
        return [by_id[opinion_id] for opinion_id in self._chosen]

    def flush(self) -> bool:
        """Save what is typed; return whether all of it is on the disk."""
        saved = [cell.box.flush() for cell in self.cells.values()] + [head.flush() for head in self.heads]
        saved += [difference.flush() for difference in self.differences.values()]
        return all([*saved, self.left_heads.flush(), self._let_go()])

    def focus_topic(self, topic_id: str) -> bool:
        """Put the keyboard on a topic; return whether it shows."""
        if topic_id not in self.topics and not self._unfolded:
            self._unfold()
        head = self.topics.get(topic_id)
        if head is not None and head.marker.isVisibleTo(head):
            head.marker.setFocus(Qt.FocusReason.OtherFocusReason)
        elif head is not None and self._chosen:
            self.focus_cell(topic_id, self._chosen[0])
        return head is not None

    def focus_cell(self, topic_id: str, opinion_id: str) -> bool:
        """Put the keyboard into a cell; return whether it shows."""
        if topic_id not in self.topics and not self._unfolded:
            self._unfold()
        self.show_opinion(opinion_id)
        cell = self.cells.get((topic_id, opinion_id))
        if cell is not None:
            cell.box.setFocus(Qt.FocusReason.OtherFocusReason)
        return cell is not None

    # Filling

    def _say_more(self) -> None:
        """Name the topics that are folded away, or count them: a button cannot wrap, and a name may be long."""
        topics, shown = (found.topics if found is not None else [] for found in (self._whole, self._found))
        folded = [topic.name for topic in topics if topic not in shown]
        names = ", ".join(folded)
        few = _("More topics: {names}").format(names=names)
        many = _("Show all {count} topics").format(count=len(topics))
        self.more_button.set_words(many if self._stacked or len(names) > _FEW_LETTERS else few)
        self.more_button.setVisible(bool(folded))

    def _say_agreement(self) -> None:
        assert self._found is not None
        agree, differ = self._found.agreement
        words = _("They agree on {agree},\ndiffer on {differ}").format(agree=agree, differ=differ)
        both = len(self._found.opinions) >= _COLUMNS
        self.agreement.setText((words.replace("\n", " ") if self._stacked else words) if both else "")

    def _keep_chosen(self) -> None:
        """Keep the chosen pair of columns as far as it is still there."""
        assert self._found is not None
        ids = [opinion.id for opinion in self._found.opinions]
        kept = [opinion_id for opinion_id in self._chosen if opinion_id in ids]
        added = [opinion_id for opinion_id in ids if opinion_id not in kept]
        pair = [*kept, *added][:_COLUMNS]
        self._chosen = sorted(pair, key=ids.index) if added and len(kept) < _COLUMNS else pair

    def _choose(self, opinion_id: str) -> None:
        """Show another opinion in a column; the one it had changes places with it where it stands beside it.

        Words that cannot be saved stay in sight, and so does the opinion they belong to.
        """
        place = next(number for number, head in enumerate(self.heads) if head is self.sender())
        here = self._chosen[place]
        if not self.flush():
            self.heads[place].picker.show_key(here)
            return
        self._chosen = [here if chosen == opinion_id else chosen for chosen in self._chosen]
        self._chosen[place] = opinion_id
        self._show_again()

    def _show_again(self) -> None:
        """Show the same with other columns."""
        if self._whole is not None:
            self.show_comparison(self._whole)

    def _unfold(self) -> None:
        asked = self.more_button.hasFocus()
        before = set(self.topics)
        self._unfolded = True
        self._show_again()
        if asked and self._found is not None:
            first = next((topic.id for topic in self._found.topics if topic.id not in before), "")
            self.focus_cell(first, self._chosen[0])

    def _show_heads(self) -> None:
        assert self._found is not None
        names = self._file.contacts.names()
        self.left_heads.seat(self.heads, self._chosen, self._make_head)
        for head, opinion in zip(self.heads, self.columns(), strict=False):
            head.show_opinion(opinion, self._found.opinions, names)
        if len(self._chosen) < _COLUMNS:
            number = self._file.opinions.next_number()
            visit = second_visit(self._file) if number == _COLUMNS else None
            self.next_head.show_next(number, visit, names.get(visit.contact_id or "", "") if visit else "")

    def _make_head(self) -> OpinionHead:
        head = OpinionHead(self._file)
        head.setParent(self)  # or it would be a window for a moment, when it is shown before it has its place
        head.remove_requested.connect(self.remove_requested)
        head.chosen.connect(self._choose)
        head.resized.connect(self._level_heads)
        return head

    def _show_topics(self) -> None:
        assert self._found is not None
        comparable = len(self._found.opinions) >= _COLUMNS
        columns = self.columns()
        for topic in self._found.topics:
            if topic.id not in self.topics:
                self.topics[topic.id] = TopicHead(topic.id)
                self.topics[topic.id].marked.connect(self.marked)
            self.topics[topic.id].show_topic(topic, comparable=comparable)
            self._show_difference(topic, comparable=comparable)
            for opinion in columns:
                self._show_cell(topic, opinion)

    def _show_difference(self, topic: Topic, *, comparable: bool) -> None:
        """Show what follows from a topic on which they differ. A form that is open stays."""
        assert self._found is not None
        followed, there = self._found.followed[topic.id], self.differences.get(topic.id)
        if comparable and there is None and leads_on(topic, followed):
            there = self.differences[topic.id] = Difference(self._file, topic.id)
            there.resized.connect(self.rearranged)
        if there is not None:
            there.show_topic(topic, followed)
            wanted = comparable and leads_on(topic, followed)
            if not wanted and there.editor is None:
                _drop(self.differences.pop(topic.id))

    def _take_out(self) -> None:
        """Take out what is not shown any longer, once what is still typed in it is saved."""
        assert self._found is not None
        wanted = {topic.id for topic in self._found.topics}
        for topic_id in self.topics.keys() - wanted:
            _drop(self.topics.pop(topic_id))
        kept = {(topic_id, opinion_id) for topic_id in wanted for opinion_id in self._chosen}
        self._left += [self.differences.pop(topic_id) for topic_id in [*self.differences] if topic_id not in wanted]
        self._left += [self.cells.pop(key) for key in [*self.cells] if key not in kept]
        for part in self._left:
            part.hide()
        self._let_go()

    def _let_go(self) -> bool:
        left, self._left = self._left, []  # what is saved is a change, and all is read again
        for part in left:
            if part.flush():
                part.deleteLater()
            else:
                self._left.append(part)
        return not self._left

    def _show_cell(self, topic: Topic, opinion: Opinion) -> None:
        assert self._found is not None
        key = (topic.id, opinion.id)
        if key not in self.cells:
            self.cells[key] = Cell(StatementBox(*key, self._file_says))
        cell, name = self.cells[key], ordinal(opinion.number)
        cell.box.show_about(topic.name, name, self._prompts.get(topic.key, _("What did they say?")))
        cell.box.show_statement(self._found.said.get(key, ""))
        cell.whose.setText(doctor_words(opinion, {}) or name)
        tones = {1: "first", 2: "second"}
        cell.whose.set_tone(tones.get(opinion.number, "muted"))  # type: ignore[arg-type]

    def _file_says(self, topic_id: str, opinion_id: str, words: str) -> None:
        self._file.opinions.say(topic_id, opinion_id, words, origin=self)

    # Where it stands

    def _shape(self) -> tuple[object, ...]:
        topics = tuple((topic.id, topic.block) for topic in self._found.topics) if self._found else ()
        return (self._stacked, tuple(self._chosen), topics, tuple(sorted(self.differences)))

    def _arrange_at_once(self) -> None:
        """Arrange; showing many cells one by one would lay out the whole page as often."""
        many = self.isVisible() and sum(cell.isHidden() for cell in self.cells.values()) > _MANY
        if many:
            self.hide()
        self._arrange()
        if many:
            self.show()

    def _arrange(self) -> None:
        """Put everything into the grid anew; nothing is made or lost by it."""
        self._arranged = self._shape()
        while self._grid.takeAt(0) is not None:
            pass
        for line in self._lines:
            _drop(line)
        self._lines = []
        shown: list[QWidget] = list(self.heads[: len(self._chosen)])
        if len(self._chosen) == 1:
            shown.append(self.next_head)
        for widget in (*self.heads, self.next_head):
            widget.setVisible(widget in shown)
        for block in self._blocks.values():
            block.hide()
        if self._stacked:
            self._arrange_stacked(shown)
        else:
            self._arrange_beside(shown)
        for cell in self.cells.values():
            cell.whose.setVisible(self._stacked)
        self._size_columns()
        self.rearranged.emit()

    def _arrange_beside(self, heads: list[QWidget]) -> None:
        self._put(self.agreement, 0, 0)
        for number, head in enumerate(heads, start=1):
            self._put(head, 0, number)
        row = 1
        for topic_id, topic, block in self._in_order():
            if row > 1:
                self._rule(row)
            if block is not None:
                self._put(block, row + 1, 0, 1 + _COLUMNS)
            self._put(topic, row + 2, 0, 1, 2)
            for number, opinion_id in enumerate(self._chosen, start=1):
                self._put(self.cells[topic_id, opinion_id], row + 2, number)
            if topic_id in self.differences:
                self._put(self.differences[topic_id], row + 3, 1, _COLUMNS)
            row += 4

    def _arrange_stacked(self, heads: list[QWidget]) -> None:
        row = 0
        for head in (*heads, self.agreement):
            self._put(head, row, 0)
            row += 1
        for topic_id, topic, block in self._in_order():
            self._rule(row)
            if block is not None:
                self._put(block, row + 1, 0)
            self._put(topic, row + 2, 0)
            row += 3
            below = [self.cells[topic_id, opinion_id] for opinion_id in self._chosen]
            for widget in (*below, *([self.differences[topic_id]] if topic_id in self.differences else [])):
                self._put(widget, row, 0)
                row += 1

    def _level_heads(self) -> None:
        """Let heads be equally high, unless one of them is a form now."""
        editing = any(head.editor is not None for head in self.heads)
        for head in (*self.heads, self.next_head):
            self._grid.setAlignment(head, Qt.AlignmentFlag.AlignTop if editing else Qt.AlignmentFlag(0))
        self.rearranged.emit()

    def _in_order(self) -> Iterator[tuple[str, TopicHead, PlainLabel | None]]:
        """Give each topic, and with the first of a block its heading, where there is more than one block."""
        assert self._found is not None
        blocks = [topic.block if topic.block in self._blocks else "" for topic in self._found.topics]
        for topic, block, before in zip(self._found.topics, blocks, [None, *blocks], strict=False):
            heading = self._blocks[block] if block != before and len(set(blocks)) > 1 else None
            yield topic.id, self.topics[topic.id], heading

    def _put(self, widget: QWidget, row: int, column: int, across: int = 1, down: int = 1) -> None:
        self._grid.addWidget(widget, row, column, down, across)
        widget.show()

    def _rule(self, row: int) -> None:
        line = Line()
        self._lines.append(line)
        self._grid.addWidget(line, row, 0, 1, 1 if self._stacked else 1 + _COLUMNS)

    def _size_columns(self) -> None:
        beside = not self._stacked
        self._grid.setRowMinimumHeight(1, theme().px(6) if beside else 0)  # under the heads
        self._grid.setColumnMinimumWidth(0, theme().text_px(_TOPICS_WIDTH) if beside else 0)
        self._grid.setColumnStretch(0, 0 if beside else 1)
        for number in range(1, 1 + _COLUMNS):
            self._grid.setColumnStretch(number, 1 if beside else 0)
        widest = theme().text_px(_TOPICS_WIDTH) if beside else 16_777_215
        for widget in (self.agreement, *self.topics.values()):
            widget.setMaximumWidth(widest)


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
