"""The whole program: what it opens, keeps, locks, and leaves behind."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.base import clock, paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.base.troubles import AlreadyOpen
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.ui.dialogs.passphrase import PassphraseDialog
from secondopinion_desktop.ui.dialogs.text_and_colors import TextAndColors
from secondopinion_desktop.ui.dialogs.unsaved import UnsavedWords
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.pages.notes import NotesPage
from secondopinion_desktop.ui.program import Program
from tests.helpers.casefiles import CHEAP
from tests.helpers.entrance import has_keyboard
from tests.helpers.hands import CTRL, click, press, tab_to, write
from tests.helpers.program import PASSPHRASE, Running, make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from tests.conftest import LogWatch

    Start = Callable[..., Running]


def backups() -> list[Path]:
    return sorted((paths.data_dir() / "backups").rglob("*.secondopinion"))


# Beginning


def test_without_a_file_the_first_screen_is_shown(start: Start) -> None:
    assert start().welcome.start.isVisible()


def test_a_start_can_be_ended_before_there_was_a_picture(plain: Path, qtbot: QtBot) -> None:
    program = Program(SettingsStore(paths.settings_dir() / "settings.json"))
    qtbot.addWidget(program.window)
    program.start(plain)
    program.end()
    assert program.file is None
    assert not program.workers.is_busy


def test_a_file_named_at_the_start_opens(start: Start, plain: Path, qtbot: QtBot) -> None:
    running = start(plain)
    assert running.file.path == plain
    assert running.window.windowTitle() == "Margaret Doyle - Second Opinion"
    qtbot.waitUntil(lambda: running.settings.settings.recent == (str(plain),))


def test_a_new_file_leads_into_the_window(start: Start) -> None:
    running = start()
    click(running.welcome.start)
    write("Margaret")
    tab_to("Protect it with a passphrase (you can do this later)")
    press(Qt.Key.Key_Space)
    tab_to("Create file")
    press(Qt.Key.Key_Space)
    running.rest()
    assert running.file.people.person().name == "Margaret"
    assert "0 of 8 done" in running.words()


def test_the_sample_says_what_it_is_and_leaves_nothing_behind(start: Start) -> None:
    running = start()
    click(running.welcome.look)
    running.rest()
    assert "You are looking at sample data" in running.words()
    path = running.file.path
    assert running.settings.settings.recent == ()
    click(running.button("Start my own file"))
    running.rest()
    assert not path.exists()
    assert "Start a new file" in running.words()
    assert backups() == []


def test_old_removed_items_leave_when_a_file_is_opened(
    start: Start, plain: Path, a_tuesday: datetime, qtbot: QtBot
) -> None:
    file = Files(LockFile, CHEAP).open(plain)
    file.questions.remove(file.questions.ask("Old question").id)
    file.close()
    with clock.standing_at(a_tuesday + timedelta(days=91)):
        running = start(plain)
        qtbot.waitUntil(lambda: running.file.removed.all() == [])


# Going on and ending


def test_closing_the_window_closes_the_file_with_a_backup(start: Start, plain: Path) -> None:
    running = start(plain)
    running.file.questions.ask("Why surgery first?")
    with pytest.raises(AlreadyOpen):
        casefile.open_file(plain, make_lock=LockFile)
    assert running.close_window()
    running.end()
    casefile.open_file(plain, make_lock=LockFile).close()
    assert len(backups()) == 1


def test_without_changes_there_is_no_second_backup(start: Start, plain: Path) -> None:
    for _time in range(2):
        running = start(plain)
        running.close_window()
        running.end()
    assert len(backups()) == 1


def test_another_file_can_be_opened_and_the_first_is_closed(
    start: Start, plain: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "Other.secondopinion"
    make_person_file(other, name="Tom")
    running = start(plain)
    running.messages.will_choose(other)
    running.ask("open_file")
    assert running.file.path == other
    casefile.open_file(plain, make_lock=LockFile).close()
    qtbot.waitUntil(lambda: running.settings.settings.recent == (str(other), str(plain)))


def test_choosing_the_open_file_again_changes_nothing(start: Start, plain: Path) -> None:
    running = start(plain)
    file = running.file
    running.messages.will_choose(plain)
    running.ask("open_file")
    assert running.file is file
    assert running.messages.toasts == ["This file is open already."]


def test_closing_the_file_leads_to_the_first_screen_which_names_it(start: Start, plain: Path) -> None:
    running = start(plain)
    running.ask("close_file")
    assert [row.path for row in running.welcome.recent.rows] == [plain]


def test_half_an_hour_after_a_change_a_backup_is_made(start: Start, plain: Path, a_tuesday: datetime) -> None:
    running = start(plain)
    running.file.questions.ask("Why surgery first?")
    with clock.standing_at(a_tuesday + timedelta(minutes=31)):
        running.program.back_up_if_due()
        running.rest()
    assert len(backups()) == 1


# Locking


def note_with_words(running: Running) -> NotesPage:
    """Write a note on the notes page by hand; the caret is in the middle of it."""
    page = running.go("notes")
    assert isinstance(page, NotesPage)
    running.ask("new_note")
    editor = page.sheet.frame.editor
    editor.setFocus()
    write("What the doctor told us", editor)
    for _letter in range(4):
        press(Qt.Key.Key_Left, on=editor)
    return page


def test_locking_returns_to_the_same_note_and_place(start: Start, protected: Path) -> None:
    running = start(protected)
    running.unlock()
    note_with_words(running)
    press(Qt.Key.Key_L, CTRL)
    running.rest()
    assert "You locked it. Everything is saved." in running.words()
    assert has_keyboard(running.lock.field)
    assert "What the doctor told us" not in running.words()
    running.unlock()
    page = running.page
    assert isinstance(page, NotesPage)
    editor = page.sheet.frame.editor
    assert editor.toPlainText() == "What the doctor told us"
    assert editor.textCursor().position() == len("What the doctor told us") - 4


def test_while_locked_the_file_is_closed(start: Start, protected: Path) -> None:
    running = start(protected)
    running.unlock()
    running.ask("lock")
    assert running.program.file is None
    file = Files(LockFile, CHEAP).open(protected, passphrase=PASSPHRASE)
    file.close()


def test_the_name_can_be_kept_out_of_the_title_while_locked(start: Start, protected: Path) -> None:
    running = start(protected)
    running.unlock()
    running.ask("lock")
    assert running.window.windowTitle() == "Margaret Doyle - Second Opinion"
    running.unlock()
    running.settings.change(hide_name_when_locked=True)
    running.ask("lock")
    assert running.window.windowTitle() == "Second Opinion"


def test_a_file_without_a_passphrase_cannot_be_locked(start: Start, plain: Path) -> None:
    running = start(plain)
    assert not running.window.actions_["lock"].isVisible()


def test_after_a_night_asleep_the_first_touch_locks_and_shows_nothing(start: Start, protected: Path) -> None:
    running = start(protected)
    running.unlock()
    note_with_words(running)
    with clock.standing_at(clock.now() + timedelta(hours=8)):
        press(Qt.Key.Key_X)
        running.rest()
        assert "Locked after 10 minutes without use. Everything is saved." in running.words()
    running.unlock()
    page = running.page
    assert isinstance(page, NotesPage)
    assert page.sheet.frame.editor.toPlainText() == "What the doctor told us"


def test_never_lock_means_never(start: Start, protected: Path) -> None:
    running = start(protected)
    running.unlock()
    running.settings.change(lock_minutes=0)
    running.messages.will_meet(leave)
    running.ask("look")
    with clock.standing_at(clock.now() + timedelta(hours=8)):
        press(Qt.Key.Key_X)
        running.rest()
    assert running.program.file is not None


def leave(dialog: QDialog) -> None:
    assert isinstance(dialog, TextAndColors)
    dialog.accept()


def test_a_file_opened_with_the_recovery_key_is_offered_a_new_passphrase(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "Margaret.secondopinion"
    code = make_person_file(path, PASSPHRASE)
    running = start(path)
    met: list[str] = []

    def not_now(dialog: QDialog) -> None:
        assert isinstance(dialog, PassphraseDialog)
        met.append(dialog.cancel.words)
        click(dialog.cancel)

    running.messages.will_meet(not_now)
    click(running.lock.forgot)
    running.unlock(code)
    assert met == ["Not now"]
    assert running.file.is_protected


# Words that cannot be saved


@pytest.fixture
def pulled_out(start: Start, plain: Path) -> Running:
    """Return the program with a note being written while its file goes away, as with a stick that is pulled out."""
    running = start(plain)
    note_with_words(running)
    plain.rename(plain.with_name("elsewhere"))
    write("!")
    return running


def choose(name: str) -> Callable[[QDialog], object]:
    def visit(dialog: QDialog) -> None:
        assert isinstance(dialog, UnsavedWords)
        click(getattr(dialog, name))

    return visit


def test_words_that_cannot_be_saved_keep_the_window_open_if_wanted(pulled_out: Running, log_watch: LogWatch) -> None:
    pulled_out.messages.will_meet(choose("keep_button"))
    assert not pulled_out.close_window()
    page = pulled_out.page
    assert isinstance(page, NotesPage)
    assert "!" in page.sheet.frame.editor.toPlainText()
    pulled_out.messages.will_meet(choose("close_button"))
    with log_watch.expecting("no backup on closing"):
        assert pulled_out.close_window()
        pulled_out.end()


def test_words_that_cannot_be_saved_can_be_saved_in_another_place(pulled_out: Running, tmp_path: Path) -> None:
    saved = tmp_path / "saved.secondopinion"
    pulled_out.messages.will_meet(choose("elsewhere_button"))
    pulled_out.messages.will_choose(saved)
    assert pulled_out.close_window()
    pulled_out.end()
    file = Files(LockFile, CHEAP).open(saved)
    assert "What the doctor tol!d us" in file.notes.recent()[0][0].body
    file.close()


def test_nobody_has_to_close_to_save_in_another_place(pulled_out: Running, tmp_path: Path) -> None:
    saved = tmp_path / "saved.secondopinion"
    pulled_out.window.flush()
    assert "The open file was moved or replaced by something outside this program." in pulled_out.words()
    pulled_out.messages.will_choose(saved)
    click(pulled_out.button("Save in another place"))
    assert pulled_out.file.path == saved
    assert "The open file was moved" not in pulled_out.words()
    assert pulled_out.settings.settings.recent[0] == str(saved)
    assert pulled_out.close_window()


def test_a_copy_elsewhere_is_whole_and_changes_nothing_here(start: Start, plain: Path, tmp_path: Path) -> None:
    running = start(plain)
    note_with_words(running)
    running.messages.will_choose(tmp_path / "copy.secondopinion")
    running.ask("export")
    assert running.file.path == plain
    copy = Files(LockFile, CHEAP).open(tmp_path / "copy.secondopinion")
    assert "What the doctor told us" in copy.notes.recent()[0][0].body
    copy.close()
