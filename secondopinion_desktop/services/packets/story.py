"""The health story in the words of the reports: diagnosis, care so far, other health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Fields, Heading, Run, Section, plain
from secondopinion_desktop.model.choices import HealthFactKind, TreatmentKind
from secondopinion_desktop.services.packets.words import (
    chosen,
    day,
    doctor_of,
    in_one,
    joined,
    known,
    lines,
    span,
    yes3,
)

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block, Runs
    from secondopinion_desktop.model.health import Diagnosis, HealthFact, Treatment
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def diagnosis(case: Case, _choice: PacketChoice) -> Section:
    """Return what the person was told they have, and the care they had so far."""
    blocks: list[Block] = []
    for number, told in enumerate(case.diagnoses):
        if number:
            blocks.append(Heading(plain(told.name or _("Another diagnosis"))))
        blocks.append(_told(case, told))
    if case.treatments:
        runs = [run for treatment in case.treatments for run in (*plain("\n"), *_treatment(case, treatment))]
        blocks.append(Fields(((_("Treatment so far"), tuple(runs[1:])),)))
    return Section("diagnosis", _("My diagnosis, as I was told"), tuple(blocks))


def _told(case: Case, told: Diagnosis) -> Fields:
    stage = joined(told.stage, chosen(told.stage_kind)) if told.stage else ""
    markers = lines(
        *(
            joined(f"{marker.name}: {marker.result}" if marker.result else marker.name, day(marker.tested_on))
            for marker in case.markers
            if marker.diagnosis_id in {told.id, None}
        )
    )
    always = (
        (_("Diagnosis"), joined(told.name, told.site, told.side)),
        (_("Stage"), joined(stage, told.grade)),
        (_("Diagnosed"), day(told.diagnosed_on)),
        (_("Told by"), joined(case.name(told.told_by_id), day(told.told_on))),
    )
    if_known = (
        (_("Markers"), markers),
        (_("Where it has spread"), told.spread),
        (_("Told it is rare"), yes3(told.told_it_is_rare)),
        (_("Note"), told.note),
    )
    return Fields((*always, *known(if_known)))


def _treatment(case: Case, treatment: Treatment) -> Runs:
    when = span(treatment.started_on, treatment.ended_on, lasts=treatment.kind is not TreatmentKind.SURGERY)
    kind = treatment.kind.words if treatment.kind is not TreatmentKind.OTHER else ""
    about = joined(kind, when, doctor_of(case, treatment.contact_id), treatment.place)
    more = in_one(
        (
            (_("How much"), treatment.dose),
            (_("What it did"), treatment.effect),
            (_("Side effects"), treatment.side_effects),
            (_("Why it ended"), treatment.why_stopped),
        ),
    )
    return (Run(treatment.name, strong=True), *plain("".join(f"\n{line}" for line in (about, more) if line)))


# Allergies first: nobody may overlook them.
_ORDER = (
    HealthFactKind.ALLERGY,
    HealthFactKind.MEDICINE,
    HealthFactKind.ILLNESS,
    HealthFactKind.OPERATION,
    HealthFactKind.FAMILY,
    HealthFactKind.ABILITY,
)
# A gap here must not be taken for a no.
_ASKED_FOR = frozenset((HealthFactKind.ALLERGY, HealthFactKind.MEDICINE))


def health(case: Case, _choice: PacketChoice) -> Section:
    """Return allergies in bold, medicines, other illnesses, operations, family history, daily ability."""
    pairs: list[tuple[str, Runs]] = []
    for kind in _ORDER:
        found = "\n".join(_fact(fact) for fact in case.facts if fact.kind is kind)
        if found or (case.facts and kind in _ASKED_FOR):
            pairs.append((kind.words, (Run(found, strong=kind is HealthFactKind.ALLERGY),) if found else ()))
    return Section("health", _("Other health and medicines"), (Fields(tuple(pairs)),) if pairs else ())


def _fact(fact: HealthFact) -> str:
    return joined(fact.name, fact.detail, span(fact.since, "", lasts=fact.kind is not HealthFactKind.OPERATION))
