"""How the visit was arranged, and the doctors and centers one may go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Entry, Fields, Section
from secondopinion_desktop.model.choices import AppointmentKind, CandidateStatus
from secondopinion_desktop.services.appointments import visit_facts
from secondopinion_desktop.services.candidates import candidate_facts, care_asked_about
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import chosen, day, joined, known

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def arranged(case: Case, choice: PacketChoice) -> Section:
    """Return which way it was asked for and what there is to know about the visit; nothing for a doctor."""
    blocks: list[Block] = []
    situation = case.situation
    facts = known(
        (
            (_("Who asks for it"), chosen(situation.request_route)),
            (_("In the office"), situation.office_contact),
            (_("They were asked"), day(situation.request_asked_on)),
            (_("They sent it"), day(situation.request_sent_on)),
            (_("Confirmed by"), situation.request_confirmed_by),
            (_("I called"), joined(situation.intake_person, situation.intake_phone, day(situation.intake_called_on))),
            (_("Forms sent"), day(situation.intake_forms_sent_on)),
        )
    )
    if choice.made_for is MadeFor.DOCTOR:
        return Section("arranged", "", ())
    if facts:
        blocks.append(Fields(facts))
    for visit in case.appointments:
        if visit.kind is AppointmentKind.SECOND_OPINION:
            found, _missing = visit_facts(visit, case.name)
            blocks.append(Entry(visit.title or visit.kind.words, visit.status.words, (Fields(tuple(found)),)))
    return Section("arranged", _("How the visit is arranged"), tuple(blocks))


def centers(case: Case, choice: PacketChoice) -> Section:
    """Return the doctors and centers in the order they were written down, with facts as told; nothing for a doctor."""
    listed = [contact for contact in case.contacts if contact.candidate is not CandidateStatus.UNANSWERED]
    if choice.made_for is MadeFor.DOCTOR:
        listed = []
    listed.sort(key=lambda contact: (contact.created_at is None, contact.created_at, contact.id))
    care = care_asked_about(case.situation, listed)
    blocks: list[Block] = []
    for contact in listed:
        about = joined(contact.candidate.words, contact.specialty, contact.organization)
        facts = candidate_facts(contact, care)
        blocks.append(Entry(contact.name, about, (Fields(facts),) if facts else ()))
    return Section("centers", _("Doctors and centers"), tuple(blocks))
