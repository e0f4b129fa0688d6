"""What an empty file offers: three things to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Card, Column, Line, PlainLabel, Row

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
        numbered = Row(gap=18)
        numbered.addWidget(PlainLabel(str(number), "card-title", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=0)
        words.addWidget(PlainLabel(title, "strong"))
        words.addWidget(PlainLabel(sentence, "body", "muted"))
        numbered.addLayout(words, 1)
        self._row.addLayout(numbered, 1)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

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
            button = Button(_(words), "primary" if number == 1 else "secondary", icon_name)
            row = _First(number, _(title), _(sentence), button, opens)
            row.wanted.connect(self.wanted)
            if self.rows:
                self.add(Line())
            self.rows.append(row)
            self.add(row)
        self._breakpoints = Breakpoints(self, (_NARROW,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange()

    def _arrange(self, _index: int = 0) -> None:
        for row in self.rows:
            row.arrange(narrow=self._breakpoints.index == 0)
