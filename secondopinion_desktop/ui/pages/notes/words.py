"""What a visit or note is called: in the list, in the picker, under the title, for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentKind, NoteKind
from secondopinion_desktop.model.dates import PartialDate, partial_date_words

if TYPE_CHECKING:
    from datetime import date

    from secondopinion_desktop.services.notes import Entry

_DOT = "  \N{MIDDLE DOT}  "


def joined(*parts: str) -> str:
    """Return the parts that say something, with a dot between them."""
    return _DOT.join(part for part in parts if part)


def when(day: str, time: str = "") -> str:
    """Return "Tue, Feb 17, 2:00 PM" for a stored day and time; "No date yet" where there is none."""
    known = PartialDate.from_optional_text(day)
    if known is None:
        return _("No date yet")
    words = formats.day_weekday(known.day) if known.is_firm else partial_date_words(known)
    return f"{words}, {formats.clock_time(time)}" if time else words


def name_of(entry: Entry) -> str:
    """Return the title, or what kind of visit or note it is."""
    if entry.title.strip():
        return entry.title.strip()
    kinds = AppointmentKind if entry.appointment_id else NoteKind
    return next((kind.words for kind in kinds if kind.value == entry.kind), _("Note"))


def short(entry: Entry) -> str:
    """Return "Feb 17 · Dr. Anita Rao", for the picker; a note without a person is named by its title."""
    known = PartialDate.from_optional_text(entry.day)
    who = entry.who if entry.appointment_id else ""
    return joined(partial_date_words(known) if known else "", who or name_of(entry))


def spoken(entry: Entry) -> str:
    """Return all of an entry in one sentence."""
    return ", ".join(part for part in (when(entry.day, entry.time), name_of(entry), entry.who) if part)


def month_of(entry: Entry, today: date | None = None) -> str:
    """Return the heading an entry stands under: "Coming up", "March 2026", or "No date yet"."""
    known = PartialDate.from_optional_text(entry.day)
    if known is None:
        return _("No date yet")
    if known.latest >= (today or clock.today()) and entry.appointment_id:
        return _("Coming up")
    return formats.month_year(known.day)
