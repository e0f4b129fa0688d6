"""The health story in the words of the reports: diagnosis, care so far, other health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Entry, Fields, Heading, Item, Paragraph, Run, Section, plain
from secondopinion_desktop.model.choices import HealthFactKind
from secondopinion_desktop.services.packets.words import chosen, day, doctor_of, joined, known, yes3

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.health import Diagnosis, HealthFact, Treatment
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def diagnosis(case: Case, _choice: PacketChoice) -> Section:
    """Return what the person was told they have, and the care they had so far."""
    blocks: list[Block] = []
    for number, told in enumerate(case.diagnoses):
        if number:
            blocks.append(Heading(plain(told.name or _("Another diagnosis"))))
        blocks += _told(case, told)
    if not case.diagnoses:
        blocks.append(Fields(((_("Diagnosis"), ""), (_("Stage"), ""), (_("Told by"), ""))))
    blocks.append(Heading(plain(_("Treatment so far"))))
    blocks += [_treatment(case, treatment) for treatment in case.treatments]
    if not case.treatments:
        blocks.append(Paragraph(plain(_("Nothing is written down here."))))
    return Section("diagnosis", _("My diagnosis, as I was told"), tuple(blocks))


def _told(case: Case, told: Diagnosis) -> list[Block]:
    stage = joined(told.stage, chosen(told.stage_kind)) if told.stage else ""
    markers = "\n".join(
        joined(f"{marker.name}: {marker.result}" if marker.result else marker.name, day(marker.tested_on))
        for marker in case.markers
        if marker.diagnosis_id in {told.id, None}
    )
    always = (
        (_("Diagnosis"), told.name),
        (_("Where"), joined(told.site, told.side)),
        (_("Diagnosed"), day(told.diagnosed_on)),
        (_("Stage"), stage),
        (_("Grade"), told.grade),
        (_("Told by"), joined(case.name(told.told_by_id), day(told.told_on))),
    )
    if_known = (
        (_("Markers"), markers),
        (_("Where it has spread"), told.spread),
        (_("Told it is rare"), yes3(told.told_it_is_rare)),
    )
    note: list[Block] = [Paragraph(plain(told.note))] if told.note else []
    return [Fields((*always, *known(if_known))), *note]


def _treatment(case: Case, treatment: Treatment) -> Entry:
    start, end = day(treatment.started_on), day(treatment.ended_on)
    if start and end:
        when = _("{start} to {end}").format(start=start, end=end)
    else:
        when = _("since {start}").format(start=start) if start else end
    where = joined(doctor_of(case, treatment.contact_id), treatment.place)
    more = known(
        (
            (_("How much"), treatment.dose),
            (_("What it did"), treatment.effect),
            (_("Side effects"), treatment.side_effects),
            (_("Why it ended"), treatment.why_stopped),
        ),
    )
    return Entry(treatment.name, joined(treatment.kind.words, when, where), (Fields(more),) if more else ())


# Allergies first: nobody may overlook them.
_ORDER = (
    HealthFactKind.ALLERGY,
    HealthFactKind.MEDICINE,
    HealthFactKind.ILLNESS,
    HealthFactKind.OPERATION,
    HealthFactKind.FAMILY,
    HealthFactKind.ABILITY,
)


def health(case: Case, _choice: PacketChoice) -> Section:
    """Return allergies in bold, medicines, other illnesses, operations, family history, daily ability."""
    blocks: list[Block] = []
    for kind in _ORDER:
        found = [fact for fact in case.facts if fact.kind is kind]
        if found or kind in {HealthFactKind.ALLERGY, HealthFactKind.MEDICINE}:
            blocks.append(Heading(plain(kind.words)))
            blocks += [_fact(fact) for fact in found] or [Paragraph(plain(_("Not known yet")), quiet=True)]
    return Section("health", _("Other health and medicines"), tuple(blocks))


def _fact(fact: HealthFact) -> Item:
    more = joined(fact.detail, _("since {start}").format(start=day(fact.since)) if fact.since else "")
    name = Run(fact.name, strong=fact.kind is HealthFactKind.ALLERGY)
    return Item((name, Run(f", {more}")) if more else (name,))
