"""The made-up case: whole, of today, and never over something else."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock
from secondopinion_desktop.base.troubles import AlreadyExists
from secondopinion_desktop.model.choices import Match, RecordStatus, StepStatus
from secondopinion_desktop.model.richtext import Document, Kind, Mark
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.storage import casefile
from tests.helpers.casefiles import seen_from_outside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def sample(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    path = tmp_path / "sample.secondopinion"
    write_sample(path)
    file = OpenFile(casefile.open_file(path))
    yield file
    file.close()


def test_it_says_that_it_is_a_sample(sample: OpenFile) -> None:
    person = sample.people.person()
    assert (person.name, person.is_sample) == ("Margaret Doyle", True)


def test_its_dates_are_counted_from_today(sample: OpenFile) -> None:
    assert [(point.day.day, point.words) for point in sample.timeline.key_dates()] == [
        (date(2026, 2, 17), "First opinion"),
        (date(2026, 3, 3), "Today"),
        (date(2026, 3, 12), "Second opinion"),
        (date(2026, 3, 18), "Decide by"),
        (date(2026, 3, 23), "Treatment planned"),
    ]


def test_half_a_year_later_it_is_of_that_day(tmp_path: Path) -> None:
    with clock.standing_at(datetime(2026, 9, 1, 12, tzinfo=UTC)):
        write_sample(tmp_path / "later.secondopinion")
        file = OpenFile(casefile.open_file(tmp_path / "later.secondopinion"))
        assert file.people.situation().treatment_start == (clock.today() + timedelta(days=20)).isoformat()
        words = file.notes.recent(2)[1][0].body
        file.close()
    assert "Monday, September 21" in Document.from_json(words).plain_text()


def test_three_steps_are_done_and_the_others_are_begun_as_far_as_something_is_written(sample: OpenFile) -> None:
    tracker = sample.steps.tracker()
    assert tracker.finished == 3
    assert [step.words for step in tracker.steps[3:6]] == [
        "In progress, 3 of 5 tasks",
        "In progress, 1 of 3 tasks",
        "In progress",
    ]
    assert [step.status for step in tracker.steps[:3]] == [StepStatus.DONE] * 3
    assert tracker.next_task is not None
    assert tracker.next_task.title == "Check that Lakeside received the biopsy slides"
    assert tracker.next_task.who == "Claire"


def test_the_first_visit_has_a_note_by_claire_with_headings_bullets_and_what_is_important(sample: OpenFile) -> None:
    note, writer = sample.notes.recent()[1]
    document = Document.from_json(note.body)
    assert writer == "Claire"
    assert [block.kind for block in document][:2] == [Kind.HEADING, Kind.BULLET]
    marked = {run.text: run.marks for block in document for run in block.runs if run.marks}
    assert marked["Monday, March 23"] == {Mark.STRONG}
    assert marked["Why surgery first, and not medicine first?"] == {Mark.HIGHLIGHT}
    assert [entry.title for entry in sample.notes.entries("chemotherapy")] == [note.title]


def test_questions_wait_for_the_next_visit_and_some_were_answered_at_the_last(sample: OpenFile) -> None:
    visit = sample.appointments.next()
    assert visit is not None
    assert [asked.text for asked in sample.questions.of_visit(visit.id)] == [q.text for q in sample.questions.top()]
    assert sample.questions.top()[2].text == "Is it safe to wait until after March 23?"
    first = sample.appointments.in_order()[1]
    assert [bool(asked.answer) for asked in sample.questions.of_visit(first.id)] == [True, True, True, False]


def test_records_are_on_their_way_in_every_state(sample: OpenFile) -> None:
    states = {record.name: record.status for record in sample.records.all()}
    assert states["Pathology report"] is RecordStatus.ARRIVED
    assert states["Biopsy slides (8)"] is RecordStatus.SENT
    assert states["MRI images, Jan 30"] is RecordStatus.ASKED
    assert set(states.values()) == set(RecordStatus)
    count = sample.records.count()
    assert (count.arrived, count.needed) == (5, 11)
    assert (count.must_arrived, count.must) == (1, 3)
    assert sorted(sample.attachments.counts("record").values()) == [1, 1, 1, 2]


def test_two_opinions_stand_side_by_side_on_five_topics(sample: OpenFile) -> None:
    shown = sample.opinions.topics.all(shown=True)
    said = sample.opinions.statements()
    assert [topic.name for topic in shown] == [
        "Diagnosis", "Treatment", "When to start", "After treatment", "Clinical trials",
    ]  # fmt: skip
    opinions = sample.opinions.rows.all()
    assert all(said[topic.id, opinion.id] for topic in shown for opinion in opinions)
    assert sample.opinions.agreement() == (2, 2)
    (treatment,) = [topic for topic in shown if topic.name == "Treatment"]
    assert (treatment.match, bool(treatment.why_differ)) == (Match.DIFFERENT, True)
    assert sample.opinions.questions()[treatment.id].text == treatment.question


def test_a_no_of_the_plan_is_there_with_its_appeal_and_its_last_day(sample: OpenFile) -> None:
    (denial,) = sample.insurance.denials.all()
    assert denial.denied_on < denial.filed_on <= clock.today().isoformat() < denial.appeal_by
    assert denial.reason


def test_each_record_is_of_the_kind_its_name_says(sample: OpenFile) -> None:
    for record in sample.records.all():
        words = set(guidance.record_kind(record.kind).name.casefold().split())
        said = set(re.findall(r"\w+", re.sub("images|films", "pictures", record.name.casefold())))
        assert words & said, (record.name, record.kind)


def test_insurance_people_and_calls_are_there(sample: OpenFile) -> None:
    assert [call.person for call in sample.insurance.calls.newest_first()] == ["Renee", "Tom"]
    referral = sample.insurance.referral()
    assert referral is not None
    assert referral.note == "Plan allows direct visits. Confirmed by Tom, Feb 19."
    assert sample.contacts.all()[0].name == "Dr. James Okafor"
    assert {"Nadia Bell", "Dr. Anita Rao", "Claire Doyle"} <= {contact.name for contact in sample.contacts.all()}
    assert sample.removed.all() == []


def test_it_is_never_written_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.secondopinion").write_bytes(b"my own words")
    before = seen_from_outside(tmp_path)
    with pytest.raises(AlreadyExists):
        write_sample(tmp_path / "mine.secondopinion")
    assert seen_from_outside(tmp_path) == before


def test_no_word_to_look_up_is_there_twice(sample: OpenFile) -> None:
    words = [term.word for term in sample.terms.all()]
    assert words
    assert len(words) == len(set(words))


def test_every_question_says_in_words_what_it_is_about(sample: OpenFile) -> None:
    groups = {question.group for question in sample.questions.all()}
    assert "After the second opinion" in groups
    assert all(group[:1].isupper() for group in groups if group)
