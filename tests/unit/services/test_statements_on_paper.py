"""What statements of the source article ask of paper: who is who, whose task it is, what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import (
    ContactRole,
    Match,
    ReferralStatus,
    StepStatus,
    TreatmentKind,
    Yes3,
)
from secondopinion_desktop.services.packets import MadeFor, usual_choice
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

pytestmark = pytest.mark.usefixtures("a_tuesday")  # March 3, 2026


def printed(file: OpenFile, made_for: MadeFor = MadeFor.FAMILY) -> str:
    return words_of(file.packets.pages(usual_choice(made_for)).pdf).replace("\N{NO-BREAK SPACE}", " ")


def test_the_family_reads_who_is_who_with_role_and_phone(file: OpenFile) -> None:
    file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR, specialty="Surgeon", phone="555-0121")
    file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR, phone="555-0164", organization="Lakeside")
    file.contacts.add(name="Renee", role=ContactRole.INSURER, phone="555-0142")
    said = printed(file)
    for line in ("Dr. Rao First opinion, Surgeon 555-0121", "Renee Insurance 555-0142"):
        assert line in said, line
    assert "Lakeside 555-0164" in said


def test_tasks_say_who_does_them_and_by_when(file: OpenFile) -> None:
    file.started.ask_help("records", "Doctor's office")
    task = file.tasks.of_step("records")[-1]
    file.tasks.change(task.id, due="2026-03-09")
    said = printed(file)
    assert f"{task.title} Doctor's office Mar 9" in said
    assert said.index("What happens next") < said.index(task.title)


def test_how_far_the_steps_are_and_why_one_is_not_needed(file: OpenFile) -> None:
    file.steps.set_status("insurance", StepStatus.NOT_NEEDED)
    file.steps.say_why("insurance", "We pay it ourselves")
    file.steps.set_status("records", StepStatus.WAITING)
    assert "Not needed Check with insurance (We pay it ourselves)" in printed(file)
    everything = printed(file, MadeFor.EVERYTHING)
    assert "2. Check with insurance Not needed, We pay it ourselves" in everything
    assert "4. Send medical records Waiting" in everything
    file.steps.set_status("insurance", StepStatus.IN_PROGRESS)
    assert "We pay it ourselves" not in printed(file)
    assert "In progress, not needed before: We pay it ourselves" in printed(file, MadeFor.EVERYTHING)


def test_a_referral_is_printed_with_who_sent_it_its_number_and_its_dates(file: OpenFile) -> None:
    rao = file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR)
    file.insurance.save_referral(
        needed=Yes3.YES, status=ReferralStatus.SENT, from_id=rao.id, sent_on="2026-03-02", number="RF-118",
        valid_from="2026-03-02", valid_to="2026-06-02",
    )  # fmt: skip
    assert "Referral Sent, Dr. Rao, RF-118, Good from: Mar 2, 2026; Good until: Jun 2, 2026" in printed(file)
    said = printed(file, MadeFor.EVERYTHING)
    for fact in ("Status Sent", "From Dr. Rao", "Sent Mar 2, 2026", "Number RF-118", "Good until Jun 2, 2026"):
        assert fact in said, fact
    assert "referral from Dr. Rao" in printed(file, MadeFor.BRIEF)


def test_care_already_given_is_printed_with_its_days_place_effect_and_end(file: OpenFile) -> None:
    file.health.treatments.add(
        kind=TreatmentKind.DRUG, name="AC, 4 rounds", started_on="2025-09-01", ended_on="2025-11-20",
        place="Riverside", effect="The lump became smaller", side_effects="Tired", why_stopped="All rounds done",
    )  # fmt: skip
    doctor, brief = printed(file, MadeFor.DOCTOR), printed(file, MadeFor.BRIEF)
    for fact in ("AC, 4 rounds", "Sep 1, 2025", "Nov 20, 2025", "Riverside", "The lump became smaller"):
        assert fact in doctor, fact
        assert fact in brief, fact
    assert "All rounds done" in doctor


def test_what_is_new_stands_under_the_comparison(file: OpenFile) -> None:
    for doctor in ("Dr. Rao", "Dr. Okafor"):
        file.opinions.add_opinion(doctor=doctor)
    second = file.opinions.rows.all()[1]
    trials = next(topic for topic in file.opinions.topics.all() if topic.key == "trials")
    file.opinions.say(trials.id, second.id, "One may fit")
    file.opinions.mark(trials.id, Match.ONLY_SECOND)
    file.opinions.options.add(name="Tablets first", new_to_me=True, raised_by="Dr. Okafor")
    new = printed(file).partition("What is new")[2]
    assert "Tablets first, raised by Dr. Okafor" in new
    assert "Clinical trials, One may fit" in new
