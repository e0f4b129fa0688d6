"""The first step: a "no" that loses nothing, questions out of reasons, doctors to ask, help to ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondopinion_desktop import guidance
from secondopinion_desktop.guidance.started import getting_started
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    CandidateStatus,
    InfoPreference,
    PlanChoice,
    StepStatus,
    WhereIAm,
)

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


def states(file: OpenFile) -> list[StepStatus]:
    return [step.status for step in file.steps.tracker().steps]


def test_a_no_puts_every_open_step_away_and_keeps_what_is_written(file: OpenFile) -> None:
    file.started.change(decision_text="Surgery first?", reasons=["peace_of_mind"])
    file.steps.set_status("insurance", StepStatus.DONE)
    tasks = len(file.tasks.all())
    file.started.change(plan_choice=PlanChoice.NO)
    assert states(file).count(StepStatus.NOT_NEEDED) == len(guidance.STEP_KEYS) - 1
    assert file.steps.one("insurance").status is StepStatus.DONE
    assert file.people.situation().decision_text == "Surgery first?"
    assert len(file.tasks.all()) == tasks


def test_taking_it_up_again_leaves_every_step_as_it_was(file: OpenFile) -> None:
    file.steps.set_status("timing", StepStatus.WAITING)
    file.tasks.tick(file.tasks.of_step("records")[0].id, done=True)
    before = states(file)
    file.started.change(plan_choice=PlanChoice.NO)
    assert states(file) != before
    file.started.take_up_again()
    assert states(file) == before
    assert file.people.situation().plan_choice is PlanChoice.THINKING


def test_one_undo_takes_a_no_back_whole(file: OpenFile) -> None:
    before = states(file)
    file.started.change(plan_choice=PlanChoice.NO)
    file.history.undo()
    assert states(file) == before
    assert file.people.situation().plan_choice is PlanChoice.UNANSWERED
    file.started.change(plan_choice=PlanChoice.NO)  # and it can be said again
    assert set(states(file)) == {StepStatus.NOT_NEEDED}


def test_a_step_set_by_hand_after_a_no_stays_as_it_was_set(file: OpenFile) -> None:
    file.started.change(plan_choice=PlanChoice.NO)
    file.steps.set_status("records", StepStatus.IN_PROGRESS)
    file.started.change(plan_choice=PlanChoice.YES)
    assert file.steps.one("records").status is StepStatus.IN_PROGRESS
    assert file.steps.one("timing").status is StepStatus.NOT_STARTED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(answers=st.lists(st.sampled_from(list(PlanChoice)), min_size=1, max_size=6))
def test_no_order_of_answers_loses_where_a_step_stood(file: OpenFile, answers: list[PlanChoice]) -> None:
    file.started.change(plan_choice=PlanChoice.YES)
    file.steps.set_status("timing", StepStatus.WAITING)
    before = states(file)
    for answer in answers:
        file.started.change(plan_choice=answer)
    file.started.change(plan_choice=PlanChoice.YES)
    assert states(file) == before


def test_reasons_and_missing_care_each_offer_questions_until_they_are_taken(file: OpenFile) -> None:
    assert file.started.suggested() == []
    file.started.change(reasons=["expert"], care_not_offered_here=["transplant"])
    texts = [one.text for one in file.started.suggested()]
    assert texts[0] == "Do you do bone marrow or stem cell transplants for a cancer like mine?"
    assert guidance.question("Q-X1").text in texts
    file.started.ask(file.started.suggested()[:2])
    assert [question.text for question in file.questions.top()] == texts[:2]
    assert [one.text for one in file.started.suggested()] == texts[2:]
    file.history.undo()
    assert file.questions.top() == []


def test_questions_on_outlook_wait_until_all_details_are_wanted(file: OpenFile) -> None:
    reasons = [reason.key for reason in guidance.reasons()]
    file.started.change(reasons=reasons)
    asked_first = {question.id for question in guidance.questions() if question.ask_first}
    assert not asked_first & {one.bank_id for one in file.started.suggested()}
    file.people.change_person(info_preference=InfoPreference.ALL)
    fitting = {name for reason in guidance.reasons() for name in reason.questions}
    assert (asked_first & fitting) <= {one.bank_id for one in file.started.suggested()}


def test_a_doctor_one_was_told_of_becomes_a_contact_marked_as_an_idea(file: OpenFile) -> None:
    rao = file.contacts.add(name="Dr. Rao")
    file.started.change(talked_with_id=rao.id)
    contact = file.contacts.get(file.started.add_candidate("  Dr.   Okafor "))
    assert (contact.name, contact.candidate, contact.who_told_me) == ("Dr. Okafor", CandidateStatus.IDEA, "Dr. Rao")
    assert file.started.add_candidate("dr. okafor") == contact.id
    assert len(file.contacts.all()) == 2
    assert file.started.candidates() == [file.contacts.get(contact.id)]


def test_a_doctor_known_already_keeps_what_is_known(file: OpenFile) -> None:
    known = file.contacts.add(name="Dr. Okafor", phone="555-0178", candidate=CandidateStatus.BOOKED)
    assert file.started.add_candidate("Dr. Okafor") == known.id
    assert file.contacts.get(known.id).candidate is CandidateStatus.BOOKED


def test_help_asked_for_is_a_task_of_its_step_with_an_owner(file: OpenFile) -> None:
    file.started.ask_help("referral", "Doctor's office")
    task = file.tasks.of_step("insurance")[-1]
    assert (task.title, task.who) == ("Ask who sends the referral, and when", "Doctor's office")
    asked = {one.told.key: one for one in file.started.help_asked()}
    assert asked["referral"].task_id == task.id
    assert asked["names"].task_id == ""


def test_the_start_of_treatment_is_one_day_wherever_it_is_written(file: OpenFile) -> None:
    visit = file.appointments.book(kind=AppointmentKind.TREATMENT_START, day="2026-03-23")
    assert file.started.treatment_start() == "2026-03-23"
    file.started.change(treatment_start="2026-03-25")
    assert file.appointments.get(visit.id).day == "2026-03-25"
    assert file.started.treatment_start() == "2026-03-25"


def test_every_place_one_can_be_has_a_line_and_no_line_is_for_nobody() -> None:
    assert set(getting_started().stages) == {str(where) for where in WhereIAm if where}
