"""Summaries on paper: what a person chose becomes a frozen packet, then pages to look at, to save and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _, current_locale
from secondopinion_desktop.documents.packet import DOCTOR_POINTS, FAMILY_POINTS, Packet
from secondopinion_desktop.model.handles import Note
from secondopinion_desktop.services.packets.choice import MadeFor, PacketChoice, PaperSize, Part, usual_choice
from secondopinion_desktop.services.packets.notes import is_private
from secondopinion_desktop.services.packets.reading import read
from secondopinion_desktop.services.packets.sections import sections
from secondopinion_desktop.services.packets.words import day, full_day, joined
from secondopinion_desktop.services.paper import PrintedPages, printed_pages
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.services.packets.reading import Case
    from secondopinion_desktop.storage.store import Store

__all__ = ["MadeFor", "PacketChoice", "Packets", "PaperSize", "Part", "PrintedPages", "usual_choice"]


class Packets:
    """Summaries of the open file. `summary` reads; all else may take a moment and belongs on a worker."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def summary(self, choice: PacketChoice) -> Packet:
        """Return what the summary says, read in one transaction; nothing typed later changes it."""
        case = read(self._store, choice)
        person = case.person
        born = _("born {date}").format(date=day(person.birth_date)) if choice.birth_date and person.birth_date else ""
        return Packet(
            title=_("Second opinion summary"),
            subtitle=joined(person.name, _for_whom(case) if choice.made_for is MadeFor.DOCTOR else ""),
            person=joined(person.name, born),
            printed=_("Printed {date}").format(date=formats.day_year(case.today)),
            foot=guidance.safety().paper,
            language=current_locale().replace("_", "-"),
            sections=sections(case, choice),
            author=person.name,
            subject=choice.made_for.words,
            made_on=case.today,
            body_points=DOCTOR_POINTS if choice.made_for is MadeFor.DOCTOR else FAMILY_POINTS,
        )

    def pages(self, choice: PacketChoice) -> PrintedPages:
        """Return the pages of the summary, drawn: to look at, to print and to save."""
        return printed_pages(self.summary(choice), choice.paper, large_print=choice.large_print)

    def save_pdf(self, choice: PacketChoice, path: Path, *, replace: bool = False) -> int:
        """Write the summary to `path`, for this person's eyes only; return the number of pages.

        Raises AlreadyExists unless `replace`, and another FileTrouble where the place cannot be written to.
        """
        pages = self.pages(choice)
        pages.save(path, replace=replace)
        count = pages.page_count
        pages.close()
        return count

    def counts(self) -> dict[Part, int]:
        """Return how many notes there are to print, for the list of parts, and likewise of other long parts."""
        with self._store.database.reading() as session:
            found = rows(session, Note)
        return {Part.NOTES: sum(not is_private(note) and bool(note.body or note.title) for note in found)}


def _for_whom(case: Case) -> str:
    visit = case.next_visit
    if visit is None:
        return ""
    doctor = case.name(visit.contact_id)
    when = full_day(visit.day, visit.time)
    return _("for {doctor}, {when}").format(doctor=doctor, when=when) if doctor else when
