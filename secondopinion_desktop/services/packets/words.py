"""Facts worded for paper. Dates and times do not break at the end of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.dates import PartialDate, Precision, partial_date_entry, partial_date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.model.choices import Choice, Yes3
    from secondopinion_desktop.services.packets.reading import Case

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_LETTERS_OF_ID_SHOWN: Final = 4
# With fewer letters than this, the shown ones would be most of the number.
_LONG_ENOUGH_TO_MASK: Final = 8


def unbroken(words: str) -> str:
    """Return `words` so that they stay on one line."""
    return words.replace(" ", _NO_BREAK)


def short_day(stored: str) -> str:
    """Return "Mar 12" for a stored date, or an empty text."""
    found = PartialDate.from_text(stored) if stored else None
    return unbroken(partial_date_words(found)) if found else ""


def day(stored: str) -> str:
    """Return "Mar 12, 2026" for a stored date, or an empty text."""
    if not stored:
        return ""
    found = PartialDate.from_text(stored)
    if found.precision is Precision.EXACT:
        return unbroken(formats.day_year(found.day))
    return unbroken(partial_date_entry(found))


def full_day(stored: str, time: str = "") -> str:
    """Return "Thursday, March 12, 2026, 10:30 AM" for a stored date and time, as far as they are known."""
    if not stored:
        return ""
    found = PartialDate.from_text(stored)
    exact = found.precision is Precision.EXACT
    words = formats.day_full(found.day) if exact else partial_date_entry(found)
    return ", ".join(part for part in (words, unbroken(formats.clock_time(time)) if time else "") if part)


def chosen(answer: Choice) -> str:
    """Return the words of an answer, or an empty text for "not answered"."""
    return answer.words if answer else ""


def yes3(answer: Yes3) -> str:
    """Return "Yes", "No" or "Not sure", or an empty text."""
    return chosen(answer)


def joined(*parts: str) -> str:
    """Return the parts that are not empty, with commas."""
    return ", ".join(part for part in parts if part)


def said_by(words: str, who: str) -> str:
    """Return what was said with who said it, or the one of them that is known."""
    return _("{words} ({who})").format(words=words, who=who) if words and who else words or who


def known(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of label and value whose value is known: for facts that most people need not print."""
    return tuple((label, value) for label, value in pairs if value)


def masked(number: str) -> str:
    """Return "Ends in 7201" for the number of an insurance card: enough to tell two cards apart, and no more."""
    letters = "".join(number.split())
    if not letters:
        return ""
    if len(letters) < _LONG_ENOUGH_TO_MASK:
        return _("Not printed")
    return _("Ends in {letters}").format(letters=letters[-_LETTERS_OF_ID_SHOWN:])


def doctor_of(case: Case, contact_id: str | None, written: str = "") -> str:
    """Return who a row names: the contact, else what was written by hand."""
    return case.name(contact_id) or written
