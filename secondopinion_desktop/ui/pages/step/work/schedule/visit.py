"""The second-opinion visit: when, where, and what there is to know about it before the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from secondopinion_desktop import guidance
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import CallKind
from secondopinion_desktop.services.appointments import visit_facts
from secondopinion_desktop.ui.dialogs.visits import VisitDialogs
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard
from secondopinion_desktop.ui.pane.parts import value_label
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    CheckRow,
    Column,
    Grid,
    PlainLabel,
    order_as_laid_out,
    quiet_button,
)

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_FIRST, _MANY = 4, 6  # of so many facts the first show: when, with whom, where, how


class VisitCard(FollowingCard):
    """The next second-opinion visit, or one that is still to be made."""

    follows: ClassVar = frozenset({"appointment", "contact"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("Your second-opinion visit"))
        self.edit_button = Button("", "quiet", "pencil")
        self.edit_button.clicked.connect(self._edit)
        self.add_action(self.edit_button)
        self._words = PlainLabel(
            _("Nothing is written down yet. You can begin before there is a date, with what the clinic wants."),
            tone="muted",
        )
        self.add(self._words)
        self._place = Column(gap=0)
        self.body.addLayout(self._place)
        self._shown: Box | None = None
        self._unfolded = False
        self.all_button = quiet_button(_("Show all details"), "chevron-down", self._unfold)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.said = CheckRow(_("I said that it is for a second opinion"))
        self.said.ticked.connect(self._say)
        self.add(self.said)
        self.opener = Button(_("Open this visit"), "secondary", "note")
        self.opener.clicked.connect(self._open)
        self.body.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        visit = self.file.appointments.second_opinion()
        self.edit_button.set_words(_("Change") if visit else _("Add the visit"))
        self.edit_button.setAccessibleName(_("Change the visit") if visit else _("Add the visit"))
        self._words.setVisible(visit is None)
        self.opener.setVisible(visit is not None)
        self.all_button.hide()
        self.said.setVisible(visit is not None)
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if visit is not None:
            self._show(visit)
        order_as_laid_out(self)

    def open_item(self, kind: str, _item: str) -> bool:
        """Put the keyboard on the button that changes or adds it."""
        here = kind == "second_visit"
        if here:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return here

    def _show(self, visit: Appointment) -> None:
        self.said.set_ticked(ticked=visit.said_second_opinion)
        first = guidance.call_script(CallKind.CLINIC)[0].say
        line = "" if visit.said_second_opinion else _("You could say: {words}").format(words=first)
        self.said.show_words(_("I said that it is for a second opinion"), line)
        self._shown = Box()
        column = Column(self._shown, gap=6)
        grid = Grid(gap=4, across=12)
        grid.setColumnStretch(1, 1)
        known, missing = visit_facts(visit, self.file.contacts.name_of)
        folds = len(known) > _MANY and not self._unfolded
        self.all_button.setVisible(folds)
        for number, (label, words) in enumerate(known[:_FIRST] if folds else known):
            term = PlainLabel(label, "small", "muted", wrap=False)
            term.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            value = value_label(words)
            value.setAccessibleName(f"{label}: {words}")
            grid.addWidget(term, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        if missing:
            words = _("Not known yet: {things}.").format(things=", ".join(missing))
            column.addWidget(PlainLabel(words, "small", "muted"))
        self._place.addWidget(self._shown)
        self._shown.show()

    def _unfold(self) -> None:
        self._unfolded = True
        self.refresh()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed is gone

    def _edit(self) -> None:
        visit = self.file.appointments.second_opinion()
        dialogs = VisitDialogs(self.file, self.messages)
        if visit is None:
            dialogs.new_appointment()
        else:
            dialogs.change_appointment(visit)

    def _say(self, said: bool) -> None:  # noqa: FBT001 - Qt's slot
        visit = self.file.appointments.second_opinion()
        try:
            if visit is not None:
                self.file.appointments.change(visit.id, said_second_opinion=said)
        except UserError as error:
            self.messages.report(error)
            self.refresh()  # the tick shows what is in the file

    def _open(self) -> None:
        visit = self.file.appointments.second_opinion()
        if visit is not None:
            self.open_requested.emit("appointment", visit.id)
