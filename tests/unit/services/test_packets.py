"""Summaries: what a doctor, a family and the person themselves get on paper, and what stays off it."""

from __future__ import annotations

import stat
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from secondopinion_desktop.base import i18n
from secondopinion_desktop.base.troubles import AlreadyExists, ReadOnlyFolder, VanishedDrive
from secondopinion_desktop.guidance import visit_headings
from secondopinion_desktop.model.choices import (
    AnswerStatus,
    AppointmentKind,
    CandidateStatus,
    Match,
    NoteKind,
    TaskStatus,
)
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.model.richtext import build as write
from secondopinion_desktop.services.packets import SHORT, SUMMARIES, MadeFor, PacketChoice, Part, usual_choice
from secondopinion_desktop.services.paper import recovery_pages
from tests.helpers.documents import documents
from tests.helpers.files import new_file
from tests.helpers.paper import lines_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile

DOCTOR, FAMILY, EVERYTHING = (usual_choice(made_for) for made_for in SUMMARIES)
WITH_NOTES = replace(FAMILY, sections=FAMILY.sections | {Part.NOTES})
MEMBER = "BR 4410 0872 01"


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    opened = new_file(tmp_path)
    yield opened
    opened.close()


def printed(file: OpenFile, choice: PacketChoice) -> str:
    """Return all words of the summary."""
    return words_of(file.packets.pages(choice).pdf)


def titles(file: OpenFile, choice: PacketChoice) -> list[str]:
    return [section.title for section in file.packets.summary(choice).sections]


def full(file: OpenFile) -> str:
    """Fill the file; return the id of the coming visit."""
    file.people.change_person(birth_date="1961-05-04", phone="555-0110")
    file.people.change_situation(decide_by="2026-03-18", treatment_start="2026-03-23", decision_text="Surgery first?")
    rao = file.contacts.add(
        name="Dr. Anita Rao", role="first_doctor", organization="Riverside Hospital", phone="555-0121"
    )
    okafor = file.contacts.add(name="Dr. James Okafor", role="second_doctor", phone="555-0178")
    file.health.save_diagnosis(
        name="Invasive ductal carcinoma", stage="Stage II", told_by_id=rao.id, told_on="2026-02-17"
    )
    first = file.opinions.add_opinion()
    file.opinions.rows.change(first.id, contact_id=rao.id, day="2026-02-17", summary="Surgery first, then radiation.")
    visit = file.appointments.book(
        kind=AppointmentKind.SECOND_OPINION, day="2026-03-12", time="10:30", contact_id=okafor.id, place="Building C"
    )
    for text in ("Do you agree with the stage?", "Is it safe to wait?"):
        question = file.questions.ask(text)
        file.questions.bring(question.id, visit.id, ticked=True)
    file.records.add(name="Biopsy slides", holder_id=rao.id, sent_on="2026-02-28")
    file.insurance.save_plan(1, carrier="Blue Ridge Health", member_id=MEMBER, group_number="77-1203")
    file.insurance.calls.add(day="2026-02-26", person="Renee", answer="The visit is covered", reference="48-2217")
    body = write.note(
        write.paragraph(["She said ", write.important("surgery on March 23")]), *write.bullets("Ask Nadia")
    )
    file.notes.add(title="Phone call", day="2026-02-27", body=body.to_json())
    return visit.id


def test_a_doctor_gets_the_story_and_the_questions_and_no_insurance(file: OpenFile) -> None:
    full(file)
    text = printed(file, DOCTOR)
    for words in (
        "Margaret Doyle, for Dr. James Okafor, Thursday, March 12, 2026, 10:30 AM",
        "Born May 4, 1961",
        "Diagnosis Invasive ductal carcinoma",
        "Told by Dr. Anita Rao, Feb 17, 2026",
        "Surgery first, then radiation.",
        "The choice I face Surgery first?",
        "1 Do you agree with the stage?",
        "Biopsy slides Dr. Anita Rao Feb 28 Not yet",
        "Please send your notes to Dr. Anita Rao, and a copy to me.",
        "Dr. Anita Rao 555-0121",
        "Me 555-0110",
    ):
        assert words in text
    for words in ("Blue Ridge", "0872", "Renee", "Phone call", "Ask Nadia"):
        assert words not in text


