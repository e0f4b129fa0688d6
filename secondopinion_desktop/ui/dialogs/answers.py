"""One question asked of two doctors: both answers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.visitwords import visit_words
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Card, Dialog, PlainLabel, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile

_SIDE_BY_SIDE: Final = 560


class AnswersDialog(Dialog):
    """Shows what was answered at each visit, the earliest first. It only shows: answers are changed at their visit."""

    def __init__(self, file: OpenFile, question_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Answers side by side"), width=760, parent=parent)
        self.add(PlainLabel(file.questions.get(question_id).text, "card-title"))
        names = file.contacts.names()
        visits = {visit.id: visit for visit in file.appointments.all()}
        box = Box()
        self._row = Row(box, gap=12)
        self.answers: list[tuple[str, str]] = []
        for heard in file.askings.heard(question_id):
            where = visit_words(visits[heard.appointment_id], names)
            answer = heard.answer.strip() or _("No answer yet")
            self.answers.append((where, answer))
            card = Card(where, soft=True)
            card.add(PlainLabel(answer, selectable=True))
            card.add(PlainLabel(heard.status.words, "small", "muted"))
            card.body.addStretch(1)
            self._row.addWidget(card, 1)
        self.add(box)
        self.body.addStretch(1)
        self._watch = Breakpoints(self, (_SIDE_BY_SIDE,))
        self._watch.changed.connect(self._lay_out)
        self._lay_out()
        close = self.add_button(_("Close"), default=True)
        close.clicked.connect(self.accept)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, _index: int = 0) -> None:
        beside = self._watch.index > 0 or not self.isVisible()
        self._row.setDirection(Row.Direction.LeftToRight if beside else Row.Direction.TopToBottom)
