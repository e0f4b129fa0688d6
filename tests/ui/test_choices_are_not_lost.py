"""Choices, ticks and days that cannot be saved stay where they were chosen, and are saved once there is room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.model.choices import CopyKind
from secondopinion_desktop.ui.dialogs.about_you import AboutYouDialog
from secondopinion_desktop.ui.dialogs.call import CallDialog
from secondopinion_desktop.ui.dialogs.contact import ContactDialog
from secondopinion_desktop.ui.dialogs.denial import DenialDialog
from secondopinion_desktop.ui.dialogs.health_story import HealthStoryDialog
from secondopinion_desktop.ui.dialogs.key_dates import KeyDatesDialog
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.leftbehind import LeftBehind
from secondopinion_desktop.ui.forms.specs import NEW_APPOINTMENT, NOTE
from secondopinion_desktop.ui.forms.specs_visit import AT_THE_VISIT
from tests.helpers.forms import FormPage, shown, visible_words
from tests.helpers.hands import click, press, write
from tests.helpers.messages import FakeMessages
from tests.helpers.opinions import OpinionsDesk
from tests.helpers.program import Running, make_person_file
from tests.helpers.records import RecordsDesk, two_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms.fields import FormField


def break_file(file: OpenFile, *, broken: bool = True) -> None:
    """Let nothing be written any more, as on a disk that is full or a stick that is locked; or let it be again."""
    file.store.database.read_only = broken


@pytest.fixture
def desk(file: OpenFile, qtbot: QtBot) -> RecordsDesk:
    return two_records(file, qtbot)


def _change_everything(desk: RecordsDesk) -> None:
    desk.form.tick("The second doctor must have it")
    desk.form.fill("Asked for", "Jan 12")
    desk.page.card.form.focus_field("wanted")
    desk.form.choose("What you need", CopyKind.PICTURES.words)
    desk.form.fill("How it was sent", "by courier")


def test_what_was_chosen_in_a_record_is_not_lost_when_another_is_looked_at(desk: RecordsDesk) -> None:
    break_file(desk.file)
    _change_everything(desk)
    desk.click("Pathology report")
    assert "What you changed in “MRI images” is not saved yet." in desk.form.words()
    assert not desk.page.flush()
    desk.click("MRI images")
    assert desk.form.shows("What you need") == CopyKind.PICTURES.words
    desk.click("Pathology report")
    break_file(desk.file, broken=False)
    assert desk.page.flush()
    assert "not saved yet" not in desk.form.words()
    kept = desk.record("MRI images")
    assert (kept.must_have, kept.wanted, kept.sent_how) == (True, CopyKind.PICTURES, "by courier")
    assert kept.asked_on.endswith("-01-12")
    other = desk.record("Pathology report")
    assert (other.must_have, other.wanted, other.asked_on) == (False, CopyKind.UNANSWERED, "")


# Every form in the window


class Forms:
    """The program with a file in which there is one of everything that has a form; `open` shows a place of it."""

    def __init__(self, running: Running) -> None:
        self.running, self.file = running, running.file
        self.visit = self.file.appointments.book(title="Second opinion", day="2099-03-12").id
        for _number in range(2):
            self.file.opinions.add_opinion()
        self.option = self.file.opinions.options.add(name="Surgery").id
        self.contact = self.file.contacts.add(name="Dr. Lee").id

    def open(self, kind: str, item: str) -> None:
        assert self.running.window.shell is not None
        self.running.window.shell.open(kind, item)
        self.running.rest()

    def shown(self) -> list[RecordForm]:
        return [form for form in self.running.window.findChildren(RecordForm) if form.isVisible()]

    def with_field(self, name: str) -> RecordForm:
        return next(form for form in self.shown() if name in form.fields)


def _situation(name: str, page: str = "") -> Callable[[Forms], RecordForm]:
    def show(forms: Forms) -> RecordForm:
        forms.open(*(("page", page) if page else ("situation", name)))
        return forms.with_field(name)

    return show


def _plan(forms: Forms) -> RecordForm:
    forms.open("command", "add_insurance")
    return forms.with_field("member_id")


def _asked_of_the_plan(kind: str, name: str, field: str) -> Callable[[Forms], RecordForm]:
    def show(forms: Forms) -> RecordForm:
        forms.open(kind, "any")
        forms.running.press(f"Change {name}")
        return forms.with_field(field)

    return show


def _card(kind: str, field: str) -> Callable[[Forms], RecordForm]:
    def show(forms: Forms) -> RecordForm:
        forms.open(kind, "any")
        return forms.with_field(field)

    return show


def _weighing(card: str, field: str) -> Callable[[Forms], RecordForm]:
    def show(forms: Forms) -> RecordForm:
        forms.open("page", "step:weigh")
        page: Any = forms.running.page
        page.open_item("card", card)
        return forms.with_field(field)

    return show


def _contact(forms: Forms) -> RecordForm:
    forms.open("contact", forms.contact)
    assert forms.running.window.shell is not None
    pane: Any = forms.running.window.shell.view.pane
    pane.contacts.edit(forms.contact)
    return forms.with_field("specialty")


def _opinion(forms: Forms) -> RecordForm:
    forms.open("page", "opinions")
    forms.running.press("Change who, where and when: First opinion")
    return forms.with_field("summary")


def _option(forms: Forms) -> RecordForm:
    forms.open("option", forms.option)
    press(Qt.Key.Key_Space)
    return forms.with_field("benefits")


def _report(forms: Forms) -> RecordForm:
    forms.open("page", "step:report")
    forms.running.press("Add someone who gets it")
    return forms.with_field("sent_how")


def _visit_mode(forms: Forms) -> RecordForm:
    forms.open("visit_mode", forms.visit)
    return next(form for form in forms.shown() if "recording_ok" in form.fields)


LIVE: dict[str, tuple[Callable[[Forms], RecordForm], Callable[[Forms], Any]]] = {
    "why one asks": (_situation("where_i_am"), lambda forms: forms.file.people.situation()),
    "the talk": (_situation("talk_how"), lambda forms: forms.file.people.situation()),
    "dates of the timing step": (_situation("told_urgent", "step:timing"), lambda forms: forms.file.people.situation()),
    "the plan": (_plan, lambda forms: forms.file.insurance.plans.at(1)),
    "the referral": (
        _asked_of_the_plan("referral", "Referral", "visits_allowed"),
        lambda forms: forms.file.insurance.referral(),
    ),
    "the approval": (
        _asked_of_the_plan("authorization", "Prior authorization", "approved_for"),
        lambda forms: forms.file.insurance.authorization(),
    ),
    "what the clinic wants": (_card("background", "background_sent"), lambda forms: forms.file.appointments.all()[0]),
    "after the visit": (_situation("doctors_talk", "step:report"), lambda forms: forms.file.appointments.all()[0]),
    "a report": (_report, lambda forms: next(iter(forms.file.reports.all()), None)),
    "at the visit": (_situation("recording_ok", "step:write_down"), lambda forms: forms.file.appointments.all()[0]),
    "the decision": (_weighing("decision", "leaning_id"), lambda forms: forms.file.opinions.decisions.one()),
    "an opinion": (_opinion, lambda forms: forms.file.opinions.rows.all()[0]),
    "a choice": (_option, lambda forms: forms.file.opinions.options.get(forms.option)),
    "a contact": (_contact, lambda forms: forms.file.contacts.get(forms.contact)),
    "visit mode": (_visit_mode, lambda forms: forms.file.appointments.all()[0]),
}


def _change_one_of_each(form: RecordForm, text: str) -> dict[str, FormField]:
    """Change the first field of each kind that is not changed yet, by keys; return them by name."""
    changed: dict[str, FormField] = {}
    for name, field in form.fields.items():
        if field.spec.kind in {one.spec.kind for one in changed.values()} or field.spec.kind == "contact":
            continue
        form.focus_field(name)
        editor: Any = getattr(field, "editor", None)
        if field.spec.kind in {"choice", "yes3"}:
            QTest.keyClick(editor, Qt.Key.Key_Down)
        elif field.spec.kind in {"tick", "several"}:
            row: Any = next(iter(field.rows.values())) if field.spec.kind == "several" else field.row  # type: ignore[attr-defined]
            row.box.setFocus()
            QTest.keyClick(row.box, Qt.Key.Key_Space)
        else:
            words = {"date": "Jan 12, 2026", "time": "2:30 PM", "number": "3"}.get(field.spec.kind, text)
            editor.selectAll()
            write(words, editor)
        changed[name] = field
    QApplication.processEvents()
    return changed


def _stored(value: Any) -> Any:
    return list(value) if isinstance(value, list | tuple) else "" if value is None else str(value)


@pytest.fixture
def forms(qtbot: QtBot, tmp_path: Path) -> Iterator[Forms]:
    path = tmp_path / "Margaret.secondopinion"
    make_person_file(path)
    running = Running(qtbot, path, size=(1600, 900))
    yield Forms(running)
    running.end()


def test_no_form_loses_a_choice_a_tick_or_a_day_that_cannot_be_saved(forms: Forms) -> None:
    amiss = []
    for what, (show, stored) in LIVE.items():
        form = show(forms)
        before = {name: _stored(getattr(stored(forms), name, "")) for name in form.fields}
        break_file(forms.file)
        changed = _change_one_of_each(form, what)
        assert all(field.is_touched for field in changed.values()), what
        states = {name: field.state for name, field in changed.items()}
        if what != "visit mode":
            forms.running.go("questions")
            assert not form.isVisible() or what in {"the plan", "the referral", "the approval", "a contact"}
        if {name: field.state for name, field in changed.items()} != states:
            amiss.append(f"{what}: not there any more")
        if not any("saved" in field.error or "left" in field.error for field in form.fields.values()):
            amiss.append(f"{what}: nothing is said")
        break_file(forms.file, broken=False)
        assert form.flush(), what
        after = stored(forms)
        if unsaved := [name for name in changed if _stored(getattr(after, name)) == before[name]]:
            amiss.append(f"{what}: not saved: {unsaved}")
    assert "\n".join(amiss) == ""


def test_a_tick_that_cannot_be_saved_is_told_and_does_not_stay(forms: Forms) -> None:
    """What has no field to keep it shows what is in the file, and says why."""
    running = forms.running
    call = forms.file.insurance.calls.add(day="2026-01-12", follow_up_on="2026-02-12").id
    break_file(forms.file)
    forms.open("second_visit", "any")
    boxes = [box for box in running.window.findChildren(QCheckBox) if box.isVisible()]
    said = next(box for box in boxes if box.accessibleName() == "I said that it is for a second opinion")
    said.setFocus()
    press(Qt.Key.Key_Space)
    assert not said.isChecked()
    forms.open("call", call)
    boxes = [box for box in running.window.findChildren(QCheckBox) if box.isVisible()]
    back = next(box for box in boxes if box.accessibleName().startswith("Call back"))
    back.setFocus()
    press(Qt.Key.Key_Space)
    assert not back.isChecked()
    forms.open("step", "records")
    page: Any = running.page
    before = page.status.currentText()
    page.status.setFocus()
    press(Qt.Key.Key_Down)
    assert page.status.currentText() == before
    assert len(running.messages.told) == 3
    assert all("nothing could be saved" in told for told in running.messages.told)
    break_file(forms.file, broken=False)


# Dialogs with one button to save

DIALOGS: dict[str, tuple[Callable[[OpenFile], Any], Callable[[OpenFile], Any]]] = {
    "dates": (KeyDatesDialog, lambda file: file.people.situation()),
    "a task": (
        lambda file: TaskDialog(file, step="records"),
        lambda file: next(one for one in file.tasks.all() if not one.guidance_id),
    ),
    "a visit": (
        lambda file: RowDialog("New appointment", NEW_APPOINTMENT, {}, file.appointments.book, contacts=file.contacts),
        lambda file: file.appointments.all()[0],
    ),
    "a note": (
        lambda file: RowDialog("Note", NOTE, {}, file.notes.add),
        lambda file: file.notes.all()[0],
    ),
    "a call": (lambda file: CallDialog(file, FakeMessages()), lambda file: file.insurance.calls.all()[0]),
    "a no of the plan": (lambda file: DenialDialog(file, FakeMessages()), lambda file: file.insurance.denials.all()[0]),
    "a diagnosis": (lambda file: HealthStoryDialog(file, FakeMessages()), lambda file: file.health.diagnosis()),
    "a contact": (ContactDialog, lambda file: file.contacts.all()[0]),
    "the person": (lambda file: AboutYouDialog(file, messages=FakeMessages()), lambda file: file.people.person()),
}


@pytest.mark.parametrize("what", DIALOGS)
def test_a_dialog_keeps_what_was_chosen_and_says_why_it_cannot_be_saved(
    what: str, file: OpenFile, qtbot: QtBot
) -> None:
    make, stored = DIALOGS[what]
    dialog = make(file)
    shown(dialog, qtbot)
    break_file(file)
    changed = _change_one_of_each(dialog.form, what)
    states = {name: field.state for name, field in changed.items()}
    button = getattr(dialog, "save_button", None) or dialog.done_button
    click(button)
    assert dialog.isVisible()
    assert "nothing could be saved" in visible_words(dialog)
    assert {name: field.state for name, field in changed.items()} == states
    break_file(file, broken=False)
    click(button)
    assert not dialog.isVisible()
    after = stored(file)
    kept = {name: getattr(after, name) for name in changed if hasattr(after, name)}
    assert kept
    assert all(kept.values())


def test_a_column_of_opinions_is_not_changed_while_words_in_it_cannot_be_saved(file: OpenFile, qtbot: QtBot) -> None:
    for number in range(3):
        file.opinions.rows.change(file.opinions.add_opinion().id, doctor=f"Dr. {number}")
    desk = OpinionsDesk(file, qtbot)
    topic = file.opinions.topics.all(shown=True)[0].name
    break_file(file)
    desk.type(topic, "Second opinion", "wait and watch")
    picker = desk.page.card.heads[1].picker
    picker.setFocus()
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert desk.says(topic, "Second opinion") == "wait and watch"
    assert picker.currentText() == "Second opinion"
    assert "nothing could be saved" in visible_words(desk.page)
    break_file(file, broken=False)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert picker.currentText() == "Third opinion"
    assert "wait and watch" in file.opinions.statements().values()
    assert "nothing could be saved" not in visible_words(desk.page)


def test_an_answer_that_could_not_be_saved_comes_back_with_the_question_it_leads_to(
    file: OpenFile, qtbot: QtBot
) -> None:
    def refuse(*_row: str, **_values: Any) -> None:
        raise UserError("The disk is full.")

    form = RecordForm(AT_THE_VISIT, save=partial(refuse, "first"), contacts=file.contacts)
    left = LeftBehind(form, refuse)
    form.load({})
    page = FormPage(shown(form, qtbot), qtbot)
    page.choose("May the talk be recorded?", "Yes")
    left.keep("first")
    form.load({})
    assert "Where the recording is kept" not in page.words()
    left.bring_back("first")
    assert page.shows("May the talk be recorded?") == "Yes"
    assert "Where the recording is kept" in page.words()
