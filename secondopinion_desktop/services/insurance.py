"""Plans, referral, prior authorization, phone calls, and the rest of the insurance page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model import money
from secondopinion_desktop.model.handles import Authorization, Call, Denial, Expense, NetworkCheck, Plan, Referral
from secondopinion_desktop.services.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.storage.store import Store

T = TypeVar("T", bound="Row")


APPROVED_THINGS: Final = (
    ("visit", N_("The visit")),
    ("pathology", N_("New review of slides")),
    ("scans", N_("New review of scans")),
    ("tests", N_("New tests")),
    ("treatment", N_("Treatment")),
)
"""What a plan can be asked to approve: the keys a file keeps, and their words."""

_ON_THE_CARD: Final = frozenset(
    {
        "carrier",
        "plan_name",
        "plan_type",
        "member_id",
        "group_number",
        "plan_year_ends",
        "holder_name",
        "holder_relation",
        "phone",
        "nurse_line",
        "case_manager_id",
        "note",
    }
)


class Plans(Rows[Plan]):
    table = Plan
    order = ("position",)
    adding = N_("Add insurance")
    changing = N_("Change insurance")
    removing = N_("Remove insurance")

    def at(self, position: int) -> Plan | None:
        """Return the first (1) or second (2) plan, or None."""
        return next(iter(self.all(position=position)), None)

    def card_at(self, position: int) -> Plan | None:
        """Return the plan there if anything of its card is known: a price alone makes no plan."""
        plan = self.at(position)
        return plan if plan is not None and any(getattr(plan, name) for name in _ON_THE_CARD) else None


class Referrals(Rows[Referral]):
    table = Referral
    adding = N_("Add referral")
    changing = N_("Change referral")
    removing = N_("Remove referral")


class Authorizations(Rows[Authorization]):
    table = Authorization
    adding = N_("Add prior authorization")
    changing = N_("Change prior authorization")
    removing = N_("Remove prior authorization")


class Calls(Rows[Call]):
    table = Call
    adding = N_("Add phone call")
    changing = N_("Change phone call")
    removing = N_("Remove phone call")

    def newest_first(self) -> list[Call]:
        """Return all calls, the latest first."""
        return sorted(self.all(), key=lambda call: (call.day.lstrip("~"), call.time), reverse=True)


class NetworkChecks(Rows[NetworkCheck]):
    table = NetworkCheck
    order = ("subject",)
    adding = N_("Add network check")
    changing = N_("Change network check")
    removing = N_("Remove network check")


class Denials(Rows[Denial]):
    table = Denial
    order = ("denied_on",)
    adding = N_("Add the plan's no")
    changing = N_("Change the plan's no")
    removing = N_("Remove the plan's no")


class Expenses(Rows[Expense]):
    table = Expense
    order = ("day",)
    adding = N_("Add cost")
    changing = N_("Change cost")
    removing = N_("Remove cost")


class Insurance:
    """Everything about who pays."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.plans = Plans(store)
        self.referrals = Referrals(store)
        self.authorizations = Authorizations(store)
        self.calls = Calls(store)
        self.network = NetworkChecks(store)
        self.denials = Denials(store)
        self.expenses = Expenses(store)

    def referral(self) -> Referral | None:
        """Return the referral, or None while nothing is known of one."""
        return next(iter(self.referrals.all()), None)

    def authorization(self) -> Authorization | None:
        """Return the prior authorization, or None while nothing is known of one."""
        return next(iter(self.authorizations.all()), None)

    def first_plan(self) -> Plan | None:
        """Return the first plan, or None while nothing is known of one."""
        return self.plans.at(1)

    def save_first_plan(self, **values: Any) -> None:
        """Change the first plan, or add it. Raises FieldError."""
        self.save_plan(1, **values)

    def network_check(self, subject: str) -> NetworkCheck | None:
        """Return what was said about "doctor", "hospital", "lab" or "radiology", or None."""
        return next(iter(self.network.all(subject=subject)), None)

    def save_network_check(self, subject: str, **values: Any) -> None:
        """Change what was said about one of them, or add it. Raises FieldError."""
        self._save(self.network, self.network_check(subject), subject=subject, **values)

    def save_plan(self, position: int, **values: Any) -> None:
        """Change the plan at `position`, or add it. Raises FieldError."""
        self._save(self.plans, self.plans.at(position), position=position, **values)

    def save_referral(self, **values: Any) -> None:
        """Change the referral, or add it. Raises FieldError."""
        self._save(self.referrals, self.referral(), **values)

    def save_authorization(self, **values: Any) -> None:
        """Change the prior authorization, or add it. Raises FieldError."""
        self._save(self.authorizations, self.authorization(), **values)

    @staticmethod
    def _save(rows: Rows[T], there: T | None, **values: Any) -> None:
        if there is None:
            rows.add(**values)
        else:
            rows.change(there.id, **values)


def total_words(expenses: Sequence[Expense]) -> str:
    """Return "Together $140 and 30 EUR", or nothing where one amount is missing or not clear, or there is only one."""
    found = money.totals(expense.amount for expense in expenses) if len(expenses) > 1 else None
    return _("Together {sum}").format(sum=_(" and ").join(found)) if found else ""


def call_words(call: Call) -> str:
    """Return "spoke to Renee", or an empty text."""
    return _("spoke to {name}").format(name=call.person) if call.person else ""
