"""Which editor each kind of field has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from secondopinion_desktop.model.choices import Yes3
from secondopinion_desktop.ui.forms.contactfield import ContactField
from secondopinion_desktop.ui.forms.datefields import DayField, TimeField
from secondopinion_desktop.ui.forms.fields import ChoiceField, FormField, LineField, NumberField, TextField
from secondopinion_desktop.ui.forms.tickfields import SeveralField, TickField

if TYPE_CHECKING:
    from secondopinion_desktop.services.contacts import Contacts
    from secondopinion_desktop.ui.forms.spec import FieldSpec, Kind

_FIELDS: dict[Kind, type[LineField | TextField | ChoiceField | TickField | SeveralField]] = {
    "line": LineField,
    "phone": LineField,
    "money": LineField,
    "number": NumberField,
    "text": TextField,
    "date": DayField,
    "time": TimeField,
    "choice": ChoiceField,
    "yes3": ChoiceField,
    "several": SeveralField,
    "tick": TickField,
}


def make_field(spec: FieldSpec, contacts: Contacts | None) -> FormField:
    """Return the field for `spec`. Raises ValueError for a contact field in a form that knows no contacts."""
    if spec.kind == "contact":
        if contacts is None:
            raise ValueError(f"the form of {spec.name} needs contacts")
        return ContactField(spec, contacts)
    if spec.kind == "yes3":
        spec = replace(spec, choices=Yes3)
    return _FIELDS[spec.kind](spec)
