"""What belongs to a step elsewhere in the file, with live counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.guidance import Target
from secondopinion_desktop.model.choices import ContactRole

if TYPE_CHECKING:
    from secondopinion_desktop import guidance
    from secondopinion_desktop.services.file import OpenFile


class Link(NamedTuple):
    """The words and icon of a link, and what it opens (kind, id)."""

    words: str
    icon: str
    opens: tuple[str, str]


class Place(NamedTuple):
    """A place in the program: what opens it (kind, id), its icon, and its name, marked for translation."""

    opens: tuple[str, str]
    icon: str
    name: str


PLACES: Final = {
    Target.PERSON: Place(("command", "person"), "person", N_("About you")),
    Target.HEALTH: Place(("command", "health"), "note", N_("My health story")),
    Target.REASONS: Place(("situation", "reasons"), "question", N_("Where you are, and why you ask")),
    Target.CHOICE: Place(("situation", "decision_text"), "question", N_("The choice you face")),
    Target.WORRIES: Place(("situation", "worry_kinds"), "note", N_("What may be hard about it")),
    Target.TALK: Place(("situation", "talk_said"), "chat", N_("Talk with your doctor")),
    Target.HOW_LONG: Place(("situation", "ok_until"), "calendar", N_("How long you can take")),
    Target.ROUTE: Place(("situation", "request_route"), "arrow-right", N_("How it is arranged")),
    Target.LETTER: Place(("command", "letter"), "printer", N_("Print a request letter")),
    Target.CONTACTS_PANE: Place(("command", "contacts"), "people", N_("Contacts")),
    Target.INSURANCE_PANE: Place(("command", "insurance"), "shield", N_("Insurance")),
    Target.CALL: Place(("command", "add_call"), "phone", N_("A phone call")),
    Target.CALL_SHEET: Place(("command", "call_sheets"), "printer", N_("A call sheet")),
    Target.NETWORK: Place(("network_check", "first"), "shield", N_("In the network?")),
    Target.COSTS: Place(("costs", "first"), "shield", N_("Costs")),
    Target.CENTERS: Place(("candidate", "first"), "people", N_("Doctors and centers to ask")),
    Target.SECOND_VISIT: Place(("second_visit", "first"), "calendar", N_("Your second-opinion visit")),
    Target.BACKGROUND: Place(("background", "first"), "file", N_("Background to share")),
    Target.KEY_DATES: Place(("command", "key_dates"), "calendar", N_("Key dates")),
    Target.APPOINTMENTS: Place(("page", "notes"), "note", N_("Appointments & notes")),
    Target.QUESTIONS: Place(("page", "questions"), "question", N_("Questions")),
    Target.RECORDS: Place(("page", "records"), "folder", N_("Records")),
    Target.OPINIONS: Place(("page", "opinions"), "columns", N_("Opinions side by side")),
    Target.REPORTS: Place(("report_request", "latest"), "mail", N_("Reports")),
    Target.DECISION: Place(("decision", "decision"), "flag", N_("My decision")),
    Target.SUMMARY: Place(("command", "print"), "printer", N_("Print or save summary")),
    Target.QUESTIONS_SHEET: Place(("command", "print_questions"), "printer", N_("Print questions")),
    Target.VISIT_MODE: Place(("command", "visit_mode"), "pencil", N_("Start visit mode")),
}

# Whom one may want to call for a step.
_CALLED: Final = {
    "get_started": (ContactRole.FIRST_DOCTOR,),
    "insurance": (ContactRole.INSURER,),
    "schedule": (ContactRole.SECOND_DOCTOR, ContactRole.PLACE),
    "records": (ContactRole.RECORDS_DESK,),
    "timing": (ContactRole.FIRST_DOCTOR, ContactRole.NURSE),
    "report": (ContactRole.SECOND_DOCTOR,),
}
_MOST_CALLS: Final = 2

# A step counts only the list it is all about; of others it means a part ("Questions about time").
_COUNTED: Final = {"records": Target.RECORDS, "schedule": Target.APPOINTMENTS}

RELATED_KINDS: Final = frozenset({"record", "contact", "appointment"})
"""A change of one of these can change a link."""


def links(file: OpenFile, step: guidance.Step) -> list[Link]:
    """Return what belongs to `step`, and whom to call."""
    found = [_link(file, step.key, related) for related in step.related]
    roles = _CALLED.get(step.key, ())
    people = [contact for contact in file.contacts.all(role=roles) if contact.phone] if roles else []
    calls = [
        Link(_("Call {name}").format(name=contact.name), "phone", ("contact", contact.id))
        for contact in people[:_MOST_CALLS]
    ]
    return [*found, *calls]


def place_of(step: guidance.Step, guidance_id: str) -> Place | None:
    """Return where a shipped task is done; None for one that a person added or that is done outside the program."""
    related = next((task.related for task in step.tasks if task.id == guidance_id), None)
    return PLACES[related] if related else None


def _link(file: OpenFile, step: str, related: guidance.Related) -> Link:
    place = PLACES[related.target]
    count = _count(file, related.target) if _COUNTED.get(step) is related.target else ""
    words = _("{place}: {count}").format(place=related.text, count=count) if count else related.text
    return Link(words, place.icon, place.opens)


def _count(file: OpenFile, target: Target) -> str:
    """Return "4 of 6" for records, how many appointments are ahead, nothing for what is empty or not counted."""
    if target is Target.RECORDS:
        records = file.records.count()
        words = _("{arrived} of {needed}").format(arrived=records.arrived, needed=records.needed)
        return words if records.needed else ""
    count = len(file.appointments.upcoming()) if target is Target.APPOINTMENTS else 0
    return str(count) if count else ""
