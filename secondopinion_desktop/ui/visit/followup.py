"""What an answer can lead to: a doctor to ask, another choice, whether a trial could fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.specs_visit import TRIAL_FIT
from secondopinion_desktop.ui.widgets import Box, Button, Column, LineEdit, PlainLabel, Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

WHO_ELSE: Final = "Q-Q1"
OTHER_CARE: Final = ("Q-Q2", "Q-T3")
TRIAL: Final = ("Q-Q3", "Q-C1")


def follow_up(file: OpenFile, messages: Messages, bank_id: str) -> QWidget | None:
    """Return what to do with the answer to a question of the bank; None for most of them."""
    if bank_id == WHO_ELSE:
        return _NewDoctor(file, messages)
    if bank_id in OTHER_CARE:
        return _NewChoice(file, messages, bank_id)
    return _TrialFit(file) if bank_id in TRIAL else None


class _NewDoctor(Box):
    """A doctor who was named becomes a contact, to be asked."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self.button = Button(_("Add the doctor who was named"), "secondary", "plus")
        self.button.clicked.connect(self._add)
        Row(self).addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self) -> None:
        from secondopinion_desktop.ui.dialogs.contact import ContactDialog  # noqa: PLC0415 - when it is asked for

        if self._messages.run(ContactDialog(self._file, role=ContactRole.SECOND_DOCTOR)):
            self._messages.toast(_("Added to your contacts"), self._file.history.way_back().now)


class _NewChoice(Box):
    """Another way to go, kept among the choices to weigh."""

    def __init__(self, file: OpenFile, messages: Messages, bank_id: str) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        column = Column(self, gap=4)
        label = PlainLabel(_("Was another treatment named? Keep it with your choices."), "small-strong")
        column.addWidget(label)
        row = Row(gap=8)
        self.field = LineEdit("", _("Write it, then press Enter"))
        self.field.setAccessibleName(_("Another treatment that was named"))
        self.field.returnPressed.connect(self.add)
        label.setBuddy(self.field)
        self.button = Button(_("Add to my choices"))
        self.button.clicked.connect(self.add)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        self._draft = Draft(file.settings, self.field, column, f"choice_draft:{bank_id}")

    def add(self) -> None:
        """Add what stands in the field to the choices, and stay there for the next."""
        self.flush()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Keep what is typed and not added yet; return whether nothing is left."""
        return self._draft.leave(self._keep)

    def _keep(self, words: str) -> bool:
        position = max((option.position for option in self._file.opinions.options.all()), default=0.0) + 1
        kept = self._messages.could(self._file.opinions.options.add, name=words, new_to_me=True, position=position)
        if kept:
            self._messages.toast(_("Added to your choices"), self._file.history.way_back().now)
        return kept


class _TrialFit(RecordForm):
    """Whether a trial could fit, as it was told."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(TRIAL_FIT, save=self._keep)
        self._file = file
        self.load(file.people.situation())

    def _keep(self, **values: Any) -> None:
        self._file.people.change_situation(origin=self, **values)