def test_a_family_gets_everything_practical_with_the_card_number_masked(file: OpenFile) -> None:
    full(file)
    text = printed(file, FAMILY)
    for words in (
        "Blue Ridge Health",
        "Ends in 7201",
        "Renee reference 48-2217",
        "The file holds more on: the visit, notes,",
    ):
        assert words in text
    for words in (MEMBER, "77-1203", "May 4, 1961", "• Ask Nadia"):
        assert words not in text
    assert "• Ask Nadia" in printed(file, WITH_NOTES)


def test_everything_means_everything_but_private_notes(file: OpenFile) -> None:
    full(file)
    file.notes.add(title="For me alone", private=True)
    file.notes.add(title="My gut says no", kind=NoteKind.GUT)
    text = printed(file, EVERYTHING)
    assert MEMBER not in text  # the card is printed whole only where that was asked for
    assert "Ends in 7201" in text
    whole = printed(file, replace(EVERYTHING, whole_member_id=True))
    assert MEMBER in whole
    assert "77-1203" in whole
    assert "For me alone" not in text
    assert "My gut" not in text
    assert set(file.packets.counts().values()) == {1}


def test_private_notes_are_printed_only_when_they_are_chosen(file: OpenFile) -> None:
    file.notes.add(title="For me alone", private=True)
    assert "For me alone" in printed(file, replace(WITH_NOTES, private_notes=True))


@pytest.mark.parametrize("made_for", SUMMARIES)
def test_a_new_file_is_a_calm_short_sheet_that_says_what_is_not_written_down(file: OpenFile, made_for: MadeFor) -> None:
    text = printed(file, usual_choice(made_for))
    assert text.startswith("Second opinion summary Margaret Doyle")
    said = text.partition("Nothing is written down yet under: ")[2]
    for title in ("Dates that matter", "My diagnosis, as I was told", "My questions", "Records", "People"):
        assert title in said
        assert title not in text.partition("Nothing is written down yet under: ")[0]
    assert text.count("Not known yet") <= 2
    assert made_for is MadeFor.EVERYTHING or file.packets.pages(usual_choice(made_for)).page_count == 1


@pytest.mark.parametrize("made_for", SUMMARIES)
def test_gaps_in_what_was_begun_are_not_known_yet(file: OpenFile, made_for: MadeFor) -> None:
    file.health.save_diagnosis(name="Invasive ductal carcinoma")
    file.people.change_situation(decide_by="2026-03-18")
    text = printed(file, usual_choice(made_for))
    assert "Diagnosis Invasive ductal carcinoma Stage Not known yet" in text
    assert "Not known yet: day of diagnosis, second-opinion visit, start of treatment" in text


def test_only_the_chosen_parts_are_printed(file: OpenFile) -> None:
    full(file)
    assert titles(file, replace(DOCTOR, sections=frozenset())) == ["Who"]
    assert titles(file, replace(DOCTOR, sections=frozenset({Part.RECORDS, Part.DATES}))) == [
        "Who", "Dates that matter", "Records",
    ]  # fmt: skip
    short = replace(FAMILY, sections=SHORT)
    assert "Invasive" not in printed(file, short)
    assert "Surgery first?" not in printed(file, short)


def test_every_part_can_be_printed_alone(file: OpenFile) -> None:
    full(file)
    alone = {part: titles(file, replace(EVERYTHING, sections=frozenset({part}))) for part in Part}
    assert alone == {part: found for part, found in alone.items() if len(found) >= 2}


def test_each_page_names_the_person_and_the_day(file: OpenFile) -> None:
    full(file)
    packet = file.packets.summary(DOCTOR)
    assert packet.person == "Margaret Doyle, born May 4, 1961".replace("May 4, 1961", "May\xa04,\xa01961")
    assert packet.printed == "Printed Mar 3, 2026"
    assert "Not a medical record" in packet.foot
    assert packet.body_points == 12
    assert file.packets.summary(FAMILY).body_points == 14


