"""Notices of the date rules as a person meets them: on Overview, on the step, and before a visit is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from secondopinion_desktop.base import clock
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, ContactRole, RuleAnswer
from secondopinion_desktop.ui.dialogs.answer_notice import AnswerDialog, ChangeAnswerDialog
from secondopinion_desktop.ui.dialogs.set_aside import SetAsideDialog
from secondopinion_desktop.ui.dialogs.visits import AppointmentDialog, VisitDialogs
from secondopinion_desktop.ui.dialogs.who_to_call import WhoToCallDialog
from secondopinion_desktop.ui.pages.step.work.timing import DatesCard, NoticesCard, TalksCard
from secondopinion_desktop.ui.pane.parts import CopyButton
from secondopinion_desktop.ui.theme.look import Colors, Look
from tests.helpers.files import new_file
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, focused, press
from tests.helpers.overview import OverviewHands
from tests.helpers.stage import button, cut_words, texts
from tests.helpers.step import StepHands

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.notices import NoticeBanner
    from secondopinion_desktop.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("a_tuesday")  # March 3, 2026

W1 = "Your second visit is on or after the day treatment starts."
W5 = "Nothing is written yet about how long you can take."


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    """Return a file with a clash (W1), no word on time (W5) and two doctors of different fields (W16)."""
    file = new_file(tmp_path)
    file.contacts.add(name="Dr. Anita Rao", role=ContactRole.FIRST_DOCTOR, specialty="surgeon", phone="555-0121")
    okafor = file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR, specialty="oncologist")
    file.appointments.book(day="2026-03-26", contact_id=okafor.id)
    file.people.change_situation(treatment_start="2026-03-23")
    file.history.forget()
    return file


@pytest.fixture
def overview(qtbot: QtBot, file: OpenFile) -> OverviewHands:
    return OverviewHands(qtbot, file)


@pytest.fixture
def step(qtbot: QtBot, file: OpenFile) -> StepHands:
    return StepHands(qtbot, file, "timing", height=1800)


def banner(overview: OverviewHands) -> NoticeBanner:
    assert overview.page.cautions is not None
    return overview.page.cautions


def reads(widget: QWidget, words: str) -> bool:
    return any(words in text for text in texts(widget))


def choose_answer(view: QWidget, words: str) -> None:
    """Open "Answer" and choose with the arrow keys, as one does without a mouse."""
    button(view, "Answer").setFocus()
    press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while (action := menu.activeAction()) is None or action.text() != words:
        press(Qt.Key.Key_Down, on=menu)
    press(Qt.Key.Key_Return, on=menu)


def meet(file: OpenFile, kind: type[QDialog], do: Callable[[QDialog], object]) -> Callable[[QDialog], object]:
    def visit(dialog: QDialog) -> None:
        assert isinstance(dialog, kind)
        do(dialog)

    return visit


# Overview


def test_overview_says_one_thing_at_a_time_the_most_pressing_first(overview: OverviewHands) -> None:
    shown = banner(overview)
    assert reads(shown, W1)
    assert reads(shown, "Ask your care team if that is okay, or if there is an earlier opening.")
    assert reads(shown, "Visit: Mar 26. Treatment is planned to start: Mar 23.")
    assert reads(shown, "1 of 3")
    assert not reads(shown, W5)


def test_the_level_is_an_icon_and_a_word_and_never_the_red_surface(overview: OverviewHands) -> None:
    shown = banner(overview)
    seen = []
    for _turn in range(3):
        seen.append((shown.view.level.text(), shown.property("kind")))
        click(shown.after)
    assert seen == [("Call", "caution"), ("Check", "caution"), ("Note", "info")]
    assert shown.accessibleName() == f"Call. {W1} 1 of 3"


def test_the_others_are_reached_by_buttons_and_by_keys(overview: OverviewHands) -> None:
    shown = banner(overview)
    click(shown.after)
    assert reads(shown, W5)
    assert reads(shown, "2 of 3")
    click(shown.before)
    assert reads(shown, W1)
    button(shown, "Answer").setFocus()
    press(Qt.Key.Key_PageDown)
    assert reads(shown, W5)
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_PageUp)
    assert reads(shown, "3 of 3")


def test_never_more_than_three_on_overview(overview: OverviewHands, file: OpenFile) -> None:
    for number in range(6):
        file.appointments.book(
            kind=AppointmentKind.TEST, day="2026-03-08", status=AppointmentStatus.CANCELED, title=f"Scan {number}"
        )
    assert len(file.timing.open()) > 3
    assert reads(banner(overview), "1 of 3")


def test_nothing_is_shown_where_nothing_is_to_be_asked(qtbot: QtBot, tmp_path: Path) -> None:
    assert OverviewHands(qtbot, new_file(tmp_path)).page.cautions is None


def test_a_clash_goes_when_a_date_moves_and_comes_when_it_moves_back(overview: OverviewHands, file: OpenFile) -> None:
    visit = file.appointments.all()[0]
    file.appointments.change(visit.id, day="2026-03-20")
    assert not reads(banner(overview), W1)
    file.appointments.change(visit.id, day="2026-03-27")
    assert file.timing.open()[0].sees == W1


def test_i_asked_my_care_team_keeps_day_and_words(overview: OverviewHands, file: OpenFile, qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        page = FormPage(dialog, qtbot)
        assert page.shows("When did you ask?") == "Tue, Mar 3, 2026"
        page.fill("When did you ask?", "yesterday")
        page.type("What did they say?", "Dr. Rao will hold the date.")
        click(button(dialog, "Save answer"))

    overview.messages.will_meet(meet(file, AnswerDialog, answer))
    choose_answer(banner(overview), "I asked my care team")
    (kept,) = file.timing.all()
    assert (kept.rule, kept.answer, kept.day, kept.note) == ("W1", "asked", "2026-03-02", "Dr. Rao will hold the date.")
    assert not reads(banner(overview), W1)
    overview.press_message_button()
    assert file.timing.open()[0].sees == W1


@pytest.mark.parametrize("answer", [RuleAnswer.LATER, RuleAnswer.DOES_NOT_APPLY])
def test_the_two_short_answers_can_be_taken_back(overview: OverviewHands, file: OpenFile, answer: RuleAnswer) -> None:
    choose_answer(banner(overview), answer.words)
    assert [kept.answer for kept in file.timing.all()] == [answer.value]
    assert reads(banner(overview), W5)
    overview.press_message_button()
    assert file.timing.all() == []


def test_after_the_last_answer_the_keyboard_is_on_the_page(overview: OverviewHands, file: OpenFile) -> None:
    for found in file.timing.open()[1:]:
        file.timing.answer(found.notice, RuleAnswer.DOES_NOT_APPLY)
    choose_answer(banner(overview), "Does not apply")
    assert not banner(overview).isVisible()
    assert focused() is overview.page.title


def test_who_to_call_has_the_number_to_copy_and_what_to_ask_about(overview: OverviewHands, file: OpenFile) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.extend(texts(dialog))
        click(next(one for one in dialog.findChildren(CopyButton) if one.isVisible()))
        click(button(dialog, "Close"))

    overview.messages.will_meet(meet(file, WhoToCallDialog, look))
    click(button(banner(overview), "Who to call"))
    assert {"Dr. Anita Rao", "555-0121", "Dr. Okafor", "No phone number is written down."} <= set(seen)
    assert {"A visit by video or by phone.", "A review of your records only."} <= set(seen)
    assert QGuiApplication.clipboard().text() == "555-0121"
    assert overview.message == "Phone number copied"


def test_the_answer_can_be_written_right_after_the_call(overview: OverviewHands, file: OpenFile) -> None:
    overview.messages.will_meet(
        meet(file, WhoToCallDialog, lambda dialog: click(button(dialog, "I asked my care team"))),
        meet(file, AnswerDialog, lambda dialog: click(button(dialog, "Save answer"))),
    )
    click(button(banner(overview), "Who to call"))
    assert [kept.rule for kept in file.timing.all()] == ["W1"]


def test_what_one_can_ask_about_unfolds_in_the_banner(overview: OverviewHands) -> None:
    shown = banner(overview)
    assert not reads(shown, "A review of your records only.")
    click(button(shown, "Things to ask about"))
    assert reads(shown, "A review of your records only.")
    click(shown.after)  # W5 has no such list
    assert not reads(shown, "A review of your records only.")
    assert not shown.view.more.isVisible()


def test_a_question_is_added_once(overview: OverviewHands, file: OpenFile) -> None:
    click(banner(overview).after)
    click(button(banner(overview), "Add this question"))
    (question,) = file.questions.all()
    assert (question.text, question.bank_id) == ("How long can I take before treatment must start?", "Q-Q4")
    click(button(banner(overview), "Add this question"))
    assert overview.message == "This question is on your list already."
    assert len(file.questions.all()) == 1


def test_okay_is_an_answer_too(overview: OverviewHands, file: OpenFile) -> None:
    click(banner(overview).before)
    click(button(banner(overview), "Okay"))
    assert [(kept.rule, kept.answer) for kept in file.timing.all()] == [("W16", "seen")]


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (100, 480), (200, 1366), (200, 800)])
def test_no_word_of_the_banner_is_cut(qtbot: QtBot, file: OpenFile, look: Theme, percent: int, width: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    overview = OverviewHands(qtbot, file, width)
    click(button(banner(overview), "Things to ask about"))
    overview.settle()
    assert cut_words(overview.page) == []


# The timing step


def card(step: StepHands, kind: type[QWidget]) -> QWidget:
    return next(one for one in step.page.work.cards if isinstance(one, kind))


def test_the_step_lists_all_notices_and_ends_with_the_safety_line(step: StepHands) -> None:
    listed = card(step, NoticesCard)
    assert isinstance(listed, NoticesCard)
    assert [view.sees.text() for view in listed.views] == [W1, W5, "Your two doctors work in different fields."]
    assert step.reads("This program cannot tell if you need care right now.")


def test_nothing_is_said_about_clashes_before_two_dates_are_known(qtbot: QtBot, tmp_path: Path) -> None:
    file = new_file(tmp_path)
    step = StepHands(qtbot, file, "timing", height=1800)
    listed = card(step, NoticesCard)
    assert not listed.isVisible()
    file.people.change_situation(treatment_start="2026-03-23")
    file.people.change_situation(decide_by="2026-03-18")
    assert listed.isVisible()
    for notice in file.timing.open():
        file.timing.answer(notice.notice, RuleAnswer.DOES_NOT_APPLY)
    assert reads(listed, "No dates clash in what you wrote.")


def test_the_dates_are_saved_as_they_are_filled_in(step: StepHands, file: OpenFile, qtbot: QtBot) -> None:
    dates = card(step, DatesCard)
    assert reads(dates, "Second-opinion visit: Thu, Mar 26, 2026")
    page = FormPage(dates, qtbot)
    page.fill("Treatment is planned to start", "about May")
    page.choose("Is that day firm?", "Not sure")
    page.fill("Your doctor said okay until", "Apr 2")
    page.fill("Who said so", "Dr. Rao")
    page.fill("How long you can take, in your doctor's own words", "Until April is fine.")
    page.fill("Report is expected", "March 30")
    page.fill("Decide by", "next month")
    page.fill("Who gave you the day to decide, and why", "I did")
    page.choose("Were you told that treatment must start right away?", "No")
    assert step.page.flush()
    kept = file.people.situation()
    assert (kept.treatment_start, kept.treatment_start_firm, kept.told_urgent) == ("~2026-05", "not_sure", "no")
    assert (kept.ok_until, kept.ok_until_by, kept.ok_until_words) == ("2026-04-02", "Dr. Rao", "Until April is fine.")
    assert (kept.report_expected, kept.decide_by, kept.decide_by_source) == ("2026-03-30", "~2026-04", "I did")
    assert page.shows("Your doctor said okay until") == "Thu, Apr 2, 2026"
    assert "W1" not in [found.rule for found in file.timing.open()]


def test_a_date_that_can_be_read_in_two_ways_is_asked_about(step: StepHands, file: OpenFile, qtbot: QtBot) -> None:
    page = FormPage(card(step, DatesCard), qtbot)
    page.fill("Decide by", "3/4")
    assert "Is that March 4 or April 3?" in page.words()
    assert file.people.situation().decide_by == ""


def test_closing_the_window_in_mid_sentence_keeps_the_doctors_words(
    step: StepHands, file: OpenFile, qtbot: QtBot
) -> None:
    FormPage(card(step, DatesCard), qtbot).type("How long you can take, in your doctor's own words", "A week or")
    assert step.page.flush()
    assert file.people.situation().ok_until_words == "A week or"


def test_what_was_said_stands_below_and_can_be_changed_or_taken_away(step: StepHands, file: OpenFile) -> None:
    talks = card(step, TalksCard)
    assert not talks.isVisible()
    file.timing.answer(file.timing.open()[0].notice, RuleAnswer.ASKED, "It is fine, she said.", "2026-03-02")
    assert reads(talks, "Mar 2, I asked my care team")
    assert reads(talks, "It is fine, she said.")

    step.messages.will_meet(meet(file, ChangeAnswerDialog, lambda dialog: click(button(dialog, "Remove"))))
    click(button(talks, "Change"))
    assert file.timing.all() == []
    assert file.timing.open()[0].sees == W1
    step.press_message_button()
    assert [kept.note for kept in file.timing.all()] == ["It is fine, she said."]


def test_answering_in_the_list_leaves_the_keyboard_there(step: StepHands) -> None:
    listed = card(step, NoticesCard)
    assert isinstance(listed, NoticesCard)
    choose_answer(listed.views[2], "Does not apply")
    assert len(listed.views) == 2
    assert focused() is listed.views[1].answer


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (100, 480), (200, 1366), (200, 800)])
def test_no_word_of_the_step_is_cut(qtbot: QtBot, file: OpenFile, look: Theme, percent: int, width: int) -> None:
    file.timing.answer(file.timing.open()[2].notice, RuleAnswer.ASKED, "She was " + "very " * 40 + "kind.")
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    step = StepHands(qtbot, file, "timing", width, 2600)
    step.settle()
    assert cut_words(step.page) == []


# Before a visit is set aside


def set_aside(
    file: OpenFile, stage: OverviewHands, qtbot: QtBot, words: str, *, again: bool = False
) -> AppointmentStatus:
    visit = file.appointments.book(kind=AppointmentKind.OWN_DOCTOR, day="2026-03-09", title="Infusion")

    def change(dialog: QDialog) -> None:
        FormPage(dialog, qtbot).choose("Where it stands", "Canceled")
        click(button(dialog, "Save appointment"))
        if again:
            assert dialog.isVisible()
            dialog.reject()

    def answer(dialog: QDialog) -> None:
        assert reads(dialog, "Before you cancel this, ask your care team what could change if you do.")
        click(button(dialog, words)) if words else dialog.reject()

    stage.messages.will_meet(meet(file, AppointmentDialog, change), meet(file, SetAsideDialog, answer))
    VisitDialogs(file, stage.messages).change_appointment(visit)
    return file.appointments.get(visit.id).status


def test_keep_it_keeps_the_appointment(overview: OverviewHands, file: OpenFile, qtbot: QtBot) -> None:
    assert set_aside(file, overview, qtbot, "Keep it") is AppointmentStatus.PLANNED


def test_i_asked_writes_it_down_and_does_not_ask_again(overview: OverviewHands, file: OpenFile, qtbot: QtBot) -> None:
    assert set_aside(file, overview, qtbot, "I asked") is AppointmentStatus.CANCELED
    assert [kept.rule for kept in file.timing.all()] == ["W7"]
    assert "W7" not in [found.rule for found in file.timing.open()]


def test_i_will_ask_later_leaves_it_open_on_overview(overview: OverviewHands, file: OpenFile, qtbot: QtBot) -> None:
    assert set_aside(file, overview, qtbot, "I will ask later") is AppointmentStatus.CANCELED
    assert "W7" in [found.rule for found in file.timing.open()]


def test_closing_the_question_leads_back_to_the_form(overview: OverviewHands, file: OpenFile, qtbot: QtBot) -> None:
    assert set_aside(file, overview, qtbot, "", again=True) is AppointmentStatus.PLANNED


def test_the_day_changes_while_the_page_is_hidden(overview: OverviewHands, file: OpenFile) -> None:
    file.timing.answer(file.timing.open()[0].notice, RuleAnswer.LATER)
    overview.page.hide()
    assert not reads(banner(overview), W1)
    in_two_days = clock.now().replace(day=5)
    with clock.standing_at(in_two_days):
        overview.page.show()
        assert reads(banner(overview), W1)
