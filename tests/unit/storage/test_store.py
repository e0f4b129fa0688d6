"""Writing through the one door: row, journal and index are one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import col, select

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import FieldError, KeptAside
from secondopinion_desktop.model.choices import ContactRole, Network
from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.model.fields import NoteDocument, StoredDay
from secondopinion_desktop.model.revision import Device, Revision
from secondopinion_desktop.model.row import rules_of
from secondopinion_desktop.model.tables import ROWS
from secondopinion_desktop.storage import indexing, search
from secondopinion_desktop.storage.journal import journaled
from secondopinion_desktop.storage.store import RowGone, Store, Written

if TYPE_CHECKING:
    from sqlmodel import Session

    from secondopinion_desktop.model.row import Row

TEN = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


def add_contact(store: Store, **values: Any) -> Contact:
    with store.writing("Add contact") as unit:
        return unit.add(Contact(**{"name": "Dr. Anita Rao", **values}))


def revisions(store: Store, row_id: str, field: str) -> list[Revision]:
    with store.database.session() as session:
        return list(
            session.exec(
                select(Revision)
                .where(col(Revision.row_id) == row_id, col(Revision.field) == field)
                .order_by(col(Revision.hlc))
            )
        )


def test_a_contact_comes_back_with_its_answers_and_the_default_for_the_rest(store: Store) -> None:
    contact = add_contact(store, role="first_doctor", phone="555-0121")
    again = store.get(Contact, contact.id)
    assert again is not None
    assert (again.name, again.phone, again.role, again.network) == (
        "Dr. Anita Rao",
        "555-0121",
        ContactRole.FIRST_DOCTOR,
        Network.UNANSWERED,
    )
    assert again.created_by == "a" * 32


def test_an_empty_name_is_refused_with_a_sentence_and_changes_nothing(store: Store) -> None:
    contact = add_contact(store)
    with pytest.raises(FieldError) as refused, store.writing("Change contact") as unit:
        unit.change(Contact, contact.id, phone="1", name="  ")
    assert (refused.value.field, refused.value.message) == ("name", "This is needed. One word is enough.")
    again = store.get(Contact, contact.id)
    assert again is not None
    assert again.phone == ""


def test_one_wrong_row_undoes_the_whole_change(store: Store) -> None:
    with pytest.raises(FieldError), store.writing("Add two") as unit:  # noqa: PT012 - the second one breaks the first
        unit.add(Contact(name="Nadia Bell"))
        unit.add(Contact(name=""))
    assert store.rows(Contact) == []


def test_half_a_character_from_the_clipboard_leaves_a_visible_mark(store: Store) -> None:
    contact = add_contact(store, note="before \ud800 after")
    again = store.get(Contact, contact.id)
    assert again is not None
    assert again.note == "before \N{REPLACEMENT CHARACTER} after"


def test_the_journal_says_who_wrote_what_and_what_it_replaced(store: Store) -> None:
    contact = add_contact(store, phone="555-0121")
    with clock.standing_at(clock.now() + timedelta(hours=1)), store.writing("Change contact") as unit:
        unit.change(Contact, contact.id, phone="555-0122")
    first, second = revisions(store, contact.id, "phone")
    assert [json.loads(value) for value in (first.value or "", second.value or "")] == ["555-0121", "555-0122"]
    assert json.loads(second.parents) == [first.rid]
    assert (first.head, second.head) == (False, True)
    assert second.author_id == "a" * 32


def test_ten_minutes_of_typing_keep_one_version_and_the_next_ten_another(store: Store) -> None:
    contact = add_contact(store)
    for minutes in (0, 1, 2, 11, 12):
        with clock.standing_at(TEN + timedelta(minutes=minutes)), store.writing("Write") as unit:
            unit.change(Contact, contact.id, note=f"after {minutes}")
    kept = [json.loads(r.value) for r in revisions(store, contact.id, "note") if r.value is not None]
    assert kept == ["after 2", "after 12"]
    assert len(revisions(store, contact.id, "note")) == 5


def test_another_writer_in_the_same_ten_minutes_gets_a_version_of_their_own(store: Store) -> None:
    contact = add_contact(store)
    with clock.standing_at(TEN):
        for author, words in (("m" * 32, "Margaret's"), ("c" * 32, "Claire's")):
            store.author = author
            with store.writing("Write") as unit:
                unit.change(Contact, contact.id, note=words)
    assert [r.value for r in revisions(store, contact.id, "note")] == ['"Margaret\'s"', '"Claire\'s"']


def test_a_clock_set_back_does_not_reorder_the_versions(store: Store) -> None:
    contact = add_contact(store)
    for moment, words in ((TEN, "first"), (TEN - timedelta(days=400), "second")):
        with clock.standing_at(moment), store.writing("Write") as unit:
            unit.change(Contact, contact.id, note=words)
    assert [json.loads(r.value or "null") for r in revisions(store, contact.id, "note")] == ["first", "second"]


def test_on_another_computer_whose_clock_is_behind_a_new_version_still_comes_last(store: Store) -> None:
    with clock.standing_at(TEN):
        contact = add_contact(store, note="first")
    with store.database.writing() as session:
        session.add(Device(id="e" * 32, name="old laptop"))
    other = Store(store.database, "e" * 32)
    with clock.standing_at(TEN - timedelta(days=400)), other.writing("Write") as unit:
        unit.change(Contact, contact.id, note="second")
    assert [json.loads(r.value or "null") for r in revisions(store, contact.id, "note")] == ["first", "second"]


def test_setting_the_same_value_writes_nothing(store: Store) -> None:
    contact = add_contact(store, phone="1")
    written: list[Written] = []
    store.when_written(written.append)
    with store.writing("Change contact") as unit:
        assert unit.change(Contact, contact.id, phone="1") is False
    assert written == []
    assert len(revisions(store, contact.id, "phone")) == 1


def test_listeners_hear_of_a_change_only_once_it_is_on_the_disk(store: Store) -> None:
    seen: list[int] = []
    store.when_written(lambda _written: seen.append(len(store.rows(Contact))))
    add_contact(store)
    with pytest.raises(FieldError), store.writing("Add contact") as unit:  # noqa: PT012 - the first is never told
        unit.add(Contact(name="never"))
        unit.add(Contact(name=""))
    assert seen == [1]


def test_what_was_done_can_be_taken_back_and_done_again(store: Store) -> None:
    written: list[Written] = []
    store.when_written(written.append)
    contact = add_contact(store, phone="old")
    with store.writing("Change") as unit:
        unit.change(Contact, contact.id, phone="new")
        unit.remove(Contact, contact.id)
    assert store.rows(Contact) == []
    for expected in ("old", None, "old"):
        with store.writing("Undo") as unit:
            for step in written[-1].inverse:
                unit.take_back(step)
        there = store.rows(Contact)
        assert [c.phone for c in there] == ([expected] if expected else [])


def test_changing_what_is_not_in_the_file_says_so(store: Store) -> None:
    with pytest.raises(RowGone, match="no longer in the file"), store.writing("Change") as unit:
        unit.change(Contact, "0" * 32, name="x")


def test_what_is_written_in_something_removed_meanwhile_is_kept_with_it_and_said(store: Store) -> None:
    contact = add_contact(store)
    with store.writing("Remove contact") as unit:
        unit.remove(Contact, contact.id)
    with pytest.raises(KeptAside, match=r"kept with it.*Removed items"), store.writing("Change") as unit:
        unit.change(Contact, contact.id, name="Dr. Anita Rao-Sen")
    assert store.rows(Contact) == []
    with store.database.reading() as session:
        assert search.find(session, "Sen") == []
    with store.writing("Bring back") as unit:
        unit.restore(Contact, contact.id)
    assert [contact.name for contact in store.rows(Contact)] == ["Dr. Anita Rao-Sen"]
    with store.database.reading() as session:
        assert [hit.row_id for hit in search.find(session, "Sen")] == [contact.id]


def test_nothing_is_said_where_nothing_new_was_written_in_what_was_removed(store: Store) -> None:
    contact = add_contact(store)
    with store.writing("Remove contact") as unit:
        unit.remove(Contact, contact.id)
    with store.writing("Change") as unit:
        assert not unit.change(Contact, contact.id, name=contact.name)


def test_a_removed_row_is_kept_and_can_be_listed(store: Store) -> None:
    contact = add_contact(store)
    with store.writing("Remove contact") as unit:
        unit.remove(Contact, contact.id)
    assert store.rows(Contact) == []
    assert [c.name for c in store.rows(Contact, removed=True)] == ["Dr. Anita Rao"]


def test_the_journal_alone_tells_every_value_of_every_row(store: Store) -> None:
    with store.writing("Fill") as unit:
        made = [unit.add(table(**_filled(table))) for table in ROWS]
    with store.database.session() as session:
        for row in made:
            assert _from_journal(session, row.id, type(row)) == {
                name: getattr(row, name) for name in journaled(type(row))
            }


def _filled(table: type[Row]) -> dict[str, Any]:
    """Return a value for every field a person fills in; links and note documents stay empty."""
    samples: dict[str, Any] = {}
    for name, field in rules_of(table).model_fields.items():
        if NoteDocument() in field.metadata:
            continue
        if StoredDay() in field.metadata:
            samples[name] = "2026-03-12"
        elif field.is_required() or (field.annotation is str and field.default == ""):
            samples[name] = f"typed {name}"
    return samples


def _from_journal(session: Session, row_id: str, table: type[Row]) -> dict[str, Any]:
    fields = rules_of(table).model_fields
    values = {name: field.get_default(call_default_factory=True) for name, field in fields.items()}
    heads = session.exec(select(Revision).where(col(Revision.row_id) == row_id, col(Revision.head)))
    return values | {r.field: json.loads(r.value or "null") for r in heads if r.field}


def test_everything_a_person_types_anywhere_is_found(store: Store) -> None:
    with store.writing("Fill") as unit:
        for table in ROWS:
            unit.add(table(**_filled(table)))
    with store.database.session() as session:
        assert indexing.faults(session) == 0
    with store.database.reading() as reading:
        for table in ROWS:
            for name, is_document in indexing.searched_fields(table):
                if is_document:
                    continue
                found = {hit.table for hit in search.find(reading, f"typed {name}", limit=500)}
                assert str(table.__tablename__) in found, f"{table.__name__}.{name}"
