"""What to print: for whom, which parts, on which paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.packets import SHORT, MadeFor, PacketChoice, PaperSize, Part, usual_choice
from secondopinion_desktop.ui.widgets import Box, CheckRow, Column, ComboBox, FieldFrame, PlainLabel, Row, ScrollArea

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_NORMAL, _LARGE = "normal", "large"
_INDENT = 34


class SummaryChoices(ScrollArea):
    """The left side of "Print or save summary". `chosen` is emitted with each change a person makes.

    `visits` are id and words of those a questions sheet can be made for; with `visit_id` it begins with that sheet.
    `asks_first` says that the person has not asked to hear all details: what waiting may mean has a tick of its own.
    """

    chosen = Signal()

    def __init__(
        self,
        counts: Mapping[Part, int],
        only: frozenset[Part] | None = None,
        visits: Sequence[tuple[str, str]] = (),
        visit_id: str | None = None,
        *,
        asks_first: bool = True,
    ) -> None:
        inside = Box()
        super().__init__(inside)
        self.choice = usual_choice(MadeFor.DOCTOR if visit_id is None else MadeFor.VISIT)
        if visit_id is not None:
            self.choice = replace(self.choice, visit_id=visit_id)
        if only is not None:
            self.choice = replace(self.choice, sections=only)
        self.made_for = _list_field(_("Made for"), tuple((made.value, made.words) for made in MadeFor))
        self.visit = _list_field(_("Visit"), tuple(visits) or (("", _("the next visit I make")),))
        self.paper = _list_field(_("Paper"), (("letter", _("Letter")), ("a4", _("A4"))))
        self.print_size = _list_field(_("Print size"), ((_NORMAL, _("Normal")), (_LARGE, _("Large print"))))
        self.parts = {part: CheckRow(_with_count(part, counts)) for part in Part}
        self.private_notes = CheckRow(_("Private notes too"))
        self.confidence = CheckRow(_("How sure I feel"))
        self.private_answers = CheckRow(_("First thoughts, gut and trust"))
        self.whole_member_id = CheckRow(_("Card numbers in full"))
        self.birth_date = CheckRow(_("My birth date"))
        self.short = CheckRow(_("Short copy"), _("Only dates, people, and what happens next."))
        self.each_choice = CheckRow(
            _("Lines for each of my choices"), _("The good and the hard sides, and other ways.")
        )
        self.if_i_wait = CheckRow(_("Also what waiting may mean"))
        self._asks_first = asks_first
        self.about_brief = PlainLabel(
            _("One page with what a second doctor asks for first. Card numbers and notes are never on it."),
            "body",
            "muted",
        )
        self.too_long = PlainLabel("", "small-strong", "muted")
        self._include = PlainLabel(_("Include"), "small-strong")
        self._parts = Box()
        self._list(Column(self._parts, gap=0))
        self._place(inside)
        self._listen()
        self._show()

    def _place(self, inside: Box) -> None:
        column = Column(inside, gap=12, margins=(20, 16, 20, 16))
        column.addWidget(self.made_for)
        column.addWidget(self.visit)
        row = Row(gap=12)
        row.addWidget(self.paper, 1)
        row.addWidget(self.print_size, 1)
        column.addLayout(row)
        column.addWidget(self.about_brief)
        column.addWidget(self.too_long)
        column.addWidget(self.short)
        column.addWidget(self._include)
        included = Column(gap=0)  # one list to the eye
        included.addWidget(self.birth_date)
        included.addWidget(self.each_choice)
        included.addLayout(_indented(self.if_i_wait))
        included.addWidget(self._parts)
        column.addLayout(included)
        column.addStretch(1)

    def _list(self, column: Column) -> None:
        for part, row in self.parts.items():
            column.addWidget(row)
            for under in self._under().get(part, ()):
                column.addLayout(_indented(under))

    def _under(self) -> dict[Part, tuple[CheckRow, ...]]:
        """Return what is asked further about a part. None of it is ticked by itself."""
        return {
            Part.INSURANCE: (self.whole_member_id,),
            Part.CHOICES: (self.confidence, self.private_answers),
            Part.NOTES: (self.private_notes,),
        }

    def _listen(self) -> None:
        self.made_for.editor.activated.connect(self._take_reader)
        self.visit.editor.activated.connect(self._take)
        self.paper.editor.activated.connect(self._take)
        self.print_size.editor.activated.connect(self._take)
        self.short.ticked.connect(self._take_short)
        further = [row for rows in self._under().values() for row in rows]
        for row in (*self.parts.values(), *further, self.birth_date, self.each_choice, self.if_i_wait):
            row.ticked.connect(self._take)

    def _take_reader(self) -> None:
        self.choice = usual_choice(MadeFor(self.made_for.editor.key()), self.choice)
        self._show()
        self.chosen.emit()

    def _take_short(self) -> None:
        usual = usual_choice(MadeFor.FAMILY, self.choice)
        self.choice = replace(usual, sections=SHORT) if self.short.is_ticked() else usual
        self._show()
        self.chosen.emit()

    def show_too_long(self, over: Sequence[str]) -> None:
        """Say which parts did not fit on the one page they should stand on."""
        words = _("Too long for one page: {parts}. The rest is on page 2.").format(parts=", ".join(over))
        self.too_long.setText(words if over else "")
        self.too_long.setVisible(bool(over))

    def _take(self) -> None:
        self.choice = replace(
            self.choice,
            sections=frozenset(part for part, row in self.parts.items() if row.is_ticked()),
            paper=cast("PaperSize", self.paper.editor.key()),
            large_print=self.print_size.editor.key() == _LARGE,
            private_notes=self.private_notes.is_ticked(),
            confidence=self.confidence.is_ticked(),
            private_answers=self.private_answers.is_ticked(),
            whole_member_id=self.whole_member_id.is_ticked(),
            birth_date=self.birth_date.is_ticked(),
            visit_id=self.visit.editor.key(),
            each_choice=self.each_choice.is_ticked(),
            if_i_wait=self.each_choice.is_ticked() and self.if_i_wait.is_ticked(),
        )
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        choice: PacketChoice = self.choice
        is_sheet, is_brief = choice.made_for is MadeFor.VISIT, choice.made_for is MadeFor.BRIEF
        self.made_for.editor.show_key(choice.made_for.value)
        self.visit.editor.setCurrentIndex(max(self.visit.editor.findData(choice.visit_id), 0))
        self.visit.setVisible(is_sheet)
        self._parts.setVisible(not is_sheet and not is_brief)
        self.paper.editor.show_key(choice.paper)
        self.print_size.editor.show_key(_LARGE if choice.large_print else _NORMAL)
        for part, row in self.parts.items():
            row.set_ticked(ticked=part in choice)
        self.print_size.setVisible(not is_brief)
        self._include.setVisible(not is_brief)
        self.about_brief.setVisible(is_brief)
        self.short.setVisible(choice.made_for is MadeFor.FAMILY)
        self.short.set_ticked(ticked=choice.sections == SHORT)
        self.show_too_long(())
        for row, on, part in (
            (self.private_notes, choice.private_notes, Part.NOTES),
            (self.confidence, choice.confidence, Part.CHOICES),
            (self.private_answers, choice.private_answers, Part.CHOICES),
            (self.whole_member_id, choice.whole_member_id, Part.INSURANCE),
        ):
            row.set_ticked(ticked=on)
            row.setVisible(part in choice)
        self.birth_date.set_ticked(ticked=choice.birth_date)
        self.each_choice.set_ticked(ticked=choice.each_choice)
        self.each_choice.setVisible(is_sheet)
        self.if_i_wait.set_ticked(ticked=choice.if_i_wait)
        self.if_i_wait.setVisible(is_sheet and choice.each_choice and self._asks_first)


def _indented(row: CheckRow) -> Row:
    """Return the row as one that belongs to the row above it."""
    found = Row(margins=(_INDENT, 0, 0, 0))
    found.addWidget(row)
    return found


def _list_field(label: str, choices: tuple[tuple[str, str], ...]) -> FieldFrame[ComboBox]:
    """Return a choice list that is as wide as there is room."""
    editor = ComboBox(choices)
    editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return FieldFrame(label, editor)


def _with_count(part: Part, counts: Mapping[Part, int]) -> str:
    if part not in counts:
        return part.words
    return _("{part} ({count})").format(part=part.words, count=counts[part])
