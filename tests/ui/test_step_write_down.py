"""The cards of "Write everything down", and the ways from pages into visit mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, ContactRole, Yes3
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.ui.pages.notes import NotesPage
from secondopinion_desktop.ui.pages.overview import OverviewPage
from secondopinion_desktop.ui.pages.step.work.write_down import KeyPoints, NextVisit, Ordered, Words
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from tests.helpers.forms import visible_words
from tests.helpers.hands import click, focused, press, tab_to, write
from tests.helpers.messages import FakeMessages
from tests.helpers.step import StepHands

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def visit(file: OpenFile) -> str:
    doctor = file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR)
    made = file.appointments.book(day="2026-03-12", time="10:30", contact_id=doctor.id).id
    file.questions.ask_at(made, "What stage is it?")
    return made


class Desk(StepHands):
    """The page of the step with its cards."""

    def __init__(self, qtbot: QtBot, file: OpenFile) -> None:
        super().__init__(qtbot, file, "write_down", height=1400)

    def _card(self, kind: type[QWidget]) -> QWidget:
        return next(card for card in self.page.work.cards if isinstance(card, kind))

    @property
    def next_visit(self) -> NextVisit:
        card = self._card(NextVisit)
        assert isinstance(card, NextVisit)
        return card

    @property
    def points(self) -> KeyPoints:
        card = self._card(KeyPoints)
        assert isinstance(card, KeyPoints)
        return card

    @property
    def ordered(self) -> Ordered:
        card = self._card(Ordered)
        assert isinstance(card, Ordered)
        return card

    @property
    def terms(self) -> Words:
        card = self._card(Words)
        assert isinstance(card, Words)
        return card


def test_the_next_visit_is_told_with_its_questions(qtbot: QtBot, file: OpenFile, visit: str) -> None:
    words = visible_words(Desk(qtbot, file).next_visit)
    assert "Dr. Okafor: Thursday, March 12, 2026, 10:30" in words.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "1 question is on its list." in words


@pytest.mark.parametrize(
    ("name", "opens"),
    [
        ("start", ["visit_mode", ""]),
        ("choose", ["page", "questions"]),
        ("paper", ["command", "print_questions"]),
    ],
)
def test_what_belongs_to_the_visit_is_one_press_away(
    qtbot: QtBot, file: OpenFile, visit: str, name: str, opens: list[str]
) -> None:
    desk = Desk(qtbot, file)
    with qtbot.waitSignal(desk.page.open_requested) as asked:
        click(getattr(desk.next_visit, name))
    assert asked.args == [opens[0], opens[1] or visit]


def test_where_a_recording_is_kept_is_asked_once_there_may_be_one(qtbot: QtBot, file: OpenFile, visit: str) -> None:
    where = "Where the recording is kept"
    desk = Desk(qtbot, file)
    assert where not in visible_words(desk.page)
    file.appointments.change(visit, recording_ok=Yes3.YES)
    assert where in visible_words(desk.page)
    file.appointments.change(visit, recording_where="On my phone")
    file.appointments.change(visit, recording_ok=Yes3.NO)
    assert where in visible_words(desk.page)  # words are never put away


def test_who_writes_and_whether_it_may_be_recorded_is_kept(qtbot: QtBot, file: OpenFile, visit: str) -> None:
    desk = Desk(qtbot, file)
    desk.next_visit.form.fields["note_taker_id"].focus()
    write("Claire")
    tab_to("May the talk be recorded?")
    press(Qt.Key.Key_Down)
    tab_to("Where the recording is kept")
    write("On my phone")
    assert desk.page.flush()
    kept = file.appointments.get(visit)
    assert file.contacts.name_of(kept.note_taker_id) == "Claire"
    assert (kept.recording_ok, kept.recording_where) == (Yes3.YES, "On my phone")


def test_without_a_visit_one_can_be_made_from_here(qtbot: QtBot, file: OpenFile) -> None:
    desk = Desk(qtbot, file)
    assert "No visit is planned yet." in visible_words(desk.next_visit)
    with qtbot.waitSignal(desk.page.open_requested) as asked:
        click(desk.next_visit.book)
    assert asked.args == ["command", "new_appointment"]
    assert desk.page.flush()


def test_key_points_come_with_the_first_visit(qtbot: QtBot, file: OpenFile) -> None:
    step = StepHands(qtbot, file, "write_down", height=1600)
    assert not step.reads("Key points")
    file.appointments.book(day="2026-03-12")
    step.settle()
    assert step.reads("Key points")


def test_key_points_belong_to_the_last_visit_with_a_doctor(qtbot: QtBot, file: OpenFile, visit: str) -> None:
    before = file.appointments.book(day="2026-02-17", kind=AppointmentKind.OWN_DOCTOR, title="First opinion").id
    file.appointments.book(day="2026-02-27", kind=AppointmentKind.CALL, title="Intake")
    desk = Desk(qtbot, file)
    assert desk.points.visits.currentText() == "First opinion, Feb 17"
    desk.points.points.field.setFocus()
    write("Stage II")
    press(Qt.Key.Key_Return)
    write("Half a poi")
    assert desk.page.flush()
    assert [point.text for point in file.key_points.all(appointment_id=before)] == ["Stage II", "Half a poi"]


def test_a_key_point_being_typed_while_its_visit_is_removed_is_in_the_note_that_stays(
    qtbot: QtBot, file: OpenFile, visit: str
) -> None:
    desk = Desk(qtbot, file)
    desk.points.points.field.setFocus()
    write("Half a poi")
    file.appointments.remove(visit)
    assert desk.page.flush()
    [kept] = file.finder.find("Half a poi")
    assert kept.place == "Note"
    assert desk.messages.toasts[-1] == "The appointment was removed. Your key point is in its note."
    assert desk.points.points.field.text() == ""
    assert "Half a poi" in Document.from_json(file.notes.of_visit(visit).body).plain_text()
    file.notes.add_to_visit(visit, "And another")
    assert Document.from_json(file.notes.of_visit(visit).body).plain_text().split("\n") == ["Half a poi", "And another"]


def test_a_key_point_that_cannot_be_saved_never_goes_to_another_visit(
    qtbot: QtBot, file: OpenFile, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = file.appointments.book(day="2026-02-17", time="09:00").id
    desk = Desk(qtbot, file)
    desk.page.open_item("key_point", file.key_points.add_to(visit, "Stage II").id)
    write("Surgery after", desk.points.points.field)
    with monkeypatch.context() as full:
        full.setattr(file.notes, "add_to_visit", _disk_is_full)
        file.appointments.remove(visit)
    assert desk.points.points.field.text() == "Surgery after"
    assert desk.page.flush()
    assert file.key_points.all(appointment_id=other) == []
    assert "Surgery after" in Document.from_json(file.notes.of_visit(visit).body).plain_text()


def _disk_is_full(*_args: object) -> None:
    raise UserError("The disk is full.")


def test_a_key_point_can_be_changed_and_taken_away(qtbot: QtBot, file: OpenFile, visit: str) -> None:
    first, _second = (file.key_points.add_to(visit, words).id for words in ("Stage II", "Surgery"))
    desk = Desk(qtbot, file)
    desk.page.open_item("key_point", first)
    press(Qt.Key.Key_F2)
    write(", 2 cm")
    press(Qt.Key.Key_Return)
    assert [point.text for point in file.key_points.all()] == ["Stage II, 2 cm", "Surgery"]
    press(Qt.Key.Key_Delete)
    assert [point.text for point in file.key_points.all()] == ["Surgery"]
    assert desk.messages.toasts[-1] == "Key point removed."
    file.history.undo()
    assert len(file.key_points.all()) == 2


def test_a_test_that_was_ordered_becomes_an_appointment_to_make(qtbot: QtBot, file: OpenFile, visit: str) -> None:
    desk = Desk(qtbot, file)
    desk.ordered.list.field.setFocus()
    write("MRI of the breast")
    press(Qt.Key.Key_Return)
    made = next(one for one in file.appointments.all() if one.kind is AppointmentKind.TEST)
    assert (made.title, made.status) == ("MRI of the breast", AppointmentStatus.WANTED)
    with qtbot.waitSignal(desk.page.open_requested) as asked:
        click(desk.ordered.list.list.rows[made.id].buttons[0])
    assert asked.args == ["appointment", made.id]


def test_a_word_to_look_up_gets_its_meaning(qtbot: QtBot, file: OpenFile) -> None:
    desk = Desk(qtbot, file)
    desk.terms.list.field.setFocus()
    write("Lumpectomy")
    press(Qt.Key.Key_Return)
    (term,) = file.terms.all()
    assert "Not looked up yet" in visible_words(desk.terms)

    def explain(dialog: object) -> None:
        write("Only the lump is taken out", on=dialog.form.fields["meaning"].editor)  # type: ignore[attr-defined]
        dialog.save_button.click()  # type: ignore[attr-defined]

    desk.messages.will_meet(explain)
    click(desk.terms.list.list.rows[term.id].buttons[0])
    assert file.terms.get(term.id).meaning == "Only the lump is taken out"
    assert "Only the lump is taken out" in visible_words(desk.terms)


def test_a_visit_made_elsewhere_is_shown_at_once(qtbot: QtBot, file: OpenFile) -> None:
    desk = Desk(qtbot, file)
    file.appointments.book(day="2026-03-12", title="Second opinion")
    assert "Second opinion: Thursday, March 12" in visible_words(desk.next_visit)


# Into visit mode and back


@pytest.fixture
def window(qtbot: QtBot, file: OpenFile, visit: str, tmp_path: Path) -> MainWindow:
    messages = FakeMessages()
    window = MainWindow(SettingsStore(tmp_path / "settings.json"), messages)
    qtbot.addWidget(window)
    window.show_file(file, page_factories(file, messages), lambda: make_pane(file, messages))
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


@pytest.mark.parametrize("key", ["overview", "notes"])
def test_visit_mode_starts_from_a_page_and_leads_back_to_it(window: MainWindow, visit: str, key: str) -> None:
    shell = window.shell
    assert shell is not None
    shell.go(key)
    page = shell.view.stack.page
    if isinstance(page, OverviewPage):
        click(page.visit.starter)
    else:
        assert isinstance(page, NotesPage)
        page.open_item("appointment", visit)
        click(page.visit_button)
    assert window.visit is not None
    assert window.visit.appointment_id == visit
    assert window.visit.isAncestorOf(focused())
    press(Qt.Key.Key_Escape)
    assert shell.view.isVisible()
    assert shell.view.stack.key == key
    assert page.isAncestorOf(focused())


def test_an_answer_of_visit_mode_stands_on_the_pages_too(window: MainWindow, file: OpenFile, visit: str) -> None:
    shell = window.shell
    assert shell is not None
    shell.go("notes")
    page = shell.view.stack.page
    assert isinstance(page, NotesPage)
    page.open_item("appointment", visit)
    click(page.visit_button)
    assert window.visit is not None
    click(window.visit.next)
    write("Stage II")
    press(Qt.Key.Key_Escape)
    assert page.questions.boxes[0].answer.toPlainText() == "Stage II"
    found = file.finder.find("Stage")
    assert found
