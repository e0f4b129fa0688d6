"""People and places."""

from __future__ import annotations

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import CandidateStatus, ContactRole
from secondopinion_desktop.model.handles import Contact
from secondopinion_desktop.services.rows import Rows

DOCTORS = (
    ContactRole.FIRST_DOCTOR,
    ContactRole.SECOND_DOCTOR,
    ContactRole.THIRD_DOCTOR,
    ContactRole.FAMILY_DOCTOR,
    ContactRole.PATHOLOGIST,
)


class Contacts(Rows[Contact]):
    table = Contact
    order = ("-starred", "name")
    adding = N_("Add contact")
    changing = N_("Change contact")
    removing = N_("Remove contact")

    def matching(self, text: str) -> list[Contact]:
        """Return the contacts in which every typed word occurs, starred ones first."""
        words = text.casefold().split()
        return [contact for contact in self.all() if all(word in _searched(contact) for word in words)]

    def doctors(self) -> list[Contact]:
        """Return the doctors among the contacts."""
        return self.all(role=DOCTORS)

    def candidates(self) -> list[Contact]:
        """Return the doctors and centers one may go to, in the order they were written down."""
        listed = tuple(str(status) for status in CandidateStatus if status)
        return self.store.rows(Contact, candidate=listed)

    def star(self, contact_id: str, *, starred: bool) -> None:
        """Keep a contact on top, or no longer."""
        label = _("Keep contact on top") if starred else _("Let contact go from the top")
        with self.store.writing(label) as unit:
            unit.change(Contact, contact_id, starred=starred)

    def name_of(self, contact_id: str | None) -> str:
        """Return a contact's name, or an empty text for none."""
        contact = self.store.get(Contact, contact_id) if contact_id else None
        return contact.name if contact else ""

    def names(self) -> dict[str, str]:
        """Return the names of all contacts by id, removed ones too, since old visits still name them."""
        return self.store.pairs(Contact, "id", "name")


def describe(contact: Contact) -> str:
    """Return what a contact is, in one line: "Second opinion, oncologist"."""
    role = contact.role_note or ("" if contact.role is ContactRole.OTHER else contact.role.words)
    last = contact.relation if contact.role is ContactRole.HELPER else contact.specialty
    return ", ".join(part for part in (role, last or contact.organization) if part)


def _searched(contact: Contact) -> str:
    parts = (
        contact.name,
        describe(contact),
        contact.organization,
        contact.phone,
        contact.email,
        contact.address,
        contact.note,
    )
    return " ".join(parts).casefold()
