"""Change dates: the days the whole plan turns around, each with who gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.appointments import start_of_treatment
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.forms import specs
from secondopinion_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.opinion import Opinion
    from secondopinion_desktop.services.file import OpenFile

_NOT_IN_SITUATION: Final = "first_opinion_on"


class KeyDatesDialog(RowDialog):
    """`start_at` is the field to begin with, by its name in the specs."""

    def __init__(self, file: OpenFile, *, start_at: str = "", parent: QWidget | None = None) -> None:
        self._file = file
        super().__init__(
            _("Change dates"),
            specs.KEY_DATES,
            self._known(),
            self._write,
            save_words=_("Save dates"),
            contacts=file.contacts,
            start_at=start_at,
            parent=parent,
        )
        hint = _("Leave empty what you do not know yet. A rough date helps, such as “about May”.")
        self.body.insertWidget(0, PlainLabel(hint, tone="muted"))

    def _known(self) -> dict[str, Any]:
        situation = self._file.people.situation()
        known = {spec.name: getattr(situation, spec.name, "") for spec in specs.KEY_DATES}
        first, start = self._first_opinion(), self._start_of_treatment()
        known[_NOT_IN_SITUATION] = first.day if first is not None else ""
        if start is not None and start.day:
            known["treatment_start"] = start.day
        return known

    def _first_opinion(self) -> Opinion | None:
        return next(iter(self._file.opinions.rows.all(number=1)), None)

    def _start_of_treatment(self) -> Appointment | None:
        """Return the visit that is the start of treatment; then the day is kept there, in one place only."""
        return start_of_treatment(self._file.appointments.all())

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
