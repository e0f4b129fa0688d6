"""Why the person asks, on paper: for the doctor the reasons, for the family also how it was arranged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.services.packets import SUMMARIES, PacketChoice, Part, usual_choice
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

pytestmark = pytest.mark.usefixtures("a_tuesday")
DOCTOR, FAMILY, EVERYTHING = (usual_choice(made_for) for made_for in SUMMARIES)
WITH_REASONS = replace(FAMILY, sections=FAMILY.sections | {Part.WHY})


def printed(file: OpenFile, choice: PacketChoice) -> str:
    return words_of(file.packets.pages(choice).pdf)


@pytest.fixture
def told(file: OpenFile) -> OpenFile:
    rao = file.contacts.add(name="Dr. Anita Rao")
    file.started.change(
        where_i_am="plan_offered",
        decision_text="Surgery first, or medicine first?",
        decide_by="2026-03-18",
        decide_by_source="Dr. Rao",
        reasons=["peace_of_mind", "other"],
        reason_note="To hear it twice",
        care_not_offered_here=["trial"],
        care_not_offered_note="Medicine before surgery",
        worry_kinds=["feelings"],
        gut_note="I am not sure about Riverside.",
        talk_date="2026-02-17",
        talked_with_id=rao.id,
        talk_said="Good idea",
        request_route="both",
        request_asked_on="2026-02-17",
        office_contact="Ann, 555-0121",
        intake_person="Nadia Bell",
    )
    file.started.add_candidate("Hillcrest Center")
    return file


def test_the_doctor_reads_the_choice_the_reasons_and_the_care_asked_about_first(told: OpenFile) -> None:
    said = printed(told, DOCTOR)
    for words in (
        "Why I am asking",
        "Surgery first, or medicine first?",
        "A plan is offered, not begun",
        "Mar 18, 2026",
        "I want peace of mind",
        "To hear it twice",
        "Care I want to ask about",
        "A clinical trial",
        "Medicine before surgery",
    ):
        assert words in said, words
    assert said.index("Why I am asking") < said.index("My diagnosis")
    for private in ("My doctor may be hurt", "Good idea", "Riverside"):
        assert private not in said, private


def test_worries_and_the_talk_are_not_for_the_family_unless_they_are_chosen(told: OpenFile) -> None:
    said = printed(told, FAMILY)
    assert "Surgery first, or medicine first?" in said
    for kept in ("What may be hard", "Good idea", "To hear it twice"):
        assert kept not in said, kept


def test_the_family_can_read_how_it_is_arranged_and_the_talk(told: OpenFile) -> None:
    said = printed(told, WITH_REASONS)
    for words in (
        "What may be hard",
        "My doctor may be hurt",
        "The talk with my doctor",
        "Good idea",
        "How it was arranged",
        "Both",
        "Ann, 555-0121",
        "Nadia Bell",
        "Doctors and centers to ask",
        "Hillcrest Center",
        "Idea",
    ):
        assert words in said, words


def test_what_the_gut_says_is_printed_only_when_it_is_chosen_and_then_once(told: OpenFile) -> None:
    assert "Riverside" not in printed(told, EVERYTHING)
    assert printed(told, replace(EVERYTHING, private_answers=True)).count("I am not sure about Riverside.") == 1


def test_records_on_paper_say_what_must_come_back_and_how_many_are_there(file: OpenFile) -> None:
    file.records.add(name="Slides", must_have=True, arrived_on="2026-03-01", return_by="2026-04-01")
    file.records.add(name="Scans", must_have=True, arrived_on="2026-03-01", returned_on="2026-03-02")
    file.records.add(name="Report", must_have=True)
    said = printed(file, FAMILY)
    assert "2 of 3 must-have records have arrived." in said
    assert "Mar 1, due back Apr 1" in " ".join(said.split())
    assert "came back Mar 2" in " ".join(said.split())
