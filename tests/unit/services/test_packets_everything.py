"""The paper with everything in the file leaves out no word that somebody typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from secondopinion_desktop.model.fields import TypedByPerson
from secondopinion_desktop.model.tables import ROWS
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.packets import SHORT, MadeFor, usual_choice
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.store import rows
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("a_tuesday")

# What is typed and on no paper, and why.
KEPT_BACK: Final = {
    "attachment.name",  # the file itself is not on paper
    "author.relation",  # who wrote a note is named by name
    "self_check.note",  # how one felt is for the person alone
    "question.group",  # a heading of the list on the screen
    "opinion.doctor",  # the name of the contact stands in its place
}


def test_papers_of_the_sample_are_a_few_sheets(tmp_path: Path) -> None:
    path = tmp_path / "sample.secondopinion"
    write_sample(path)
    file = OpenFile(casefile.open_file(path))
    doctor, family = usual_choice(MadeFor.DOCTOR), usual_choice(MadeFor.FAMILY)
    counts = [file.packets.pages(choice).page_count for choice in (doctor, family, replace(family, sections=SHORT))]
    file.close()
    assert counts == [4, 6, 2]  # for the family in 14 points, with a record in every state


def test_no_word_that_somebody_typed_is_missing_from_everything(tmp_path: Path) -> None:
    path = tmp_path / "sample.secondopinion"
    write_sample(path)
    file = OpenFile(casefile.open_file(path))
    file.reports.add(appointment_id=file.appointments.second_opinions()[0].id, to_me=True, asked_on="2026-03-01")
    marks: dict[str, str] = {}
    with file.store.writing("Fill") as unit:
        for table in ROWS:
            typed = [
                name
                for name, field in table.model_fields.items()
                if any(isinstance(mark, TypedByPerson) for mark in field.metadata)
            ]
            values = {name: f"zq{len(marks) + place}qz" for place, name in enumerate(typed)}
            marks |= {f"{table.__tablename__}.{name}": value for name, value in values.items()}
            for row in rows(unit.session, table):
                unit.change(table, row.id, **values)
    usual = usual_choice(MadeFor.EVERYTHING)
    choice = replace(usual, private_notes=True, confidence=True, private_answers=True, whole_member_id=True)
    words = words_of(file.packets.pages(choice).pdf)
    file.close()
    assert {name for name, mark in marks.items() if mark not in words} == KEPT_BACK
