"""What the dates of a real file ask for, how an answer is kept, and what stands on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.documents.packet import Fields
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AuthorizationStatus,
    ContactRole,
    InfoPreference,
    Match,
    RuleAnswer,
    Yes3,
)
from secondopinion_desktop.model.richtext import Block, Document, Kind, Run
from secondopinion_desktop.model.timing import Level
from secondopinion_desktop.services.packets import SUMMARIES, MadeFor, usual_choice
from secondopinion_desktop.services.timing import printing, to_set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.timing import OpenNotice

TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _first_of_june() -> Iterator[None]:
    with clock.standing_at(datetime(2026, 6, 1, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def clash(file: OpenFile) -> OpenFile:
    """Return a file in which the visit is two days after treatment starts."""
    file.appointments.book(day="2026-06-12", companion_id=file.contacts.add(name="Claire").id)
    file.people.change_situation(treatment_start="2026-06-10", ok_until="2026-06-30")
    file.questions.ask("Do you agree?")
    file.history.forget()
    return file


def rules(file: OpenFile) -> list[str]:
    return [found.rule for found in file.timing.open()]


def only(file: OpenFile) -> OpenNotice:
    (found,) = file.timing.open()
    return found


def test_a_new_file_asks_for_nothing(file: OpenFile) -> None:
    assert file.timing.open() == []


def test_a_clash_says_what_is_seen_and_whom_to_ask(clash: OpenFile) -> None:
    found = only(clash)
    assert found.level is Level.CALL
    assert found.sees == "Your second visit is on or after the day treatment starts."
    assert found.ask == "Ask your care team if that is okay, or if there is an earlier opening."
    assert found.about == "Visit: Jun 12. Treatment is planned to start: Jun 10."


def test_an_about_date_says_may_be_and_is_one_level_lower(clash: OpenFile) -> None:
    clash.people.change_situation(treatment_start="~2026-06-10")
    found = only(clash)
    assert found.level is Level.CHECK
    assert found.sees == "Your second visit may be on or after the day treatment starts."
    assert "about Jun 10" in found.about


def test_an_answer_is_kept_with_day_and_words_until_a_date_changes(clash: OpenFile) -> None:
    clash.timing.answer(only(clash).notice, RuleAnswer.ASKED, "She said it is fine.", "2026-05-30")
    assert clash.timing.open() == []
    (kept,) = clash.timing.all()
    assert (kept.rule, kept.answer, kept.day, kept.note) == ("W1", "asked", "2026-05-30", "She said it is fine.")
    visit = clash.appointments.next()
    assert visit is not None
    clash.appointments.change(visit.id, day="2026-06-13")
    assert rules(clash) == ["W1"]


def test_a_notice_answered_twice_has_one_answer(clash: OpenFile) -> None:
    notice = only(clash).notice
    clash.timing.answer(notice, RuleAnswer.LATER)
    clash.timing.answer(notice, RuleAnswer.DOES_NOT_APPLY)
    assert [kept.answer for kept in clash.timing.all()] == ["does_not_apply"]


def test_remind_me_comes_back_after_two_days(clash: OpenFile) -> None:
    clash.timing.answer(only(clash).notice, RuleAnswer.LATER)
    for day, seen in ((1, []), (2, []), (3, ["W1"]), (4, ["W1"])):
        assert [found.rule for found in clash.timing.open(date(2026, 6, day))] == seen


def test_undo_takes_an_answer_back(clash: OpenFile) -> None:
    clash.timing.answer(only(clash).notice, RuleAnswer.DOES_NOT_APPLY)
    assert clash.history.undo_label == "Answer a reminder"
    assert clash.history.undo()
    assert rules(clash) == ["W1"]
    assert clash.history.redo()
    assert rules(clash) == []


def test_a_day_that_is_none_is_refused(clash: OpenFile) -> None:
    with pytest.raises(FieldError):
        clash.timing.answer(only(clash).notice, RuleAnswer.ASKED, "", "sometime")


def test_the_start_of_treatment_is_kept_at_its_visit(file: OpenFile) -> None:
    file.appointments.book(kind=AppointmentKind.TREATMENT_START, day="2026-06-20")
    assert file.timing.dates()["treatment_start"] == "2026-06-20"
    assert file.timing.save_dates(treatment_start="2026-06-22", ok_until_words="a week")
    (start,) = file.appointments.all()
    assert (start.day, file.people.situation().treatment_start) == ("2026-06-22", "")
    assert file.people.situation().ok_until_words == "a week"


def test_a_start_of_treatment_that_is_taken_out_does_not_come_back_as_an_older_one(file: OpenFile) -> None:
    file.timing.save_dates(treatment_start="2026-06-10")
    file.appointments.book(kind=AppointmentKind.TREATMENT_START, day="2026-06-20")
    file.timing.save_dates(treatment_start="")
    assert file.timing.dates()["treatment_start"] == file.started.treatment_start() == ""


def test_a_visit_note_that_holds_only_its_headings_is_no_note(file: OpenFile) -> None:
    file.timing.save_dates(ok_until_words="a week", treatment_start="2026-07-20")
    visit = file.appointments.book(day="2026-05-30", status=AppointmentStatus.HAPPENED)
    assert rules(file) == ["W20"]
    note = file.notes.of_visit(visit.id)
    file.notes.save_body(note.id, Document((Block(Kind.HEADING, (Run("What happens next"),), level=1),)).to_json())
    assert rules(file) == ["W20"]
    file.notes.save_body(note.id, Document.from_plain("He was kind.").to_json())
    assert rules(file) == []


def test_facts_of_the_whole_file_reach_the_rules(file: OpenFile) -> None:
    file.timing.save_dates(ok_until_words="a week", treatment_start="2026-07-20", told_urgent=Yes3.YES)
    file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR, specialty="surgeon")
    file.contacts.add(
        name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR, specialty="oncologist", same_group_as_first=Yes3.YES
    )
    file.appointments.book(day="2026-06-02")
    file.appointments.book(kind=AppointmentKind.TEST, day="2026-06-05", status=AppointmentStatus.ON_HOLD)
    file.records.add(name="Slides", kind="R2", must_have=True, asked_on="2026-05-01")
    file.records.add(name="Report", asked_on="2026-04-20", received_by_holder_on="2026-04-22")
    file.insurance.save_authorization(status=AuthorizationStatus.WAITING, needed=Yes3.YES, valid_to="2026-06-01")
    topic = file.opinions.topics.all()[0]
    file.opinions.topics.change(topic.id, match=Match.DIFFERENT)
    file.health.treatments.add(name="Infusion", started_on="2026-05-01", ended_on="2026-04-01")
    expected = "W6 W8 W10 W11 W12 W7 W9 W9a W16 W17 W18 W19 W22 W25"
    assert rules(file) == expected.split()


def test_more_facts_of_the_file_reach_the_rules(file: OpenFile) -> None:
    """W2, W3 from a promised report, W13, W14, W15a, W21, W23, W24, W28 and W3a, each from where it is written."""
    file.timing.save_dates(
        ok_until="2026-06-05", treatment_start="2026-07-20", decide_by="2026-06-06", decide_by_source="Dr. Rao"
    )
    helper = file.contacts.add(name="Claire").id
    visit = file.appointments.book(day="2026-06-20", companion_id=helper)
    past = file.appointments.book(day="2026-05-20", status=AppointmentStatus.HAPPENED)
    file.key_points.add_to(past.id, "He was kind")
    report = file.reports.ask_today(visit.id, None)
    file.reports.change(report.id, due="2026-06-25")
    file.insurance.save_referral(needed=Yes3.YES, valid_to="2026-06-10", status="sent")
    file.insurance.save_network_check("lab", status="out")
    file.insurance.denials.add(appeal_by="2026-06-15")
    file.insurance.calls.add(person="Renee", follow_up_on="2026-05-28")
    file.opinions.self_checks.say("confidence", "now", "4")
    file.opinions.self_checks.say("confidence", "before", "1")
    file.opinions.decisions.save(text="Surgery")
    for number in range(11):
        file.questions.bring(file.questions.ask(f"Question {number}?").id, visit.id, ticked=True)
    assert rules(file) == ["W2", "W15a", "W3", "W3a", "W13", "W14", "W21", "W24", "W28"]
    file.opinions.self_checks.say("confidence", "now", "2")
    assert "W23" in rules(file)


def test_a_start_of_treatment_that_was_called_off_gives_way_to_the_day_among_the_dates(file: OpenFile) -> None:
    start = file.appointments.book(kind=AppointmentKind.TREATMENT_START, day="2026-06-20")
    file.appointments.change(start.id, status=AppointmentStatus.ON_HOLD)
    assert file.timing.save_dates(treatment_start="2026-07-01")
    assert file.appointments.get(start.id).day == "2026-06-20"
    assert file.timing.dates()["treatment_start"] == file.started.treatment_start() == "2026-07-01"
    shown = [(date.kind, date.day.to_text()) for date in file.timeline.key_dates()]
    assert ("treatment", "2026-07-01") in shown
    assert ("treatment", "2026-06-20") not in shown


def test_whom_to_call_are_those_nearest_to_the_notice(clash: OpenFile) -> None:
    clash.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR)
    clash.contacts.add(name="Nurse Bell", role=ContactRole.NURSE)
    clash.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR)
    people = clash.timing.whom_to_call(only(clash).notice, clash.contacts)
    assert [person.name for person in people] == ["Dr. Rao", "Nurse Bell", "Dr. Okafor"]


def test_setting_ones_own_care_aside_is_asked_about_and_the_second_opinion_is_not(file: OpenFile) -> None:
    own = file.appointments.book(kind=AppointmentKind.OWN_DOCTOR, day="2026-06-05")
    second = file.appointments.book(day="2026-06-05")
    for status in (AppointmentStatus.CANCELED, AppointmentStatus.ON_HOLD):
        found = to_set_aside(own, status, own.day)
        assert found is not None
        assert found.ask.startswith("Before you cancel this, ask your care team what could change if you do.")
        assert to_set_aside(second, status, second.day) is None
    assert to_set_aside(own, AppointmentStatus.HAPPENED, own.day) is None
    assert to_set_aside(own, AppointmentStatus.CANCELED, "2026-05-05") is None


def test_keep_it_plans_the_visit_again(file: OpenFile) -> None:
    file.appointments.book(kind=AppointmentKind.TEST, day="2026-06-05", status=AppointmentStatus.CANCELED)
    found = only(file)
    assert found.rule == "W7"
    assert file.timing.keep(found.notice)
    assert file.timing.open() == []
    assert file.history.undo()
    assert rules(file) == ["W7"]


def test_outlook_is_asked_about_unless_all_details_are_wanted(file: OpenFile) -> None:
    found = file.timing.outlook()
    assert found is not None
    assert (found.sees, found.ask) == ("This page talks about outlook.", "Do you want to see it now?")
    file.people.change_person(info_preference=InfoPreference.ALL)
    assert file.timing.outlook() is None
    assert printing().sees == "This paper has private health facts."


# On paper


def on_paper(file: OpenFile, made_for: MadeFor) -> list[str]:
    packet = file.packets.summary(usual_choice(made_for))
    section = next(section for section in packet.sections if section.key == "dates")
    pairs = [pair for block in section.blocks if isinstance(block, Fields) for pair in block.pairs]
    return [str(words) for label, words in pairs if label == "To ask the care team"]


@pytest.mark.parametrize("made_for", [MadeFor.FAMILY, MadeFor.EVERYTHING])
def test_open_calls_and_checks_are_printed_as_questions(clash: OpenFile, made_for: MadeFor) -> None:
    clash.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR, same_group_as_first=Yes3.YES)
    assert rules(clash) == ["W1", "W17"]
    (question,) = on_paper(clash, made_for)
    assert question.startswith("\N{BALLOT BOX} The second visit is on or after the day treatment starts. Is that okay")
    assert question.endswith("(Visit: Jun 12. Treatment is planned to start: Jun 10)")
    clash.timing.answer(clash.timing.open()[0].notice, RuleAnswer.ASKED)
    assert on_paper(clash, made_for) == []


def test_a_doctor_gets_no_such_questions(clash: OpenFile) -> None:
    assert on_paper(clash, MadeFor.DOCTOR) == []


@pytest.mark.parametrize("made_for", SUMMARIES)
def test_the_doctors_words_stand_beside_the_dates_on_paper(file: OpenFile, made_for: MadeFor) -> None:
    file.timing.save_dates(ok_until_words="A week or two is fine.", ok_until_by="Dr. Rao")
    packet = file.packets.summary(usual_choice(made_for))
    section = next(section for section in packet.sections if section.key == "dates")
    said = [pair for block in section.blocks if isinstance(block, Fields) for pair in block.pairs]
    assert ("In the doctor's words", "A week or two is fine. (Dr. Rao)") in said
