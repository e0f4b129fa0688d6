"""Visit mode: one question at a time in large letters, everything written down and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.model.choices import AnswerStatus, ContactRole, TrialFit, Yes3
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.ui.theme import Letters, Look
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import visible_words
from tests.helpers.hands import CTRL, SHIFT, click, focused, press, tab_to, write
from tests.helpers.messages import FakeMessages
from tests.helpers.visit import VisitDesk
from tests.helpers.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.questions import Asked
    from secondopinion_desktop.ui.theme import Theme

QUESTIONS = ("What stage is it?", "What would you do first?", "When must I decide?")


@pytest.fixture
def visit(file: OpenFile) -> str:
    doctor = file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR)
    made = file.appointments.book(day="2026-03-12", contact_id=doctor.id).id
    for words in QUESTIONS:
        file.questions.ask_at(made, words)
    return made


@pytest.fixture
def messages() -> FakeMessages:
    return FakeMessages()


@pytest.fixture
def desk(qtbot: QtBot, file: OpenFile, visit: str, tmp_path: Path, messages: FakeMessages) -> VisitDesk:
    desk = VisitDesk(Window(qtbot, file, tmp_path, messages=messages))
    press(Qt.Key.Key_V, CTRL | SHIFT, on=desk.window.widget)
    return desk


def asked(file: OpenFile, visit: str) -> list[Asked]:
    return file.questions.of_visit(visit)


def test_a_shortcut_gives_the_whole_window_to_the_next_visit(desk: VisitDesk) -> None:
    assert desk.title == "Before you start"
    words = visible_words(desk.screen)
    assert "Dr. Okafor, Mar 12" in words
    assert "I have three main questions. May I start with them?" in words
    assert not desk.window.view.isVisible()
    assert not desk.window.widget.menuBar().isVisible()


def test_questions_come_one_at_a_time_with_the_keyboard_where_one_writes(desk: VisitDesk) -> None:
    seen = []
    for _turn in QUESTIONS:
        desk.go_on()
        assert desk.keyboard_is_in("Answer to")
        seen.append((desk.title, desk.progress))
    assert seen == [(words, f"Question {n} of 3") for n, words in enumerate(QUESTIONS, start=1)]
    desk.go_back()
    assert desk.title == QUESTIONS[1]


def test_keys_go_on_and_back(desk: VisitDesk) -> None:
    press(Qt.Key.Key_PageDown, CTRL)
    press(Qt.Key.Key_PageDown, CTRL)
    assert desk.title == QUESTIONS[1]
    press(Qt.Key.Key_PageUp, CTRL)
    assert desk.title == QUESTIONS[0]


def test_an_answer_saves_itself_while_it_is_written(desk: VisitDesk, file: OpenFile, visit: str, qtbot: QtBot) -> None:
    desk.go_on()
    write("Stage II, 2.1 cm")
    qtbot.waitUntil(lambda: asked(file, visit)[0].answer == "Stage II, 2.1 cm", timeout=3000)
    assert asked(file, visit)[0].status is AnswerStatus.ANSWERED
    assert desk.chosen == ["Answered"]
    assert "Saved" in visible_words(desk.screen)


@pytest.mark.parametrize("way", ["next", "escape", "close"])
def test_leaving_in_mid_sentence_loses_nothing(desk: VisitDesk, file: OpenFile, visit: str, way: str) -> None:
    desk.go_on()
    write("Half a sen")
    if way == "next":
        desk.go_on()
    elif way == "escape":
        desk.leave()
        assert not desk.is_open()
        assert desk.window.view.isVisible()
    else:
        desk.window.widget.close()
    assert asked(file, visit)[0].answer == "Half a sen"


def test_an_answer_that_cannot_be_saved_stays_when_its_question_is_removed(
    desk: VisitDesk, file: OpenFile, visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.go_on()
    write("Stage II, 2.1 cm")
    question = asked(file, visit)[0].question_id
    with monkeypatch.context() as full:
        full.setattr(file.questions, "answer", _disk_is_full)
        file.questions.remove(question)
        assert desk.title == QUESTIONS[0]
        assert "Not saved" in visible_words(desk.screen)
    assert desk.screen.flush()
    file.questions.restore(question)
    assert asked(file, visit)[0].answer == "Stage II, 2.1 cm"


def _disk_is_full(*_args: object, **_named: object) -> None:
    raise UserError("The disk is full.")


def test_each_question_can_be_marked_and_the_mark_taken_back(desk: VisitDesk, file: OpenFile, visit: str) -> None:
    desk.go_on()
    for words, status in (
        ("Answered", AnswerStatus.ANSWERED),
        ("Partly answered", AnswerStatus.PARTLY),
        ("Not asked", AnswerStatus.NOT_ASKED),
        ("Ask later", AnswerStatus.ASK_LATER),
    ):
        desk.mark(words)
        assert asked(file, visit)[0].status is status
        assert desk.chosen == [words]
    desk.mark("Ask later")
    assert asked(file, visit)[0].status is AnswerStatus.OPEN
    assert desk.chosen == []


def test_a_mark_stays_while_the_answer_is_written_on(desk: VisitDesk, file: OpenFile, visit: str) -> None:
    desk.go_on()
    write("He is not sure")
    desk.mark("Partly answered")
    desk.question.answer.setFocus()
    write(" yet")
    desk.go_on()
    assert (asked(file, visit)[0].answer, asked(file, visit)[0].status) == ("He is not sure yet", AnswerStatus.PARTLY)


def test_who_takes_notes_and_whether_it_may_be_recorded_is_kept(desk: VisitDesk, file: OpenFile, visit: str) -> None:
    form = desk.screen.start.form
    form.fields["note_taker_id"].focus()
    write("Claire")
    combo = form.fields["recording_ok"].editor  # type: ignore[attr-defined]
    combo.setFocus()
    press(Qt.Key.Key_Down, on=combo)
    tab_to("Where the recording is kept")
    write("Claire's phone")
    desk.go_on()
    kept = file.appointments.get(visit)
    assert file.contacts.name_of(kept.note_taker_id) == "Claire"
    assert kept.recording_ok is Yes3.YES
    assert kept.recording_where == "Claire's phone"


def go_to(desk: VisitDesk, title: str) -> None:
    for _turn in range(10):
        if desk.title == title:
            return
        desk.go_on()
    raise AssertionError(f"never came to {title}")


def test_anything_else_goes_into_the_note_of_the_visit(desk: VisitDesk, file: OpenFile, visit: str) -> None:
    go_to(desk, "Anything else")
    write("Parking is free.")
    desk.leave()
    note = file.notes.get(file.notes.id_of_visit(visit))
    assert "Parking is free." in Document.from_json(note.body).plain_text()


def test_a_question_that_comes_up_can_be_asked_at_once(desk: VisitDesk, file: OpenFile, visit: str) -> None:
    go_to(desk, "Anything else")
    press(Qt.Key.Key_F6)
    tab_to("New question for this visit")
    write("May I fly?")
    press(Qt.Key.Key_Return)
    assert desk.title == "May I fly?"
    assert desk.progress == "Question 4 of 4"
    write("Yes, after May")
    desk.leave()
    assert asked(file, visit)[-1].answer == "Yes, after May"


def test_key_points_and_what_happens_next_are_written_the_same_day(desk: VisitDesk, file: OpenFile, visit: str) -> None:
    go_to(desk, "The same day")
    for number in range(1, 6):
        write(f"Point {number}")
        press(Qt.Key.Key_Return)
    assert [point.text for point in file.key_points.all(appointment_id=visit)] == [f"Point {n}" for n in range(1, 6)]
    assert "Five key points are enough." in visible_words(desk.screen)
    tab_to("New next step")
    write("Claire calls the records desk")
    click(desk.screen.next)
    assert not desk.is_open()
    assert "Claire calls the records desk" in [task.title for task in file.tasks.of_step("weigh")]


def test_a_visit_without_questions_offers_the_top_ones(
    qtbot: QtBot, file: OpenFile, tmp_path: Path, messages: FakeMessages
) -> None:
    visit = file.appointments.book(day="2026-03-12").id
    file.questions.ask("What are all my options?")
    desk = VisitDesk(Window(qtbot, file, tmp_path, messages=messages))
    desk.window.choose("visit_mode")
    click(desk.screen.start.bring)
    assert [one.text for one in asked(file, visit)] == ["What are all my options?"]
    desk.go_on()
    assert desk.title == "What are all my options?"


def test_without_an_appointment_it_says_what_is_missing(
    qtbot: QtBot, file: OpenFile, tmp_path: Path, messages: FakeMessages
) -> None:
    desk = VisitDesk(Window(qtbot, file, tmp_path, messages=messages))
    desk.window.choose("visit_mode")
    assert not desk.is_open()
    assert messages.toasts == ["Visit mode belongs to an appointment, and there is none yet."]


def test_it_opens_again_where_the_answers_end(desk: VisitDesk) -> None:
    desk.go_on()
    write("Stage II")
    desk.leave()
    desk.window.choose("visit_mode")
    assert desk.title == QUESTIONS[1]


def test_what_another_doctor_said_to_the_same_question_stands_beside(
    qtbot: QtBot, file: OpenFile, visit: str, tmp_path: Path, messages: FakeMessages
) -> None:
    rao = file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR)
    before = file.appointments.book(day="2026-02-17", contact_id=rao.id).id
    same = asked(file, visit)[0]
    file.questions.bring(same.question_id, before, ticked=True)
    file.questions.answer(asked(file, before)[0].asking_id, "Stage II")
    desk = VisitDesk(Window(qtbot, file, tmp_path, messages=messages))
    desk.window.choose("visit_mode")
    desk.go_on()
    assert "Dr. Rao, Feb 17: Stage II" in visible_words(desk.screen)


def test_going_to_a_page_leaves_it_and_larger_text_does_not(desk: VisitDesk, look: Theme) -> None:
    desk.go_on()
    desk.window.choose("larger")
    assert desk.is_open()
    assert look.look.text_percent == 110
    desk.window.choose("page:records")
    assert not desk.is_open()
    assert desk.window.title == "Records"


def test_removing_the_visit_elsewhere_closes_it_with_all_that_was_written(
    desk: VisitDesk, file: OpenFile, visit: str
) -> None:
    desk.go_on()
    write("Stage II")
    assert desk.screen.flush()
    file.appointments.remove(visit)
    assert not desk.is_open()


def test_a_key_point_being_typed_while_the_visit_is_removed_is_in_its_note(
    desk: VisitDesk, file: OpenFile, visit: str
) -> None:
    go_to(desk, "The same day")
    write("Half a poi")
    file.appointments.remove(visit)
    assert not desk.is_open()
    assert "Half a poi" in Document.from_json(file.notes.of_visit(visit).body).plain_text()


def test_answers_to_the_first_three_questions_lead_on(
    qtbot: QtBot, file: OpenFile, tmp_path: Path, messages: FakeMessages
) -> None:
    talk = file.appointments.book(day="2026-03-05", kind="own_doctor").id
    file.bank.take(["Q-Q1", "Q-Q2", "Q-Q3"])
    file.askings.carry([question.id for question in file.questions.top()], talk)
    desk = VisitDesk(Window(qtbot, file, tmp_path, messages=messages))
    desk.window.choose("visit_mode")
    desk.go_on()
    messages.will_meet(_save_doctor)
    click(desk.follow_up.button)
    assert [contact.name for contact in file.contacts.all(role=ContactRole.SECOND_DOCTOR)] == ["Dr. Adams"]
    desk.go_on()
    write("Radiosurgery", on=desk.follow_up.field)
    click(desk.follow_up.button)
    assert [(option.name, option.new_to_me) for option in file.opinions.options.all()] == [("Radiosurgery", True)]
    desk.go_on()
    combo = desk.follow_up.fields["trial_fit"].editor
    combo.setFocus()
    for _step in range(3):
        press(Qt.Key.Key_Down, on=combo)
    desk.go_on()
    assert file.people.situation().trial_fit is TrialFit.MAYBE


def test_a_treatment_that_was_typed_and_not_added_is_kept_when_visit_mode_is_left(
    qtbot: QtBot, file: OpenFile, tmp_path: Path, messages: FakeMessages
) -> None:
    talk = file.appointments.book(day="2026-03-05", kind="own_doctor").id
    file.bank.take(["Q-Q2"])
    file.askings.carry([question.id for question in file.questions.top()], talk)
    desk = VisitDesk(Window(qtbot, file, tmp_path, messages=messages))
    desk.window.choose("visit_mode")
    desk.go_on()
    write("Radiosurgery", on=desk.follow_up.field)
    desk.leave()
    assert not desk.is_open()
    assert [option.name for option in file.opinions.options.all()] == ["Radiosurgery"]


def _save_doctor(dialog: object) -> None:
    write("Dr. Adams", on=dialog.form.fields["name"].editor)  # type: ignore[attr-defined]
    dialog.save_button.click()  # type: ignore[attr-defined]


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 692, 200), (1366, 692, 100), (800, 480, 150)])
def test_every_part_fits(
    qtbot: QtBot, look: Theme, file: OpenFile, visit: str, tmp_path: Path, width: int, height: int, percent: int
) -> None:
    look.set_look(Look(text_percent=percent, letters=Letters.STANDARD))
    desk = VisitDesk(Window(qtbot, file, tmp_path, width=width, height=height, messages=FakeMessages()))
    desk.window.choose("visit_mode")
    faults = []
    for _part in desk.screen.parts[:-1]:
        faults += does_not_fit(desk.screen)
        assert focused()
        desk.go_on()
    assert faults + does_not_fit(desk.screen) == []
