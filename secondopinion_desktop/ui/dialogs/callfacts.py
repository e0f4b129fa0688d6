"""What to have at hand on the phone: the numbers they ask for, and what to say with the names and dates put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.model.dates import PartialDate, partial_date_words

if TYPE_CHECKING:
    from secondopinion_desktop.guidance import ScriptLine
    from secondopinion_desktop.model.insurance import Call
    from secondopinion_desktop.services.file import OpenFile


def numbers(file: OpenFile) -> list[tuple[str, str]]:
    """Return what a health plan asks for first, as (label, words); what is not known is left out."""
    person = file.people.person()
    plan = file.insurance.plans.at(1)
    found = [(_("Name"), person.name), (_("Birth date"), _day(person.birth_date))]
    if plan is not None:
        found += [
            (_("Member"), plan.member_id),
            (_("Group"), plan.group_number),
            (_("Phone"), plan.phone),
        ]
    return [(label, words) for label, words in found if words]


def script(file: OpenFile) -> list[tuple[str, str]]:
    """Return what to say, line by line, as (words, hint)."""
    facts = _facts(file)
    return [(line.filled(**facts), line.note) for line in _lines()]


def last_promise(file: OpenFile, but: str = "") -> Call | None:
    """Return the latest call in which something was promised that is not settled; `but` is the id of one to pass by."""
    calls = file.insurance.calls.newest_first()
    return next((call for call in calls if call.promised and not call.follow_up_done and call.id != but), None)


def _lines() -> tuple[ScriptLine, ...]:
    return guidance.call_script()


def _facts(file: OpenFile) -> dict[str, str]:
    visit = file.appointments.next_second_opinion()
    doctor = next(iter(file.contacts.all(role=ContactRole.SECOND_DOCTOR)), None)
    if visit is not None and visit.contact_id:
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
