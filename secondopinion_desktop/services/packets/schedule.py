"""The second-opinion visit, and the doctors and centers one may go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Entry, Fields, Section
from secondopinion_desktop.model.choices import AppointmentKind, CandidateStatus
from secondopinion_desktop.services.appointments import BACKGROUND_THINGS, visit_facts
from secondopinion_desktop.services.candidates import candidate_facts, care_asked_about
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import day, joined

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def visit(case: Case, choice: PacketChoice) -> Section:
    """Return what there is to know about the second-opinion visit before the day; nothing for a doctor."""
    blocks: list[Block] = []
    for found in case.appointments if choice.made_for is not MadeFor.DOCTOR else ():
        if found.kind is AppointmentKind.SECOND_OPINION:
            known, _missing = visit_facts(found, case.name)
            sent = ", ".join(_(words) for key, words in BACKGROUND_THINGS if key in found.background_sent)
            shared = ((_("What I sent"), joined(sent, day(found.background_sent_on))),) if sent else ()
            blocks.append(Entry(found.title or found.kind.words, found.status.words, (Fields((*known, *shared)),)))
    return Section("visit", _("The second-opinion visit"), tuple(blocks))


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
    return Section("centers", _("Doctors and centers to ask"), tuple(blocks))
