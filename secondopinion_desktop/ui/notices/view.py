"""One notice: its level as icon and word, two short sentences, the dates it compared, one button, and "Answer"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import RuleAnswer
from secondopinion_desktop.model.timing import Level
from secondopinion_desktop.ui.theme import icon
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Column, IconLabel, PlainLabel, Row, button_text

if TYPE_CHECKING:
    from secondopinion_desktop.services.timing import OpenNotice
    from secondopinion_desktop.ui.widgets.labels import Tone

ICONS: Final = {Level.CALL: "phone", Level.CHECK: "eye", Level.NOTE: "info"}
_ANSWERS: Final = (RuleAnswer.ASKED, RuleAnswer.LATER, RuleAnswer.DOES_NOT_APPLY)


def kind_of(level: Level) -> str:
    """Return the surface a level stands on: the caution banner, or for a note the quiet one. Never the red one."""
    return "info" if level is Level.NOTE else "caution"


class NoticeView(QWidget):
    """Shows one notice. `acted` asks for what its button says; `answered` carries the value of a RuleAnswer.

    Below the effective width `narrow` the buttons stand below each other.
    """

    acted = Signal()
    answered = Signal(str)

    def __init__(self, *, narrow: int) -> None:
        super().__init__()
        self.found: OpenNotice | None = None
        row = Row(self, gap=12)
        self._icon = Row(gap=0)
        self._shown_icon: IconLabel | None = None
        row.addLayout(self._icon)
        self._words = Column(gap=3)
        row.addLayout(self._words, 1)
        self.level = PlainLabel("", "small-strong", wrap=False)
        self.sees = PlainLabel("", "strong")
        self.ask = PlainLabel()
        self.about = PlainLabel("", "small", "muted")
        top = Row(gap=10)  # level and dates share a line: a banner of four lines pushes down what is to be done
        top.addWidget(self.level, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.about, 1)
        self._words.addLayout(top)
        for label in (self.sees, self.ask):
            self._words.addWidget(label)
        self._make_buttons()
        self._make_choices()
        self._breakpoints = Breakpoints(self, (narrow,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange()

    def _make_buttons(self) -> None:
        self.action = Button("")
        self.action.clicked.connect(self.acted)
        self.answer = Button(_("Answer"), icon_name="check")
        self.answer.clicked.connect(self._offer_answers)
        self.more = Button("", "quiet", "bulb")
        self.more.clicked.connect(self._turn)
        self._buttons = Row(gap=8)
        for button in (self.action, self.answer):
            self._buttons.addWidget(button)
        self.foot = Row(gap=8)
        self.foot.addLayout(self._buttons)
        self.foot.addStretch(1)
        self._words.addSpacing(4)
        self._words.addLayout(self.foot)
        self.more.set_flush()
        self._words.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_choices(self) -> None:
        self.choices = Box()
        self._choice_place = Column(self.choices, gap=0, margins=(0, 4, 0, 0))
        self._words.addWidget(self.choices)
        self.choices.hide()

    def show_notice(self, found: OpenNotice) -> None:
        """Show another notice; the keyboard stays where it was."""
        same = self.found is not None and (self.found.rule, self.found.notice.facts) == (
            found.rule,
            found.notice.facts,
        )
        self.found = found
        kind = kind_of(found.level)
        self._show_icon(ICONS[found.level], f"{kind}_line")
        tone: Tone = "info" if kind == "info" else "caution"
        for label in (self.level, self.sees):
            label.set_tone(tone)
        self.level.setText(found.level.words)
        for part, words in ((self.sees, found.sees), (self.ask, found.ask), (self.about, found.about)):
            part.setText(words)
            part.setVisible(bool(words))
        self.action.set_words(found.words.button)
        self.answer.setAccessibleDescription(found.sees)
        self.action.setAccessibleDescription(found.sees)
        self.more.setVisible(found.words.choices)
        if not same:
            self._fold(folded=True)
        self.setAccessibleName(f"{found.level.words}. {found.sees}")

    def _show_icon(self, name: str, ink: str) -> None:
        if self._shown_icon is not None:
            self._icon.removeWidget(self._shown_icon)
            self._shown_icon.hide()
            self._shown_icon.deleteLater()
        self._shown_icon = IconLabel(name, ink, 20, parent=self)
        self._icon.addWidget(self._shown_icon, 0, Qt.AlignmentFlag.AlignTop)
        self._shown_icon.show()

    # Things one can ask about

    def _turn(self) -> None:
        self._fold(folded=self.choices.isVisibleTo(self))

    def _fold(self, *, folded: bool) -> None:
        if not folded and not self._choice_place.count():
            self._choice_place.addWidget(things_to_ask())
        self.choices.setVisible(not folded)
        self.more.set_words(_("Things to ask about") if folded else _("Hide this list"))

    # Answers

    def _offer_answers(self) -> None:
        menu = self.answers_menu()
        menu.popup(self.answer.mapToGlobal(QPoint(0, self.answer.height() + 2)))

    def answers_menu(self) -> QMenu:
        """Return a menu with the three ways to answer."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for answer, do in zip(_ANSWERS, (self._asked, self._later, self._not_mine), strict=True):
            name = "calendar" if answer is RuleAnswer.LATER else ""
            entry = menu.addAction(button_text(answer.words))
            if name:
                entry.setIcon(icon(name, "text"))
            entry.triggered.connect(do)
        return menu

    def _asked(self) -> None:
        self.answered.emit(RuleAnswer.ASKED.value)

    def _later(self) -> None:
        self.answered.emit(RuleAnswer.LATER.value)

    def _not_mine(self) -> None:
        self.answered.emit(RuleAnswer.DOES_NOT_APPLY.value)

    def _arrange(self, _index: int = 0) -> None:
        narrow = self._breakpoints.index == 0
        for row in (self._buttons, self.foot):
            row.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)
        for button in (self.action, self.answer):
            self._buttons.setAlignment(button, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))


def things_to_ask() -> QWidget:
    """Return the list of things one can ask about. None is better than another, and none is advice."""
    told = guidance.timing()
    listed = Box()
    column = Column(listed, gap=2)
    column.addWidget(PlainLabel(told.choices_intro, "strong"))
    for choice in told.choices:
        column.addWidget(_bullet(choice))
    return listed


def _bullet(words: str) -> QWidget:
    """Return one line of a list, with its point at the left of all its lines."""
    line = Box()
    row = Row(line, gap=8)
    row.addWidget(PlainLabel("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(words), 1)
    return line
