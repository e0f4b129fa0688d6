"""A phone call: the numbers they ask for, what to say with names and dates put in, and what was promised last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import CallKind, ContactRole, Coverage
from secondopinion_desktop.model.dates import PartialDate, partial_date_words

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.model.insurance import Call
    from secondopinion_desktop.services.file import OpenFile

_BLANKS: Final = {
    "doctor": N_("[doctor]"),
    "hospital": N_("[hospital]"),
    "visit_date": N_("[visit date]"),
    "treatment_date": N_("[treatment date]"),
}
_ON_PAPER: Final = "____"
_KINDS: Final = {Coverage.PUBLIC: CallKind.DOCTOR, Coverage.SELF_PAY: CallKind.CLINIC}


def usual_kind(file: OpenFile) -> CallKind:
    """Return whom somebody whose care is paid so calls first."""
    return _KINDS.get(file.people.situation().coverage, CallKind.PLAN)


def numbers(file: OpenFile, kind: str = CallKind.PLAN) -> list[tuple[str, str]]:
    """Return what they ask for first, as (label, words); what is not known is left out."""
    person = file.people.person()
    plan = file.insurance.plans.at(1)
    found = [(_("Name"), person.name), (_("Birth date"), _day(person.birth_date))]
    if kind != CallKind.PLAN:
        found += [(_("My phone"), person.phone)]
    if plan is not None and kind != CallKind.DOCTOR:
        found += [(_("Plan"), plan.carrier if kind == CallKind.CLINIC else "")]
        found += [(_("Member"), plan.member_id), (_("Group"), plan.group_number), (_("Phone"), plan.phone)]
    return [(label, words) for label, words in found if words]


def script(file: OpenFile, kind: str = CallKind.PLAN, contact_id: str | None = None) -> list[tuple[str, str]]:
    """Return what to say, line by line, as (words, hint): the person's own words where they have changed them."""
    facts = _facts(file, contact_id)
    own = file.settings.get(_own(kind))
    if not own:
        return [(line.filled(**facts), line.note) for line in guidance.call_script(kind)]
    for blank, words in _BLANKS.items():
        own = own.replace(_(words), facts[blank] or _ON_PAPER)
    return [(line, "") for line in own.splitlines() if line.strip()]


def words_to_change(file: OpenFile, kind: str) -> str:
    """Return what to say as the person can change it: a line each, with blanks named in brackets."""
    own = file.settings.get(_own(kind))
    blanks = {blank: _(words) for blank, words in _BLANKS.items()}
    return own or "\n".join(line.say.format(**blanks) for line in guidance.call_script(kind))


def keep_words(file: OpenFile, kind: str, words: str) -> None:
    """Say this in such calls from now on; nothing, or the first words again, for the words of the program."""
    changed = words.strip()
    blanks = {blank: _(words) for blank, words in _BLANKS.items()}
    first = "\n".join(line.say.format(**blanks) for line in guidance.call_script(kind))
    file.settings.set(_own(kind), "" if changed == first else changed)


def has_own_words(file: OpenFile, kind: str) -> bool:
    """Return whether the person has changed what to say."""
    return bool(file.settings.get(_own(kind)))


def last_promise(file: OpenFile, kind: str, contact_id: str | None = None) -> Call | None:
    """Return the latest call of this kind in which something was promised that is not settled."""
    return next(
        (
            call
            for call in file.insurance.calls.newest_first()
            if call.promised
            and not call.follow_up_done
            and call.kind == kind
            and (contact_id is None or call.contact_id in {contact_id, None})
        ),
        None,
    )


def start_of_a_call(file: OpenFile, kind: str, contact_id: str | None = None) -> dict[str, str | None]:
    """Return whom one most likely calls, and at which number."""
    if kind == CallKind.PLAN:
        plan = file.insurance.plans.at(1)
        return {"called": plan.carrier if plan else "", "number_called": plan.phone if plan else ""}
    contact = file.contacts.get(contact_id) if contact_id else _likely(file, kind)
    if contact is None:
        return {"called": "", "number_called": "", "contact_id": None}
    return {
        "called": contact.organization or contact.name,
        "number_called": contact.phone,
        "contact_id": contact.id,
    }


def _likely(file: OpenFile, kind: str) -> Contact | None:
    roles = (
        (ContactRole.FIRST_DOCTOR, ContactRole.FAMILY_DOCTOR)
        if kind == CallKind.DOCTOR
        else (ContactRole.SECOND_DOCTOR,)
    )
    return next((contact for role in roles for contact in file.contacts.all(role=role)), None)


def _own(kind: str) -> str:
    return f"call_script:{kind}"


def _facts(file: OpenFile, contact_id: str | None) -> dict[str, str]:
    visit = file.appointments.next_second_opinion()
    doctor = next(iter(file.contacts.all(role=ContactRole.SECOND_DOCTOR)), None)
    if contact_id:
        doctor = file.contacts.get(contact_id)
    elif visit is not None and visit.contact_id:
        doctor = file.contacts.get(visit.contact_id)
    place = doctor.organization if doctor is not None else ""
    return {
        "doctor": doctor.name if doctor is not None else "",
        "hospital": place or (visit.place if visit is not None else ""),
        "visit_date": _day(visit.day) if visit is not None else "",
        "treatment_date": _day(file.people.situation().treatment_start),
    }


def _day(stored: str) -> str:
    return partial_date_words(PartialDate.from_text(stored)) if stored else ""
