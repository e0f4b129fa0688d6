"""About you: who the person is, what they were told, why they want another opinion, and their health story."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import DecideStyle, HealthFactKind, InfoPreference, WhereIAm
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile

PERSON: Final = (
    Field("name", N_("Name"), needed=True, half=True),
    Field("call_me", N_("Name you like to be called"), half=True),
    Field("birth_date", N_("Birth date"), "date", past=True, half=True),
    Field("phone", N_("Phone"), "phone", half=True),
    Field("email", N_("E-mail"), more=True),
    Field("address", N_("Address"), "text", more=True),
    Field("former_names", N_("Former names"), more=True, help=N_("Old records may be kept under another name.")),
    Field("language", N_("Language you like to speak"), more=True),
    Field("interpreter_needed", N_("Do you need an interpreter?"), "yes3", more=True),
    Field(
        "access_needs", N_("What helps you at visits"), "text", more=True, placeholder=N_("Hearing, wheelchair, rest")
    ),
    Field("info_preference", N_("How much do you want to hear?"), "choice", choices=InfoPreference, more=True),
    Field("decide_style", N_("How do you like to decide?"), "choice", choices=DecideStyle, more=True),
)
DIAGNOSIS: Final = (
    Field("name", N_("Diagnosis"), "text", help=N_("Copy the words of the report or the doctor.")),
    Field("stage", N_("Stage, as written"), half=True),
    Field("grade", N_("Grade, as written"), half=True),
    Field("diagnosed_on", N_("Diagnosed on"), "date", past=True, half=True),
    Field("told_on", N_("Told you on"), "date", past=True, half=True),
    Field("told_by_id", N_("Who told you"), "contact", more=True),
    Field("site", N_("Place in the body"), half=True, more=True),
    Field("side", N_("Side"), half=True, more=True),
    Field("spread", N_("Has it spread? In their words"), "text", more=True),
    Field("told_it_is_rare", N_("Were you told that it is rare?"), "yes3", more=True),
    Field("note", N_("Note"), "text", more=True),
)
WHY: Final = (
    Field("where_i_am", N_("Where are you now?"), "choice", choices=WhereIAm),
    Field("reason_note", N_("Why do you want another opinion?"), "text"),
    Field("decision_text", N_("The choice you face, in one sentence"), "text"),
    Field("worries", N_("What worries you about asking"), "text"),
)
_LINES: Final = N_("One on each line.")
STORY: Final = (
    Field("treatment", N_("Treatments so far"), "text", help=N_("One on each line, with about when.")),
    Field("medicine", N_("Medicines"), "text", help=N_("One on each line, with how much.")),
    Field("allergy", N_("Allergies and reactions"), "text", help=_LINES),
    Field("illness", N_("Other illnesses"), "text", help=_LINES, more=True),
    Field("operation", N_("Operations"), "text", help=_LINES, more=True),
    Field("family", N_("Cancer in the family"), "text", help=_LINES, more=True),
)
_FACTS: Final = tuple(HealthFactKind(field.name) for field in STORY if field.name != "treatment")
_HEADINGS: Final = {
    "person": N_("About you"),
    "diagnosis": N_("What you were told"),
    "why": N_("Why another opinion"),
    "story": N_("Your health story"),
}


class AboutYouDialog(Dialog):
    """Four forms, saved together. Nothing in it is needed but the name."""

    def __init__(self, file: OpenFile, parent: QWidget | None = None) -> None:
        super().__init__(_("About you"), width=640, parent=parent)
        self._file = file
        self._values: dict[str, dict[str, Any]] = {}
        specs = {"person": PERSON, "diagnosis": DIAGNOSIS, "why": WHY, "story": STORY}
        self.forms = {part: RecordForm(spec, contacts=file.contacts) for part, spec in specs.items()}
        for part, form in self.forms.items():
            self.add(PlainLabel(_(_HEADINGS[part]), "card-title"))
            self.add(form)
        self.body.addStretch(1)
        self.add_cancel()
        self.save_button = self.add_button(_("Save"), "primary", default=True)
        self.save_button.clicked.connect(self._save)
        self._load()
        self.forms["person"].focus_first()

    def _load(self) -> None:
        health = self._file.health
        story = {str(kind): health.facts.lines(kind=kind) for kind in _FACTS}
        self.forms["person"].load(self._file.people.person())
        self.forms["diagnosis"].load(health.diagnosis() or {})
        self.forms["why"].load(self._file.people.situation())
        self.forms["story"].load({**story, "treatment": health.treatments.lines()})

    def _save(self) -> None:
        """Write all forms once each of them is clear."""
        self._values.clear()
        if all(form.submit(partial(self._collect, part)) for part, form in self.forms.items()):
            self._write()
            self.accept()

    def flush(self) -> None:
        """Keep what is typed when the dialog is closed unasked."""
        self._values.clear()
        for part, form in self.forms.items():
            form.rescue(partial(self._collect, part))
        with suppress(UserError):
            self._write()

    def _collect(self, part: str, **values: Any) -> None:
        self._values[part] = values

    def _write(self) -> None:
        """Write the forms that were gathered."""
        health, values = self._file.health, self._values
        if "diagnosis" in values and (any(values["diagnosis"].values()) or health.diagnosis() is not None):
            health.save_diagnosis(**values["diagnosis"])
        if "why" in values:
            self._file.people.change_situation(**values["why"])
        if "story" in values:
            health.treatments.write_lines(values["story"]["treatment"])
            for kind in _FACTS:
                health.facts.write_lines(values["story"][str(kind)], kind=kind)
        if "person" in values:  # last: of a dialog closed unasked, the name may be empty, and that cannot be kept
            self._file.people.change_person(**values["person"])
