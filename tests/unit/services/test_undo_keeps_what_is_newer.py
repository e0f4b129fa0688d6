"""Undo takes back a change, and never words that came after it."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from secondopinion_desktop.model.appointment import Appointment
from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.model.question import Asking, Question
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.history import History, Undone
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.store import Store, rows
from tests.helpers.casefiles import DEVICE

if TYPE_CHECKING:
    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.services.file import OpenFile


def told_by(file: OpenFile) -> list[str]:
    told: list[str] = []
    file.history.when_kept(told.append)
    return told


def test_words_typed_since_stay_when_an_older_change_is_taken_back(file: OpenFile) -> None:
    told = told_by(file)
    contact = file.contacts.add(name="Dr. Rao")
    file.contacts.change(contact.id, note="Ring on Mondays", phone="555-0100")
    back = file.history.way_back()
    file.contacts.change(contact.id, note="Ring on Mondays, never on Tuesdays")
    assert back.now() is Undone.PARTLY
    found = file.contacts.get(contact.id)
    assert (found.note, found.phone) == ("Ring on Mondays, never on Tuesdays", "")
    assert told == ["Taken back in part: Change contact. What is newer stays."]


def test_a_change_whose_only_field_was_written_in_since_is_left_as_it_is(file: OpenFile) -> None:
    told = told_by(file)
    contact = file.contacts.add(name="Dr. Rao")
    file.contacts.change(contact.id, note="Ring on Mondays")
    back = file.history.way_back()
    file.contacts.change(contact.id, note="Ring on Tuesdays", undoable=False)
    assert back.now() is Undone.KEPT
    assert file.contacts.get(contact.id).note == "Ring on Tuesdays"
    assert told == ["Left as it is: Change contact. Something newer is there, and it stays."]


def test_what_was_added_stays_once_more_was_written_in_it(file: OpenFile) -> None:
    question = file.questions.ask("Why surgery first?")
    back = file.history.way_back()
    file.questions.change(question.id, text="Why surgery first, and not later?", undoable=False)
    assert not back.now()
    assert [one.text for one in file.questions.top()] == ["Why surgery first, and not later?"]


def test_a_visit_stays_once_its_note_is_written(file: OpenFile) -> None:
    visit = file.appointments.book(title="Second opinion")
    note = file.notes.of_visit(visit.id)
    file.notes.save_body(note.id, Document.from_plain("Stage two").to_json())
    assert not file.history.undo()
    assert [one.title for one in file.appointments.all()] == ["Second opinion"]


def test_a_visit_with_questions_stays_once_one_of_them_is_answered(file: OpenFile) -> None:
    file.questions.ask("Why surgery first?")
    visit = file.appointments.book(title="Second opinion", bring_questions=True)
    asked = file.questions.of_visit(visit.id)[0]
    file.questions.answer(asked.asking_id, "It can wait")
    assert not file.history.undo()
    assert [one.answer for one in file.questions.of_visit(visit.id)] == ["It can wait"]
    assert [one.title for one in file.appointments.all()] == ["Second opinion"]


def test_a_visit_nobody_wrote_in_goes_with_its_questions(file: OpenFile) -> None:
    file.questions.ask("Why surgery first?")
    visit = file.appointments.book(title="Second opinion", bring_questions=True)
    assert file.history.undo() is Undone.WHOLE
    assert file.appointments.all() == []
    assert file.history.redo() is Undone.WHOLE
    assert [one.text for one in file.questions.of_visit(visit.id)] == ["Why surgery first?"]


def test_an_opinion_stays_once_something_is_written_under_it(file: OpenFile) -> None:
    opinion = file.opinions.add_opinion()
    back = file.history.way_back()
    topic = file.opinions.topics.all()[0]
    file.opinions.say(topic.id, opinion.id, "Stage two")
    assert not back.now()
    assert len(file.opinions.rows.all()) == 1


def test_what_a_doctor_said_can_be_written_again_after_it_was_undone(file: OpenFile) -> None:
    cell = file.opinions.topics.all()[0].id, file.opinions.add_opinion().id
    file.opinions.say(*cell, "Stage two")
    assert file.history.undo() is Undone.WHOLE
    file.opinions.say(*cell, "Stage three")
    assert file.opinions.statements() == {cell: "Stage three"}
    assert file.history.undo() is Undone.WHOLE
    assert file.opinions.statements() == {}


def test_removing_again_is_possible_for_what_was_there_all_along(file: OpenFile) -> None:
    question = file.questions.ask("Why surgery first?")
    visit = file.appointments.book(title="Second opinion", bring_questions=True)
    file.questions.answer(file.questions.of_visit(visit.id)[0].asking_id, "It can wait")
    file.questions.remove(question.id)
    assert file.history.undo() is Undone.WHOLE
    assert file.history.redo() is Undone.WHOLE
    assert file.questions.top() == []


def test_doing_again_never_goes_over_newer_words(file: OpenFile) -> None:
    contact = file.contacts.add(name="Dr. Rao")
    file.contacts.change(contact.id, note="Ring on Mondays")
    assert file.history.undo()
    file.contacts.change(contact.id, note="Ring on Tuesdays", undoable=False)
    assert file.history.redo() is Undone.KEPT
    assert file.contacts.get(contact.id).note == "Ring on Tuesdays"


def test_what_is_gone_for_good_is_said_to_be_gone(file: OpenFile) -> None:
    told = told_by(file)
    contact = file.contacts.add(name="Dr. Rao")
    file.contacts.remove(contact.id)
    file.removed.erase(file.removed.all())
    assert file.history.undo() is Undone.GONE
    assert told == ["This is no longer in the file: Remove contact"]


# Any edits, any undo and redo

Words = dict[tuple[str, str, str], str]
FIELDS: dict[type[Row], tuple[str, ...]] = {
    Contact: ("name", "note"),
    Question: ("text",),
    Appointment: ("title", "place"),
    Asking: ("answer",),
}
TABLES = tuple(FIELDS)
STEP = st.tuples(
    st.sampled_from(("add", "change", "type", "type", "remove", "undo", "redo", "back", "back")),
    st.sampled_from((0, 0, 1, 2, 3, 3)),
    st.integers(0, 7),
    st.booleans(),
)


class Desk:
    """A file in which somebody works, and what each change put on the screen or took from it."""

    def __init__(self, store: Store) -> None:
        self.store, self.history = store, History(store)
        self.brought: dict[str, set[tuple[tuple[str, str, str], str]]] = {}
        self.ways: list[tuple[str, Any]] = []
        self._number = count()

    def seen(self) -> Words:
        """Return every word that can be seen: what belongs to something removed cannot."""
        with self.store.database.reading() as session:
            found: dict[type[Row], list[Any]] = {table: rows(session, table) for table in TABLES}
        live = {row.id for kept in found.values() for row in kept}
        seen: Words = {}
        for table, kept in found.items():
            for row in kept:
                if table is Asking and not {row.question_id, row.appointment_id} <= live:
                    continue
                seen |= {(str(table.__tablename__), row.id, name): getattr(row, name) for name in FIELDS[table]}
        return {place: words for place, words in seen.items() if words}

    def edit(self, verb: str, kind: int, which: int, *, several: bool) -> None:
        label = f"change {next(self._number)}"
        before, last = self.seen(), self.history.last
        with self.store.writing(label, undoable=verb != "type") as unit:
            self._edit(unit, verb, TABLES[kind], which, f"words of {label}", several=several)
        after = self.seen()
        self.brought[label] = set(before.items()) ^ set(after.items())
        if self.history.last is not last:
            self.ways.append((label, self.history.way_back()))

    def _edit(self, unit: Any, verb: str, table: type[Row], which: int, words: str, *, several: bool) -> None:
        there = rows(unit.session, table)
        if verb == "add":
            values: dict[str, Any] = dict.fromkeys(FIELDS[table], words)
            if table is Asking:
                questions, visits = rows(unit.session, Question), rows(unit.session, Appointment)
                if not questions or not visits:
                    return
                values["question_id"] = questions[which % len(questions)].id
                values["appointment_id"] = visits[which % len(visits)].id
            row = unit.add(table(**values))
            if several:
                unit.change(table, row.id, **{FIELDS[table][-1]: f"{words}, more"})
        elif there and verb == "remove":
            unit.remove(table, there[which % len(there)].id)
        elif there:
            names = FIELDS[table] if several else FIELDS[table][-1:]
            unit.change(table, there[which % len(there)].id, **dict.fromkeys(names, words))

    def replay(self, label: str, do: Any) -> None:
        before = self.seen()
        do()
        after = self.seen()
        self.brought.setdefault(label, set()).update(set(after.items()) - set(before.items()))
        lost = set(before.items()) - set(after.items())
        assert lost <= self.brought[label], f"{label} took back what it had not brought: {lost - self.brought[label]}"


@settings(max_examples=20, deadline=None)
@given(st.lists(STEP, min_size=8, max_size=20))
def test_no_word_is_lost_but_what_the_undone_change_had_brought_in(steps: list[tuple[str, int, int, bool]]) -> None:
    with TemporaryDirectory() as folder:
        file = casefile.create(Path(folder) / "Maria.secondopinion", None).file
        desk = Desk(Store(file.database, DEVICE))
        for kind in range(len(TABLES)):
            for verb in ("add", "change"):
                desk.edit(verb, kind, 0, several=False)
        for verb, kind, which, several in steps:
            if verb == "undo":
                desk.replay(desk.history.undo_label, desk.history.undo)
            elif verb == "redo":
                desk.replay(desk.history.redo_label, desk.history.redo)
            elif verb == "back":
                if desk.ways:
                    label, way = desk.ways[which % len(desk.ways)]
                    desk.replay(label, way.now)
            else:
                desk.edit(verb, kind, which, several=several)
        file.close()


def test_taking_everything_back_in_order_leads_back_to_the_start(file: OpenFile) -> None:
    contact = file.contacts.add(name="Dr. Rao")
    for words in ("a", "b", "c"):
        file.contacts.change(contact.id, note=words)
    question = file.questions.ask("Why?")
    file.questions.remove(question.id)
    steps = 0
    while (done := file.history.undo()) is not Undone.NOTHING:
        assert done is Undone.WHOLE
        steps += 1
    assert steps == 6
    assert file.contacts.all() == []
    while (done := file.history.redo()) is not Undone.NOTHING:
        assert done is Undone.WHOLE
    assert file.contacts.get(contact.id).note == "c"
    assert file.questions.top() == []
