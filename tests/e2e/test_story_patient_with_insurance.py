"""A patient with insurance, from the first worry to the decision and the paper for the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.services.packets import MadeFor, Part
from tests.e2e import rosa_after, rosa_before

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.person import Person

MUCH = 60
"""Pieces of writing."""


def test_from_the_first_worry_to_the_decision_and_the_paper_for_the_family(person: Person, tmp_path: Path) -> None:
    rosa_before.begin_a_file(person)
    rosa_before.write_down_the_doctor(person)
    rosa_before.think_it_over(person)
    rosa_before.talk_with_the_doctor(person)
    rosa_before.call_the_plan(person)
    rosa_before.ask_for_approval(person)
    rosa_before.write_down_what_the_plan_says(person)
    rosa_before.book_the_visit(person)
    rosa_before.gather_the_records(person)
    rosa_before.answer_a_caution(person)
    rosa_before.ask_questions(person)
    with rosa_after.day(12):
        rosa_after.go_through_the_visit(person)
        rosa_after.ask_for_the_report(person)
    with rosa_after.day(19):
        rosa_after.get_the_report(person)
        rosa_after.put_the_opinions_side_by_side(person)
        rosa_after.weigh_the_choices(person)
        rosa_after.decide(person)
        paper = person.save_summary(MadeFor.FAMILY, tmp_path / "for my family.pdf", Part.CHOICES)
        all_of_it = person.save_summary(MadeFor.EVERYTHING, tmp_path / "all of it.pdf")
    assert "The file holds more on: the visit, doctors and centers I asked, notes, people" in paper
    assert f"{rosa_before.OKAFOR} Second opinion, Lakeside Cancer Center" in paper
    assert "Ends in 2208" in paper
    assert "Fairly sure" not in paper  # how sure she feels is hers
    assert len(person.told) > MUCH
    assert "Do I want one? Yes, I want one" in all_of_it
    assert [words for words in person.told if words not in all_of_it] == []
    assert [words for words in person.private if words in paper + all_of_it] == []
