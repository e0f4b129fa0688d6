"""What the buttons of a notice do: open the place, add the question, show whom to call, keep the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import RuleAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.timing import OpenNotice
    from secondopinion_desktop.ui.messages import Messages

# What opens for a notice: (kind, id) as told in ui/navigation.py.
_PLACES: Final = {
    "W8": ("page", "records"),
    "W9a": ("command", "add_call"),
    "W11": ("command", "add_call"),
    "W12": ("command", "add_call"),
    "W19": ("page", "questions"),
    "W23": ("page", "questions"),
    "W28": ("page", "questions"),
}
_CHANGES_VISIT: Final = ("W18", "W24", "W25")
_OKAY: Final = ("W16", "W17", "W27", "W30")
_REFERRAL_STEP: Final = "insurance"


class Acting(QObject):
    """Carries out what a notice offers. `open_requested` carries kind and id, as of a page."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._messages = file, messages

    # The button

    def act(self, found: OpenNotice) -> None:
        """Do what the button of a notice says."""
        self._messages.could(self._do, found)

    def _do(self, found: OpenNotice) -> None:
        kind, row = found.notice.target
        words = found.words
        if found.rule == "W22":
            self._done(_("Question added"), self._file.opinions.ask_about, row, _question_text(words))
        elif words.bank_question or words.own_question:
            self._add_question(words)
        elif words.task:
            self._done(_("Task added"), self._file.tasks.add_to, _REFERRAL_STEP, words.task)
        elif found.rule in _OKAY:
            self.answer(found, RuleAnswer.SEEN.value)
        elif found.rule == "W7":
            self._keep(found)
        elif found.rule in _PLACES:
            self.open_requested.emit(*_PLACES[found.rule])
        elif kind == "appointment" and found.rule in _CHANGES_VISIT:
            self._change_visit(row)
        elif kind == "situation" and found.rule in _CHANGES_VISIT:
            self.open_requested.emit("command", "key_dates")
        elif found.rule in {"W9", "W15", "W20", "W24", "W25"}:
            self.open_requested.emit(kind, row)
        else:
            self.show_whom_to_call(found)

    def _add_question(self, words: guidance.RuleWords) -> None:
        bank = guidance.question(words.bank_question) if words.bank_question else None
        text = _question_text(words)
        there = [one for one in self._file.questions.all(hidden=False) if text == one.text]
        if there or (bank and self._file.questions.all(bank_id=bank.id, hidden=False)):
            self._messages.toast(_("This question is on your list already."))
            return
        self._done(_("Question added"), self._file.questions.ask, text, "", bank.id if bank else "")

    def _keep(self, found: OpenNotice) -> None:
        if self._file.timing.keep(found.notice):
            self._messages.toast(_("It is planned again"), self._file.history.way_back().now)

    def _change_visit(self, row: str) -> None:
        from secondopinion_desktop.ui.dialogs.visits import VisitDialogs  # noqa: PLC0415 - not for the first window

        VisitDialogs(self._file, self._messages).change_appointment(self._file.appointments.get(row))

    def show_whom_to_call(self, found: OpenNotice) -> None:
        """Show who can be asked, with phone numbers, and what one can ask about."""
        from secondopinion_desktop.ui.dialogs.who_to_call import WhoToCallDialog  # noqa: PLC0415

        dialog = WhoToCallDialog(found, self._file, self._messages)
        self._messages.run(dialog)
        if dialog.wants_answer:
            self.answer(found, RuleAnswer.ASKED.value)
        elif dialog.wanted:
            self.open_requested.emit(*dialog.wanted)

    # Answers

    def answer(self, found: OpenNotice, answer: str) -> None:
        """Keep an answer; "I asked my care team" asks when, and for the words."""
        chosen = RuleAnswer(answer)
        if chosen is RuleAnswer.ASKED:
            self._ask_for_words(found)
            return
        said = _("We will show it again in 2 days.") if chosen is RuleAnswer.LATER else _("Answer saved")
        self._done(said, self._file.timing.answer, found.notice, chosen)

    def _ask_for_words(self, found: OpenNotice) -> None:
        from secondopinion_desktop.ui.dialogs.answer_notice import AnswerDialog  # noqa: PLC0415

        if self._messages.run(AnswerDialog(self._file, found)):
            self._messages.toast(_("Answer saved"), self._file.history.way_back().now)

    def _done(self, said: str, do: Callable[..., object], *what: object) -> None:
        do(*what)
        self._messages.toast(said, self._file.history.way_back().now)


def _question_text(words: guidance.RuleWords) -> str:
    return guidance.question(words.bank_question).text if words.bank_question else words.own_question
