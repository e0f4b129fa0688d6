"""What came after the visit, on paper for the family: reports, talks, answers, own tasks, and a plain no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import AppointmentKind, DoctorsTalk, PlanChoice, RuleAnswer
from secondopinion_desktop.services.packets import MadeFor, usual_choice
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
