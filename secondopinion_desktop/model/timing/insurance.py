"""What the plan asks for and says: W11 to W15a of domain part 6.3."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.choices import AuthorizationStatus, Network, ReferralStatus, Yes3
from secondopinion_desktop.model.timing.notice import Level, Seen, may_be_after, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.model.timing.facts import Approval, Facts, Referral
    from secondopinion_desktop.model.timing.notice import Notice

APPROVAL_SOON: Final = timedelta(days=7)
APPEAL_SOON: Final = timedelta(days=14)
_OPEN_ANSWERS = (Yes3.YES, Yes3.NOT_SURE)
_ASKED_FOR = (AuthorizationStatus.WAITING, AuthorizationStatus.ENDED)
_SETTLED_REFERRALS = (ReferralStatus.SENT, ReferralStatus.APPROVED, ReferralStatus.NOT_NEEDED)


def approval_not_in_hand(facts: Facts) -> Iterator[Notice]:
    """W11: the plan's OK is or may be needed, has no number, and the visit is within seven days."""
    for approval in filter(_is_open, facts.approvals):
        for visit in facts.second_visits:
            if visit.day and visit.day.earliest - facts.today <= APPROVAL_SOON:
                yield notice("W11", Level.CALL, ("authorization", approval.id), (Seen.VISIT, visit.day))


def _is_open(approval: Approval) -> bool:
    if approval.number.strip() or approval.status in {AuthorizationStatus.NOT_NEEDED, AuthorizationStatus.DENIED}:
        return False
    return approval.needed in _OPEN_ANSWERS or approval.status in _ASKED_FOR


def visit_outside_approval(facts: Facts) -> Iterator[Notice]:
    """W12: the visit is outside the days the plan's OK is good for."""
    for approval in facts.approvals:
        if approval.status is AuthorizationStatus.NOT_NEEDED:
            continue
        for visit in facts.second_visits:
            early = approval.valid_from and visit.day and may_be_after(approval.valid_from, visit.day)
            late = approval.valid_to and visit.day and may_be_after(visit.day, approval.valid_to)
            if early or late:
                yield notice(
                    "W12",
                    Level.CALL,
                    ("authorization", approval.id),
                    (Seen.VISIT, visit.day),
                    (Seen.GOOD_FROM, approval.valid_from),
                    (Seen.GOOD_UNTIL, approval.valid_to),
                )


def referral_missing(facts: Facts) -> Iterator[Notice]:
    """W13: a referral is needed and not sent, or the visit is after its last day."""
    for referral in facts.referrals:
        for visit in facts.second_visits:
            late = bool(
                visit.day
                and referral.valid_to
                and referral.status is not ReferralStatus.NOT_NEEDED
                and may_be_after(visit.day, referral.valid_to)
            )
            if late or _is_missing(referral):
                dates = ((Seen.VISIT, visit.day), (Seen.GOOD_UNTIL, referral.valid_to))
                yield notice("W13", Level.CHECK, ("referral", referral.id), *dates, lower=late)


def _is_missing(referral: Referral) -> bool:
    return referral.needed is Yes3.YES and referral.status not in _SETTLED_REFERRALS


def cost_not_known(facts: Facts) -> Iterator[Notice]:
    """W14: a doctor, hospital or lab is or may be outside the network, and nobody said what the visit costs."""
    outside = any(network in {Network.OUT, Network.NOT_SURE} for network in facts.networks)
    visit = next(iter(facts.second_visits), None)
    if outside and visit is not None and not facts.has_estimate and not visit.has_price:
        yield notice("W14", Level.CHECK, ("plan", ""), (Seen.VISIT, visit.day), lower=False)


def plan_said_no(facts: Facts) -> Iterator[Notice]:
    """W15 and W15a: a denial is saved; its last day to appeal is within two weeks. Nothing once an appeal is filed."""
    for denial in facts.denials:
        last, target = denial.appeal_by, ("denial", denial.id)
        if denial.filed:
            continue
        if last is not None and facts.today <= last.latest and last.earliest - facts.today <= APPEAL_SOON:
            yield notice("W15a", Level.CALL, target, (Seen.APPEAL_BY, last))
        else:
            dates = ((Seen.DENIED, denial.denied_on), (Seen.APPEAL_BY, last))
            yield notice("W15", Level.CALL, target, *dates, lower=False)


RULES = (
    approval_not_in_hand,
    visit_outside_approval,
    referral_missing,
    cost_not_known,
    plan_said_no,
)
