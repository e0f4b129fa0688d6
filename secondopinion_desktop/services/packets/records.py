"""Where each record is, and who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Paragraph, Section, Table, plain
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.services.contacts import describe
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import doctor_of, joined, short_day, unbroken

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

_ASKED = (RecordStatus.ASKED, RecordStatus.PROMISED)


def records(case: Case, _choice: PacketChoice) -> Section:
    """Return each record with its holder, when it was sent, and when the second doctor said that it is there."""
    if not case.records:
        return Section("records", _("Records"), (Paragraph(plain(_("No records are written down yet."))),))
    rows = tuple(
        (_name(record), doctor_of(case, record.holder_id, record.holder), _sent(record), _confirmed(record))
        for record in case.records
    )
    head = (_("Record"), _("Held by"), _("Sent"), _("Confirmed"))
    return Section("records", _("Records"), (Table(head, rows, (3.2, 3, 1.7, 1.7)),))


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
        return record.status.words
    if record.received_on:
        return _("I have it")
    return _("Waiting") if record.status in _ASKED else _("Not yet")


def _confirmed(record: Record) -> str:
    if record.status is RecordStatus.NOT_NEEDED:
        return "–"  # noqa: RUF001 - a dash that stands for nothing to say
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
