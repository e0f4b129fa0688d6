"""Notes, records, insurance, contacts, opinions, dates, removed items: what a person does with each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.model.choices import AuthorizationStatus, ContactRole, Match, RecordStatus
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.contacts import describe
from secondopinion_desktop.services.records import status_words
from secondopinion_desktop.services.timeline import DateKind

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile


def test_visits_and_notes_stand_in_one_list_newest_first(file: OpenFile) -> None:
    rao = file.contacts.add(name="Dr. Anita Rao")
    file.appointments.book(title="Second-opinion visit", day="2026-03-12", time="10:30")
    file.appointments.book(title="First opinion", day="2026-02-17", contact_id=rao.id)
    file.notes.add(title="How I am sleeping", day="2026-01-26")
    assert [(entry.title, entry.who) for entry in file.notes.entries()] == [
        ("Second-opinion visit", ""),
        ("First opinion", "Dr. Anita Rao"),
        ("How I am sleeping", "Margaret Doyle"),
    ]


def test_a_visit_has_one_note_and_it_is_there_again_next_time(file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-03-12")
    note = file.notes.of_visit(visit.id)
    file.notes.save_body(note.id, Document.from_plain("Slides were re-read").to_json())
    again = file.notes.of_visit(visit.id)
    assert (again.id, Document.from_json(again.body).plain_text()) == (note.id, "Slides were re-read")


def test_the_notes_list_can_be_searched(file: OpenFile) -> None:
    visit = file.appointments.book(title="First opinion", day="2026-02-17")
    file.notes.save_body(file.notes.of_visit(visit.id).id, Document.from_plain("lumpectomy").to_json())
    file.notes.write_new("Shopping")
    assert [entry.title for entry in file.notes.entries("lump")] == ["First opinion"]


def test_the_note_of_a_removed_visit_stays_in_the_list(file: OpenFile) -> None:
    visit = file.appointments.book(title="Visit", day="2026-02-17")
    note = file.notes.of_visit(visit.id)
    file.notes.change(note.id, title="What I wrote")
    file.appointments.remove(visit.id)
    assert [(e.title, e.note_id) for e in file.notes.entries()] == [("What I wrote", note.id)]


def test_each_note_says_who_made_it_and_who_wrote_last(file: OpenFile) -> None:
    note = file.notes.write_new("A note")
    claire = file.people.authors.add(name="Claire", relation="daughter")
    file.write_as(claire.id)
    file.notes.save_body(note.id, Document.from_plain("Hello").to_json())
    signature = file.notes.signature(file.notes.get(note.id))
    assert (signature.made_by, signature.changed_by) == ("Margaret Doyle", "Claire")
    assert file.people.authors.label(claire) == "Claire (daughter)"


def test_the_dates_of_a_record_say_where_it_is(file: OpenFile, a_tuesday: object) -> None:
    record = file.records.add(name="Biopsy slides (8)")
    states = []
    for _date in range(4):
        states.append(status_words(file.records.get(record.id)))
        file.records.mark_next(record.id)
    states.append(status_words(file.records.get(record.id)))
    assert states == ["To ask for", "Asked for", "I have it", "Sent, not confirmed yet", "Arrived"]
    assert file.records.get(record.id).arrived_on == "2026-03-03"


def test_a_problem_stays_a_problem_when_a_date_is_written(file: OpenFile) -> None:
    record = file.records.add(name="MRI disc")
    file.records.change(record.id, status=RecordStatus.PROBLEM)
    file.records.change(record.id, sent_on="2026-02-27")
    assert file.records.get(record.id).status is RecordStatus.PROBLEM


def test_records_are_counted_in_words_without_those_not_needed(file: OpenFile) -> None:
    file.records.add(name="Report", arrived_on="2026-03-02")
    file.records.add(name="Slides", sent_on="2026-02-28")
    file.records.add(name="Family history", status=RecordStatus.NOT_NEEDED)
    count = file.records.count()
    assert (count.arrived, count.needed) == (1, 2)


def test_contacts_are_found_by_any_of_their_words_and_starred_ones_stand_first(file: OpenFile) -> None:
    file.contacts.add(name="Dr. Anita Rao", role=ContactRole.FIRST_DOCTOR, specialty="oncologist")
    nadia = file.contacts.add(name="Nadia Bell", role_note="Records desk", organization="Lakeside")
    file.contacts.star(nadia.id, starred=True)
    assert [c.name for c in file.contacts.matching("")] == ["Nadia Bell", "Dr. Anita Rao"]
    assert [describe(c) for c in file.contacts.matching("ONCO rao")] == ["First opinion, oncologist"]
    assert [describe(c) for c in file.contacts.matching("lakeside")] == ["Records desk, Lakeside"]


def test_insurance_is_one_plan_and_maybe_a_second(file: OpenFile) -> None:
    file.insurance.save_plan(1, carrier="Blue Ridge Health", member_id="BR 4410")
    file.insurance.save_plan(1, group_number="77-1203")
    file.insurance.save_plan(2, carrier="Other plan")
    first = file.insurance.plans.at(1)
    assert first is not None
    assert (first.carrier, first.member_id, first.group_number) == ("Blue Ridge Health", "BR 4410", "77-1203")
    assert [plan.carrier for plan in file.insurance.plans.all()] == ["Blue Ridge Health", "Other plan"]


def test_the_latest_call_stands_first(file: OpenFile) -> None:
    for day in ("2026-02-19", "2026-02-26", "~2026-02"):
        file.insurance.calls.add(day=day)
    assert [call.day for call in file.insurance.calls.newest_first()] == ["2026-02-26", "2026-02-19", "~2026-02"]


def test_key_dates_stand_in_order_with_today_among_them(file: OpenFile, a_tuesday: object) -> None:
    file.opinions.rows.add(day="2026-02-17")
    file.appointments.book(day="2026-03-12")
    file.people.change_situation(decide_by="2026-03-18", treatment_start="~2026-03-23")
    assert [date.kind for date in file.timeline.key_dates()] == [
        DateKind.FIRST_OPINION,
        DateKind.TODAY,
        DateKind.VISIT,
        DateKind.DECIDE_BY,
        DateKind.TREATMENT,
    ]


def test_what_others_owe_is_listed_longest_wait_first(file: OpenFile) -> None:
    file.records.add(name="MRI images on disc", holder="Riverside imaging desk", asked_on="2026-02-24")
    file.insurance.save_plan(1, carrier="Blue Ridge Health")
    file.insurance.save_authorization(status=AuthorizationStatus.WAITING, asked_on="2026-02-26")
    assert [(w.what, w.who) for w in file.timeline.waiting()] == [
        ("MRI images on disc", "Riverside imaging desk"),
        ("Prior authorization decision", "Blue Ridge Health"),
    ]


def test_promises_an_appeal_and_slides_to_come_back_are_waited_for_until_they_are_settled(file: OpenFile) -> None:
    file.insurance.calls.add(called="Blue Ridge Health", person="Tom", day="2026-02-10", promised="To call back")
    call = file.insurance.calls.add(
        called="Blue Ridge Health", person="Renee", day="2026-02-26", promised="A letter within 10 days"
    )
    denial = file.insurance.denials.add(what="New scans", filed_on="2026-02-27")
    slides = file.records.add(name="Biopsy slides", sent_on="2026-02-28", return_by="2026-04-01")
    visit = file.appointments.book(day="2026-03-12", doctors_talk="asked", doctors_talk_on="2026-03-01")
    assert [(w.what, w.who) for w in file.timeline.waiting()] == [
        ("A letter within 10 days", "Renee"),  # the newer call took the place of Tom's
        ("Answer to the appeal", ""),
        ("Biopsy slides, to come back", ""),
        ("The two doctors talk", ""),
    ]
    file.insurance.calls.change(call.id, follow_up_done=True)
    file.insurance.denials.change(denial.id, result="They agreed")
    file.records.change(slides.id, returned_on="2026-03-20")
    file.appointments.change(visit.id, doctors_talk="done")
    assert file.timeline.waiting() == []


def test_the_next_appointment_is_not_one_that_was_canceled(file: OpenFile, a_tuesday: object) -> None:
    file.appointments.book(day="2026-03-04", status="canceled")
    file.appointments.book(day="2026-02-01")
    wanted = file.appointments.book(day="2026-03-12")
    file.appointments.book(day="2026-03-12", time="23:00")
    found = file.appointments.next()
    assert found is not None
    assert found.id == wanted.id


def test_opinions_stand_side_by_side_and_nobody_wins(file: OpenFile) -> None:
    first, second = file.opinions.add_opinion(), file.opinions.add_opinion()
    topic = file.opinions.topics.all()[0]
    file.opinions.say(topic.id, first.id, "Surgery first")
    file.opinions.say(topic.id, second.id, "Medicine first")
    file.opinions.say(topic.id, second.id, "Medicine first, then surgery")
    file.opinions.mark(topic.id, Match.DIFFERENT)
    said = file.opinions.statements()
    assert (said[topic.id, first.id], said[topic.id, second.id]) == ("Surgery first", "Medicine first, then surgery")
    assert file.opinions.agreement() == (0, 1)
    assert [opinion.number for opinion in (first, second)] == [1, 2]


def test_find_leads_from_an_answer_to_its_visit_and_names_the_question(file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-02-17")
    asked = file.questions.ask_at(visit.id, "How soon do I need to decide?")
    file.questions.answer(asked.asking_id, "By the equinox")
    (found,) = file.finder.find("equinox")
    assert (found.place, found.title, found.target) == (
        "Answer",
        "How soon do I need to decide?",
        ("appointment", visit.id),
    )


def test_every_place_a_word_can_stand_has_a_name_on_the_results(file: OpenFile) -> None:
    file.people.change_situation(worries="zebra", gut_note="zebra")
    file.health.save_diagnosis(name="zebra")
    file.insurance.save_plan(1, carrier="zebra")
    assert sorted(found.place for found in file.finder.find("zebra")) == ["Dates and answers", "Diagnosis", "Insurance"]


def test_an_attached_file_comes_out_as_it_went_in(file: OpenFile, tmp_path: Path) -> None:
    content = bytes(range(256)) * 9000
    (tmp_path / "scan.pdf").write_bytes(content)
    record = file.records.add(name="CT report")
    attachment = file.attachments.attach("record", record.id, tmp_path / "scan.pdf")
    file.attachments.save_copy(attachment.id, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == content
    assert (tmp_path / "copy.pdf").stat().st_mode & 0o777 == 0o600
    assert file.attachments.counts("record") == {record.id: 1}


def test_a_file_that_is_too_large_is_refused_in_words(file: OpenFile, tmp_path: Path) -> None:
    with (tmp_path / "scan.img").open("wb") as stream:
        stream.truncate(26 * 1024 * 1024)
    with pytest.raises(UserError, match="larger than 25 MB"):
        file.attachments.attach("record", "0" * 32, tmp_path / "scan.img")
    assert file.attachments.all() == []


def test_removed_items_stay_for_ninety_days_and_then_leave_no_word_behind(file: OpenFile) -> None:
    start = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
    with clock.standing_at(start):
        question = file.questions.ask("A secret question?")
        visit = file.appointments.book(day="2026-03-12")
        file.questions.bring(question.id, visit.id, ticked=True)
        file.questions.remove(question.id)
    with clock.standing_at(start + timedelta(days=89)):
        assert file.removed.erase_old() == 0
        assert [item.title for item in file.removed.all()] == ["A secret question?"]
    with clock.standing_at(start + timedelta(days=91)):
        assert file.removed.erase_old() == 1
    assert file.removed.all() == []
    file.close()
    kept = b"".join(path.read_bytes() for path in file.path.parent.iterdir() if path.is_file())
    assert b"A secret question?" not in kept


def test_a_removed_item_comes_back_where_it_was(file: OpenFile) -> None:
    question = file.questions.ask("Why surgery first?")
    file.questions.remove(question.id)
    file.removed.restore(file.removed.all()[0])
    assert [q.text for q in file.questions.top()] == ["Why surgery first?"]


def test_the_feed_tells_what_changed_and_who_did_it(file: OpenFile) -> None:
    heard: list[Change] = []
    file.feed.subscribe(heard.append)
    me = object()
    note = file.notes.write_new("A note")
    file.notes.save_body(note.id, Document.from_plain("x").to_json(), origin=me)
    assert [(change.touches("note"), change.origin) for change in heard] == [(True, None), (True, me)]
    assert heard[0].ids == {note.id}
    assert file.saved_at is not None
