"""What the folded cards of the insurance step say in one line: what is in them, else what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.model.choices import Network
from secondopinion_desktop.services.insurance import total_words
from secondopinion_desktop.ui.forms.specs_insurance import COSTS, PRICE
from secondopinion_desktop.ui.pane.facts import appeal_chip, chip_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec

SUBJECTS: Final = {
    "doctor": N_("Doctor"),
    "hospital": N_("Hospital"),
    "lab": N_("Lab"),
    "radiology": N_("Scans"),
}
_MOST: Final = 3


def answers(file: OpenFile) -> str:
    """Return whether the plan pays, and where referral and approval stand."""
    plan = file.insurance.first_plan()
    parts = []
    if plan is not None and plan.pays_second_opinion:
        parts.append(_("It pays for a second opinion: {answer}").format(answer=plan.pays_second_opinion.words))
    for words, approval in (
        (_("Referral: {status}"), file.insurance.referral()),
        (_("Prior authorization: {status}"), file.insurance.authorization()),
    ):
        if approval is not None:
            parts.append(words.format(status=chip_of(approval)[0]))
    return _joined(parts) or _("Many plans pay for a second opinion. Ask yours, and write down its answer.")


def referred(file: OpenFile) -> str:
    """Return where the referral stands."""
    referral = file.insurance.referral()
    if referral is None:
        return _("Keep here who refers you, when the letter went out, and to whom.")
    return _("Referral: {status}").format(status=chip_of(referral)[0])


def network(file: OpenFile) -> str:
    """Return what was said of doctor, hospital, lab and scans."""
    parts = []
    for subject, name in SUBJECTS.items():
        check = file.insurance.network_check(subject)
        if check is not None and check.status is not Network.UNANSWERED:
            parts.append(_("{what}: {answer}").format(what=_(name), answer=check.status.words))
    return _joined(parts) or _("The doctor, the hospital, the lab and the scans.")


def costs(file: OpenFile) -> str:
    """Return the first costs that were told."""
    return _told(file, COSTS) or _("What you are told that you will owe.")


def price(file: OpenFile) -> str:
    """Return the price that was told."""
    return _told(file, PRICE) or _("You can ask the clinic for the whole price in writing, before the visit.")


def denials(file: OpenFile) -> str:
    """Return what was said no to, and where that stands."""
    found = file.insurance.denials.all()
    parts = [
        _("{what}: {answer}").format(what=denial.what or _("Something was not approved"), answer=appeal_chip(denial)[0])
        for denial in found[:_MOST]
    ]
    return _joined(parts) or _("Keep the letter. It tells you how to ask again, and your last day to do it.")


def expenses(file: OpenFile) -> str:
    """Return how many costs there are, and their sum."""
    found = file.insurance.expenses.all()
    count = ngettext("{count} payment", "{count} payments", len(found)).format(count=len(found)) if found else ""
    return _joined((count, total_words(found))) or _("Bills, copies, travel, a room. Receipts and dates help later.")


def facts(_file: OpenFile) -> str:
    """Return what the facts are about."""
    return _("Rules that many plans share, each with who says so.")


def _told(file: OpenFile, fields: Iterable[FieldSpec]) -> str:
    plan = file.insurance.first_plan()
    parts = []
    for field in fields:
        value = getattr(plan, field.name, "") if field.kind == "money" else ""
        if value:
            parts.append(_("{what}: {answer}").format(what=field.label_words, answer=value))
    return _joined(parts[:_MOST])


def _joined(parts: Iterable[str]) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part)
