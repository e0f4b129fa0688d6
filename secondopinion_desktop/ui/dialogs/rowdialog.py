"""A dialog around one form: Cancel, Save, and Remove for what is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.widgets import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.contacts import Contacts
    from secondopinion_desktop.ui.forms import FieldSpec


class RowDialog(Dialog):
    """Shows `row` in a form and saves it through `save(**values)`, all fields at once.

    An error of one field is shown beside it, and the dialog stays. `start_at` is the field to begin with, the first by
    default. `wants_removal` says that the person pressed Remove.
    """

    def __init__(
        self,
        title: str,
        specs: Sequence[FieldSpec],
        row: object,
        save: Callable[..., object],
        *,
        save_words: str = "",
        removable: bool = False,
        contacts: Contacts | None = None,
        width: int = 620,
        start_at: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, width=width, parent=parent)
        self._save, self._start_at = save, start_at
        self.wants_removal = False
        self.form = RecordForm(specs, contacts=contacts)
        self.form.load(row)
        self.add(self.form)
        self.body.addStretch(1)
        if removable:
            remove = self.add_button(_("Remove"), "danger")
            self.foot.removeWidget(remove)
            self.add_note(remove)
            remove.clicked.connect(self._remove)
        self.add_cancel()
        self.save_button = self.add_button(save_words or _("Save"), "primary", default=True)
        self.save_button.clicked.connect(self._submit)

    def _submit(self) -> None:
        if self.form.submit(self._save):
            self.accept()

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return self.form.rescue(self._save)

    def _remove(self) -> None:
        if self.flush():  # what is brought back has all its words
            self.wants_removal = True
            self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._start_at:
            self.form.focus_field(self._start_at)
        else:
            self.form.focus_first()
