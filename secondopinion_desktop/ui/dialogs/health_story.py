"""The health story: what the person was told, the care so far, other health. It saves itself; nothing is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import HealthFactKind
from secondopinion_desktop.model.dates import PartialDate, Precision, partial_date_entry
from secondopinion_desktop.ui.forms import RecordForm, specs_started
from secondopinion_desktop.ui.rowsection import RowSection
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.model.health import HealthFact, Marker, Treatment
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

# Allergies and medicines first: they matter at every visit.
_FACTS: Final = (
    (HealthFactKind.MEDICINE, N_("Medicines, vitamins and herbs"), N_("Name of a medicine, with how much")),
    (HealthFactKind.ALLERGY, N_("Allergies and reactions"), N_("What you react to")),
    (HealthFactKind.ILLNESS, N_("Other illnesses"), N_("Name of an illness")),
    (HealthFactKind.OPERATION, N_("Operations"), N_("Name of an operation")),
    (HealthFactKind.FAMILY, N_("Cancer in the family"), N_("Who it was")),
    (HealthFactKind.ABILITY, N_("What you can do in a day"), N_("Such as: walks a mile, rests half the day")),
)


class HealthStoryDialog(Dialog):
    """`start_at` is a part to begin with: "diagnosis", "marker", "treatment" or the key of a kind of health fact.

    `row` is the id of the one to begin with, where it is in that part.
    """

    def __init__(self, file: OpenFile, messages: Messages, *, start_at: str = "", row: str = "") -> None:
        super().__init__(_("My health story"), width=700)
        self._file, self._messages = file, messages
        self.sections: dict[str, RowSection] = {}
        self.add(PlainLabel(_("All of it is saved as you type. You can stop at any time."), "body", "muted"))
        self._make_diagnosis()
        self._make_care()
        self.add(PlainLabel(_("Other health"), "card-title"))
        for kind, title, placeholder in _FACTS:
            words = (_(title), _(placeholder), kind.words)
            self._section(str(kind), file.health.facts, specs_started.FACT, words, fact_words, always={"kind": kind})
        self.body.addStretch(1)
        self.done_button = self.add_button(_("Done"), "primary")
        self.done_button.clicked.connect(self._finish)
        if start_at in self.sections:
            section = self.sections[start_at]
            (section.list.rows[row] if section.list.reveal(row) else section.line).setFocus()
        else:
            self.form.focus_first()

    def _make_diagnosis(self) -> None:
        self.add(PlainLabel(_("What you were told"), "card-title"))
        self.form = RecordForm(specs_started.DIAGNOSIS, save=self._save, contacts=self._file.contacts)
        self.form.load(self._file.health.diagnosis() or {})
        self.add(self.form)
        words = (_("Markers and gene tests"), _("Name of a marker or gene test"), _("Marker or gene test"))
        self._section("marker", self._file.health.markers, specs_started.MARKER, words, marker_words)

    def _make_care(self) -> None:
        self.add(PlainLabel(_("Treatment so far"), "card-title"))
        words = ("", _("Name of a treatment, such as an operation or a medicine"), _("Treatment"))
        self._section("treatment", self._file.health.treatments, specs_started.TREATMENT, words, treatment_words)

    def _section(self, key: str, rows: Any, specs: Any, words: Any, describe: Any, **more: Any) -> None:
        section = RowSection(self._messages, rows, specs, words, describe, contacts=self._file.contacts, **more)
        self.sections[key] = section
        self.add(section)

    def _save(self, **values: Any) -> None:
        self._file.health.save_diagnosis(**values)

    def flush(self) -> bool:
        """Keep what is typed; return whether nothing is left."""
        kept = [self.form.flush(), *(section.flush() for section in self.sections.values())]
        return all(kept)

    def _finish(self) -> None:
        if all([self.flush(), self.form.finish()]):
            self.accept()

    def reject(self) -> None:
        """Esc keeps what is written, too."""
        self._finish()


def marker_words(marker: Marker) -> str:
    """Return the result of a marker, and when it was tested."""
    return _joined(marker.result, day_words(marker.tested_on))


def treatment_words(treatment: Treatment) -> str:
    """Return kind, time and place of a treatment."""
    start, end = day_words(treatment.started_on), day_words(treatment.ended_on)
    both = _("{start} to {end}").format(start=start, end=end) if start and end else ""
    since = _("since {start}").format(start=start) if start else ""
    return _joined(treatment.kind.words, both or since or end, treatment.place, treatment.effect)


def fact_words(fact: HealthFact) -> str:
    """Return what more is known of it, and since when."""
    since = _("since {start}").format(start=day_words(fact.since)) if fact.since else ""
    return _joined(fact.detail, since)


def day_words(stored: str) -> str:
    """Return a stored date in words, or an empty text."""
    if not stored:
        return ""
    found = PartialDate.from_text(stored)
    return formats.day_year(found.day) if found.precision is Precision.EXACT else partial_date_entry(found)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
