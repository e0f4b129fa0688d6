"""Opening a file: from the first screen, with a passphrase, and whatever may stand in the way."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from secondopinion_desktop.base import clock, paths, troubles
from secondopinion_desktop.ui.entrance.lock import pause_after
from secondopinion_desktop.ui.entrance.recent import where_and_when
from secondopinion_desktop.ui.entrance.welcome import Welcome
from tests.helpers.casefiles import made, seen_from_outside
from tests.helpers.entrance import FrontDoor, has_keyboard
from tests.helpers.hands import click, focused, press, write
from tests.helpers.program import PASSPHRASE, make_person_file

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


# From the first screen


def test_the_first_screen_offers_three_ways_and_says_what_this_is(door: FrontDoor) -> None:
    door.entrance.welcome()
    words = door.words()
    for sentence in ("Start a new file", "Open a file you already have", "Look around first"):
        assert sentence in words
    assert "Everything stays on this computer. No account and no internet needed." in words
    assert "Opened before" not in words
    assert focused() is door.welcome.start


def test_a_file_is_chosen_and_opens(door: FrontDoor, folder: Path) -> None:
    make_person_file(folder / "a.secondopinion")
    door.entrance.welcome()
    door.messages.will_choose(folder / "a.secondopinion")
    click(door.welcome.open)
    door.rest()
    assert door.file is not None
    assert door.file.people.person().name == "Margaret Doyle"


def test_choosing_nothing_changes_nothing(door: FrontDoor) -> None:
    door.entrance.welcome()
    door.messages.will_choose(None)
    click(door.welcome.open)
    assert door.welcome.isVisible()


def test_files_opened_before_stand_with_place_and_day(door: FrontDoor, folder: Path, a_tuesday: datetime) -> None:
    path = folder / "Margaret's second opinion.secondopinion"
    make_person_file(path)
    yesterday = clock.local_now().replace(hour=16, minute=15) - timedelta(days=1)
    os.utime(path, (yesterday.timestamp(), yesterday.timestamp()))
    door.settings.remember_file(path)
    door.entrance.welcome()
    door.rest()
    row = door.welcome.recent.rows[0]
    assert row.name.text() == "Margaret's second opinion"
    assert row.where.text() == "papers, changed yesterday at 4:15 PM"
    assert focused() is row.opener
    click(row.opener)
    door.rest()
    assert door.file is not None


def test_older_changes_are_said_by_the_day_and_lost_files_calmly(a_tuesday: datetime, folder: Path) -> None:
    path = folder / "x.secondopinion"
    assert where_and_when(path, clock.now() - timedelta(days=9)) == "papers, changed on Feb 22"
    assert where_and_when(path, clock.now()).startswith("papers, changed today at ")
    assert where_and_when(path, None) == "papers, not found at the moment"


def test_a_file_can_be_taken_off_the_list_and_stays_where_it_is(door: FrontDoor, folder: Path) -> None:
    for name in ("a", "b"):
        make_person_file(folder / f"{name}.secondopinion")
        door.settings.remember_file(folder / f"{name}.secondopinion")
    door.entrance.welcome()
    door.rest()
    first, second = door.welcome.recent.rows
    click(first.forgetter)
    assert [row.path.name for row in door.welcome.recent.rows] == ["a.secondopinion"]
    assert focused() is second.opener
    assert door.settings.settings.recent == (str(folder / "a.secondopinion"),)
    assert (folder / "b.secondopinion").exists()


def test_only_the_latest_files_are_shown_until_all_are_wanted(door: FrontDoor, folder: Path) -> None:
    for number in range(5):
        door.settings.remember_file(folder / f"{number}.secondopinion")
    door.entrance.welcome()
    door.rest()
    recent = door.welcome.recent
    assert [row.isVisible() for row in recent.rows] == [True, True, True, False, False]
    click(recent.all_button)
    assert all(row.isVisible() for row in recent.rows)


# The sample


def test_the_sample_is_written_anew_each_time(door: FrontDoor) -> None:
    for _time in range(2):
        door.entrance.welcome()
        click(door.welcome.look)
        door.rest()
        file = door.file
        assert file is not None
        assert file.people.person().is_sample
        assert file.people.person().call_me == "Margaret"
        assert paths.data_dir() in file.path.parents
        file.people.change_person(call_me="Somebody else")
        file.close()
        door.file = None


# The passphrase


@pytest.fixture
def locked(door: FrontDoor, folder: Path) -> FrontDoor:
    door.code = make_person_file(folder / "Margaret.secondopinion", PASSPHRASE)
    door.open(folder / "Margaret.secondopinion")
    return door


def test_a_protected_file_asks_for_its_passphrase(locked: FrontDoor) -> None:
    assert "This file is protected by a passphrase." in locked.words()
    assert has_keyboard(locked.lock.field)
    assert locked.lock.field.editor.echoMode() == QLineEdit.EchoMode.Password
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    locked.rest()
    assert locked.file is not None
    assert locked.code == ""


def test_a_wrong_passphrase_is_said_under_the_field_and_nothing_is_written(locked: FrontDoor, folder: Path) -> None:
    before = seen_from_outside(folder)
    write("something else")
    press(Qt.Key.Key_Return)
    locked.rest()
    field = locked.lock.field
    assert field.error.startswith("This passphrase does not open the file. Check that Caps Lock is off")
    assert has_keyboard(field)
    assert field.editor.selectedText()
    assert seen_from_outside(folder) == before
    write(PASSPHRASE)
    assert field.error == ""
    click(locked.lock.opener)
    locked.rest()
    assert locked.file is not None


def test_an_empty_field_is_not_tried(locked: FrontDoor) -> None:
    click(locked.lock.opener)
    assert locked.lock.field.error == "Type the passphrase."


def test_those_who_forgot_it_open_with_the_recovery_key(locked: FrontDoor) -> None:
    code, locked.code = locked.code, ""
    click(locked.lock.forgot)
    field = locked.lock.field
    assert field.label.text() == "Recovery key"
    assert field.editor.echoMode() == QLineEdit.EchoMode.Normal
    write(code[:-1] + ("A" if code[-1] != "A" else "B"))
    press(Qt.Key.Key_Return)
    locked.rest()
    assert field.error == str(troubles.MistypedRecoveryCode())
    field.editor.selectAll()
    write(code)
    click(locked.lock.opener)
    locked.rest()
    assert locked.file is not None
    assert locked.code == code


def test_a_key_of_another_file_is_told_apart_from_a_slip(locked: FrontDoor, folder: Path) -> None:
    other = made(folder / "other.secondopinion", "another passphrase")
    click(locked.lock.forgot)
    write(other)
    press(Qt.Key.Key_Return)
    locked.rest()
    assert locked.lock.field.error == str(troubles.WrongRecoveryCode())


def test_the_way_back_from_the_recovery_key_is_the_passphrase(locked: FrontDoor) -> None:
    click(locked.lock.forgot)
    click(locked.lock.forgot)
    assert locked.lock.field.label.text() == "Passphrase"
    assert locked.lock.field.editor.echoMode() == QLineEdit.EchoMode.Password


def test_letters_can_be_seen_while_typing(locked: FrontDoor) -> None:
    click(locked.lock.eye)
    assert locked.lock.field.editor.echoMode() == QLineEdit.EchoMode.Normal
    click(locked.lock.eye)
    assert locked.lock.field.editor.echoMode() == QLineEdit.EchoMode.Password


def test_after_five_tries_there_is_a_growing_pause(locked: FrontDoor) -> None:
    for number in range(5):
        write(f"wrong {number}")
        press(Qt.Key.Key_Return)
        locked.rest()
    assert "You can try again in 5 seconds." in locked.lock.field.error
    assert not locked.lock.opener.isEnabled()
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert not locked.workers.is_busy
    assert [pause_after(tries) for tries in range(4, 11)] == [0, 5, 10, 20, 40, 60, 60]


def test_another_file_can_be_opened_instead(locked: FrontDoor) -> None:
    click(locked.lock.other)
    assert locked.screen(Welcome)
