"""The health story and About you: lists one can add to, change and take from, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import HealthFactKind, StageKind, TreatmentKind, Yes3
from secondopinion_desktop.ui.dialogs.about_you import AboutYouDialog
from secondopinion_desktop.ui.dialogs.can_and_cannot import CanAndCannotDialog
from secondopinion_desktop.ui.dialogs.health_story import HealthStoryDialog
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.forms import NASTY, FormPage, shown, visible_words
from tests.helpers.hands import click, focused, press, write
from tests.helpers.stage import KeyboardMessages, button, cut_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

from PySide6.QtCore import Qt


@pytest.fixture
def messages(qtbot: QtBot) -> KeyboardMessages:
    made = KeyboardMessages(qtbot)
    qtbot.addWidget(made._window)
    return made


@pytest.fixture
def story(file: OpenFile, messages: KeyboardMessages, qtbot: QtBot) -> HealthStoryDialog:
    dialog = HealthStoryDialog(file, messages)
    shown(dialog, qtbot)
    return dialog


def facts(file: OpenFile, kind: HealthFactKind) -> list[str]:
    return [fact.name for fact in file.health.facts.all(kind=kind)]


def test_a_diagnosis_is_kept_in_the_words_of_the_report(story: HealthStoryDialog, file: OpenFile, qtbot: QtBot) -> None:
    form = FormPage(story, qtbot)
    form.fill("Diagnosis", "Invasive ductal carcinoma, left breast")
    form.fill("Stage, as written", "cT2 cN0")
    click(button(story.form, "More details"))
    form.choose("When was that stage given?", "Before surgery")
    press(Qt.Key.Key_Return)
    form.fill("Diagnosed on", "Feb 10")
    form.type("Has it spread? In their words", "Not seen in the lymph nodes")
    click(story.done_button)
    told = file.health.diagnosis()
    assert told is not None
    assert (told.name, told.stage, told.stage_kind) == (
        "Invasive ductal carcinoma, left breast",
        "cT2 cN0",
        StageKind.CLINICAL,
    )
    assert (told.diagnosed_on, told.spread) == ("2026-02-10", "Not seen in the lymph nodes")
    assert len(file.health.diagnoses.all()) == 1


def test_medicines_are_added_one_after_the_other_with_enter(story: HealthStoryDialog, file: OpenFile) -> None:
    line = story.sections["medicine"].line
    line.setFocus()
    for name in ("Metformin 500 mg", "Aspirin"):
        write(name)
        press(Qt.Key.Key_Return)
        assert focused() is line
    assert story.isVisible()
    assert facts(file, HealthFactKind.MEDICINE) == ["Aspirin", "Metformin 500 mg"]
    assert facts(file, HealthFactKind.ALLERGY) == []


def test_a_marker_is_opened_to_write_its_result(
    story: HealthStoryDialog, file: OpenFile, messages: KeyboardMessages, qtbot: QtBot
) -> None:
    section = story.sections["marker"]
    write("HER2", on=section.line)
    press(Qt.Key.Key_Return, on=section.line)

    def say_more(dialog: QDialog) -> None:
        form = FormPage(dialog, qtbot)
        form.type("Result, as written", "Negative")
        form.type("Date of the test", "Feb 10")
        press(Qt.Key.Key_Return)

    messages.will_meet(say_more)
    row = next(iter(section.list.rows.values()))
    row.opener.setFocus()
    press(Qt.Key.Key_Return)
    marker = file.health.markers.all()[0]
    assert (marker.result, marker.tested_on) == ("Negative", "2026-02-10")
    assert row.more.text() == "Negative, Feb 10, 2026"
    assert row.more.isVisible()


def test_a_line_taken_out_can_be_put_back_beside_it(story: HealthStoryDialog, file: OpenFile) -> None:
    section = story.sections["allergy"]
    write("Penicillin", on=section.line)
    press(Qt.Key.Key_Return, on=section.line)
    click(next(iter(section.list.rows.values())).remove)
    assert facts(file, HealthFactKind.ALLERGY) == []
    assert "Penicillin was removed." in visible_words(story)
    click(section.undo_button)
    assert facts(file, HealthFactKind.ALLERGY) == ["Penicillin"]
    assert "was removed" not in visible_words(story)


def test_a_name_typed_and_not_added_yet_is_kept_when_one_is_done(story: HealthStoryDialog, file: OpenFile) -> None:
    write("Gallbladder", on=story.sections["operation"].line)
    press(Qt.Key.Key_Escape)
    assert facts(file, HealthFactKind.OPERATION) == ["Gallbladder"]
    assert not story.isVisible()


@pytest.mark.parametrize("name", NASTY)
def test_any_words_can_be_a_treatment(story: HealthStoryDialog, file: OpenFile, name: str) -> None:
    story.sections["treatment"].line.setText(NASTY[name])
    assert story.flush()
    assert file.health.treatments.all()[0].name == " ".join(NASTY[name].split())


def test_everything_about_a_treatment_can_be_written(
    story: HealthStoryDialog, file: OpenFile, messages: KeyboardMessages, qtbot: QtBot
) -> None:
    section = story.sections["treatment"]
    write("Tablets", on=section.line)
    press(Qt.Key.Key_Return, on=section.line)

    def say_more(dialog: QDialog) -> None:
        form = FormPage(dialog, qtbot)
        form.choose("Kind", "Medicine")
        for label, words in (
            ("Started", "Sep 1, 2025"),
            ("Ended", "about November 2025"),
            ("Where", "Riverside"),
            ("How much, or how many rounds, as written", "4 rounds"),
            ("What it did", "The lump became smaller"),
            ("Side effects", "Tired"),
        ):
            form.fill(label, words)
        form.type("Why it ended", "All rounds done")
        click(button(dialog, "Save"))

    messages.will_meet(say_more)
    click(next(iter(section.list.rows.values())).opener)
    told = file.health.treatments.all()[0]
    assert (told.kind, told.started_on, told.ended_on) == (TreatmentKind.DRUG, "2025-09-01", "~2025-11")
    assert (told.place, told.dose, told.effect) == ("Riverside", "4 rounds", "The lump became smaller")
    assert (told.side_effects, told.why_stopped) == ("Tired", "All rounds done")


def test_a_helper_is_kept_with_the_permission_the_clinic_needs(
    file: OpenFile, messages: KeyboardMessages, qtbot: QtBot
) -> None:
    dialog = AboutYouDialog(file, messages)
    shown(dialog, qtbot)
    write("Claire", on=dialog.helpers.line)
    press(Qt.Key.Key_Return, on=dialog.helpers.line)
    assert "not known yet if the clinic may talk to them" in visible_words(dialog)

    def allow(one: QDialog) -> None:
        form = FormPage(one, qtbot)
        form.choose("May the clinic talk to them about you?", "Yes")
        form.tick("Phone calls")
        click(button(one, "Save"))

    messages.will_meet(allow)
    click(next(iter(dialog.helpers.list.rows.values())).opener)
    helper = file.contacts.all()[0]
    assert (helper.may_get_info, helper.helps_with) == (Yes3.YES, ["phone calls"])
    assert "the clinic may talk to them" in visible_words(dialog)


def test_how_one_likes_to_be_told_is_kept(file: OpenFile, messages: KeyboardMessages, qtbot: QtBot) -> None:
    dialog = AboutYouDialog(file, messages)
    shown(dialog, qtbot)
    form = FormPage(dialog, qtbot)
    form.type("Name you like to be called", "Maggie")
    form.choose("How much do you want to hear?", "Ask me first")
    form.choose("How do you like to decide?", "We decide together")
    form.choose("Do you need an interpreter?", "Not sure")
    form.type("Language you like to speak", "Welsh")
    click(dialog.save_button)
    person = file.people.person()
    assert (person.call_me, person.language) == ("Maggie", "Welsh")
    assert (person.info_preference, person.decide_style) == ("ask_first", "together")
    assert person.interpreter_needed is Yes3.NOT_SURE


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("My health story", "health"), ("Text size and colors", "look"), ("What this program can and cannot do", "can")],
)
def test_about_you_leads_on_and_keeps_what_is_typed(
    file: OpenFile, messages: KeyboardMessages, qtbot: QtBot, words: str, wanted: str
) -> None:
    dialog = AboutYouDialog(file, messages)
    shown(dialog, qtbot)
    FormPage(dialog, qtbot).type("Phone", "555-0110")
    click(button(dialog, words))
    assert dialog.wanted == wanted
    assert file.people.person().phone == "555-0110"


def test_the_limits_of_the_program_are_said_plainly(qtbot: QtBot) -> None:
    dialog = CanAndCannotDialog()
    shown(dialog, qtbot)
    said = visible_words(dialog)
    for words in (
        "does not give medical, legal or money advice",
        "Your notes stay on this computer",
        "local emergency",
    ):
        assert words in said


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_in_the_health_story(
    file: OpenFile, messages: KeyboardMessages, qtbot: QtBot, look: Theme, percent: int
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    file.health.markers.add(name="Estrogen receptor", result="Positive, strong, in nearly all of the cells seen")
    file.health.treatments.add(name="Needle biopsy of the left breast", place="Riverside Hospital")
    dialog = HealthStoryDialog(file, messages)
    shown(dialog, qtbot)
    dialog.grab()
    assert cut_words(dialog) == []
