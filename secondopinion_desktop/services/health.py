"""The health story: diagnosis, markers, care so far, other health."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.handles import Diagnosis, HealthFact, Marker, Treatment
from secondopinion_desktop.services.rows import Rows

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store

L = TypeVar("L", Treatment, HealthFact)


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


class Lined(Rows[L]):
    """Rows that can also be written as plain lines, one for each: how most people keep such lists."""

    def lines(self, **equal: Any) -> str:
        """Return the rows as lines."""
        return "\n".join(_line(row) for row in self.all(**equal))

    def write_lines(self, text: str, **equal: Any) -> None:
        """Make the rows say what the lines say: rows whose line is still there stay as they are, with all they hold."""
        wanted = as_lines(text)
        with self.store.writing(_(self.changing)) as unit:
            for row in self.all(**equal):
                line = _line(row)
                if line in wanted:
                    wanted.remove(line)
                else:
                    unit.remove(self.table, row.id)
            for line in wanted:
                unit.add(self.table(name=line, **equal))


class Treatments(Lined[Treatment]):
    table = Treatment
    order = ("started_on",)
    adding = N_("Add treatment")
    changing = N_("Change treatment")
    removing = N_("Remove treatment")


class HealthFacts(Lined[HealthFact]):
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


def as_lines(text: str) -> list[str]:
    """Return the lines of `text` that hold words, without needless spaces."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _line(row: Treatment | HealthFact) -> str:
    """Return one row as a line; what a line cannot hold is not lost as long as the line is left alone."""
    more = row.detail if isinstance(row, HealthFact) else ""
    return " ".join(f"{row.name}: {more}".split()) if more else " ".join(row.name.split())
