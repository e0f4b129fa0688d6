"""Summaries on paper: what a person chose becomes a frozen packet, then pages to look at, to save and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _, words_language
from secondopinion_desktop.documents.packet import DOCTOR_POINTS, FAMILY_POINTS, Packet
from secondopinion_desktop.model.handles import Note
from secondopinion_desktop.services.packets import sheet
from secondopinion_desktop.services.packets.brief import brief
from secondopinion_desktop.services.packets.choice import (
    SHORT,
    SUMMARIES,
    MadeFor,
    PacketChoice,
    PaperSize,
    Part,
    usual_choice,
)
from secondopinion_desktop.services.packets.notes import is_worth_printing
from secondopinion_desktop.services.packets.reading import read
from secondopinion_desktop.services.packets.sections import sections
from secondopinion_desktop.services.packets.words import day, full_day, joined, short_day
from secondopinion_desktop.services.paper import PrintedPages, one_page, printed_pages
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.services.packets.reading import Case
    from secondopinion_desktop.storage.store import Store

__all__ = [
    "SHORT",
    "SUMMARIES",
    "MadeFor",
    "PacketChoice",
    "Packets",
    "PaperSize",
    "Part",
    "PrintedPages",
    "usual_choice",
]


class Packets:
    """Summaries of the open file. `summary` reads; all else may take a moment and belongs on a worker."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def summary(self, choice: PacketChoice) -> Packet:
        """Return what the summary says, read in one transaction; nothing typed later changes it."""
        case = read(self._store, choice)
        if choice.made_for is MadeFor.VISIT:
            return _sheet(case, choice, sheet.ROOMS[0])
        is_brief = choice.made_for is MadeFor.BRIEF
        for_doctor = is_brief or choice.made_for is MadeFor.DOCTOR
        person = case.person
        return Packet(
            title=_("Second opinion visit") if is_brief else _("Second opinion summary"),
            subtitle="" if is_brief else joined(person.name, _for_whom(case) if for_doctor else ""),
            person=_named(case, choice),
            printed=_("Printed {date}").format(date=formats.day_year(case.today)),
            foot=guidance.safety().paper,
            language=words_language(),
            sections=brief(case, choice) if is_brief else sections(case, choice),
            author=person.name,
            subject=choice.made_for.words,
            made_on=case.today,
            body_points=DOCTOR_POINTS if for_doctor else FAMILY_POINTS,
            small_title=is_brief,
        )

    def pages(self, choice: PacketChoice) -> PrintedPages:
        """Return the pages of the summary, drawn: to look at, to print and to save."""
        if choice.made_for is MadeFor.VISIT:
            return self._sheet_pages(choice)
        if choice.made_for is MadeFor.BRIEF:
            return one_page(self.summary(choice), choice.paper)
        return printed_pages(self.summary(choice), choice.paper, large_print=choice.large_print)

    def _sheet_pages(self, choice: PacketChoice) -> PrintedPages:
        """Return the questions sheet with as many lines as one sheet of paper has room for."""
        case = read(self._store, choice)
        # Where long words fill more than a sheet all the same, none of them is left out.
        for room in (*sheet.rooms(choice), sheet.ROOMS[-1]):
            pages = printed_pages(_sheet(case, choice, room), choice.paper, large_print=choice.large_print)
            if pages.page_count <= sheet.BOTH_SIDES:
                break
            pages.close()
        return pages

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
        return {Part.NOTES: sum(map(is_worth_printing, found))}

    def visits(self) -> tuple[tuple[str, str], ...]:
        """Return id and words of each visit a questions sheet can be printed for, those to come first."""
        case = read(self._store, PacketChoice())
        coming = case.upcoming
        past = [visit for visit in reversed(case.appointments) if visit not in coming]
        return tuple((visit.id, _visit_words(case, visit)) for visit in (*coming, *past))


def _visit_words(case: Case, visit: Appointment) -> str:
    who = case.name(visit.contact_id) or visit.title or visit.kind.words
    return joined(who, short_day(visit.day))


def _sheet(case: Case, choice: PacketChoice, room: sheet.Room) -> Packet:
    visit = sheet.visit_of(case, choice)
    asked = sheet.asked_at(case, visit)
    title, under = sheet.title_of(visit, case)
    return Packet(
        title=title,
        subtitle=under,
        person=_named(case, choice),
        printed=_("Printed {date}").format(date=formats.day_year(case.today)),
        foot=guidance.safety().paper,
        language=words_language(),
        sections=sheet.sections(case, visit, asked, room, choice),
        author=case.person.name,
        subject=choice.made_for.words,
        made_on=case.today,
        opening=sheet.opening(len(asked)),
        body_points=FAMILY_POINTS,
    )


def _named(case: Case, choice: PacketChoice) -> str:
    """Return what tells the person from others on every page: the name, and the birth date where it was chosen."""
    person = case.person
    born = _("born {date}").format(date=day(person.birth_date)) if choice.birth_date and person.birth_date else ""
    return joined(person.name, born)


def _for_whom(case: Case) -> str:
    visit = case.next_visit
    if visit is None:
        return ""
    doctor = case.name(visit.contact_id)
    when = full_day(visit.day, visit.time)
    return _("for {doctor}, {when}").format(doctor=doctor, when=when) if doctor else when
