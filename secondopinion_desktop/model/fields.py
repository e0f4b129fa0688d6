"""The kinds of field a row can have. What a person types is marked `Words`, and so is found by the search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.ids import new_id as new_id  # noqa: PLC0414 - handed on
from secondopinion_desktop.model.ids import stable_id as stable_id  # noqa: PLC0414

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class TypedByPerson:
    """Marks a field whose text a person typed: the search covers it."""


@dataclass(frozen=True)
class NoteDocument:
    """Marks a field that holds a note document in JSON: the search covers its plain text."""


@dataclass(frozen=True)
class StoredDay:
    """Marks a field that holds the text form of a `PartialDate`."""


def _without_surrogates(text: str) -> str:
    """Half characters, which a clipboard can hand over, cannot be stored; keep their place visible."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _needed(text: str) -> str:
    if not text.strip():
        raise ValueError(_("This is needed. One word is enough."))
    return text


def _partial_date(text: str) -> str:
    if text:
        from secondopinion_desktop.model.dates.partial import PartialDate  # noqa: PLC0415

        PartialDate.from_text(text)
    return text


Words = Annotated[str, AfterValidator(_without_surrogates), TypedByPerson()]
NeededWords = Annotated[str, AfterValidator(_without_surrogates), AfterValidator(_needed), TypedByPerson()]
Body = Annotated[str, NoteDocument()]
Day = Annotated[str, AfterValidator(_partial_date), StoredDay()]
"""A day as the text form of `PartialDate`; the empty text means "not known yet"."""
