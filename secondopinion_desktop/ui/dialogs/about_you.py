"""About you: who the file is for, and the diagnosis in the words they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.forms import specs

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

# The form shows three rows of the file as one; these fields are not the person's own.
_SITUATION: Final = frozenset(("where_i_am", "decision_text"))
_DIAGNOSIS: Final = "diagnosis_"


def about_you(file: OpenFile) -> RowDialog:
    """Return the dialog; run it through Messages."""
    writer = _Writer(file)
    return RowDialog(_("About you"), specs.ABOUT_YOU, writer.known(), writer.write, contacts=file.contacts)


class _Writer:
    def __init__(self, file: OpenFile) -> None:
        self._file = file

    def known(self) -> dict[str, Any]:
        person, situation = self._file.people.person(), self._file.people.situation()
        diagnosis = self._file.health.diagnosis()
        return {spec.name: self._value(spec.name, person, situation, diagnosis) for spec in specs.ABOUT_YOU}

    @staticmethod
    def _value(name: str, person: object, situation: object, diagnosis: object | None) -> Any:
        if name.startswith(_DIAGNOSIS):
            return getattr(diagnosis, name.removeprefix(_DIAGNOSIS)) if diagnosis is not None else ""
        return getattr(situation if name in _SITUATION else person, name)

    def write(self, **values: Any) -> None:
        """Save all three rows. Raises FieldError for the name."""
        diagnosis = {name.removeprefix(_DIAGNOSIS): value for name, value in values.items() if _is_diagnosis(name)}
        situation = {name: value for name, value in values.items() if name in _SITUATION}
        person = {name: value for name, value in values.items() if name not in _SITUATION and not _is_diagnosis(name)}
        self._file.people.change_person(**person)
        self._file.people.change_situation(**situation)
        if any(diagnosis.values()) or self._file.health.diagnosis() is not None:
            self._file.health.save_diagnosis(**diagnosis)


def _is_diagnosis(name: str) -> bool:
    return name.startswith(_DIAGNOSIS)
