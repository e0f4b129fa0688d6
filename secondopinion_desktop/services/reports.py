"""Reports of second-opinion visits: who should get one, where each stands, and the words to ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import N_, _, words_language
from secondopinion_desktop.documents.packet import Packet, Paragraph, plain
from secondopinion_desktop.model.choices import ContactRole
from secondopinion_desktop.model.dates import PartialDate, Precision, partial_date_entry
from secondopinion_desktop.model.handles import Appointment, Contact, Person, ReportRequest
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.services.packets.words import day
from secondopinion_desktop.services.paper import printed_pages
from secondopinion_desktop.services.rows import Rows
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.storage import Session


class Reports(Rows[ReportRequest]):
    """Reports asked of a second doctor."""

    table = ReportRequest
    order = ("created_at", "to_me")
    adding = N_("Ask for a report")
    changing = N_("Change report")
    removing = N_("Remove report")

    def of_visit(self, appointment_id: str) -> list[ReportRequest]:
        """Return who should get the report of a visit, in the order they were added."""
        return self.all(appointment_id=appointment_id)

    def ask_today(self, appointment_id: str, contact_id: str | None) -> ReportRequest:
        """Say that a report was asked for today, for a contact, or without one for the person."""
        return self.add(
            appointment_id=appointment_id, to_contact_id=contact_id, to_me=contact_id is None, asked_on=_today()
        )

    def go_on(self, report_id: str) -> None:
        """Say that the next thing happened today: it was asked for, it arrived, the doctor read it."""
        following = next_date(self.get(report_id))
        if following:
            values: dict[str, Any] = {following: _today()}
            self.change(report_id, **values)

    def not_asked_yet(self, appointment_id: str) -> tuple[list[Contact], bool]:
        """Return the first doctors for whom no report was asked, and whether the person's own copy is missing too."""
        with self.store.database.reading() as session:
            asked = rows(session, ReportRequest, appointment_id=appointment_id)
            doctors = rows(session, Contact, "name", role=ContactRole.FIRST_DOCTOR)
        known = {report.to_contact_id for report in asked}
        return [doctor for doctor in doctors if doctor.id not in known], not any(report.to_me for report in asked)

    def request_words(self, appointment_id: str) -> list[str]:
        """Return a short letter that asks for the report, paragraph by paragraph."""
        with self.store.database.reading() as session:
            visit = session.get_one(Appointment, appointment_id)
            person = session.get_one(Person, ONLY)
            names = {contact.id: contact for contact in rows(session, Contact)}
            takers = _takers(session, appointment_id, names)
        doctor = names.get(visit.contact_id or "")
        return [
            _("To {doctor}").format(doctor=_joined(doctor.name, doctor.organization) if doctor else visit.place)
            if doctor or visit.place
            else "",
            _opening(visit),
            "\n".join((_("Please send them to:"), *(f"- {taker}" for taker in (*takers, _me(person))))),
            _("Please tell me when they are on their way. I would be glad if you and my first doctor could talk."),
            _("If I left slides or discs with you, please say when they go back, and to whom."),
            _("Thank you."),
            _joined(person.name, person.phone),
        ]

    def request_pages(self, appointment_id: str) -> PrintedPages:
        """Return the letter on paper."""
        person = self.store.get(Person, ONLY)
        name = person.name if person else ""
        born = _("born {date}").format(date=day(person.birth_date)) if person and person.birth_date else ""
        packet = Packet(
            title=_("Request for my report"),
            subtitle=_joined(name, born),
            person=_joined(name, born),
            printed=_("Printed {date}").format(date=formats.day_year(clock.today())),
            foot=guidance.safety().paper,
            language=words_language(),
            opening=tuple(Paragraph(plain(part)) for part in self.request_words(appointment_id) if part),
            author=name,
            subject=_("Request for my report"),
            made_on=clock.today(),
        )
        return printed_pages(packet, "letter" if formats.paper_size() == "letter" else "a4")


def next_date(report: ReportRequest) -> str:
    """Return the field of the date that comes next, or an empty text where nothing is left."""
    order = ("asked_on", "arrived_on") if report.to_me else ("asked_on", "arrived_on", "read_on")
    found = [name for name in order if getattr(report, name)]
    start = order.index(found[-1]) + 1 if found else 0
    return next(iter(order[start:]), "")


def _today() -> str:
    return clock.today().isoformat()


def _joined(*parts: str) -> str:
    return ", ".join(" ".join(part.split()) for part in parts if part.strip())


def _opening(visit: Appointment) -> str:
    day = PartialDate.from_optional_text(visit.day)
    if day is None:
        return _("Please send the notes of my second-opinion visit.")
    words = formats.day_full(day.day) if day.precision is Precision.EXACT else partial_date_entry(day)
    return _("Please send the notes of my second-opinion visit on {day}.").format(day=words)


def _takers(session: Session, appointment_id: str, contacts: dict[str, Contact]) -> list[str]:
    """Return each doctor who should get it, with fax; the first doctors where nobody was chosen yet."""
    chosen = [report.to_contact_id for report in rows(session, ReportRequest, appointment_id=appointment_id)]
    found = [contacts[one] for one in chosen if one in contacts]
    found = found or [contact for contact in contacts.values() if contact.role is ContactRole.FIRST_DOCTOR]
    return [
        _joined(contact.name, contact.organization, _("fax {number}").format(number=contact.fax) if contact.fax else "")
        for contact in found
    ]


def _me(person: Person) -> str:
    return _("me: {who}").format(who=_joined(person.name, person.address, person.email))
