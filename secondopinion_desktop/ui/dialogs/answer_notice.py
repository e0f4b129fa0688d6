"""I asked my care team: on which day, and what they said, in the person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import RuleAnswer
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.forms.specs_timing import ANSWER
from secondopinion_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.model.task import ReminderAnswer
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.timing import OpenNotice


class AnswerDialog(RowDialog):
    """Asks for day and words, and keeps them as the answer to a notice."""

    def __init__(self, file: OpenFile, found: OpenNotice) -> None:
        self._file, self._found = file, found
        row = {"day": clock.today().isoformat(), "note": ""}
        super().__init__(RuleAnswer.ASKED.words, ANSWER, row, self._keep, save_words=_("Save answer"), width=520)
        self.body.insertWidget(0, PlainLabel(found.sees, "strong"))

    def _keep(self, day: str = "", note: str = "") -> None:
        self._file.timing.answer(self._found.notice, RuleAnswer.ASKED, note, day)


class ChangeAnswerDialog(RowDialog):
    """Lets day and words of an answer be changed, or the answer be taken away: then the notice is shown again."""

    def __init__(self, file: OpenFile, answer: ReminderAnswer) -> None:
        self._file, self._answer = file, answer
        super().__init__(
            _("Change an answer"), ANSWER, answer, self._keep, save_words=_("Save answer"), removable=True, width=520
        )

    def _keep(self, **values: Any) -> None:
        self._file.timing.change(self._answer.id, **values)
