"""Text and colors, removed items, people who write here, about."""

from __future__ import annotations

import getpass
import platform
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from secondopinion_desktop import __version__
from secondopinion_desktop.base import clock, paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.ui.dialogs.about import About
from secondopinion_desktop.ui.dialogs.help import HelpDialog
from secondopinion_desktop.ui.dialogs.insurance_help import InsuranceHelp
from secondopinion_desktop.ui.dialogs.removed_items import RemovedItems
from secondopinion_desktop.ui.dialogs.text_and_colors import TextAndColors
from secondopinion_desktop.ui.dialogs.writers import Writers
from secondopinion_desktop.ui.theme import Colors, Letters, theme
from tests.helpers.forms import visible_words
from tests.helpers.hands import click, focused, press, write
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.widgets import ComboBox, Dialog


def shown(qtbot: QtBot, dialog: Dialog) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()


def words(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


# Text and colors


@pytest.fixture
def settings() -> SettingsStore:
    return SettingsStore(paths.settings_dir() / "settings.json")


@pytest.fixture
def look_dialog(qtbot: QtBot, settings: SettingsStore) -> TextAndColors:
    dialog = TextAndColors(settings)
    shown(qtbot, dialog)
    return dialog


def kept() -> SettingsStore:
    return SettingsStore(paths.settings_dir() / "settings.json")


def test_larger_text_shows_straight_away_and_is_kept(look_dialog: TextAndColors) -> None:
    height = look_dialog.larger.height()
    for _time in range(2):
        click(look_dialog.larger)
    assert "125%" in words(look_dialog)
    assert theme().look.text_percent == 125
    assert look_dialog.larger.height() > height
    assert kept().settings.text_percent == 125
    click(look_dialog.smaller)
    assert "110%" in words(look_dialog)


def test_there_is_no_smaller_than_normal_and_no_larger_than_twice(look_dialog: TextAndColors) -> None:
    assert not look_dialog.smaller.isEnabled()
    for _time in range(5):
        click(look_dialog.larger)
    assert "200%" in words(look_dialog)
    assert not look_dialog.larger.isEnabled()


def choose_in(box: ComboBox, key: str) -> None:
    """Choose as a person does: with the arrow keys."""
    box.setFocus()
    while box.key() != key:
        before = box.key()
        press(Qt.Key.Key_Down, on=box)
        assert box.key() != before, f"no such choice: {key}"


def test_colors_letters_and_lock_time_are_kept(look_dialog: TextAndColors) -> None:
    look_dialog.colors[Colors.DARK].click()
    assert theme().dark
    choose_in(look_dialog.letters.editor, Letters.CLEAR)
    assert theme().look.letters is Letters.CLEAR
    choose_in(look_dialog.minutes.editor, "30")
    click(look_dialog.hide_name.words)
    found = kept().settings
    assert (found.colors, found.letters, found.lock_minutes, found.hide_name_when_locked) == ("dark", "clear", 30, True)


def test_what_was_chosen_is_shown_next_time(qtbot: QtBot, settings: SettingsStore) -> None:
    settings.change(lock_minutes=0, hide_name_when_locked=True)
    dialog = TextAndColors(settings)
    shown(qtbot, dialog)
    assert dialog.minutes.editor.currentText() == "Never lock by itself"
    assert dialog.hide_name.is_ticked()
    assert dialog.colors[Colors.LIGHT].isChecked()
    press(Qt.Key.Key_Return, on=dialog)
    assert not dialog.isVisible()


# Removed items


def titles(dialog: RemovedItems) -> list[str]:
    return [str(dialog.model.index(row, 0).data()) for row in range(dialog.model.rowCount())]


@pytest.fixture
def with_removed(file: OpenFile) -> OpenFile:
    for text in ("Why surgery first?", "How long does it take?"):
        file.questions.remove(file.questions.ask(text).id)
    return file


def test_removed_items_are_listed_by_name_and_kind(qtbot: QtBot, with_removed: OpenFile, a_tuesday: datetime) -> None:
    with_removed.notes.remove(with_removed.notes.write_new().id)
    dialog = RemovedItems(with_removed, FakeMessages())
    shown(qtbot, dialog)
    assert set(titles(dialog)) == {"Without a title", "Why surgery first?", "How long does it take?"}
    row = titles(dialog).index("Without a title")
    assert [dialog.model.index(row, column).data() for column in range(3)] == ["Without a title", "Note", "Mar 3"]


def test_bringing_back_returns_it_to_its_list(qtbot: QtBot, with_removed: OpenFile) -> None:
    dialog = RemovedItems(with_removed, FakeMessages())
    shown(qtbot, dialog)
    assert focused() is dialog.table
    chosen = titles(dialog)[0]
    click(dialog.bring_back)
    assert chosen not in titles(dialog)
    assert [question.text for question in with_removed.questions.top()] == [chosen]


@pytest.mark.parametrize("sure", [True, False])
def test_emptying_is_asked_first_and_is_for_good(qtbot: QtBot, with_removed: OpenFile, *, sure: bool) -> None:
    messages = FakeMessages()
    dialog = RemovedItems(with_removed, messages)
    shown(qtbot, dialog)
    messages.will_answer(sure)
    click(dialog.empty_now)
    assert messages.asked == ["Empty removed items?"]
    assert bool(with_removed.removed.all()) is not sure
    assert ("Nothing was removed." in words(dialog)) is sure
    assert dialog.bring_back.isEnabled() is not sure


def test_several_are_brought_back_at_once(qtbot: QtBot, with_removed: OpenFile) -> None:
    dialog = RemovedItems(with_removed, FakeMessages())
    shown(qtbot, dialog)
    dialog.table.selectAll()
    click(dialog.bring_back)
    assert titles(dialog) == []
    assert len(with_removed.questions.top()) == 2


def test_after_ninety_days_they_are_gone(file: OpenFile, a_tuesday: datetime) -> None:
    file.questions.remove(file.questions.ask("Old question").id)
    with clock.standing_at(a_tuesday + timedelta(days=89)):
        assert file.removed.erase_old() == 0
    with clock.standing_at(a_tuesday + timedelta(days=91)):
        assert file.removed.erase_old() == 1


# People who write here


def test_someone_can_be_added_and_renamed(qtbot: QtBot, file: OpenFile) -> None:
    dialog = Writers(file)
    shown(qtbot, dialog)
    write("Claire", dialog.new_name.editor)
    write("daughter", dialog.new_relation.editor)
    click(dialog.add_one)
    assert [writer.name.editor.text() for writer in dialog.writers] == ["Margaret Doyle", "Claire"]
    dialog.writers[1].name.editor.selectAll()
    write("Claire Doyle", dialog.writers[1].name.editor)
    click(dialog.close_button)
    assert not dialog.isVisible()
    labels = [file.people.authors.label(author) for author in file.people.authors.all()]
    assert labels == ["Margaret Doyle", "Claire Doyle (daughter)"]


def test_a_name_that_was_typed_is_not_lost_by_pressing_done(qtbot: QtBot, file: OpenFile) -> None:
    dialog = Writers(file)
    shown(qtbot, dialog)
    write("Claire", dialog.new_name.editor)
    click(dialog.close_button)
    assert [author.name for author in file.people.authors.all()] == ["Margaret Doyle", "Claire"]


def test_nobody_is_without_a_name(qtbot: QtBot, file: OpenFile) -> None:
    dialog = Writers(file)
    shown(qtbot, dialog)
    click(dialog.add_one)
    assert dialog.new_name.error
    dialog.writers[0].name.editor.clear()
    click(dialog.close_button)
    assert dialog.writers[0].name.error
    assert dialog.isVisible()
    assert [author.name for author in file.people.authors.all()] == ["Margaret Doyle"]


# About


def test_about_says_version_place_and_licenses(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Margaret Doyle.secondopinion"
    dialog = About(path)
    shown(qtbot, dialog)
    for part in (__version__, str(path), "MIT", "It does not give medical advice."):
        assert part in words(dialog)
    click(dialog.copy)
    assert QGuiApplication.clipboard().text() == str(path)


def test_about_without_a_file_names_none(qtbot: QtBot) -> None:
    dialog = About(None)
    shown(qtbot, dialog)
    assert "Your file" not in words(dialog)


def test_details_for_a_helper_hold_nothing_personal(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Margaret Doyle.secondopinion"
    dialog = About(path)
    shown(qtbot, dialog)
    click(dialog.copy_details)
    copied = QGuiApplication.clipboard().text()
    assert f"Second Opinion {__version__}" in copied
    for personal in ("Margaret", str(tmp_path), f"/{getpass.getuser()}", platform.node() or "no name"):
        assert personal not in copied


def test_about_leads_to_the_licenses_word_for_word(qtbot: QtBot) -> None:
    messages = FakeMessages()
    seen: list[str] = []

    def read(dialog: QDialog) -> None:
        box = dialog.findChild(QPlainTextEdit)
        assert box is not None
        seen.append(box.toPlainText())
        dialog.accept()

    messages.will_meet(read)
    dialog = About(None, messages)
    shown(qtbot, dialog)
    click(next(one for one in dialog.findChildren(QPushButton) if "licenses" in one.text()))
    assert "SIL OPEN FONT LICENSE" in seen[0]


def test_help_says_where_the_file_is_and_how_to_install_move_and_remove(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = HelpDialog(tmp_path / "Margaret.secondopinion")
    shown(qtbot, dialog)
    for part in (str(tmp_path / "Margaret.secondopinion"), str(paths.data_dir() / "backups"), "stick", "backups stay"):
        assert part in words(dialog)
    for system in ("Windows", "Mac", "Linux", "Run anyway", "Open Anyway"):
        assert system in words(dialog)


@pytest.mark.parametrize(("year", "old"), [(2026, False), (2028, True)])
def test_facts_about_insurance_say_whom_to_ask_and_that_they_are_old(qtbot: QtBot, year: int, old: bool) -> None:
    with clock.standing_at(datetime(year, 12, 1, 12, tzinfo=UTC)):
        dialog = InsuranceHelp()
        shown(qtbot, dialog)
        words = visible_words(dialog)
    assert ("This was read at its source more than a year ago. Please ask if it still holds." in words) is old
    assert ("Rules change. Ask your plan." in words) is not old
    assert "Source: HealthCare.gov." in words
