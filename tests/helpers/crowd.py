"""Files in which every field of every kind of row is filled: with long texts, other scripts, or many rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticUndefined

from secondopinion_desktop.base import clock
from secondopinion_desktop.guidance import STEP_KEYS
from secondopinion_desktop.model.fields import NoteDocument, StoredDay, TypedByPerson
from secondopinion_desktop.model.person import ONLY, Author, Person, Situation
from secondopinion_desktop.model.record import Attachment
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.model.row import ChoiceText, rules_of
from secondopinion_desktop.model.tables import ROWS
from secondopinion_desktop.model.task import ReminderAnswer, StepState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic.fields import FieldInfo

    from secondopinion_desktop.model.choices import Choice
    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.storage.unit import Unit

LONG = "Ask about the slides, the scans and what the board said on Tuesday. " * 30
SCRIPTS = (
    "مستشفى البحيرة للأورام، الطابق الثاني",
    "湖畔癌症中心二樓放射科預約",
    "डॉक्टर से दूसरी राय के बारे में पूछें",
    "Bệnh viện ung bướu Thành phố",
    "מרכז רפואי ליד האגם",
    '👩\u200d⚕️ e\u0301te\u0301 ẞ \u202e abc <b>&amp; "quotes" %s {x}',
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 3,
)
_KEYS = ("doctor", "hospital", "lab", "radiology")  # for fields that hold a key of ours, not a person's words
# One of these a file has, or rows of these have a meaning of their own.
_ONLY_ONCE = (Person, Situation)
_LEFT_ALONE = (Attachment, Author, Person, ReminderAnswer, Situation, StepState)


def fill(file: OpenFile, count: int, texts: Sequence[str], *, only: Sequence[str] = ()) -> None:
    """Add `count` rows to every table (or `only` those named), each field filled in turn from `texts`."""
    with file.store.writing("Fill", undoable=False) as unit:
        maker = _Maker(unit, texts)
        for table in _in_order_of_links():
            if not only or str(table.__tablename__) in only:
                for number in range(count):
                    maker.add(table, number)
        for table in _ONLY_ONCE if not only else ():
            unit.change(table, ONLY, **maker.values(table, 0))


def _in_order_of_links() -> Iterator[type[Row]]:
    """Yield each table after those it points at."""
    waiting = [table for table in ROWS if table not in _LEFT_ALONE]
    seen = {str(table.__tablename__) for table in _LEFT_ALONE}
    while waiting:
        table = next(t for t in waiting if _points_at(t) - {str(t.__tablename__)} <= seen)
        waiting.remove(table)
        seen.add(str(table.__tablename__))
        yield table


def _points_at(table: type[Row]) -> set[str]:
    return {key.target_fullname.partition(".")[0] for key in _columns(table).foreign_keys}


def _columns(table: type[Row]) -> Any:
    return table.__table__  # type: ignore[attr-defined]


class _Maker:
    def __init__(self, unit: Unit, texts: Sequence[str]) -> None:
        self._unit = unit
        self._texts = texts
        self._turn = 0
        self._ids: dict[str, list[str]] = {}

    def add(self, table: type[Row], number: int) -> None:
        row = self._unit.add(table(**self.values(table, number)))
        self._ids.setdefault(str(table.__tablename__), []).append(row.id)

    def values(self, table: type[Row], number: int) -> dict[str, Any]:
        found = {}
        for name, field in rules_of(table).model_fields.items():
            value = self._value(table, name, field, number)
            if value is not PydanticUndefined:
                found[name] = value
        return found

    def _value(self, table: type[Row], name: str, field: FieldInfo, number: int) -> Any:
        column = _columns(table).columns[name]
        if column.foreign_keys:
            there = self._ids.get(next(iter(column.foreign_keys)).target_fullname.partition(".")[0], [])
            return there[number % len(there)] if there else None
        if name == "step":
            return STEP_KEYS[number % len(STEP_KEYS)]
        if isinstance(column.type, ChoiceText):
            return self._choice(column.type.choices, number)
        if name == "position":
            return float(number)
        return self._marked(field, number)

    @staticmethod
    def _choice(choices: type[Choice], number: int) -> Choice:
        return list(choices)[number % len(choices)]

    def _marked(self, field: FieldInfo, number: int) -> Any:
        for mark in field.metadata:
            if isinstance(mark, TypedByPerson):
                return self._text()
            if isinstance(mark, NoteDocument):
                return Document.from_plain(f"{self._text()}\n{self._text()}").to_json()
            if isinstance(mark, StoredDay):
                return _day(number)
        return _KEYS[number % len(_KEYS)] if field.is_required() else PydanticUndefined

    def _text(self) -> str:
        self._turn += 1
        return self._texts[self._turn % len(self._texts)]


def _day(number: int) -> str:
    day: date = clock.today() + timedelta(days=number * 3 - 30)
    return day.isoformat()
