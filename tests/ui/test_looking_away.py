"""The person looks at another program: what has its place is saved, and half a name waits in its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from secondopinion_desktop.ui.widgets import LineEdit
from tests.helpers.hands import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.helpers.program import Running

WORDS = "Can it wait until May"


def _visit(running: Running) -> str:
    return running.file.appointments.book(title="Second opinion", day="2026-03-12").id


def _lines(running: Running) -> list[LineEdit]:
    return [one for one in running.window.findChildren(LineEdit) if one.isVisible()]


def _write_in(running: Running, name: str) -> None:
    line = next(one for one in _lines(running) if one.accessibleName() == name)
    line.setFocus()
    line.selectAll()
    write(WORDS, line)


def _type_a_question_beside_a_visit(running: Running) -> None:
    page: Any = running.go("notes")
    page.open_item("appointment", _visit(running))
    running.press("Add a question")
    write(WORDS)


def _type_a_task(running: Running) -> None:
    running.ask("step:records")
    running.press("Add a task")
    write(WORDS)


def _type_a_point(running: Running) -> None:
    running.file.opinions.add_opinion()
    running.go("opinions")
    running.press("Write down good and harder points")
    running.press("Add a good point")
    write(WORDS)


def _type_a_key_point(running: Running) -> None:
    _visit(running)
    running.ask("step:write_down")
    _write_in(running, "New key point")


def _type_a_candidate(running: Running) -> None:
    running.ask("step:schedule")
    _write_in(running, "Name of a doctor or center")


def _type_to_whom(running: Running) -> None:
    doctor = running.file.contacts.add(name="Dr. Lee").id
    running.file.reports.ask_today(_visit(running), doctor)
    running.ask("step:report")
    running.press("Change Dr. Lee")
    _write_in(running, "To whom")


def _type_an_answer(running: Running) -> None:
    visit = _visit(running)
    running.file.questions.ask_at(visit, "What stage is it?")
    page: Any = running.go("notes")
    page.open_item("appointment", visit)
    page.questions.boxes[0].answer.setFocus()
    write(WORDS)


def _type_a_title(running: Running) -> None:
    running.ask("new_note")
    write(WORDS)


NEW = (
    _type_a_question_beside_a_visit,
    _type_a_task,
    _type_a_point,
    _type_a_key_point,
    _type_a_candidate,
    _type_to_whom,
)


@pytest.mark.parametrize("type_words", NEW)
def test_half_a_name_waits_in_its_line_while_the_person_looks_at_another_program(
    running: Running, type_words: Callable[[Running], None]
) -> None:
    type_words(running)
    running.look_away()
    assert not running.file.finder.find(WORDS)
    assert WORDS in [line.text() for line in _lines(running)]
    running.look_back()
    running.go("overview")
    assert running.file.finder.find(WORDS)


@pytest.mark.parametrize("type_words", [_type_an_answer, _type_a_title])
def test_what_has_its_place_is_saved_at_once_when_the_person_looks_at_another_program(
    running: Running, type_words: Callable[[Running], None]
) -> None:
    type_words(running)
    assert not running.file.finder.find(WORDS)
    running.look_away()
    assert running.file.finder.find(WORDS)
