"""What a family reads in short, so that their paper stays at a few sheets: what is happening now, insurance, calls.

All of it in full is on the paper with everything in the file, and `in_short` says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Fields, Section, Table
from secondopinion_desktop.model.choices import CandidateStatus, Yes3
from secondopinion_desktop.services.insurance import total_words
from secondopinion_desktop.services.packets.choice import Part
from secondopinion_desktop.services.packets.insurance import subject_of
from secondopinion_desktop.services.packets.notes import is_worth_printing
from secondopinion_desktop.services.packets.person import how_to_talk
from secondopinion_desktop.services.packets.why import arranged
from secondopinion_desktop.services.packets.words import (
    chosen,
    day,
    doctor_of,
    in_one,
    joined,
    known,
    lines,
    masked,
    short_day,
)

if TYPE_CHECKING:
    from secondopinion_desktop.model.insurance import Authorization, Call, Denial, Plan, Referral
    from secondopinion_desktop.model.person import Person
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


# Where one of these parts is printed, the choice may be named; a short copy is for those further off.
_STORY: Final = frozenset({Part.WHY, Part.DIAGNOSIS, Part.ADVICE})


def now(case: Case, choice: PacketChoice) -> Section | None:
    """Return what is happening now, in a few lines that say nothing of parts which are not to be printed."""
    row = case.situation
    told = next(iter(case.diagnoses), None) if Part.DIAGNOSIS in choice else None
    story = not _STORY.isdisjoint(choice.sections)
    facts = known(
        (
            (_("Born"), day(case.person.birth_date) if choice.birth_date else ""),
            (_("About me"), _about_me(case.person)),
            (_("I was told"), joined(told.name, case.name(told.told_by_id), day(told.told_on)) if told else ""),
            (_("Where I am now"), chosen(row.where_i_am)),
            (_("The choice I face"), row.decision_text if story else ""),
            (_("Decide by"), joined(day(row.decide_by), row.decide_by_source) if story else ""),
        )
    )
    return Section("now", _("What is happening now"), (Fields(facts),)) if facts else None


def _about_me(person: Person) -> str:
    interpreter = _("interpreter needed") if person.interpreter_needed is Yes3.YES else ""
    return in_one(((_("Language"), joined(person.language, interpreter)), *how_to_talk(person)))


def insurance(case: Case, choice: PacketChoice) -> Section:
    """Return who pays, and where referral, approval and a "no" stand."""
    facts = [(_("Plan"), _plan(plan, choice)) for plan in case.plans]
    facts = facts or [(_("Who pays"), chosen(case.situation.coverage))]
    facts += [(_("Referral"), _referral(case, referral)) for referral in case.referrals]
    facts += [(_("Prior authorization"), _approval(approval)) for approval in case.authorizations]
    facts.append((_("In the network?"), _network(case)))
    facts += [(_("The plan said no"), _denial(denial)) for denial in case.denials]
    facts.append((_("What was paid"), _paid(case)))
    printed = known(facts)
    return Section("insurance", _("Insurance"), (Fields(printed),) if printed else ())


def _plan(plan: Plan, choice: PacketChoice) -> str:
    card = str if choice.whole_member_id else masked
    facts = in_one(
        (
            (_("Member ID"), card(plan.member_id)),
            (_("Group"), plan.group_number if choice.whole_member_id else ""),
            (_("Pays for a second opinion"), chosen(plan.pays_second_opinion)),
            (_("Copay"), plan.copay),
            (_("Told the visit costs"), plan.visit_estimate),
        )
    )
    return lines(joined(plan.carrier, plan.plan_name, plan.phone), facts, plan.note)


def _network(case: Case) -> str:
    """Return "In the network: Doctor, Hospital; Not sure: Laboratory"."""
    by_answer: dict[str, list[str]] = {}
    for check in case.checks:
        by_answer.setdefault(check.status.words, []).append(subject_of(case, check))
    return in_one((answer, ", ".join(subjects)) for answer, subjects in by_answer.items())


def _paid(case: Case) -> str:
    paid = "; ".join(joined(expense.what, expense.amount) for expense in case.expenses)
    total = total_words(case.expenses)
    return "; ".join(part for part in (paid, total) if part)


def _referral(case: Case, referral: Referral) -> str:
    days = in_one(((_("Good from"), day(referral.valid_from)), (_("Good until"), day(referral.valid_to))))
    about = joined(referral.status.words, case.name(referral.from_id), referral.number)
    return lines(joined(about, days), referral.note)


def _approval(approval: Authorization) -> str:
    facts = in_one(
        (
            (_("Reference"), approval.reference),
            (_("Number"), approval.number),
            (_("Decision due"), day(approval.decision_due)),
            (_("Good from"), day(approval.valid_from)),
            (_("Good until"), day(approval.valid_to)),
        )
    )
    return lines(joined(approval.status.words, day(approval.asked_on)), facts, approval.note)


def _denial(denial: Denial) -> str:
    facts = in_one(
        (
            (_("Appeal by"), day(denial.appeal_by)),
            (_("Sent"), joined(day(denial.filed_on), denial.filed_how)),
            (_("Result"), joined(denial.result, day(denial.result_on))),
        )
    )
    return lines(joined(denial.what, day(denial.denied_on)), facts)


def calls(case: Case, _choice: PacketChoice) -> Section:
    """Return the call log, the latest call first."""
    rows = tuple((_call(case, call), _said(call)) for call in case.calls)
    return Section("calls", _("Phone calls"), (Table((), rows, (3.5, 6)),) if rows else ())


def _call(case: Case, call: Call) -> str:
    reference = _("reference {number}").format(number=call.reference) if call.reference else ""
    by = _("{name} called").format(name=call.who_called) if call.who_called else ""
    return lines(
        joined(short_day(call.day), by), joined(doctor_of(case, call.contact_id, call.called), call.person), reference
    )


def _said(call: Call) -> str:
    again = _("done") if call.follow_up_done else short_day(call.follow_up_on)
    ahead = ((_("They will"), call.promised), (_("Call again"), again if call.follow_up_on else ""))
    return lines(in_one(((_("We asked"), call.asked),)), in_one(((_("They said"), call.answer),)), in_one(ahead))


def in_short(case: Case, choice: PacketChoice) -> tuple[str, ...]:
    """Return in words what the family paper says less about than the file holds."""
    booked = case.is_booked
    asked = any(contact.candidate is not CandidateStatus.UNANSWERED for contact in case.contacts)
    named = (
        (_("how it was arranged"), Part.WHY in choice and booked and bool(arranged(case))),
        (_("the visit"), Part.PEOPLE in choice and booked),
        (_("doctors and centers I asked"), Part.PEOPLE in choice and booked and asked),
        (
            _("notes"),
            Part.KEY_POINTS in choice and Part.NOTES not in choice and any(map(is_worth_printing, case.notes)),
        ),
        (_("people"), Part.PEOPLE in choice and bool(case.contacts)),
        (_("tasks"), Part.STEPS in choice and case.is_begun),
        (_("insurance"), Part.INSURANCE in choice and bool(case.plans or case.denials)),
        (_("calls"), Part.INSURANCE in choice and bool(case.calls)),
        (_("records"), Part.RECORDS in choice and bool(case.records)),
    )
    return tuple(words for words, is_so in named if is_so)
