"""What is known about insurance, in short sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import AuthorizationStatus, CallKind, ReferralStatus, Yes3
from secondopinion_desktop.model.dates import PartialDate, partial_date_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.model.insurance import Authorization, Call, Denial, Referral
    from secondopinion_desktop.ui.widgets.surfaces import ChipTone

_WAITING = {ReferralStatus.ASKED, ReferralStatus.SENT, AuthorizationStatus.WAITING}
_GOOD = {ReferralStatus.APPROVED, AuthorizationStatus.APPROVED}


def day_words(stored: str) -> str:
    """Return a stored date as "Mar 12", "about May" or "Not known yet"."""
    return partial_date_words(PartialDate.from_optional_text(stored))


def chip_of(approval: Referral | Authorization | None) -> tuple[str, ChipTone]:
    """Return the word and the tone for where a referral or prior authorization stands."""
    if approval is None:
        return ReferralStatus.NOT_ASKED.words, "neutral"
    status = approval.status
    if approval.needed is Yes3.NO and status in {ReferralStatus.NOT_ASKED, AuthorizationStatus.NOT_ASKED}:
        return ReferralStatus.NOT_NEEDED.words, "neutral"
    return status.words, "waiting" if status in _WAITING else "done" if status in _GOOD else "neutral"


def referral_words(referral: Referral | None, name_of: Callable[[str | None], str]) -> str:
    """Return what is known about the referral, or nothing."""
    if referral is None:
        return ""
    visits = referral.visits_allowed
    return _joined(
        _asked(referral.asked_on, name_of(referral.from_id)),
        _dated(_("Sent {date}."), referral.sent_on),
        _named(_("To {name}."), name_of(referral.to_id)),
        _named(_("Number {name}."), referral.number),
        _good(referral.valid_from, referral.valid_to),
        ngettext("{count} visit.", "{count} visits.", visits).format(count=visits) if visits is not None else "",
        referral.note,
    )


def authorization_words(approval: Authorization | None, name_of: Callable[[str | None], str]) -> str:
    """Return what is known about the prior authorization, or nothing."""
    if approval is None:
        return ""
    return _joined(
        _asked(approval.asked_on, name_of(approval.asked_by_id)),
        _("As urgent.") if approval.urgent else "",
        _named(_("Reference {name}."), approval.reference),
        _dated(_("Answer expected by {date}."), approval.decision_due),
        _named(_("Number {name}."), approval.number),
        _named(_("For: {name}."), approval.approved_for),
        _good(approval.valid_from, approval.valid_to),
        approval.note,
    )


def appeal_chip(denial: Denial) -> tuple[str, ChipTone]:
    """Return the word and the tone for where an appeal stands."""
    if denial.result:
        return _("Answered"), "done"
    if denial.filed_on or denial.filed_how:
        return _("Appeal sent"), "waiting"
    return _("Still open"), "neutral"


def appeal_words(denial: Denial) -> str:
    """Return what is known about the appeal: its last day first."""
    filed = ", ".join(
        part for part in (day_words(denial.filed_on) if denial.filed_on else "", denial.filed_how) if part
    )
    return _joined(
        _dated(_("Last day to appeal: {date}."), denial.appeal_by),
        _named(_("Sent {name}."), filed),
        _named(_("Looked at by: {name}."), denial.level.words if denial.level else ""),
        _named(_("Help from {name}."), denial.help_from),
        _named(_("Result: {name}."), denial.result),
        _dated(_("Answer of {date}."), denial.result_on),
        _named(_("Letter: {name}."), denial.letter_where),
    )


def missing_words(call: Call) -> str:
    """Return what is missing that helps later, of a call in which something was said; nothing where all is there."""
    if not (call.answer or call.promised) or call.kind is not CallKind.PLAN:
        return _("No name yet. You can still ask for it.") if (call.answer or call.promised) and not call.person else ""
    if not call.person and not call.reference:
        return _("No name and no number for this call yet. You can still ask for them.")
    if not call.person:
        return _("No name yet. You can still ask for it.")
    return "" if call.reference else _("No number for this call yet. You can still ask for it.")


def promise_words(call: Call) -> str:
    """Return what was promised in `call`, with who and when: "On Feb 26, Renee promised: a letter"."""
    who, what = call.person or call.called, call.promised
    if call.day and who:
        return _("On {date}, {name} promised: {what}").format(date=day_words(call.day), name=who, what=what)
    return _("Promised last time: {what}").format(what=what)


def _asked(day: str, name: str) -> str:
    if day and name:
        return _("{name} asked {date}.").format(name=name, date=day_words(day))
    return _dated(_("Asked {date}."), day) or _named(_("{name} asks for it."), name)


def _good(start: str, end: str) -> str:
    if start and end:
        return _("Good from {start} to {end}.").format(start=day_words(start), end=day_words(end))
    return _dated(_("Good from {date}."), start) or _dated(_("Good until {date}."), end)


def _dated(sentence: str, day: str) -> str:
    return sentence.format(date=day_words(day)) if day else ""


def _named(sentence: str, name: str) -> str:
    return sentence.format(name=name.strip()) if name.strip() else ""


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
