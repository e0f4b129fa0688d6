"""The whole bank of questions: by topic, by reason, by talk; found by words; some put away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop import guidance
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.guidance import Visit
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import (
    Banner,
    BannerAction,
    Breakpoints,
    Button,
    ComboBox,
    Dialog,
    PlainLabel,
    Row,
    SearchEdit,
    TabBar,
    order_as_laid_out,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.guidance import BankQuestion
    from secondopinion_desktop.services.file import OpenFile

_TOPIC, _REASON, _TALK, _NOT_FOR_ME = range(4)
_BESIDE_WORDS: Final = 440
_TALKS: Final = (
    (Visit.CURRENT, N_("With my own doctor")),
    (Visit.INSURER, N_("Call to the insurer")),
    (Visit.SECOND, N_("Second-opinion visit, or its front desk")),
    (Visit.AFTER, N_("Afterwards, with either doctor")),
)


class Line(NamedTuple):
    """One question with where it stands: in the list already, or put away."""

    question: BankQuestion
    taken: bool
    hidden: bool

    @property
    def id(self) -> str:
        """The id that stands for it in a list."""
        return self.question.id


class BankRow(QWidget):
    """A question to take, or to put away. Signals carry its id in the bank."""

    chosen = Signal(str)
    put_away = Signal(str)
    wanted_back = Signal(str)

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._id = line.id
        self._row = row = Row(self, gap=8, margins=(0, 5, 0, 5))
        self.words = PlainLabel(line.question.text)
        self.taken = PlainLabel(_("On your list"), "small-strong", "done", wrap=False)
        self.add = Button(_("Add"), "quiet", "plus")
        self.away = Button(_("Not for me"), "quiet")
        self.back = Button(_("Bring back"), "quiet", "undo")
        row.addWidget(self.words, 1)
        buttons = Row(gap=8)
        for widget in (self.taken, self.add, self.away, self.back):
            buttons.addWidget(widget)
        buttons.addStretch(0)
        row.addLayout(buttons)
        self.add.clicked.connect(self._choose)
        self.away.clicked.connect(self._put_away)
        self.back.clicked.connect(self._bring_back)

        self._watch = Breakpoints(self, (_BESIDE_WORDS,))
        self._watch.changed.connect(self._lay_out)
        self._lay_out(self._watch.index)

    def _lay_out(self, index: int) -> None:
        """Put the buttons under the words where there is no room beside them."""
        self._row.setDirection(Row.Direction.LeftToRight if index else Row.Direction.TopToBottom)

    def show_item(self, line: Line, _place: int) -> None:
        """Show where the question stands."""
        self.taken.setVisible(line.taken)
        self.add.setVisible(not line.taken and not line.hidden)
        self.away.setVisible(not line.taken and not line.hidden)
        self.back.setVisible(line.hidden)
        for button in (self.add, self.away, self.back):
            button.setAccessibleDescription(line.question.text)

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def stop(self) -> QWidget:
        """Return where the keyboard goes in this row."""
        buttons = (self.add, self.back)
        return next((button for button in buttons if not button.isHidden()), self)

    def _choose(self) -> None:
        self.chosen.emit(self._id)

    def _put_away(self) -> None:
        self.put_away.emit(self._id)

    def _bring_back(self) -> None:
        self.wanted_back.emit(self._id)


class QuestionBankDialog(Dialog):
    """`visit_id` is where a chosen question is brought as well, if anywhere. Choosing keeps the dialog open.

    `put_away` is the id in the bank of a question that is not for the person, to begin with.
    """

    def __init__(self, file: OpenFile, visit_id: str = "", put_away: str = "") -> None:
        super().__init__(_("Questions to choose from"), width=760)
        self._file, self._visit_id = file, visit_id
        self._about_outlook = file.timing.outlook()
        self._shows_outlook = self._about_outlook is None
        self._asked_about_outlook = False
        self.search = SearchEdit(_("Find a question"), _("Find a question"))
        self.search.textEdited.connect(self._read)
        self.search.left.connect(self.reject)
        self.tabs = TabBar(_("Ways to look"), (_("Topics"), _("Reasons"), _("Talks"), _("Not for me")))
        self.tabs.currentChanged.connect(self._change_tab)
        self.which = ComboBox()
        self.which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.which.activated.connect(self._read)
        self.outlook: Banner | None = None
        self.list = RowList(self._make, at_first=30)
        self.nothing = PlainLabel("", "body", "muted")
        for widget in (self.search, self.tabs, self.which, self.nothing, self.list):
            self.add(widget)
        self.body.addStretch(1)
        self.error = PlainLabel("", "small-strong", "error")
        self.error.hide()
        self.add_note(self.error)
        self.close_button = self.add_button(_("Done"), "primary", default=True)
        self.close_button.clicked.connect(self.accept)
        self._change_tab()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if put_away:
            self._show_hidden(put_away)

    def _show_hidden(self, bank_id: str) -> None:
        """Show those that are not for the person, with the keyboard on one of them."""
        self.tabs.setCurrentIndex(_NOT_FOR_ME)
        if self.list.reveal(bank_id):
            self.list.rows[bank_id].stop().setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    def _change_tab(self, _index: int = 0) -> None:
        bank, tab = guidance.question_bank(), self.tabs.currentIndex()
        self.which.clear()
        names = {_TOPIC: _("Topic"), _REASON: _("Reason"), _TALK: _("Talk")}
        self.which.setAccessibleName(names.get(tab, ""))
        if tab == _TOPIC:
            entries = [(group.key, group.name) for group in bank.groups]
        elif tab == _REASON:
            entries = self._reasons()
        else:
            entries = [(str(talk), _(words)) for talk, words in _TALKS]
        for key, words in entries if tab != _NOT_FOR_ME else ():
            self.which.addItem(words, key)
        self.which.setVisible(tab != _NOT_FOR_ME)
        self._read()

    def _reasons(self) -> list[tuple[str, str]]:
        """Return the reasons that lead to questions, the ones this person gave first."""
        given = self._file.bank.reasons()
        known = [reason for reason in guidance.reasons() if reason.questions]
        known.sort(key=lambda reason: reason.key not in given)
        mine = _("You said: {reason}")
        return [(r.key, mine.format(reason=r.text) if r.key in given else r.text) for r in known]

    def _read(self, _value: object = None) -> None:
        """Show what belongs to the words that are typed, else to the tab and the choice under it."""
        wanted = self.search.text().split()
        hidden, taken = self._file.bank.hidden(), self._file.bank.taken()
        found = list(self._found(wanted) if wanted else self._chosen(hidden))
        outlook = [question for question in found if question.ask_first and question.id not in taken]
        if not self._shows_outlook and not (self.tabs.currentIndex() == _NOT_FOR_ME and not wanted):
            found = [question for question in found if question not in outlook]
        self._ask_about_outlook(there_are_some=bool(outlook) and not self._shows_outlook)
        self.list.show_items([Line(question, question.id in taken, question.id in hidden) for question in found])
        back = _("What you mark as not for you can be brought back here.")
        self.nothing.setText(_("Nothing here.") if wanted or self.tabs.currentIndex() != _NOT_FOR_ME else back)
        self.nothing.setVisible(not found)
        for widget in (self.tabs, self.which):
            widget.setEnabled(not wanted)
        order_as_laid_out(self)

    def _found(self, wanted: list[str]) -> Iterable[BankQuestion]:
        for question in guidance.questions():
            text = question.text.casefold()
            if all(word.casefold() in text for word in wanted):
                yield question

    def _chosen(self, hidden: frozenset[str]) -> Iterable[BankQuestion]:
        key, tab = self.which.key(), self.tabs.currentIndex()
        if tab == _NOT_FOR_ME:
            return [question for question in guidance.questions() if question.id in hidden]
        if tab == _REASON:
            reason = next((reason for reason in guidance.reasons() if reason.key == key), None)
            return [guidance.question(name) for name in reason.questions] if reason else []
        in_sight = [question for question in guidance.questions() if question.id not in hidden]
        if tab == _TOPIC:
            return [question for question in in_sight if question.group == key]
        starred = sorted(in_sight, key=lambda question: not question.star)
        return [question for question in starred if key in question.visits]

    def _ask_about_outlook(self, *, there_are_some: bool) -> None:
        wanted = there_are_some and not self._asked_about_outlook
        told = self._about_outlook
        if wanted and self.outlook is None and told is not None:
            actions = (BannerAction(_("Not now"), self._not_now), BannerAction(told.words.button, self._show_outlook))
            self.outlook = Banner("info", f"{told.sees} {told.ask}", "", actions, closable=False)
            self.body.insertWidget(self.body.indexOf(self.list) + 1, self.outlook)  # after what nobody minds to read
        if self.outlook is not None:
            self.outlook.setVisible(wanted)

    def _not_now(self) -> None:
        self._asked_about_outlook = True
        self._read()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outlook(self) -> None:
        self._shows_outlook = True
        self._read()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the person does

    def _make(self, line: Line) -> QWidget:
        row = BankRow(line)
        row.chosen.connect(self._take)
        row.put_away.connect(self._hide)
        row.wanted_back.connect(self._bring_back)
        return row

    def _take(self, bank_id: str) -> None:
        self._do(bank_id, self._file.bank.take, [bank_id], None, self._visit_id)

    def _hide(self, bank_id: str) -> None:
        self._do(bank_id, self._file.bank.hide, bank_id)

    def _bring_back(self, bank_id: str) -> None:
        self._do(bank_id, self._file.bank.bring_back, bank_id)

    def _do(self, bank_id: str, do: object, *values: object) -> None:
        """Do it, and leave the keyboard on the row after this one."""
        assert callable(do)
        after = self.list.neighbour(bank_id)
        try:
            do(*values)
        except UserError as error:
            self.error.setText(str(error))
            self.error.show()
            return
        self.error.hide()
        self._read()
        row = self.list.rows.get(after)
        (row.stop() if row is not None else self.search).setFocus(Qt.FocusReason.OtherFocusReason)
