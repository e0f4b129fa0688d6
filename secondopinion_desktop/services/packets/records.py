"""Where each record is, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.documents.packet import Paragraph, Section, Table, plain
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.services.contacts import describe
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import doctor_of, joined, short_day, unbroken
from secondopinion_desktop.services.records import count_of

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

_ASKED = (RecordStatus.ASKED, RecordStatus.PROMISED)


def records(case: Case, choice: PacketChoice) -> Section:
    """Return each record with its holder, when it was sent, and when the second doctor said that it is there.

    Notes on a record are for the family: whom to ask for, and the like.
    """
    if not case.records:
        return Section("records", _("Records"), (Paragraph(plain(_("No records are written down yet."))),))
    rows = tuple(
        (_name(record, choice), doctor_of(case, record.holder_id, record.holder), _sent(record), _confirmed(record))
        for record in case.records
    )
    head = (_("Record"), _("Held by"), _("Sent"), _("Confirmed"))
    table = Table(head, rows, (3.2, 3, 1.7, 1.7))
    return Section("records", _("Records"), (*_counted(case), table))


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
    return (Paragraph(plain(words.format(arrived=count.must_arrived, count=count.must))),)


def _name(record: Record, choice: PacketChoice) -> str:
    when = short_day(record.service_from)
    told = when.replace("\N{NO-BREAK SPACE}", " ") in record.name
    name = joined(record.name, "" if told else when)
    return f"{name}\n{record.note}" if record.note and choice.made_for is not MadeFor.DOCTOR else name


def _sent(record: Record) -> str:
    if record.status is RecordStatus.NOT_NEEDED:
        return record.status.words
    if record.sent_on:
        return short_day(record.sent_on)
    if record.status is RecordStatus.PROBLEM:
        return record.status.words
    if record.received_on:
        return _("I have it")
    return _("Waiting") if record.status in _ASKED else _("Not yet")


def _confirmed(record: Record) -> str:
    if record.status is RecordStatus.NOT_NEEDED:
        return "–"  # noqa: RUF001 - a dash that stands for nothing to say
    if record.status is RecordStatus.CAME_BACK:
        return joined(short_day(record.arrived_on), _("came back {day}").format(day=short_day(record.returned_on)))
    if record.status is RecordStatus.TO_COME_BACK:
        back = short_day(record.return_by)
        due = _("to come back by {day}").format(day=back) if back else record.status.words.lower()
        return joined(short_day(record.arrived_on), due)
    return short_day(record.arrived_on) or _("Not yet")


def people(case: Case, choice: PacketChoice) -> Section:
    """Return everybody with what they do and how to reach them; doctors telephone and fax."""
    if not case.contacts:
        return Section("people", _("People"), (Paragraph(plain(_("Nobody is written down yet."))),))
    rows = tuple((contact.name, _does(contact), _reach(contact, choice)) for contact in case.contacts)
    return Section("people", _("People"), (Table((), rows, (2.5, 3.6, 3.1)),))


def _does(contact: Contact) -> str:
    words = describe(contact)
    place = contact.organization
    return joined(words, place if place and place not in words else "") or _("Contact")


def _reach(contact: Contact, choice: PacketChoice) -> str:
    fax = _("Fax {number}").format(number=contact.fax) if contact.fax else ""
    if choice.made_for is MadeFor.DOCTOR and contact.phone:
        return "\n".join(part for part in (unbroken(contact.phone), unbroken(fax)) if part)
    return "\n".join(part for part in (unbroken(contact.phone), unbroken(fax), contact.email) if part)
