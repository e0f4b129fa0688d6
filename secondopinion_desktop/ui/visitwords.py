"""A visit in a few words, as pages, dialogs and visit mode name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.dates import PartialDate, partial_date_words

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment

_LONGEST_NAME: Final = 30


def visit_words(appointment: Appointment, names: dict[str, str]) -> str:
    """Return "Dr. Okafor, Mar 12"."""
    who = names.get(appointment.contact_id or "", "") or appointment.title or appointment.kind.words
    short = who if len(who) <= _LONGEST_NAME else who[:_LONGEST_NAME].rstrip() + "…"
    day = PartialDate.from_optional_text(appointment.day)
    return ", ".join(part for part in (short, partial_date_words(day) if day else "") if part)