def test_answers_stand_under_their_question_with_who_gave_them(file: OpenFile) -> None:
    visit = full(file)
    asked = file.questions.of_visit(visit)[0]
    file.questions.answer(asked.asking_id, "Yes, the slides show the same.")
    file.questions.mark(asked.asking_id, AnswerStatus.PARTLY)
    text = printed(file, FAMILY)
    assert "Partly answered Dr. James Okafor, Mar 12: Yes, the slides show the same." in text
    assert "Do you agree with the stage? Yes, the slides" in printed(file, DOCTOR)


def test_two_opinions_stand_side_by_side_without_a_winner(file: OpenFile) -> None:
    full(file)
    first = file.opinions.rows.all()[0]
    second = file.opinions.add_opinion()
    topic = file.opinions.topics.all()[0]
    file.opinions.say(topic.id, first.id, "Surgery first")
    file.opinions.say(topic.id, second.id, "Medicine first")
    file.opinions.mark(topic.id, Match.DIFFERENT)
    row = f"{topic.name} Surgery first Medicine first Differ"
    assert row in printed(file, DOCTOR)
    below = printed(file, replace(DOCTOR, large_print=True))
    assert f"{topic.name} Differ Dr. Anita Rao Surgery first Second opinion Medicine first" in below


def test_what_happens_next_lists_visits_dated_tasks_and_what_is_owed(file: OpenFile) -> None:
    full(file)
    task = file.tasks.add_to("records", "Check the slides", who="Claire", due="2026-03-05")
    file.tasks.add_to("records", "Waiting task")
    file.tasks.change(file.tasks.of_step("records")[-1].id, status=TaskStatus.WAITING)
    file.records.add(name="MRI images", asked_on="2026-02-24", holder="Riverside Imaging")
    text = printed(file, replace(FAMILY, sections=frozenset({Part.NEXT})))
    assert "Thursday, March 12, 2026, 10:30 AM" in text
    assert "Check the slides Claire Mar 5" in text
    assert "MRI images Riverside Imaging since Feb 24" in text
    file.tasks.tick(task.id, done=True)
    assert "Check the slides" not in printed(file, replace(FAMILY, sections=frozenset({Part.NEXT})))
    assert "☑ Check the slides" in printed(file, EVERYTHING)


def test_a_note_that_only_a_newer_program_can_read_is_named_and_not_left_out(file: OpenFile) -> None:
    full(file)
    with file.store.database.raw() as bare:
        bare.execute("UPDATE note SET body = ?", ('{"type":"doc","content":[{"type":"picture"}]}',))
    text = printed(file, WITH_NOTES)
    assert "Phone call" in text
    assert "newer version" in text


@given(documents)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_note_can_be_printed(file: OpenFile, note: Document) -> None:
    kept = file.notes.add(title="Any", body=note.to_json())
    choice = replace(FAMILY, sections=frozenset({Part.NOTES}))
    try:
        assert file.packets.pages(choice).page_count >= 1
    finally:
        file.notes.remove(kept.id)


