"""Lists that people keep as lines: medicines, treatments, illnesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.model.choices import HealthFactKind
from secondopinion_desktop.services.health import as_lines

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

MEDICINE = HealthFactKind.MEDICINE


def test_each_line_is_kept_as_its_own(file: OpenFile) -> None:
    file.health.facts.write_lines("Metformin 500 mg\n\n  Aspirin  \n", kind=MEDICINE)
    assert file.health.facts.lines(kind=MEDICINE) == "Aspirin\nMetformin 500 mg"
    assert [fact.kind for fact in file.health.facts.all()] == [MEDICINE, MEDICINE]


def test_a_line_left_alone_keeps_all_that_was_known_of_it(file: OpenFile) -> None:
    file.health.facts.add(kind=MEDICINE, name="Metformin", detail="500 mg", since="2019-05-01")
    shown = file.health.facts.lines(kind=MEDICINE)
    assert shown == "Metformin: 500 mg"
    file.health.facts.write_lines(f"{shown}\nAspirin", kind=MEDICINE)
    kept = next(fact for fact in file.health.facts.all() if fact.name == "Metformin")
    assert (kept.detail, kept.since) == ("500 mg", "2019-05-01")


def test_other_lists_are_left_alone(file: OpenFile) -> None:
    file.health.facts.write_lines("Penicillin", kind=HealthFactKind.ALLERGY)
    file.health.facts.write_lines("Aspirin", kind=MEDICINE)
    file.health.facts.write_lines("", kind=MEDICINE)
    assert [fact.name for fact in file.health.facts.all()] == ["Penicillin"]


def test_a_line_taken_out_can_be_undone(file: OpenFile) -> None:
    file.health.treatments.write_lines("Surgery, about 2023")
    file.health.treatments.write_lines("")
    assert file.health.treatments.all() == []
    file.history.undo()
    assert file.health.treatments.lines() == "Surgery, about 2023"


def test_saving_the_same_lines_changes_nothing(file: OpenFile) -> None:
    file.health.facts.write_lines("Aspirin\nAspirin", kind=MEDICINE)
    before = file.history.last
    file.health.facts.write_lines(file.health.facts.lines(kind=MEDICINE), kind=MEDICINE)
    assert file.history.last is before
    assert len(file.health.facts.all()) == 2


@given(st.text())
def test_lines_hold_every_word_and_come_back_the_same(text: str) -> None:
    lines = as_lines(text)
    assert " ".join(lines).split() == text.split()
    assert as_lines("\n".join(lines)) == lines
