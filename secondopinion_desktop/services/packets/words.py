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

NOTHING_TO_SAY: Final = "\N{EN DASH}"
"""What stands in a cell where there is nothing to know, so that it is not called unknown."""
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


def span(started_on: str, ended_on: str, *, lasts: bool = True) -> str:
    """Return from when to when something was; what does not last, such as an operation, was on one day."""
    start, end = day(started_on), day(ended_on)
    if start and end and start != end:
        return _("{start} to {end}").format(start=start, end=end)
    if start and not end and lasts:
        return _("since {start}").format(start=start)
    return start or end


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


def sentence(*parts: str) -> str:
    """Return the parts that are not empty, with commas, and with a capital letter first."""
    words = joined(*parts)
    return words[:1].upper() + words[1:]


def lines(*parts: str) -> str:
    """Return the parts that are not empty, each on a line of its own."""
    return "\n".join(part for part in parts if part)


def said_by(words: str, who: str) -> str:
    """Return words with who said them in brackets, where that is known."""
    return _("{words} ({who})").format(words=words, who=who) if words and who else words or who


def in_one(pairs: Iterable[tuple[str, str]]) -> str:
    """Return "Copay: $40; Deductible left: $900" for what is known of `pairs`."""
    return "; ".join(_("{label}: {words}").format(label=label, words=words.strip()) for label, words in known(pairs))


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
