"""The clear-check: four lines, before and now, without any number. "No" and "not sure" offer the next helpful thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import Yes3
from secondopinion_desktop.ui.foldcard import FoldCard
from secondopinion_desktop.ui.pages.step.related import PLACES
from secondopinion_desktop.ui.pages.step.work.words import short_day
from secondopinion_desktop.ui.widgets import (
    Button,
    Column,
    ComboField,
    Line,
    PlainLabel,
    Row,
    order_as_laid_out,
    quiet_button,
)

if TYPE_CHECKING:
    from secondopinion_desktop.guidance import ClearLine
    from secondopinion_desktop.model.decision import SelfCheck
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_BEFORE, _NOW = "before", "now"
_UNCLEAR: Final = (Yes3.NO, Yes3.NOT_SURE)


class ClearRow(QWidget):
    """One line with its two answers. `answered` carries the line's key, "before" or "now", and the answer."""

    answered = Signal(str, str, str)
    wanted = Signal(str)
    ask_wanted = Signal(str)

    def __init__(self, line: ClearLine) -> None:
        super().__init__()
        self._line = line
        column = Column(self, gap=6, margins=(0, 4, 0, 6))
        column.addWidget(PlainLabel(line.text, "strong"))
        choices = tuple((str(answer), answer.words) for answer in Yes3)
        self.fields = {_BEFORE: ComboField(_("Before"), choices), _NOW: ComboField(_("Now"), choices)}
        row = Row(gap=10)
        for field in self.fields.values():
            field.editor.setAccessibleDescription(line.text)
            row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
        self.fields[_BEFORE].editor.activated.connect(self._tell_before)
        self.fields[_NOW].editor.activated.connect(self._tell_now)
        self.days = PlainLabel("", "small", "muted")
        self.help = PlainLabel(line.help)
        self.action = quiet_button(line.action, PLACES[line.goes].icon, self._tell_wanted)
        self.ask = Button(_("Add two questions to my list"), "quiet", "plus")
        self.ask.clicked.connect(self._tell_ask)
        column.addWidget(self.days)
        column.addWidget(self.help)
        self.ask.set_flush()
        for button in (self.action, self.ask):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_answers(self, before: SelfCheck | None, now: SelfCheck | None) -> None:
        """Show both answers with their days, and the way on where the latest is not yes."""
        days = []
        for when, check, words in ((_BEFORE, before, _("Before: {day}.")), (_NOW, now, _("Now: {day}."))):
            self.fields[when].editor.show_key(check.answer if check else "")
            if check is not None and check.day:
                days.append(words.format(day=short_day(check.day)))
        self.days.setText(" ".join(days))
        self.days.setVisible(bool(days))
        latest = (now.answer if now else "") or (before.answer if before else "")
        unclear = latest in _UNCLEAR
        self.help.setVisible(unclear)
        self.action.setVisible(unclear)
        self.ask.setVisible(unclear and bool(self._line.ask))

    def _tell_before(self) -> None:
        self.answered.emit(self._line.key, _BEFORE, self.fields[_BEFORE].editor.key())

    def _tell_now(self) -> None:
        self.answered.emit(self._line.key, _NOW, self.fields[_NOW].editor.key())

    def _tell_wanted(self) -> None:
        self.wanted.emit(self._line.key)

    def _tell_ask(self) -> None:
        self.ask_wanted.emit(self._line.key)


class ClearCard(FoldCard):
    """All four lines. Kept for the person alone."""

    kinds = ("self_check",)
    hint = N_("Four questions to ask yourself.")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        self.rows: dict[str, ClearRow] = {}
        super().__init__(file, messages, _("What is clear to me"))

    def line(self) -> str:
        """Return when it was last answered."""
        keys = {line.key for line in guidance.clear_lines()}
        answers = self.file.opinions.self_checks.answers()
        days = [check.day for (kind, _when), check in answers.items() if kind in keys and check.answer and check.day]
        return _("Last looked at on {day}").format(day=short_day(max(days))) if days else ""

    def fill(self) -> None:
        """Make the four lines."""
        words = _("Four lines for you alone. There is no score, and “not sure” is a fine answer.")
        self.column.addWidget(PlainLabel(words, tone="muted"))
        for line in guidance.clear_lines():
            if self.rows:
                self.column.addWidget(Line())
            row = self.rows[line.key] = ClearRow(line)
            row.answered.connect(self._answer)
            row.wanted.connect(self._go)
            row.ask_wanted.connect(self._ask)
            self.column.addWidget(row)

    def read(self) -> None:
        """Show the answers of now."""
        super().read()
        answers = self.file.opinions.self_checks.answers()
        for key, row in self.rows.items():
            row.show_answers(answers.get((key, _BEFORE)), answers.get((key, _NOW)))
        order_as_laid_out(self)

    def _answer(self, kind: str, when: str, answer: str) -> None:
        self.file.opinions.self_checks.say(kind, when, answer)

    def _go(self, key: str) -> None:
        self.open_requested.emit(*PLACES[_line(key).goes].opens)

    def _ask(self, key: str) -> None:
        """Put the questions of the bank that may help on the list, unless they are there."""
        if self.file.bank.take(_line(key).ask):
            self.messages.toast(_("Questions added"), self.file.history.way_back().now)
        else:
            self.messages.toast(_("These questions are on your list already"))


def _line(key: str) -> ClearLine:
    return next(line for line in guidance.clear_lines() if line.key == key)
