"""The health story: diagnosis, markers, care so far, other health."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.handles import Diagnosis, HealthFact, Marker, Treatment
from secondopinion_desktop.services.rows import Rows

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store


class Diagnoses(Rows[Diagnosis]):
    table = Diagnosis
    adding = N_("Add diagnosis")
    changing = N_("Change diagnosis")
    removing = N_("Remove diagnosis")


class Markers(Rows[Marker]):
    table = Marker
    adding = N_("Add marker")
    changing = N_("Change marker")
    removing = N_("Remove marker")


class Treatments(Rows[Treatment]):
    table = Treatment
    order = ("started_on",)
    adding = N_("Add treatment")
    changing = N_("Change treatment")
    removing = N_("Remove treatment")


class HealthFacts(Rows[HealthFact]):
    table = HealthFact
    order = ("kind", "name")
    adding = N_("Add to my health story")
    changing = N_("Change my health story")
    removing = N_("Remove from my health story")


class Health:
    def __init__(self, store: Store) -> None:
        self.diagnoses = Diagnoses(store)
        self.markers = Markers(store)
        self.treatments = Treatments(store)
        self.facts = HealthFacts(store)

    def diagnosis(self) -> Diagnosis | None:
        """Return the diagnosis as it was told, or None while nothing is written."""
        return next(iter(self.diagnoses.all()), None)

    def save_diagnosis(self, **values: Any) -> None:
        """Change the diagnosis, or add it. Raises FieldError."""
        there = self.diagnosis()
        if there is None:
            self.diagnoses.add(**values)
        else:
            self.diagnoses.change(there.id, **values)
