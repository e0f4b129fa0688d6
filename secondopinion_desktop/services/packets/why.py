"""Why the person asks, where they are now, the care they ask about, and how it is arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Fields, Heading, Item, Section, plain
from secondopinion_desktop.guidance.started import getting_started
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import chosen, day, joined, known, yes3

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def why(case: Case, choice: PacketChoice) -> Section:
    """Return the choice faced and the reasons; for the family how it is arranged."""
    row = case.situation
    needed = ((_("The choice I face"), row.decision_text), (_("Where I am now"), chosen(row.where_i_am)))
    by = known(((_("Decide by"), joined(day(row.decide_by), row.decide_by_source)),))
    wanted = "" if choice.made_for is MadeFor.DOCTOR else chosen(row.plan_choice)
    answer = known(((_("Do I want one?"), wanted),))
    blocks: list[Block] = [Fields((*needed, *by, *answer)), *_reasons(case), *_care(case)]
    if choice.made_for is not MadeFor.DOCTOR:
        blocks += [*_worries(case), *_talk(case), *_arranged(case)]
    return Section("why", _("Why I am asking"), tuple(blocks))


def reasons_in_words(case: Case) -> list[str]:
    """Return the reasons that were ticked, without "another reason": its words stand in the note."""
    keys = set(case.situation.reasons)
    return [reason.text for reason in guidance.reasons() if reason.key in keys and reason.key != "other"]


def care_in_words(case: Case) -> list[str]:
    """Return the kinds of care that were ticked, without "something else"."""
    keys = set(case.situation.care_not_offered_here)
    return [one.text for one in getting_started().care if one.key in keys and one.key != "other"]


def _reasons(case: Case) -> list[Block]:
    words = reasons_in_words(case)
    note = [case.situation.reason_note] if case.situation.reason_note else []
    return _listed(_("My reasons"), [*words, *note])


def _care(case: Case) -> list[Block]:
    words = care_in_words(case)
    note = [case.situation.care_not_offered_note] if case.situation.care_not_offered_note else []
    return _listed(_("Care I want to ask about"), [*words, *note])


def _worries(case: Case) -> list[Block]:
    keys = set(case.situation.worry_kinds)
    words = [one.text for one in getting_started().worries if one.key in keys and one.key != "other"]
    note = [case.situation.worries] if case.situation.worries else []
    return _listed(_("What may be hard"), [*words, *note])


def _listed(title: str, words: list[str]) -> list[Block]:
    return [Heading(plain(title)), *(Item(plain(line)) for line in words)] if words else []


def _talk(case: Case) -> list[Block]:
    row = case.situation
    told = known(
        (
            (_("When"), joined(day(row.talk_date), chosen(row.talk_how))),
            (_("With"), case.name(row.talked_with_id)),
            (_("What they said"), row.talk_said),
            (_("Fine with it"), yes3(row.supports_it)),
            (_("Might a trial fit"), chosen(row.trial_fit)),
            (_("Other places"), row.other_places),
        )
    )
    return [Heading(plain(_("The talk with my doctor"))), Fields(told)] if told else []


def _arranged(case: Case) -> list[Block]:
    row = case.situation
    told = known(
        (
            (_("Who asks for it"), chosen(row.request_route)),
            (_("Doctor's office"), row.office_contact),
            (_("Who sends the papers"), row.office_sends),
            (_("Asked on"), day(row.request_asked_on)),
            (_("Sent on"), day(row.request_sent_on)),
            (_("Confirmed by"), row.request_confirmed_by),
            (_("New patients"), joined(row.intake_person, row.intake_phone)),
            (_("I called on"), day(row.intake_called_on)),
            (_("Forms sent on"), day(row.intake_forms_sent_on)),
        )
    )
    return [Heading(plain(_("How it was arranged"))), Fields(told)] if told else []
