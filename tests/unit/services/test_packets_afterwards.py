"""What came after the visit, on paper for the family: reports, talks, answers, own tasks, and a plain no."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import AppointmentKind, CandidateStatus, DoctorsTalk, PlanChoice, RuleAnswer
from secondopinion_desktop.services.packets import SHORT, MadeFor, usual_choice
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

pytestmark = pytest.mark.usefixtures("a_tuesday")  # March 3, 2026


def printed(file: OpenFile, made_for: MadeFor = MadeFor.FAMILY) -> str:
    return words_of(file.packets.pages(usual_choice(made_for)).pdf).replace("\N{NO-BREAK SPACE}", " ")


def test_the_family_reads_who_has_the_report_and_whether_the_doctors_talked(file: OpenFile) -> None:
    rao = file.contacts.add(name="Dr. Rao")
    visit = file.appointments.book(
        kind=AppointmentKind.SECOND_OPINION,
        day="2026-02-26",
        doctors_talk=DoctorsTalk.DONE,
        doctors_talk_note="They agree on the stage",
    )
    file.reports.add(appointment_id=visit.id, to_contact_id=rao.id, asked_on="2026-02-26", arrived_on="2026-03-02")
    file.reports.add(appointment_id=visit.id, to_me=True, asked_on="2026-02-26", due="2026-03-09")
    said = printed(file)
    assert "Dr. Rao: asked Feb 26, arrived Mar 2" in said
    assert "A copy for me: asked Feb 26, promised for Mar 9" in said
    assert "They have talked They agree on the stage" in said
    assert "The second-opinion visit Second opinion Report" in said  # and no "Planned" for a day that has passed
    assert "They agree on the stage" not in printed(file, MadeFor.DOCTOR)


def test_what_the_care_team_answered_is_printed_for_the_family_only(file: OpenFile) -> None:
    file.appointments.book(kind=AppointmentKind.SECOND_OPINION, day="2026-03-26")
    file.people.change_situation(treatment_start="2026-03-23")
    clash = file.timing.open()[0]
    file.timing.answer(clash.notice, RuleAnswer.ASKED, "They hold the room for us", "2026-03-02")
    assert f"Mar 2: {clash.sees} They hold the room for us" in printed(file)
    assert "They hold the room" not in printed(file, MadeFor.DOCTOR)


def test_ones_own_tasks_are_printed_even_without_a_day(file: OpenFile) -> None:
    for number in range(4):
        file.tasks.add_to("get_started", f"Dated task {number}", due=f"2026-03-0{number + 4}")
    file.tasks.add_to("weigh", "Nadia sends the report")
    assert "Nadia sends the report Nobody yet No date yet" in printed(file)


def test_the_family_reads_each_thing_once(file: OpenFile) -> None:
    visit = file.appointments.book(day="2026-02-17", title="First opinion")
    for point in ("Stage II", "Decide by March 18"):
        file.key_points.add_to(visit.id, point)
    file.questions.ask("Is it safe to wait?")
    file.records.add(name="Tumor tests", status="asked", asked_on="2026-02-25")
    file.insurance.authorizations.add(status="waiting", asked_on="2026-02-26")
    file.contacts.add(name="Dr. Helen Marsh", candidate=CandidateStatus.WAITING)
    text = printed(file)
    assert "Key points First opinion, Feb 17 Stage II Decide by March 18" in text
    assert "No answer yet 1. Is it safe to wait?" in text
    assert "An answer about a visit Dr. Helen Marsh Waiting" in text
    assert text.count("Tumor tests") == text.count("Prior authorization") == 1  # under Records and under Insurance
    short = words_of(file.packets.pages(replace(usual_choice(MadeFor.FAMILY), sections=SHORT)).pdf)
    assert "Tumor tests" in short
    assert "Prior authorization decision" in short


def test_the_request_for_a_report_names_the_person_by_two_marks(file: OpenFile) -> None:
    file.people.change_person(birth_date="1961-05-04")
    visit = file.appointments.book(kind=AppointmentKind.SECOND_OPINION, day="2026-02-26")
    pages = file.reports.request_pages(visit.id)
    assert "Request for my report Margaret Doyle, born May 4, 1961" in words_of(pages.pdf)


def test_a_note_on_a_record_is_for_the_family_and_not_for_a_doctor(file: OpenFile) -> None:
    file.records.add(name="Scan reports", note="Ask for Pia")
    assert "Scan reports Ask for Pia" in printed(file)
    assert "Ask for Pia" not in printed(file, MadeFor.DOCTOR)


def test_an_opinion_whose_words_stand_side_by_side_is_not_called_unknown(file: OpenFile) -> None:
    topic = file.opinions.topics.all(shown=True)[0]
    for doctor, words in (("Dr. Rao", "Stage two"), ("Dr. Okafor", "Stage two as well")):
        file.opinions.say(topic.id, file.opinions.add_opinion(doctor=doctor).id, words)
    said = printed(file).partition("What each doctor advised")[2].partition("My questions")[0]
    assert "Stage two as well" in said
    assert "Not known yet" not in said


def test_who_wants_no_second_opinion_gets_no_pages_of_empty_boxes(file: OpenFile) -> None:
    done = file.tasks.of_step("weigh")[0]
    file.tasks.change(done.id, status="done")
    open_title = file.tasks.of_step("records")[0].title
    file.tasks.add_to("records", "Thank the records desk")
    assert open_title in printed(file, MadeFor.EVERYTHING)
    file.started.change(plan_choice=PlanChoice.NO)
    said = printed(file, MadeFor.EVERYTHING)
    assert "Do I want one? No" in said
    assert open_title not in said
    assert done.title in said
    assert "Thank the records desk" in said
