"""Where each record is, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.documents.packet import Paragraph, Section, Table, plain
from secondopinion_desktop.model.choices import CandidateStatus, ContactRole, RecordStatus
from secondopinion_desktop.services.contacts import describe
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import (
    NOTHING_TO_SAY,
    chosen,
    day,
    doctor_of,
    in_one,
    joined,
    lines,
    short_day,
    unbroken,
    yes3,
)
from secondopinion_desktop.services.records import count_of

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

_ASKED = (RecordStatus.ASKED, RecordStatus.PROMISED)
_ONLY_ASKED = (CandidateStatus.IDEA, CandidateStatus.CALLED, CandidateStatus.WAITING, CandidateStatus.NO)
"""Where it can stand with a doctor or center one asked, without a visit there."""


def records(case: Case, choice: PacketChoice) -> Section:
    """Return each record with its holder, when it was sent, and when the second doctor said that it is there.

    Notes on a record are for the family: whom to ask for, and the like. What is not needed is not for them to follow.
    """
    listed = [
        record
        for record in case.records
        if choice.made_for is not MadeFor.FAMILY or record.status is not RecordStatus.NOT_NEEDED
    ]
    rows = tuple((_name(record), _holder(case, record), _sent(record), _confirmed(record)) for record in listed)
    head = (_("Record"), _("Held by"), _("Sent"), _("Confirmed"))
    under = tuple(_under(record, choice) for record in listed)
    table = (Table(head, rows, (2.9, 2.5, 1.65, 2.85), under),) if rows else ()
    return Section("records", _("Records"), (*_counted(case), *table))


def _holder(case: Case, record: Record) -> str:
    holder = doctor_of(case, record.holder_id, record.holder)
    return holder or (NOTHING_TO_SAY if record.status is RecordStatus.NOT_NEEDED else "")


def _under(record: Record, choice: PacketChoice) -> str:
    """Return what else is known of a record: for the family the note, and all of it where everything is wanted."""
    if choice.made_for is MadeFor.DOCTOR:
        return ""
    if choice.made_for is MadeFor.FAMILY:
        return lines(record.note)
    facts = in_one(
        (
            (_("What it is exactly"), record.details),
            (_("Whom to ask there"), record.holder_contact),
            (_("Asked"), joined(day(record.asked_on), chosen(record.asked_how), record.asked_by)),
            (_("They got your request on"), day(record.received_by_holder_on)),
            (_("Promised for"), day(record.promised_by)),
            (_("Here since"), joined(day(record.received_on), chosen(record.came), chosen(record.form))),
            (_("Cost"), record.cost),
            (_("Sent"), joined(record.sent_how, record.sent_by, record.tracking)),
            (_("Confirmed by"), record.confirmed_by),
            (_("Where your own copy is"), record.kept_where),
        )
    )
    return lines(facts, record.note)


def _counted(case: Case) -> tuple[Paragraph, ...]:
    """Return in words how many that must be there have arrived."""
    count = count_of(case.records)
    if not count.must:
        return ()
    words = ngettext(
        "{arrived} of {count} must-have record has arrived.",
        "{arrived} of {count} must-have records have arrived.",
        count.must,
    )
    return (Paragraph(plain(words.format(arrived=count.must_arrived, count=count.must)), lead=True),)


def _name(record: Record) -> str:
    when = short_day(record.service_from)
    told = when.replace("\N{NO-BREAK SPACE}", " ") in record.name
    return joined(record.name, "" if told else when)


def _sent(record: Record) -> str:
    if record.status is RecordStatus.NOT_NEEDED:
        return record.status.words
    if record.sent_on:
        return short_day(record.sent_on)
    if record.status is RecordStatus.PROBLEM:
        return _("Problem")
    if record.received_on:
        return _("I have it")
    return _("Waiting") if record.status in _ASKED else _("Not yet")


def _confirmed(record: Record) -> str:
    if record.status is RecordStatus.NOT_NEEDED:
        return NOTHING_TO_SAY
    if record.status is RecordStatus.CAME_BACK:
        return joined(short_day(record.arrived_on), _("came back {day}").format(day=short_day(record.returned_on)))
    if record.status is RecordStatus.TO_COME_BACK:
        back = short_day(record.return_by)
        due = _("due back {day}").format(day=back) if back else record.status.words.lower()
        return joined(short_day(record.arrived_on), due)
    return short_day(record.arrived_on) or _("Not yet")


def people(case: Case, choice: PacketChoice) -> Section:
    """Return everybody with what they do and how to reach them.

    A doctor does not get the list of other doctors, nor the family those that were asked before a visit was booked.
    Nor does a doctor get their own number, or again that of a helper, which stands with the person.
    """
    for_doctor = choice.made_for is MadeFor.DOCTOR
    settled = for_doctor or (choice.made_for is MadeFor.FAMILY and case.is_booked)
    listed = [contact for contact in case.contacts if not (settled and contact.candidate in _ONLY_ASKED)]
    if for_doctor:
        reader = case.next_visit.contact_id if case.next_visit is not None else None
        listed = [one for one in listed if one.role is not ContactRole.HELPER and one.id != reader]
    rows = tuple((contact.name, _does(contact), _reach(contact)) for contact in listed)
    under = tuple(_more(contact, choice) for contact in listed)
    return Section("people", _("People"), (Table((), rows, (2.5, 3.8, 3.1), under),) if rows else ())


def _does(contact: Contact) -> str:
    words = describe(contact)
    place = contact.organization
    return joined(words, place if place and place not in words else "") or _("Contact")


def _reach(contact: Contact) -> str:
    fax = _("Fax {number}").format(number=contact.fax) if contact.fax else ""
    return lines(joined(unbroken(contact.phone), unbroken(fax)), "" if contact.phone else contact.email)


def _more(contact: Contact, choice: PacketChoice) -> str:
    """Return what else is known of somebody, where everything is wanted."""
    if choice.made_for is not MadeFor.EVERYTHING:
        return ""
    facts = in_one(
        (
            (_("E-mail"), contact.email if contact.phone else ""),
            (_("Address"), contact.address),
            (_("Patient portal"), contact.portal_note),
            (_("Best way to reach them"), contact.best_contact),
            (_("Same group as my first doctor"), yes3(contact.same_group_as_first)),
        )
    )
    return lines(facts, contact.note)
