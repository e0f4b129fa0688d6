"""A request letter as blocks for paper: who asks, what for, in which form, where to, by when, and room to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import N_, _, words_language
from secondopinion_desktop.documents.packet import (
    DOCTOR_POINTS,
    TICKED,
    UNTICKED,
    Fields,
    Item,
    Packet,
    Paragraph,
    Ruled,
    Section,
    Table,
    plain,
)
from secondopinion_desktop.model.choices import DeliverTo, LetterKind
from secondopinion_desktop.services.packets.words import day, joined, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.person import Person
    from secondopinion_desktop.services.letters import Letter

FORMS: Final = {
    LetterKind.COPIES: (
        ("portal", N_("PDF in the patient portal")),
        ("email", N_("PDF by secure e-mail")),
        ("usb", N_("PDF on a USB stick")),
        ("paper", N_("On paper")),
    ),
    LetterKind.SCANS: (
        ("link", N_("Pictures by a sharing link (DICOM)")),
        ("disc", N_("Pictures on a disc (DICOM)")),
        ("second_copy", N_("A second disc, for me to keep")),
    ),
    LetterKind.SLIDES: (
        ("all", N_("All slides")),
        ("asked", N_("Only the slides that the new lab asks for")),
        ("blocks", N_("Tissue blocks, only if the new lab needs them")),
    ),
}
_EMPTY: Final = "\N{NO-BREAK SPACE}"
_LINES_FOR_RECORDS: Final = 3
_ROOM: Final = f"{_EMPTY}\n{_EMPTY}"  # to sign in
_TITLES: Final = {
    LetterKind.COPIES: N_("Request for copies of my health information"),
    LetterKind.SCANS: N_("Request for my scan pictures and reports"),
    LetterKind.SLIDES: N_("Request to release pathology slides"),
}


def letter_packet(letter: Letter, person: Person, records: Sequence[str]) -> Packet:
    """Return the letter. `records` are the chosen ones in words."""
    today = clock.today()
    born = _("born {date}").format(date=day(person.birth_date)) if person.birth_date else ""
    title = _(_TITLES[letter.kind])
    return Packet(
        title=title,
        subtitle=formats.day_full(today),
        person=joined(person.name, born),
        printed=_("Printed {date}").format(date=formats.day_year(today)),
        foot=_("Please keep this letter with the request."),
        language=words_language(),
        opening=(_parties(letter, person),),
        sections=(
            Section("ask", _("What I ask for"), tuple(_ask(letter, records))),
            Section("how", _("How, and where to"), tuple(_how(letter, person))),
            Section("sign", _("Signature"), tuple(_sign(letter, person))),
        ),
        author=person.name,
        subject=title,
        made_on=today,
        body_points=DOCTOR_POINTS,
    )


def _parties(letter: Letter, person: Person) -> Fields:
    desk = _("Pathology") if letter.kind is LetterKind.SLIDES else _("Health information department")
    fax = _("Fax {number}").format(number=letter.to_fax) if letter.to_fax else ""
    to = "\n".join(part for part in (desk, letter.to_name, letter.to_address, fax) if part)
    needed = [
        (_("To"), to),
        (_("From"), person.name),
        (_("Born"), day(person.birth_date)),
    ]
    more = known(
        (
            (_("Former names"), person.former_names),
            (_("Address"), person.address),
            (_("Reach me at"), joined(person.phone, person.email)),
            (_("My record number"), letter.record_number),
        )
    )
    return Fields((*needed, *more))


def _ask(letter: Letter, records: Sequence[str]) -> list[Block]:
    lines = [*records, *(line.strip() for line in letter.more_records.splitlines() if line.strip())]
    blocks: list[Block] = [Paragraph(plain(_opening(letter)), lead=True)]
    blocks += [Item(plain(line), TICKED) for line in lines] or [Ruled(_LINES_FOR_RECORDS)]
    if letter.kind is LetterKind.SCANS:
        blocks.append(Paragraph(plain(_("Please send both the pictures and the written reports."))))
        if letter.earlier_scans:
            blocks.append(Paragraph(plain(_("Please add earlier scans of the same place, to compare."))))
    if letter.kind is LetterKind.SLIDES:
        told = known(((_("Case number"), letter.case_number), (_("Date of the sample"), day(letter.specimen_on))))
        blocks += [Fields(told)] if told else []
        blocks.append(Paragraph(plain(_("Please include a copy of the pathology report."))))
    return blocks


def _opening(letter: Letter) -> str:
    if letter.kind is LetterKind.SLIDES:
        return _("Please release these to the place named below, for a second opinion:")
    if letter.hipaa:
        return _("I ask for copies under the HIPAA right of access, 45 CFR 164.524:")
    return _("Please send copies of:")


def _how(letter: Letter, person: Person) -> list[Block]:
    blocks: list[Block] = [
        Item(plain(_(words)), TICKED if key in letter.forms else UNTICKED) for key, words in FORMS[letter.kind]
    ]
    to_clinic = letter.deliver is not DeliverTo.ME
    to_me = _("Me, at the address above") if person.address else _("Me. Please ask me where to send them.")
    pairs = [(_("Deliver to"), to_me)] if letter.deliver is not DeliverTo.CLINIC else []
    if to_clinic:
        pairs.append((_("Ship to") if letter.kind is LetterKind.SLIDES else _("Send to"), letter.clinic))
    pairs += known(
        (
            (_("I need these by"), day(letter.needed_by)),
            (_("My visit is on"), day(letter.visit_on)),
            (_("Please have them back by"), day(letter.return_by)),
        )
    )
    blocks.append(Fields(tuple(pairs)))
    if letter.kind is LetterKind.SLIDES:
        blocks.append(Paragraph(plain(_("Please tell me before you send a block if little tissue is left."))))
    else:
        blocks.append(Paragraph(plain(_("Please tell me of any fee before you start."))))
        blocks.append(
            Paragraph(plain(_("If you cannot give part of this, please tell me which part and why, in writing.")))
        )
    return blocks


def _sign(letter: Letter, person: Person) -> list[Block]:
    head = (_EMPTY, _("Signature"), _("Name in print"), _("Date"))
    name = _EMPTY if letter.other_signs else person.name
    lines = [(_("Signed by") if letter.other_signs else _("Patient"), _ROOM, name, _EMPTY)]
    if letter.kind is LetterKind.SLIDES:
        lines.append((_("Doctor"), _ROOM, _EMPTY, _EMPTY))
    blocks: list[Block] = [Table(head, tuple(lines), (1.4, 4, 3, 1.8))]
    if letter.other_signs:
        signs = (
            (_("Name"), letter.other_name),
            (_("For the patient, as"), letter.other_relation),
            (_("With the right to sign by"), letter.other_authority),
        )
        blocks += [Fields(signs), Paragraph(plain(_("A copy of the paper that says so is attached.")))]
    if letter.photo_id:
        blocks.append(Item(plain(_("Enclosed: a copy of my photo ID")), TICKED))
    return blocks
