"""Days as the cards of a step word them."""

from __future__ import annotations

from secondopinion_desktop.model.dates import PartialDate, partial_date_words


def short_day(stored: str) -> str:
    """Return "Mar 12" on one line for a stored day, or an empty text."""
    found = PartialDate.from_optional_text(stored)
    return partial_date_words(found).replace(" ", "\N{NO-BREAK SPACE}") if found else ""
