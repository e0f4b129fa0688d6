"""Insurance (domain part 5.1): plans, referral, prior authorization, network, costs, calls, a "no" and its appeal."""

from typing import ClassVar

from sqlalchemy import JSON
from sqlmodel import Field

from secondopinion_desktop.model.choices import (
    AppealLevel,
    AuthorizationStatus,
    CallKind,
    CoverageAnswer,
    Network,
    ReferralStatus,
    Yes3,
)
from secondopinion_desktop.model.fields import Day, NeededWords, Words
from secondopinion_desktop.model.row import Fields, Row, choice, link


class PlanFields(Fields):
    """`position` 1 is the first plan, 2 the second."""

    position: int = 1
    carrier: Words = ""
    plan_name: Words = ""
    plan_type: str = ""
    member_id: Words = ""
    group_number: Words = ""
    plan_year_ends: Day = ""
    holder_name: Words = ""
    holder_relation: Words = ""
    phone: Words = ""
    nurse_line: Words = ""
    case_manager_id: str | None = link("contact")
    pays_second_opinion: CoverageAnswer = choice(CoverageAnswer.UNANSWERED)
    requires_second_opinion: Yes3 = choice(Yes3.UNANSWERED)
    must_choose_from_list: Yes3 = choice(Yes3.UNANSWERED)
    video_counts: Yes3 = choice(Yes3.UNANSWERED)
    third_if_differ: Yes3 = choice(Yes3.UNANSWERED)
    deductible_left: Words = ""
    copay: Words = ""
    coinsurance: Words = ""
    out_of_pocket_left: Words = ""
    visit_estimate: Words = ""
    pathology_estimate: Words = ""
    scan_estimate: Words = ""
    self_pay_quote: Words = ""
    estimate_on: Day = ""
    note: Words = ""


class Plan(PlanFields, Row, table=True):
    title_field: ClassVar[str] = "carrier"


class ReferralFields(Fields):
    needed: Yes3 = choice(Yes3.UNANSWERED)
    status: ReferralStatus = choice(ReferralStatus.NOT_ASKED)
    from_id: str | None = link("contact")
    to_id: str | None = link("contact")
    asked_on: Day = ""
    sent_on: Day = ""
    number: Words = ""
    valid_from: Day = ""
    valid_to: Day = ""
    visits_allowed: int | None = None
    note: Words = ""


class Referral(ReferralFields, Row, table=True):
    title_field: ClassVar[str] = "number"


class AuthorizationFields(Fields):
    """The plan's OK before care is given."""

    needed: Yes3 = choice(Yes3.UNANSWERED)
    status: AuthorizationStatus = choice(AuthorizationStatus.NOT_ASKED)
    for_what: list[str] = Field(default_factory=list, sa_type=JSON)
    asked_by_id: str | None = link("contact")
    asked_on: Day = ""
    urgent: bool = False
    reference: Words = ""
    number: Words = ""
    valid_from: Day = ""
    valid_to: Day = ""
    approved_for: Words = ""
    decision_due: Day = ""
    note: Words = ""


class Authorization(AuthorizationFields, Row, table=True):
    title_field: ClassVar[str] = "number"


class NetworkCheckFields(Fields):
    """`subject` is "doctor", "hospital", "lab" or "radiology"."""

    subject: str
    status: Network = choice(Network.UNANSWERED)
    contact_id: str | None = link("contact")
    checked_with: Words = ""
    checked_on: Day = ""


class NetworkCheck(NetworkCheckFields, Row, table=True):
    __tablename__ = "network_check"
    title_field: ClassVar[str] = "checked_with"


class CallFields(Fields):
    """One phone call with an insurer or an office. `time` is "HH:MM" or empty."""

    kind: CallKind = choice(CallKind.PLAN)
    day: Day = ""
    time: str = ""
    contact_id: str | None = link("contact")
    called: Words = ""
    number_called: Words = ""
    person: Words = ""
    their_id: Words = ""
    reference: Words = ""
    asked: Words = ""
    answer: Words = ""
    promised: Words = ""
    follow_up_on: Day = ""
    follow_up_done: bool = False
    who_called: Words = ""


class Call(CallFields, Row, table=True):
    title_field: ClassVar[str] = "person"


class DenialFields(Fields):
    """The plan said no: to what, its reason, and the appeal. `letter_where` is for a letter that is not copied here."""

    denied_on: Day = ""
    what: Words = ""
    reason: Words = ""
    letter_where: Words = ""
    appeal_by: Day = ""
    level: AppealLevel = choice(AppealLevel.UNANSWERED)
    filed_on: Day = ""
    filed_how: Words = ""
    help_from: Words = ""
    result: Words = ""
    result_on: Day = ""


class Denial(DenialFields, Row, table=True):
    title_field: ClassVar[str] = "what"


class ExpenseFields(Fields):
    day: Day = ""
    what: NeededWords
    amount: Words = ""
    paid_by: Words = ""
    note: Words = ""


class Expense(ExpenseFields, Row, table=True):
    title_field: ClassVar[str] = "what"
