"""Change dates: the days the whole plan turns around, each with who gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.appointments import start_of_treatment
from secondopinion_desktop.ui.forms import RecordForm, specs
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.opinion import Opinion
    from secondopinion_desktop.services.file import OpenFile

_NOT_IN_SITUATION: Final = "first_opinion_on"


class KeyDatesDialog(Dialog):
    """`start_at` is the field to begin with, by its name in the specs."""

    def __init__(self, file: OpenFile, *, start_at: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_("Change dates"), width=620, parent=parent)
        self._file = file
        self.add(
            PlainLabel(
                _("Leave empty what you do not know yet. A rough date helps, such as “about May”."), tone="muted"
            )
        )
        self.form = RecordForm(specs.KEY_DATES, contacts=file.contacts)
        self.add(self.form)
        self.body.addStretch(1)
        self.add_cancel()
        self.save_button = self.add_button(_("Save dates"), "primary", default=True)
        self.save_button.clicked.connect(self._save)
        self.form.load(self._known())
        if start_at:
            self.form.focus_field(start_at)
        else:
            self.form.focus_first()

    def _known(self) -> dict[str, Any]:
        situation = self._file.people.situation()
        known = {spec.name: getattr(situation, spec.name, "") for spec in specs.KEY_DATES}
        first, start = self._first_opinion(), self._start_of_treatment()
        known[_NOT_IN_SITUATION] = first.day if first is not None else ""
        if start is not None and start.day:
            known["treatment_start"] = start.day
        return known

    def _first_opinion(self) -> Opinion | None:
        return next(iter(self._file.opinions.rows.all()), None)

    def _start_of_treatment(self) -> Appointment | None:
        """Return the visit that is the start of treatment; then the day is kept there, in one place only."""
        return start_of_treatment(self._file.appointments.all())

    def _save(self) -> None:
        if self.form.submit(self._write):
            self.accept()

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return self.form.rescue(self._write)

    def _write(self, **values: Any) -> None:
        """Save each day where it lives; a day that is not given stays as it is."""
        first_day = values.pop(_NOT_IN_SITUATION, None)
        first, start = self._first_opinion(), self._start_of_treatment()
        if start is not None and "treatment_start" in values:
            self._file.appointments.change(start.id, day=values["treatment_start"])
        self._file.people.change_situation(**values)
        if first is None and first_day:
            first = self._file.opinions.add_opinion()
        if first is not None and first_day is not None:
            self._file.opinions.rows.change(first.id, day=first_day)
