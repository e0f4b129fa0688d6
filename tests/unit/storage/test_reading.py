"""What is read without SQLModel is what SQLModel would read."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from secondopinion_desktop.model import handles
from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.model.fields import NoteDocument, StoredDay
from secondopinion_desktop.model.row import ChoiceText, Row, rules_of
from secondopinion_desktop.model.tables import BY_NAME, ROWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.storage.store import Store


_SAMPLES: dict[str, Callable[[int], Any]] = {
    str(bool): lambda number: bool(number % 2),
    str(int): lambda number: number,
    str(int | None): lambda number: number or None,
    str(float): lambda number: number + 0.5,
    str(str): lambda number: f"ö “{number}” '",
    str(str | None): lambda number: f"{number}",
    str(list[str]): lambda number: ["ä", "b"][: number % 3],
    str(dict[str, str]): lambda number: {"ä": str(number)},
    str(dict[str, Any]): lambda number: {"ä": number},
}


def _filled(table: type[Row], number: int) -> dict[str, Any]:
    """Return something other than the default for every field that a person fills in."""
    samples: dict[str, Any] = {}
    for name, field in rules_of(table).model_fields.items():
        column = table.__table__.c[name]  # type: ignore[attr-defined]
        if column.foreign_keys or NoteDocument() in field.metadata:
            continue
        if StoredDay() in field.metadata:
            samples[name] = "~2026-03-12"
        elif isinstance(column.type, ChoiceText):
            samples[name] = list(column.type.choices)[number % len(column.type.choices)]
        else:
            samples[name] = _SAMPLES[str(field.annotation)](number)
    return samples


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_a_row_is_read_as_it_was_written(store: Store, name: str) -> None:
    table, fields = BY_NAME[name], [*rules_of(BY_NAME[name]).model_fields, *Row.model_fields]
    with store.writing("Add") as unit:
        made = [unit.add(table(**_filled(table, number))) for number in range(12)]
    with store.writing("Remove") as unit:
        unit.remove(handles.HANDLES[name], made[0].id)
    with store.database.session() as session:
        for row in made:
            entity, read = session.get_one(table, row.id), store.get(handles.HANDLES[name], row.id)
            for field in fields:
                before, now = getattr(entity, field), getattr(read, field)
                assert (now, type(now)) == (before, type(before)), f"{name}.{field}"


def test_every_table_has_a_handle_that_knows_its_choices() -> None:
    assert handles.HANDLES.keys() == BY_NAME.keys()
    for table in ROWS:
        columns = table.__table__.columns  # type: ignore[attr-defined]
        wanted = {column.name: column.type.choices for column in columns if isinstance(column.type, ChoiceText)}
        handle = handles.HANDLES[str(table.__tablename__)]
        assert handle.choices == wanted, f"tell model/handles.py of the choices of {table.__name__}"
        assert handles.real(handle) is table
        assert getattr(handles, table.__name__) is handle


def test_a_row_knows_which_table_it_is_of(store: Store) -> None:
    with store.writing("Add") as unit:
        made = unit.add(handles.Contact(name="Dr. Rao"))
    read = store.get(handles.Contact, made.id)
    assert isinstance(made, Contact)
    assert isinstance(made, handles.Contact)
    assert isinstance(read, handles.Contact)
    assert not isinstance(read, handles.Note)


def test_one_reading_sees_one_state_of_the_file(store: Store) -> None:
    with store.database.reading() as reading:
        assert reading.rows(handles.Contact) == []
        with store.writing("Add") as unit:
            unit.add(handles.Contact(name="Dr. Rao"))
        assert reading.rows(handles.Contact) == []
    assert [contact.name for contact in store.rows(handles.Contact)] == ["Dr. Rao"]


def test_what_looks_like_sql_is_only_looked_for(store: Store) -> None:
    with store.writing("Add") as unit:
        unit.add(handles.Contact(name="x' OR '1'='1"))
        unit.add(handles.Contact(name="another"))
    assert [contact.name for contact in store.rows(handles.Contact, name="x' OR '1'='1")] == ["x' OR '1'='1"]


def test_threads_read_beside_each_other(store: Store) -> None:
    with store.writing("Add") as unit:
        for number in range(50):
            unit.add(handles.Contact(name=f"Dr. {number}"))
    counts: list[int] = []

    def read() -> None:
        counts.extend(len(store.rows(handles.Contact)) for _turn in range(20))

    threads = [Thread(target=read) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [50] * 120
