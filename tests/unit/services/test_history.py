"""Taking back: the last change, or one change of which a message spoke, whatever came after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


def titles(file: OpenFile) -> list[str]:
    return [task.title for task in file.tasks.of_step("records")]


def test_a_message_takes_back_its_own_change_after_others_came(file: OpenFile) -> None:
    before = titles(file)
    task = file.tasks.of_step("records")[2]
    file.tasks.remove(task.id)
    back = file.history.way_back()
    file.contacts.add(name="Nadia Bell")
    assert back.now()
    assert titles(file) == before
    assert [contact.name for contact in file.contacts.all()] == ["Nadia Bell"]
    assert file.history.undo_label == "Add contact"
    assert file.history.redo()
    assert task.title not in titles(file)


def test_a_message_takes_back_only_once(file: OpenFile) -> None:
    file.contacts.add(name="Nadia Bell")
    back = file.history.way_back()
    assert back.now()
    assert not back.now()
    assert file.contacts.all() == []


def test_what_was_taken_back_by_the_menu_is_not_taken_back_by_the_message(file: OpenFile) -> None:
    file.contacts.add(name="Dr. Rao")
    file.contacts.add(name="Nadia Bell")
    back = file.history.way_back()
    assert file.history.undo()
    assert not back.now()
    assert [contact.name for contact in file.contacts.all()] == ["Dr. Rao"]


def test_with_nothing_done_there_is_no_way_back(file: OpenFile) -> None:
    assert file.history.last is None
    assert not file.history.way_back().now()


def test_saving_the_same_again_is_no_change(file: OpenFile) -> None:
    task = file.tasks.add_to("records", "Pack the disc")
    before = file.history.last
    file.tasks.change(task.id, title="Pack the disc")
    assert file.history.last is before
