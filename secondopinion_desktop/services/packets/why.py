"""Why the person asks, where they are now, the care they ask about, and how it is arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Fields, Heading, Section, plain
from secondopinion_desktop.guidance.started import getting_started
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import chosen, day, in_one, joined, known, lines, yes3

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


def why(case: Case, choice: PacketChoice) -> Section:
    """Return the choice faced and the reasons; for others than a doctor also the worries, the talk, the way to a visit.

    What the family reads under "What is happening now" is not said again.
    """
    row = case.situation
    for_family = choice.made_for is MadeFor.FAMILY
    faced = (
        (_("The choice I face"), row.decision_text),
        (_("Where I am now"), chosen(row.where_i_am)),
        (_("Decide by"), joined(day(row.decide_by), row.decide_by_source)),
    )
    asked = (
        (_("My reasons"), _listed(guidance.reasons(), row.reasons, row.reason_note)),
        (
            _("Care I want to ask about"),
            _listed(getting_started().care, row.care_not_offered_here, row.care_not_offered_note),
        ),
    )
    told = (
        (_("Do I want one?"), "" if for_family and case.is_booked else chosen(row.plan_choice)),
        (_("What may be hard"), _listed(getting_started().worries, row.worry_kinds, row.worries)),
        (_("The talk with my doctor"), _talk(case)),
    )
    facts = known(
        (*(() if for_family else faced), *asked, *(() if choice.made_for is MadeFor.DOCTOR else told)),
    )
    blocks: list[Block] = [Fields(facts)] if facts else []
    if choice.made_for is MadeFor.EVERYTHING or (for_family and not case.is_booked):
        blocks += arranged(case)
    return Section("why", _("Why I am asking"), tuple(blocks))


class _Listed(Protocol):
    """Something to tick: its key in the file, and its words."""

    @property
    def key(self) -> str: ...

    @property
    def text(self) -> str: ...


def reasons_in_words(case: Case) -> list[str]:
    """Return the reasons that were ticked, without "another reason": its words stand in the note."""
    return _ticked(guidance.reasons(), case.situation.reasons)


def care_in_words(case: Case) -> list[str]:
    """Return the kinds of care that were ticked, without "something else"."""
    return _ticked(getting_started().care, case.situation.care_not_offered_here)


def _ticked(known_ones: Iterable[_Listed], chosen_keys: Iterable[str]) -> list[str]:
    keys = set(chosen_keys) - {"other"}
    return [one.text for one in known_ones if one.key in keys]


def _listed(known_ones: Iterable[_Listed], chosen_keys: Iterable[str], note: str) -> str:
    """Return what was ticked, and the person's own words, each on a line of its own."""
    return lines(*_ticked(known_ones, chosen_keys), note)


def _talk(case: Case) -> str:
    """Return when one talked with one's own doctor about it, and what was said."""
    row = case.situation
    answers = in_one(
        (
            (_("Fine with it"), yes3(row.supports_it)),
            (_("Might a trial fit"), chosen(row.trial_fit)),
            (_("Other places"), row.other_places),
        )
    )
    when = joined(case.name(row.talked_with_id), day(row.talk_date), chosen(row.talk_how))
    return lines(when, in_one(((_("What I want to say first"), row.opener),)), row.talk_said, answers)


def arranged(case: Case) -> list[Block]:
    """Return who asks for the visit, and how far that is."""
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
