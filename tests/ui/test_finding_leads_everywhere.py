"""Find in this file: whatever is found opens at a place where its words, or the thing that holds them, can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit, QWidget

from secondopinion_desktop.model.choices import AppointmentKind, Coverage, HealthFactKind, RuleAnswer, Side, StepStatus
from secondopinion_desktop.model.tables import BY_NAME
from tests.helpers.forms import visible_words
from tests.helpers.messages import FakeMessages
from tests.helpers.program import Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

WORD = "quillwort"


def _seen(root: QWidget) -> str:
    """Return all words that can be seen, typed ones and names of what is pressed too."""
    words = [visible_words(root)]
    for one in root.findChildren(QWidget):
        if one.isVisible() and not one.visibleRegion().isEmpty():
            words.append(one.accessibleName())
            if isinstance(one, QLineEdit):
                words.append(one.text())
            elif isinstance(one, QPlainTextEdit | QTextEdit):
                words.append(one.toPlainText())
            elif isinstance(one, QComboBox):
                words.append(one.currentText())
            elif isinstance(one, QTabBar):
                words.append(one.tabText(one.currentIndex()))
    return "\n".join(words)


class Reading(FakeMessages):
    """Reads every dialog, and changes their mind."""

    def __init__(self) -> None:
        super().__init__()
        self.read = ""

    def run(self, dialog: QDialog) -> bool:
        dialog.show()
        QApplication.processEvents()
        self.read += f"{dialog.windowTitle()}\n{_seen(dialog)}"
        dialog.reject()
        dialog.deleteLater()
        return False


def _visit(file: OpenFile, *, removed: bool = False) -> str:
    visit = file.appointments.book(title="Second opinion", day="2026-01-12").id
    if removed:
        file.appointments.remove(visit)
    return visit


def _answer(file: OpenFile, visit: str, word: str) -> None:
    file.questions.answer(file.questions.ask_at(visit, "What stage is it?").asking_id, word)


def _attach(file: OpenFile, table: str, row: str, word: str) -> None:
    path = file.path.with_name(f"{word}.txt")
    path.write_text("words", "utf-8")
    file.attachments.attach(table, row, path)


def _statement(file: OpenFile, word: str, *, removed: bool = False) -> None:
    opinion = file.opinions.add_opinion()
    file.opinions.say(file.opinions.topics.all()[0].id, opinion.id, word)
    if removed:
        file.opinions.rows.remove(opinion.id)


def _row(file: OpenFile, table: str, **values: Any) -> None:
    """Put in a row as an earlier session may have left it."""
    with file.store.writing("Write") as unit:
        unit.add(BY_NAME[table](**values))


MADE: dict[str, tuple[Callable[[OpenFile, str], object], str]] = {
    "an appointment": (lambda file, word: file.appointments.book(title=word, day="2026-03-12"), WORD),
    "an answer": (lambda file, word: _answer(file, _visit(file), word), WORD),
    "an answer at a removed visit": (
        lambda file, word: _answer(file, _visit(file, removed=True), word),
        "Removed items",
    ),
    "a file of a record": (lambda file, word: _attach(file, "record", file.records.add(name="Scan").id, word), WORD),
    "a letter of the plan": (
        lambda file, word: _attach(file, "denial", file.insurance.denials.add(what="MRI").id, word),
        "MRI",
    ),
    "a writer": (lambda file, word: file.people.authors.add(name=word), "People who write here"),
    "an approval": (lambda file, word: file.insurance.authorizations.add(reference=word), WORD),
    "a call": (lambda file, word: file.insurance.calls.add(person=word), WORD),
    "a contact": (lambda file, word: file.contacts.add(name="Dr. Lee", organization=word), WORD),
    "a no of the plan": (lambda file, word: file.insurance.denials.add(what=word), WORD),
    "a diagnosis": (lambda file, word: file.health.save_diagnosis(name=word), WORD),
    "an expense": (lambda file, word: file.insurance.expenses.add(what=word), WORD),
    "an allergy": (lambda file, word: file.health.facts.add(kind=HealthFactKind.ALLERGY, name=word), WORD),
    "a marker": (lambda file, word: file.health.markers.add(name=word), WORD),
    "a treatment": (lambda file, word: file.health.treatments.add(name=word), WORD),
    "a key point": (lambda file, word: file.key_points.add_to(_visit(file), word), WORD),
    "a key point of a removed visit": (
        lambda file, word: file.key_points.add_to(_visit(file, removed=True), word),
        "Removed items",
    ),
    "a note": (lambda file, word: file.notes.write_new(word), WORD),
    "words at a visit": (lambda file, word: file.notes.add_to_visit(_visit(file), word), WORD),
    "words at a removed visit": (lambda file, word: file.notes.add_to_visit(_visit(file, removed=True), word), WORD),
    "an opinion": (lambda file, word: file.opinions.rows.change(file.opinions.add_opinion().id, doctor=word), WORD),
    "a choice": (lambda file, word: file.opinions.options.add(name=word), WORD),
    "a point": (lambda file, word: file.opinions.points.add_to(None, Side.GOOD, word), WORD),
    "the person": (lambda file, word: file.people.change_person(call_me=word), "About you"),
    "a plan": (lambda file, word: file.insurance.plans.add(carrier=word), WORD),
    "a question": (lambda file, word: file.questions.ask(word), WORD),
    "a record": (lambda file, word: file.records.add(name="Scan", note=word), WORD),
    "a referral": (lambda file, word: file.insurance.referrals.add(number=word), WORD),
    "an answer to a notice": (
        lambda file, word: _row(file, "reminder_answer", rule="W1", answer=str(RuleAnswer.ASKED), note=word),
        WORD,
    ),
    "a report": (
        lambda file, word: _row(file, "report_request", appointment_id=_visit(file), to_me=True, note=word),
        "Ask for a report",
    ),
    "why one asks": (lambda file, word: file.people.change_situation(reason_note=word), WORD),
    "how long one can take": (lambda file, word: file.people.change_situation(ok_until_words=word), WORD),
    "whom to call there": (lambda file, word: file.people.change_situation(intake_person=word), WORD),
    "who gave the day": (lambda file, word: file.people.change_situation(decide_by_source=word), WORD),
    "what the gut says": (lambda file, word: file.people.change_situation(gut_note=word), WORD),
    "a statement": (_statement, WORD),
    "a statement of a removed opinion": (lambda file, word: _statement(file, word, removed=True), "Removed items"),
    "a task": (lambda file, word: file.tasks.add_to("records", title=word), WORD),
    "a word": (lambda file, word: file.terms.add(word=word, meaning="A fern"), WORD),
    "why a step is not needed": (
        lambda file, word: _row(file, "step_state", id="records", status=str(StepStatus.NOT_NEEDED), reason=word),
        "Send medical records",
    ),
    "a topic of one's own": (lambda file, word: file.opinions.add_topic(word), WORD),
}


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path) -> Iterator[Running]:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    running = Running(qtbot, path, messages=Reading(), size=(1600, 900))
    yield running
    running.end()


def _find(running: Running, words: str) -> str:
    """Open the first place found; return all that is seen then."""
    messages = running.messages
    assert isinstance(messages, Reading)
    assert running.window.shell is not None
    running.window.activateWindow()  # there may have been a dialog before
    running.rest()
    found = running.file.finder.find(words)
    assert found, "not found"
    messages.read = ""
    running.window.shell.open(*found[0].target)
    running.rest()
    return messages.read or _seen(running.window)


def test_whatever_is_found_opens_where_it_is_seen(running: Running) -> None:
    amiss = []
    for number, (what, (make, expected)) in enumerate(MADE.items()):
        word = f"{WORD}{number}"
        running.go("overview")
        make(running.file, word)
        if (word if expected == WORD else expected) not in _find(running, word):
            amiss.append(what)
    assert ", ".join(amiss) == ""


def test_what_was_written_is_found_whoever_pays_now(running: Running) -> None:
    file = running.file
    file.people.change_situation(coverage=Coverage.INSURED)
    file.insurance.save_first_plan(copay="40 told by Fernwort", self_pay_quote="900 told by Maidenhair")
    file.insurance.save_network_check("lab", checked_with="Spleenwort")
    seen = ["Fernwort", "Maidenhair", "Spleenwort"]
    for coverage in (Coverage.PUBLIC, Coverage.SELF_PAY, Coverage.INSURED):
        file.people.change_situation(coverage=coverage)
        running.go("overview")
        assert [word for word in seen if word not in _find(running, word)] == [], coverage


def test_the_second_insurance_is_found_in_its_place_when_the_first_one_was_removed(running: Running) -> None:
    running.file.insurance.save_plan(1, carrier="Spleenwort Health")
    running.file.insurance.save_plan(2, carrier="Maidenhair Life")
    first = running.file.insurance.plans.card_at(1)
    assert first is not None
    running.file.insurance.plans.remove(first.id)
    overview = running.go("overview")
    assert "Maidenhair Life" in _find(running, "Maidenhair")
    assert running.page is overview


def test_what_was_written_for_a_visit_is_found_whatever_the_visit_has_become(running: Running) -> None:
    file = running.file
    visit = _visit(file)
    file.key_points.add_to(visit, "Adderstongue first")
    file.reports.change(file.reports.ask_today(visit, None).id, note="Moonwort will send it")
    file.appointments.change(visit, kind=AppointmentKind.TEST)
    assert "Adderstongue first" in _find(running, "Adderstongue")
    assert "Moonwort will send it" in _find(running, "Moonwort")


def test_why_a_step_was_not_needed_is_found_when_it_is_needed_again(running: Running) -> None:
    running.file.steps.set_status("records", StepStatus.NOT_NEEDED)
    running.file.steps.say_why("records", "Bracken has them all")
    running.file.steps.set_status("records", StepStatus.IN_PROGRESS)
    seen = _find(running, "Bracken")
    assert "Why it was not needed before" in seen
    assert "Bracken has them all" in seen


def test_a_question_that_is_not_for_me_opens_where_it_can_be_brought_back(running: Running) -> None:
    running.file.bank.hide("Q-Q1")
    words = running.file.questions.all(hidden=True)[0].text
    seen = _find(running, words)
    assert "Not for me" in seen
    assert words in seen


def test_a_question_opens_among_all_questions_when_the_list_of_one_visit_is_shown(running: Running) -> None:
    visit = running.file.appointments.book(title="Second opinion", day="2099-03-12").id
    running.file.questions.ask_at(visit, "What stage is it?")
    running.file.questions.ask("What would you do first?")
    page: Any = running.go("questions")
    page.tabs.setCurrentIndex(1)
    assert "What would you do first?" in _find(running, "do first")


def test_words_about_the_person_and_words_about_their_plans_are_both_found(running: Running) -> None:
    running.file.people.change_person(call_me=WORD)
    running.file.people.change_situation(worries="my balance")
    assert [found.place for found in running.file.finder.find(WORD)] == ["Personal details"]
    assert [found.place for found in running.file.finder.find("balance")] == ["Dates and answers"]
