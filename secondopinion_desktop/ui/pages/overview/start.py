"""What a new file offers: three things to do first. What is done stays, ticked, until all three are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Card, Column, IconLabel, Line, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROW = 520  # below this effective width of the card the buttons stand under the words

# title, sentence, button, icon, the command it asks for
_FIRST = (
    (
        N_("Add the appointment you have, or want to make"),
        N_("Even a rough date helps. You can change it later."),
        N_("Add an appointment"),
        "calendar",
        "new_appointment",
    ),
    (
        N_("Add your insurance card"),
        N_("Member number and the phone number on the back."),
        N_("Add insurance"),
        "shield",
        "add_insurance",
    ),
    (
        N_("Write down one question"),
        N_("We can suggest some, if you like."),
        N_("Add a question"),
        "question",
        "new_question",
    ),
)


class _First(Box):
    """One of the three: number, words, button."""

    wanted = Signal(str)

    def __init__(self, number: int, title: str, sentence: str, button: Button, opens: str) -> None:
        super().__init__()
        self._opens = opens
        self.button = button
        button.clicked.connect(self._want)
        self._row = Row(self, gap=12, margins=(0, 6, 0, 6))
        numbered = Row(gap=12)
        self._number = PlainLabel(str(number), "card-title", wrap=False)
        self._tick = IconLabel("status-done", "done", 20)
        self._tick.setAccessibleName(_("Done"))
        self._tick.hide()
        theme().changed.connect(self._line_up)
        self._line_up()
        for mark in (self._number, self._tick):
            numbered.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=0)
        self._title = PlainLabel(title, "strong")
        self._sentence = PlainLabel(sentence, "body", "muted")
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        numbered.addLayout(words, 1)
        self._row.addLayout(numbered, 1)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _line_up(self) -> None:
        self._number.setFixedWidth(self._tick.width())  # so that ticked titles stand in line with the others

    def show_state(self, *, done: bool, first: bool) -> None:
        """Show it done, or to do; `first` is the one to begin with."""
        self._tick.setVisible(done)
        for widget in (self._number, self._sentence, self.button):
            widget.setVisible(not done)
        self._title.set_tone("muted" if done else "text")
        self.button.set_kind("primary" if first else "secondary")

    def say(self, title: str) -> None:
        """Call it something else."""
        self._title.setText(title)

    def arrange(self, *, narrow: bool) -> None:
        """Put the button beside or under the words."""
        self._row.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self.button, side)

    def _want(self) -> None:
        self.wanted.emit(self._opens)


class StartCard(Card):
    """`wanted` carries a command: "new_appointment", "add_insurance" or "new_question"."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Three things to do first"))
        self.add(PlainLabel(_("About ten minutes. You can stop at any time; everything is saved."), "body", "muted"))
        self.rows: list[_First] = []
        for number, (title, sentence, words, icon_name, opens) in enumerate(_FIRST, start=1):
            button = Button(_(words), "secondary" if self.rows else "primary", icon_name)
            row = _First(number, _(title), _(sentence), button, opens)
            row.wanted.connect(self.wanted)
            if self.rows:
                self.add(Line())
            self.rows.append(row)
            self.add(row)
        self._breakpoints = Breakpoints(self, (_NARROW,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange()

    def show_done(self, done: Sequence[bool], *, without_card: bool) -> None:
        """Say of each of the three whether it is there. `without_card`, somebody pays who gives out none."""
        self.rows[1].say(_("Say who pays") if without_card else _(_FIRST[1][0]))
        first = next((place for place, is_done in enumerate(done) if not is_done), -1)
        for place, (row, is_done) in enumerate(zip(self.rows, done, strict=True)):
            row.show_state(done=is_done, first=place == first)

    def _arrange(self, _index: int = 0) -> None:
        for row in self.rows:
            row.arrange(narrow=self._breakpoints.index == 0)