def test_offered_headings_that_nobody_wrote_under_are_not_printed_and_ones_own_are(file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-03-02", title="Visit with Dr. Rao")
    told, unclear, ahead = visit_headings()
    body = write.note(
        write.heading(told),
        write.paragraph(["Stage two."]),
        write.heading(unclear),
        write.paragraph(),
        write.heading(ahead),
        write.paragraph(),
        write.heading("Ask Claire"),
        write.paragraph(),
    )
    file.notes.add(title="At Riverside", appointment_id=visit.id, body=body.to_json())
    file.notes.add(title="Nothing yet", day="2026-03-01", body=write.note(write.heading(told)).to_json())
    text = printed(file, WITH_NOTES)
    assert f"{told} Stage two." in text
    assert "Ask Claire" in text
    assert unclear not in text.partition("At Riverside")[2]
    assert text.count(told) == 1
    assert "Nothing yet" in text


def test_key_points_stand_once_and_stay_when_the_note_of_the_visit_is_private(file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-03-02", title="Visit with Dr. Rao")
    file.key_points.add_to(visit.id, "Surgery can wait for the report")
    file.notes.add(title="For me alone", appointment_id=visit.id, private=True)
    for choice in (FAMILY, WITH_NOTES):
        assert printed(file, choice).count("Surgery can wait for the report") == 1
    file.notes.add(title="What she said", appointment_id=visit.id)
    file.notes.add(title="What we asked", appointment_id=visit.id)
    assert printed(file, replace(WITH_NOTES, private_notes=True)).count("Surgery can wait for the report") == 1


def test_a_doctor_does_not_read_which_other_doctors_were_asked(file: OpenFile) -> None:
    full(file)
    file.contacts.add(name="Dr. Helen Marsh", candidate=CandidateStatus.CALLED, note="Long waiting list")
    assert "Marsh" not in printed(file, DOCTOR)
    assert "Marsh" not in printed(file, FAMILY)  # a visit is booked
    assert "Dr. Helen Marsh Called" in printed(file, EVERYTHING)
    assert "Long waiting list" in printed(file, EVERYTHING)


LONG = "A long story that somebody typed with care. " * 45


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("made_for", SUMMARIES)
def test_texts_of_2000_letters_are_printed_whole(file: OpenFile, made_for: MadeFor, large: bool) -> None:
    visit = full(file)
    file.people.change_situation(decision_text=LONG)
    file.health.save_diagnosis(note=LONG, spread=LONG)
    file.questions.answer(file.questions.of_visit(visit)[0].asking_id, LONG)
    file.records.add(name=LONG)
    file.contacts.add(name=LONG, organization=LONG)
    file.opinions.rows.change(file.opinions.rows.all()[0].id, summary=LONG)
    text = printed(file, replace(usual_choice(made_for), large_print=large)).replace(" ", "")
    assert text.count("withcare.") >= 7 * 45


def test_the_summary_is_one_moment_even_while_somebody_types(file: OpenFile) -> None:
    full(file)
    packet = file.packets.summary(EVERYTHING)
    file.people.change_person(name="Someone else")
    assert packet.person.startswith("Margaret Doyle")


def test_summaries_can_be_made_beside_the_window(file: OpenFile) -> None:
    full(file)
    made: list[int] = []

    def work() -> None:
        made.append(file.packets.pages(DOCTOR).page_count)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [made[0]] * 2


def test_saving_a_pdf_never_replaces_a_file_unasked(file: OpenFile, tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"something else")
    with pytest.raises(AlreadyExists):
        file.packets.save_pdf(DOCTOR, target)
    assert target.read_bytes() == b"something else"
    count = file.packets.save_pdf(DOCTOR, target, replace=True)
    assert len(lines_of(target.read_bytes())) == count


def test_a_saved_pdf_is_for_this_person_only(file: OpenFile, tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    file.packets.save_pdf(DOCTOR, target)
    assert stat.S_IMODE(target.stat().st_mode) & 0o077 == 0


def test_trouble_with_the_place_is_said_in_plain_words(
    file: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(VanishedDrive):
        file.packets.save_pdf(DOCTOR, tmp_path / "gone" / "summary.pdf")

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(ReadOnlyFolder):
        file.packets.save_pdf(DOCTOR, tmp_path / "summary.pdf")


@pytest.mark.parametrize(
    ("locale", "paper"), [("en_US", "letter"), ("en_CA", "letter"), ("en_GB", "a4"), ("de_DE", "a4")]
)
def test_the_paper_is_what_lies_in_printers_here(locale: str, paper: str) -> None:
    i18n.use_language(locale)
    assert usual_choice(MadeFor.DOCTOR).paper == paper


def test_choosing_another_reader_keeps_the_paper_and_the_size_of_print() -> None:
    before = replace(DOCTOR, paper="a4", large_print=True, private_notes=True)
    after = usual_choice(MadeFor.FAMILY, before)
    assert (after.paper, after.large_print, after.private_notes) == ("a4", True, False)


def test_the_recovery_code_can_be_printed_before_a_file_is_open(a_tuesday: datetime) -> None:
    pages = recovery_pages("7K3M-9QXR", "letter", owner="Margaret Doyle")
    assert pages.page_count == 1
    assert "7K3M 9QXR" in words_of(pages.pdf)
    pages.close()
    assert pages.page_image(0, 40).width == 340
