"""Making a file: by keys alone, for oneself or somebody else, protected or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from secondopinion_desktop.base import paths
from secondopinion_desktop.services.newplace import SUFFIX
from tests.helpers.casefiles import seen_from_outside
from tests.helpers.entrance import FrontDoor, has_keyboard
from tests.helpers.hands import click, focused, press, tab_to, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

PASSPHRASE = "violet kettle on the moon"


@pytest.fixture
def door(qtbot: QtBot) -> Iterator[FrontDoor]:
    door = FrontDoor(qtbot)
    door.entrance.welcome()
    yield door
    door.close()


@pytest.fixture
def form(door: FrontDoor) -> FrontDoor:
    click(door.welcome.start)
    return door


def opened(door: FrontDoor) -> OpenFile:
    assert door.file is not None, door.words()
    return door.file


def test_a_protected_file_can_be_made_by_keys_alone(door: FrontDoor, qtbot: QtBot) -> None:
    assert focused() is door.welcome.start
    press(Qt.Key.Key_Space)
    assert has_keyboard(door.new_file.name)
    write("Margaret Doyle")
    tab_to("Passphrase")
    write(PASSPHRASE)
    press(Qt.Key.Key_Tab)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    door.rest()
    assert focused() is door.key.panel.print_button
    tab_to("I have printed the key or written it down")
    press(Qt.Key.Key_Space)
    tab_to("Continue")
    press(Qt.Key.Key_Space)
    file = opened(door)
    assert file.is_protected
    assert file.path == paths.documents_dir() / f"Margaret Doyle{SUFFIX}"
    assert file.people.person().name == "Margaret Doyle"


def test_the_first_field_is_the_name_and_nothing_else_is_needed_without_a_passphrase(form: FrontDoor) -> None:
    write("Margaret")
    click(form.new_file.protect.words)
    assert not form.new_file.choose.isVisible()
    click(form.new_file.create_button)
    form.rest()
    assert not opened(form).is_protected
    assert not opened(form).people.person().kept_by_helper


def test_a_file_for_someone_else_knows_who_keeps_it(form: FrontDoor) -> None:
    page = form.new_file
    write("Margaret")
    click(page.protect.words)
    page.someones.click()
    write("Claire", page.helper_name.editor)
    write("daughter", page.relation.editor)
    click(page.create_button)
    form.rest()
    file = opened(form)
    assert file.people.person().kept_by_helper
    writer = file.people.authors.get(file.people.authors.current)
    assert file.people.authors.label(writer) == "Claire (daughter)"


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_written(form: FrontDoor) -> None:
    page = form.new_file
    before = seen_from_outside(paths.documents_dir())
    click(page.create_button)
    assert page.name.error == "Please write a name. A first name is enough."
    assert page.choose.passphrase.error
    assert has_keyboard(page.name)
    write("Margaret")
    assert page.name.error == ""
    write(PASSPHRASE, page.choose.passphrase.editor)
    write("something else", page.choose.again.editor)
    click(page.create_button)
    assert page.choose.again.error == "The two are not the same. Type it again."
    assert has_keyboard(page.choose.again)
    assert seen_from_outside(paths.documents_dir()) == before
    assert form.file is None


@pytest.mark.parametrize("easy", ["password", "margaret", "12345678"])
def test_a_passphrase_that_is_too_easy_is_refused_with_what_helps(form: FrontDoor, easy: str) -> None:
    page = form.new_file
    write("Margaret")
    write(easy, page.choose.passphrase.editor)
    write(easy, page.choose.again.editor)
    click(page.create_button)
    form.rest()
    assert page.choose.passphrase.error == "Too easy to guess. Add a few words."
    assert has_keyboard(page.choose.passphrase)
    assert seen_from_outside(paths.documents_dir()) == {}


def test_the_strength_is_said_in_words_while_typing(form: FrontDoor, qtbot: QtBot) -> None:
    page = form.new_file
    write(PASSPHRASE, page.choose.passphrase.editor)
    qtbot.waitUntil(lambda: page.choose.strength.words == "Strong.")
    page.choose.passphrase.editor.selectAll()
    write("a", page.choose.passphrase.editor)
    qtbot.waitUntil(lambda: page.choose.strength.words == "Too easy to guess. Add a few words.")
    press(Qt.Key.Key_Backspace, on=page.choose.passphrase.editor)
    assert page.choose.strength.words == ""


def test_letters_are_shown_only_to_those_who_want_to_see_them(form: FrontDoor) -> None:
    page = form.new_file
    fields = (page.choose.passphrase.editor, page.choose.again.editor)
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Password}
    click(page.choose.show_box.words)
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Normal}
    click(page.choose.show_box.words)
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Password}


def test_the_place_follows_the_name_until_another_is_chosen(form: FrontDoor, tmp_path: Path) -> None:
    page = form.new_file
    write("Zoë Łukasz")
    assert page.place.editor.text() == f"documents / Zoë Łukasz{SUFFIX}"
    form.messages.will_choose(tmp_path / "elsewhere")
    click(page.change)
    assert page.place.editor.text().endswith(f"elsewhere{SUFFIX}")
    write("X", page.name.editor)
    assert page.place.editor.text().endswith(f"elsewhere{SUFFIX}")
    click(page.protect.words)
    click(page.create_button)
    form.rest()
    assert opened(form).path == tmp_path / f"elsewhere{SUFFIX}"


def test_a_second_file_for_the_same_name_gets_a_name_of_its_own(form: FrontDoor) -> None:
    (paths.documents_dir() / f"Margaret{SUFFIX}").touch()
    write("Margaret")
    assert form.new_file.place.editor.text() == f"documents / Margaret 2{SUFFIX}"


def test_a_file_that_is_there_is_never_written_over(form: FrontDoor, tmp_path: Path) -> None:
    there = tmp_path / f"mine{SUFFIX}"
    there.write_bytes(b"my own words")
    form.messages.will_choose(there)
    page = form.new_file
    write("Margaret")
    click(page.change)
    click(page.protect.words)
    click(page.create_button)
    form.rest()
    assert "There is already a file with this name." in page.place.error
    assert there.read_bytes() == b"my own words"
    assert page.create_button.isEnabled()


def test_a_folder_copied_to_the_internet_is_named_calmly(form: FrontDoor, tmp_path: Path) -> None:
    cloud = tmp_path / "OneDrive - Family"
    cloud.mkdir()
    form.messages.will_choose(cloud / "mine")
    click(form.new_file.change)
    assert "copied to the internet by OneDrive" in form.new_file.advice.text()
    assert form.new_file.advice.isVisible()
    assert form.new_file.create_button.isEnabled()


def test_back_leads_to_the_first_screen(form: FrontDoor) -> None:
    click(form.new_file.back)
    assert focused() is form.welcome.start


def test_the_recovery_key_is_kept_before_going_on(form: FrontDoor) -> None:
    write("Margaret")
    page = form.new_file
    write(PASSPHRASE, page.choose.passphrase.editor)
    write(PASSPHRASE, page.choose.again.editor)
    click(page.create_button)
    form.rest()
    key = form.key
    assert not key.go_on.isEnabled()
    assert "Back" not in form.words()
    click(key.panel.copy_button)
    copied = QGuiApplication.clipboard().text()
    assert [len(group) for group in copied.split("-")] == [4] * 9
    assert all(group in form.words() for group in copied.split("-"))
    click(key.tick.words)
    click(key.go_on)
    assert QGuiApplication.clipboard().text() == ""
    opened(form).close()
    path, form.file = opened(form).path, None
    form.open(path)
    click(form.lock.forgot)
    write(copied.lower().replace("-", "  "), form.lock.field.editor)
    press(Qt.Key.Key_Return, on=form.lock.field.editor)
    form.rest()
    assert opened(form).people.person().name == "Margaret"
    assert form.code
