"""Kinds of medical records: what each is, who holds it and how it is asked for."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.guidance.shelf import check_unique, file_for, open_file

if TYPE_CHECKING:
    from pathlib import Path


class Need(StrEnum):
    """Who is asked for a kind of record. The second clinic's own list always wins."""

    MUST = "must"
    MUST_IF = "must_if"
    IF_ANY = "if_any"
    CLINIC = "clinic"
    OPTIONAL = "optional"

    @property
    def words(self) -> str:
        """Return what this means, in the person's language."""
        return _(_NEED_WORDS[self])


_NEED_WORDS: Final = {
    Need.MUST: N_("Most clinics ask for it"),
    Need.MUST_IF: N_("Often asked for"),
    Need.IF_ANY: N_("If you had this care"),
    Need.CLINIC: N_("If the clinic asks for it"),
    Need.OPTIONAL: N_("If you like"),
}


class RecordKind(NamedTuple):
    """`id` is kept in people's files as the record's `kind`. `need_note` says when, in words, or is empty.

    `yours`: the person has it or writes it. `comes_back`: slides, blocks and discs are sent back afterwards.
    `private`: asked about again before it is printed.
    """

    id: str
    name: str
    plain: str
    holder: str
    asked: str
    form: str
    need: Need
    need_note: str
    yours: bool
    comes_back: bool
    private: bool


class RecordKinds(NamedTuple):
    """All kinds, the ids of those to ask for first, and why those."""

    kinds: tuple[RecordKind, ...]
    first: tuple[str, ...]
    first_why: str


def record_kinds() -> tuple[RecordKind, ...]:
    """Return all kinds of records in the order of the list."""
    return record_shelf().kinds


def first_records() -> tuple[RecordKind, ...]:
    """Return the kinds to ask for first."""
    return tuple(record_kind(name) for name in record_shelf().first)


def record_kind(kind_id: str) -> RecordKind:
    """Return one kind. Raises KeyError where there is none with that id."""
    return {kind.id: kind for kind in record_kinds()}[kind_id]


def record_shelf() -> RecordKinds:
    """Return everything that is known about records."""
    return read_records(file_for("records.toml"))


@cache
def read_records(path: Path) -> RecordKinds:
    """Read a file of record kinds. Raises GuidanceError."""
    whole = open_file(path)
    kinds = tuple(
        RecordKind(
            id=part.text("id"),
            name=part.text("name"),
            plain=part.text("plain"),
            holder=part.text("holder"),
            asked=part.text("asked"),
            form=part.text("form"),
            need=Need(part.one_of("need", tuple(Need))),
            need_note=part.text("need_note", ""),
            yours=part.flag("yours"),
            comes_back=part.flag("comes_back"),
            private=part.flag("private"),
        )
        for part in whole.sections("record")
    )
    ids = [kind.id for kind in kinds]
    check_unique(ids, path)
    shelf = RecordKinds(kinds, whole.several_of("first", ids), whole.text("first_why"))
    whole.end()
    return shelf
