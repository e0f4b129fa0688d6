"""Insurance: plans, referral, the plan's OK, and what was said on the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.documents.packet import Entry, Fields, Heading, Paragraph, Run, Section, Table, plain
from secondopinion_desktop.services.insurance import APPROVED_THINGS, call_words, total_words
from secondopinion_desktop.services.packets.words import (
    chosen,
    day,
    doctor_of,
    joined,
    known,
    masked,
    sentence,
    short_day,
    yes3,
)

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.insurance import Authorization, Call, Denial, NetworkCheck, Plan, Referral
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

_SUBJECTS = {"doctor": N_("Doctor"), "hospital": N_("Hospital"), "lab": N_("Laboratory"), "radiology": N_("Scans")}


def insurance(case: Case, choice: PacketChoice) -> Section:
    """Return who pays and what was agreed; the numbers of the card only if they were chosen."""
    blocks: list[Block] = []
    if case.situation.coverage:
        blocks.append(Fields(((_("Who pays"), case.situation.coverage.words),)))
    for plan in case.plans:
        if len(case.plans) > 1:
            blocks.append(Heading(plain(_("First plan") if plan.position == 1 else _("Second plan"))))
        blocks.append(Fields(_plan(case, plan, choice)))
    for referral in case.referrals:
        blocks += [Heading(plain(_("Referral"))), Fields(_referral(case, referral))]
    for approval in case.authorizations:
        blocks += [Heading(plain(_("Prior authorization"))), Fields(_approval(case, approval))]
    if case.checks:
        rows = tuple(_check(case, check) for check in case.checks)
        head = (_("In the network?"), _("Answer"), _("Asked"))
        blocks += [Heading(plain(_("Network"))), Table(head, rows, (2, 2, 3))]
    blocks += [_denial(denial) for denial in case.denials]
    blocks += _expenses(case)
    return Section("insurance", _("Insurance"), tuple(blocks))


def _plan(case: Case, plan: Plan, choice: PacketChoice) -> tuple[tuple[str, str], ...]:
    kinds = {kind.key: kind.name for kind in guidance.plan_types()}
    card = str if choice.whole_member_id else masked
    always = (
        (_("Company"), plan.carrier),
        (_("Plan"), joined(plan.plan_name, kinds.get(plan.plan_type, plan.plan_type))),
        (_("Member ID"), card(plan.member_id)),
        (_("Phone"), plan.phone),
    )
    more = (
        (_("Group"), card(plan.group_number)),
        (_("Plan holder"), joined(plan.holder_name, plan.holder_relation)),
        (_("Plan year ends"), day(plan.plan_year_ends)),
        (_("Nurse line"), plan.nurse_line),
        (_("Case manager"), case.name(plan.case_manager_id)),
        (_("Pays for a second opinion"), chosen(plan.pays_second_opinion)),
        (_("Asks for a second opinion"), yes3(plan.requires_second_opinion)),
        (_("Doctor must be on a list"), yes3(plan.must_choose_from_list)),
        (_("Video visits count"), yes3(plan.video_counts)),
        (_("Pays for a third one"), yes3(plan.third_if_differ)),
        (_("Deductible left"), plan.deductible_left),
        (_("Copay"), plan.copay),
        (_("Coinsurance"), plan.coinsurance),
        (_("Left until the yearly limit"), plan.out_of_pocket_left),
        (_("Told the visit costs"), plan.visit_estimate),
        (_("Told slide review costs"), plan.pathology_estimate),
        (_("Told scan review costs"), plan.scan_estimate),
        (_("Price if I pay myself"), plan.self_pay_quote),
        (_("Costs told on"), day(plan.estimate_on)),
        (_("Note"), plan.note),
    )
    return (*always, *known(more))


def _referral(case: Case, referral: Referral) -> tuple[tuple[str, str], ...]:
    more = (
        (_("Needed"), yes3(referral.needed)),
        (_("From"), case.name(referral.from_id)),
        (_("To"), case.name(referral.to_id)),
        (_("Asked for"), day(referral.asked_on)),
        (_("Sent"), day(referral.sent_on)),
        (_("Number"), referral.number),
        (_("Good from"), day(referral.valid_from)),
        (_("Good until"), day(referral.valid_to)),
        (_("Visits"), str(referral.visits_allowed or "")),
        (_("Note"), referral.note),
    )
    return ((_("Status"), referral.status.words), *known(more))


def _approval(case: Case, approval: Authorization) -> tuple[tuple[str, str], ...]:
    more = (
        (_("Needed"), yes3(approval.needed)),
        (_("For"), ", ".join(_(words) for key, words in APPROVED_THINGS if key in approval.for_what)),
        (_("Approved for"), approval.approved_for),
        (_("Asked for"), joined(day(approval.asked_on), case.name(approval.asked_by_id))),
        (_("Urgent"), _("Yes") if approval.urgent else ""),
        (_("Reference"), approval.reference),
        (_("Number"), approval.number),
        (_("Decision due"), day(approval.decision_due)),
        (_("Good from"), day(approval.valid_from)),
        (_("Good until"), day(approval.valid_to)),
        (_("Note"), approval.note),
    )
    return ((_("Status"), approval.status.words), *known(more))


def _check(case: Case, check: NetworkCheck) -> tuple[str, ...]:
    asked = joined(check.checked_with, short_day(check.checked_on))
    return (subject_of(case, check), check.status.words, asked)


def subject_of(case: Case, check: NetworkCheck) -> str:
    """Return who or what was asked about: a doctor, a laboratory."""
    subject = _(_SUBJECTS[check.subject]) if check.subject in _SUBJECTS else check.subject
    return joined(subject, case.name(check.contact_id))


def _denial(denial: Denial) -> Entry:
    facts = known(
        (
            (_("Said no to"), denial.what),
            (_("Reason"), denial.reason),
            (_("Letter"), denial.letter_where),
            (_("Appeal by"), day(denial.appeal_by)),
            (_("Appeal to"), chosen(denial.level)),
            (_("Sent"), joined(day(denial.filed_on), denial.filed_how)),
            (_("Help from"), denial.help_from),
            (_("Result"), joined(denial.result, day(denial.result_on))),
        ),
    )
    return Entry(_("The plan said no"), day(denial.denied_on), (Fields(facts),) if facts else ())


def _expenses(case: Case) -> list[Block]:
    """Return what was paid, and the sum where it can be added up without guessing."""
    if not case.expenses:
        return []
    rows = tuple(
        (
            short_day(expense.day) or _("No date"),
            joined(expense.what, expense.note),
            expense.amount,
            expense.paid_by or _("Not noted"),
        )
        for expense in case.expenses
    )
    head = (_("Date"), _("What"), _("Amount"), _("Paid by"))
    total = total_words(case.expenses)
    table = Table(head, rows, (1.4, 3.4, 1.6, 1.8), lead=bool(total))
    blocks: list[Block] = [Heading(plain(_("What was paid"))), table]
    return [*blocks, Paragraph((Run(total, strong=True),))] if total else blocks


def calls(case: Case, _choice: PacketChoice) -> Section:
    """Return the call log, the latest call first."""
    blocks: list[Block] = [_call(case, call) for call in case.calls]
    return Section("calls", _("Phone calls"), tuple(blocks))


def _call(case: Case, call: Call) -> Entry:
    when = joined(day(call.day), formats.clock_time(call.time) if call.time else "")
    whom = doctor_of(case, call.contact_id, call.called)
    reference = _("reference {number}").format(number=call.reference) if call.reference else ""
    follow_up = day(call.follow_up_on)
    facts = known(
        (
            (_("We asked"), call.asked),
            (_("They said"), call.answer),
            (_("They will"), call.promised),
            (_("Call again"), joined(follow_up, _("done") if call.follow_up_done else "") if follow_up else ""),
            (_("Their ID"), call.their_id),
            (_("Who called"), call.who_called),
        ),
    )
    return Entry(
        joined(when, whom) or _("Phone call"),
        sentence(call_words(call), call.number_called, reference),
        (Fields(facts),) if facts else (),
    )
