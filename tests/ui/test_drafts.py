"""Half a name of something new is in the file before it is added: a power cut takes no word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.model.handles import ReportRequest
from secondopinion_desktop.services.filesettings import FileSettings
from secondopinion_desktop.ui.widgets import LineEdit
from tests.helpers.hands import press, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.helpers.program import Running

WORDS = "Can it wait until May"


def _open_visit(running: Running) -> None:
    page: Any = running.go("notes")
    page.open_item("appointment", running.file.appointments.all()[0].id)


def _visit_mode(running: Running, parts: int) -> None:
    _open_visit(running)
    running.ask("visit_mode")
    for _part in range(parts):
        running.press("Next")


def _open_points(running: Running) -> None:
    running.go("opinions")
    if "Add a good point" not in running.words():
        running.press("Write down good and harder points")


def _change_a_report(running: Running) -> None:
    running.ask("step:report")
    running.press("Change Dr. Lee")


def _add_a_report(running: Running) -> None:
    running.ask("step:report")
    running.press("Add someone who gets it")


def _add_a_person(running: Running) -> None:
    assert running.window.shell is not None
    running.window.shell.open("command", "add_contact")
    running.rest()


class Place(NamedTuple):
    """A line: its name, how one comes there, and the button that shows it while it is empty.

    `again` leads to it after the power went, where that is a shorter way.
    """

    line: str
    go: Callable[[Running], object]
    button: str = ""
    again: Callable[[Running], object] | None = None


PLACES = {
    "a question": Place("New question", lambda running: running.go("questions")),
    "a task": Place("New task", lambda running: running.ask("step:records"), "Add a task"),
    "a good point": Place("New good point", _open_points, "Add a good point"),
    "a key point": Place("New key point", lambda running: running.ask("step:write_down")),
    "a doctor": Place("Name of a doctor or center", lambda running: running.ask("step:schedule")),
    "a question beside a visit": Place("New question for this visit", _open_visit, "Add a question"),
    "another treatment": Place("Another treatment that was named", lambda running: _visit_mode(running, 1)),
    "a question in visit mode": Place(
        "New question for this visit", lambda running: _visit_mode(running, 2), again=_open_visit
    ),
    "to whom a report goes": Place("To whom", _change_a_report),
    "to whom a new report goes": Place("To whom", _add_a_report),
    "who takes notes": Place("Who takes notes?", lambda running: _visit_mode(running, 0)),
    "a phone number without a name": Place("Phone", _add_a_person),
    "a next step": Place("New next step", lambda running: _visit_mode(running, 3)),
}


def _line(running: Running, name: str) -> LineEdit | None:
    lines = running.window.findChildren(LineEdit)
    return next((one for one in lines if one.isVisible() and one.accessibleName() == name), None)


def _type_in(running: Running, place: Place) -> LineEdit:
    place.go(running)
    if place.button:
        running.press(place.button)
    line = _line(running, place.line)
    assert line is not None, running.words()
    line.setFocus()
    line.selectAll()
    write(WORDS, line)
    return line


@pytest.fixture
def patient(running: Running) -> Running:
    """Return the program with a visit, a question to be asked there that leads to another choice, and an opinion."""
    visit = running.file.appointments.book(title="Second opinion", day="2026-03-12").id
    running.file.bank.take(["Q-Q2"], None, visit)
    running.file.opinions.add_opinion()
    running.file.reports.ask_today(visit, running.file.contacts.add(name="Dr. Lee").id)
    return running


@pytest.mark.parametrize("name", PLACES)
def test_half_a_name_is_there_again_after_the_power_went(patient: Running, tmp_path: Path, name: str) -> None:
    place = PLACES[name]
    _type_in(patient, place)
    before = patient.file.history.undo_label
    patient.look_away()
    assert patient.file.history.undo_label == before
    assert not patient.file.finder.find(WORDS)
    patient.go_on_after_a_power_cut(tmp_path / "later")
    (place.again or place.go)(patient)
    line = _line(patient, place.line)
    assert line is not None, patient.words()
    assert line.text() == WORDS


def _is_kept(patient: Running, place: str) -> bool:
    """Return whether the words are there after a power cut now."""
    patient.go_on_after_a_power_cut(patient.file.path.parent / "later")
    PLACES[place].go(patient)
    line = _line(patient, PLACES[place].line)
    return line is not None and line.text() == WORDS


def test_half_a_name_is_safe_a_moment_after_it_was_typed(patient: Running, qtbot: QtBot) -> None:
    _type_in(patient, PLACES["a task"])
    qtbot.waitUntil(lambda: patient.file.settings.get("task_draft:records") == WORDS)
    assert _is_kept(patient, "a task")


@pytest.mark.parametrize("name", ["a question", "a task", "a good point"])
def test_what_was_added_is_not_put_back_into_its_line(patient: Running, name: str) -> None:
    line = _type_in(patient, PLACES[name])
    patient.look_away()
    patient.look_back()
    press(Qt.Key.Key_Return, on=line)
    assert not _is_kept(patient, name)
    assert patient.file.finder.find(WORDS)


def test_what_was_taken_away_does_not_come_back(patient: Running, qtbot: QtBot) -> None:
    line = _type_in(patient, PLACES["a task"])
    patient.look_away()
    patient.look_back()
    press(Qt.Key.Key_Escape, on=line)
    qtbot.waitUntil(lambda: not patient.file.settings.get("task_draft:records"))
    assert not _is_kept(patient, "a task")
    assert not patient.file.finder.find(WORDS)


def test_a_new_contact_that_got_its_name_is_not_begun_again(patient: Running, tmp_path: Path) -> None:
    _type_in(patient, PLACES["a phone number without a name"])
    patient.look_away()
    patient.look_back()
    name = _line(patient, "Name (needed)")
    assert name is not None
    write("Dr. Rao", name)
    press(Qt.Key.Key_Tab, on=name)
    patient.look_away()
    patient.go_on_after_a_power_cut(tmp_path / "later")
    _add_a_person(patient)
    phone = _line(patient, "Phone")
    assert phone is not None
    assert not phone.text()
    assert [one.phone for one in patient.file.contacts.all() if one.name == "Dr. Rao"] == [WORDS]


def test_a_line_belongs_to_its_visit(patient: Running, tmp_path: Path) -> None:
    _type_in(patient, PLACES["a question beside a visit"])
    other = patient.file.appointments.book(title="Scan", day="2026-03-20").id
    patient.look_away()
    patient.go_on_after_a_power_cut(tmp_path / "later")
    page: Any = patient.go("notes")
    page.open_item("appointment", other)
    line = _line(patient, "New question for this visit")
    assert line is None or not line.text()


def test_that_half_a_name_could_not_be_kept_is_said_below_it(patient: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_values: object) -> None:
        raise UserError("The disk is full.", "Make some room.")

    line = _type_in(patient, PLACES["a task"])
    with monkeypatch.context() as patch:
        patch.setattr(patient.file.settings, "set", fail)
        patient.look_away()
    assert "The disk is full." in patient.words()
    assert line.text() == WORDS
    patient.look_back()
    patient.look_away()
    assert "The disk is full." not in patient.words()
    assert _is_kept(patient, "a task")


def test_a_point_that_was_added_stays_where_its_draft_cannot_be_forgotten(
    patient: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_values: object) -> None:
        raise UserError("The disk is full.", "Make some room.")

    line = _type_in(patient, PLACES["a good point"])
    patient.look_away()
    patient.look_back()
    with monkeypatch.context() as patch:
        patch.setattr(FileSettings, "set", fail)
        press(Qt.Key.Key_Return, on=line)
    assert WORDS in {point.text for point in patient.file.opinions.points.all()}


def test_a_name_that_could_not_be_added_is_said_and_keeps_the_window_open(
    patient: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_values: object, **_named: object) -> None:
        raise UserError("The disk is full.", "Make some room.")

    line = _type_in(patient, PLACES["to whom a report goes"])
    with monkeypatch.context() as patch:
        patch.setattr(patient.file.contacts, "add", fail)
        assert not patient.window.flush()
        assert "The disk is full." in patient.words()
        assert line.text() == WORDS
    assert patient.window.flush()
    assert WORDS in {one.name for one in patient.file.contacts.all()}


def test_half_a_date_that_is_neither_saved_nor_kept_keeps_the_window_open(
    patient: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_values: object) -> None:
        raise UserError("The disk is full.", "Make some room.")

    _add_a_report(patient)
    day = _line(patient, "Asked on")
    assert day is not None
    write("13/13/2026", day)
    with monkeypatch.context() as patch:
        patch.setattr(FileSettings, "set", fail)
        assert not patient.window.flush()
        assert "The disk is full." in patient.words()
    assert patient.window.flush()
    assert "The disk is full." not in patient.words()
    assert day.text() == "13/13/2026"


def test_a_new_row_with_words_that_are_not_clear_is_gone_when_it_is_removed(patient: Running) -> None:
    _add_a_report(patient)
    day = _line(patient, "Asked on")
    assert day is not None
    write("13/13/2026", day)
    there = patient.file.reports.all()
    patient.press("Remove this")
    assert patient.file.reports.all() == there
    removed = patient.file.store.rows(ReportRequest, removed=True)
    assert [one.note for one in removed] == ["Asked on: 13/13/2026"]


def test_a_word_stays_in_its_line_when_adding_it_fails_in_a_way_nobody_thought_of(
    patient: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_values: object) -> None:
        raise RuntimeError

    line = _type_in(patient, PLACES["a question"])
    page: Any = patient.page
    monkeypatch.setattr(patient.file.questions, "ask", fail)
    with pytest.raises(RuntimeError):
        page.add_typed()
    assert line.text() == WORDS


def test_undo_leaves_half_a_name_in_its_line(patient: Running, tmp_path: Path) -> None:
    patient.file.tasks.add_to("records", "Water the toadflax")
    _type_in(patient, PLACES["a task"])
    patient.look_away()
    patient.go_on_after_a_power_cut(tmp_path / "later")
    patient.ask("step:records")
    patient.file.tasks.add_to("records", "Fetch the quillwort")
    patient.ask("undo")
    line = _line(patient, "New task")
    assert line is not None
    assert line.text() == WORDS
    assert not patient.file.finder.find("quillwort")
    assert patient.file.finder.find("toadflax")
